import type { DayLogBook } from '../../src-shared/contract/day-log-book.ts';
import { PROCEDURE_NAMES } from '../../src-shared/contract/names-ja.ts';
import { OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { csvFile } from './csv.ts';
import { type Cell, dayLogHeading, dayLogRows } from './day-log-rows.ts';

export const practiceWords = '練習(本番の記録ではありません)';

/** 日報の書き出しの名前: offices, days, procedure; the practice ledger's export says so in its name. */
export function dayLogFileName(
  book: Pick<DayLogBook, 'practice' | 'offices' | 'from' | 'until' | 'procedure'>,
  extension: 'csv' | 'xlsx' | 'pdf' | 'json',
): string {
  const [only] = book.offices;
  const office = book.offices.length === 1 && only !== undefined ? OFFICE_NAMES[only] : '全窓口';
  const days = [...new Set([book.from, book.until])].map((day) => day.replaceAll('-', '')).join('-');
  const procedure = book.procedure === null ? '' : `-${PROCEDURE_NAMES[book.procedure]}`;
  return `${book.practice ? '練習-' : ''}日報-${office}-${days}${procedure}.${extension}`;
}

/** 日報のCSVの行: one heading over the rows of every day; the practice ledger's says so above it. */
export function dayLogRecords(book: Pick<DayLogBook, 'practice' | 'views'>): readonly (readonly Cell[])[] {
  const practice = book.practice ? [dayLogHeading.map((_, index) => (index === 0 ? practiceWords : null))] : [];
  return [...practice, dayLogHeading, ...book.views.flatMap(dayLogRows)];
}

/** 日報のCSV (UTF-8 with BOM) */
export function dayLogCsv(book: Pick<DayLogBook, 'practice' | 'views'>): Uint8Array {
  return csvFile(dayLogRecords(book));
}
