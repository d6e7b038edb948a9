import type { DayLogCover, DayLogFormat } from '../../src-shared/contract/day-log-book.ts';
import { PROCEDURE_NAMES } from '../../src-shared/contract/names-ja.ts';
import { OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { csvText } from './csv.ts';
import { type Cell, dayLogHeading, dayLogRows } from './day-log-rows.ts';
import type { DayLogWriter } from './day-log-writer.ts';

export const practiceWords = '練習(本番の記録ではありません)';

const extensions = { csv: 'csv', csvCp932: 'csv', xlsx: 'xlsx', pdf: 'pdf', json: 'json' } as const;

/** 日報の書き出しの名前: offices, days, procedure; the practice ledger's export says so in its name. */
export function dayLogFileName(
  cover: Pick<DayLogCover, 'practice' | 'offices' | 'from' | 'until' | 'procedure'>,
  format: DayLogFormat,
): string {
  const [only] = cover.offices;
  const office = cover.offices.length === 1 && only !== undefined ? OFFICE_NAMES[only] : '全窓口';
  const days = [...new Set([cover.from, cover.until])].map((day) => day.replaceAll('-', '')).join('-');
  const procedure = cover.procedure === null ? '' : `-${PROCEDURE_NAMES[cover.procedure]}`;
  return `${cover.practice ? '練習-' : ''}日報-${office}-${days}${procedure}.${extensions[format]}`;
}

/** 表の頭: one heading over the rows of every day; the practice ledger's says so above it. */
export function dayLogHeadRecords(practice: boolean): readonly (readonly Cell[])[] {
  const mark = practice ? [dayLogHeading.map((_, index) => (index === 0 ? practiceWords : null))] : [];
  return [...mark, dayLogHeading];
}

/** 日報のCSV (UTF-8 with BOM) */
export function dayLogCsvWriter({ practice }: Pick<DayLogCover, 'practice'>): DayLogWriter {
  return {
    begin: () => `\u{feff}${csvText(dayLogHeadRecords(practice))}`,
    page: ({ view }) => csvText(dayLogRows(view)),
    end: () => '',
  };
}
