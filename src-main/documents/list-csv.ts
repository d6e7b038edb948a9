import type { PrintableList } from '../../src-shared/contract/print-view.ts';
import { csvFile } from './csv.ts';

/** 一覧の名前: title and office and day; the practice ledger's export says so. */
export function listFileName(list: PrintableList, extension: 'csv' | 'pdf' | 'xlsx'): string {
  const day = list.printedAt.slice(0, 10).replaceAll('-', '');
  return `${list.practice ? '練習-' : ''}${list.title}-${list.office}-${day}.${extension}`.replaceAll(
    /[\\/:*?"<>|]/g,
    '_',
  );
}

/** 一覧のCSV: one heading, then one record a row, cells as they are printed. */
export function listCsv(list: PrintableList): Uint8Array {
  const practice = list.practice
    ? [list.columns.map((_, index) => (index === 0 ? '練習(本番の記録ではありません)' : null))]
    : [];
  return csvFile([...practice, list.columns.map(({ label }) => label), ...list.rows]);
}
