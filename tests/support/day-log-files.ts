import { dayLogCp932Writer } from '../../src-main/documents/day-log-cp932.ts';
import { dayLogCsvWriter } from '../../src-main/documents/day-log-csv.ts';
import { dayLogJsonWriter } from '../../src-main/documents/day-log-json.ts';
import type { DayLogWriter } from '../../src-main/documents/day-log-writer.ts';
import { dayLogXlsxWriter } from '../../src-main/documents/day-log-xlsx.ts';
import type { Cp932Replacement, DayCloseProof, DayLogBook } from '../../src-shared/contract/day-log-book.ts';

const bytesOf = (piece: string | Uint8Array): Uint8Array =>
  typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;

/** 書き手に一冊を書かせる: page by page, as the worker does. */
function piecesOf(writer: DayLogWriter, book: DayLogBook, closes: readonly DayCloseProof[] = []) {
  const pages = book.views.map((view) =>
    writer.page({ view, closes: closes.filter(({ day, office }) => day === view.day && office === view.office) }),
  );
  return { before: [writer.begin(), ...pages], end: writer.end(book) };
}

/** for what is written at once */
function writtenBy(...of: Parameters<typeof piecesOf>): Uint8Array {
  const { before, end } = piecesOf(...of);
  if (end instanceof Promise) throw new Error('this one has to be waited for');
  return Buffer.concat([...before, end].map(bytesOf));
}

export const dayLogCsv = (book: DayLogBook): Uint8Array => writtenBy(dayLogCsvWriter(book), book);
export const dayLogJson = (book: DayLogBook, closes: readonly DayCloseProof[] = []): Uint8Array =>
  writtenBy(dayLogJsonWriter(book), book, closes);

export async function dayLogXlsx(book: DayLogBook, closes: readonly DayCloseProof[] = []): Promise<Uint8Array> {
  const { before, end } = piecesOf(dayLogXlsxWriter(book), book, closes);
  return Buffer.concat([...before, await end].map(bytesOf));
}

export function dayLogCp932(book: DayLogBook, replacement: Cp932Replacement | null) {
  const writer = dayLogCp932Writer(book, replacement);
  const content = writtenBy(writer, book);
  return { content, replaced: writer.replaced?.() ?? 0 };
}

export function dayLogUnfit(book: DayLogBook) {
  const writer = dayLogCp932Writer(book, null);
  writtenBy(writer, book);
  return (writer.unfit?.() ?? []).map(({ receipt, column, character }) => ({ receipt, column, character }));
}
