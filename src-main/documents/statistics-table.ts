import type { StatisticsBook, StatisticsLine, StatisticsView } from '../../src-shared/contract/statistics-view.ts';
import {
  baseName,
  baseWords,
  GROUP_NAMES,
  noRecord,
  percentOf,
  periodName,
  progressWords,
  reportName,
  spanWords,
  statisticsOfficeName,
} from '../../src-shared/contract/statistics-words.ts';
import { type TypedColumn, type TypedTable, typedCsv, typedSection } from './typed-table.ts';
import { textCell, type XlsxSection, xlsxOf } from './xlsx-sheets.ts';

const text = (label: string, width = 14): TypedColumn => ({ label, holds: 'text', width });
const day = (label: string): TypedColumn => ({ label, holds: 'day', width: 18 });
const number = (label: string, width = 12): TypedColumn => ({ label, holds: 'number', width });

/** 月: 4月 */
function monthLabel(month: string): string {
  return `${Number(month.slice(5))}月`;
}

function columnsOf(view: StatisticsView): readonly TypedColumn[] {
  const { period } = view;
  const compared = view.bases.flatMap((base) => {
    const name = baseName(base, period);
    return [
      ...[day(`${name}の始まり`), day(`${name}の終わり`), number(name), number(`${name}との差`)],
      { ...number(`${name}比(%)`), format: '0.0' },
    ];
  });
  const months =
    period.kind === 'month'
      ? []
      : [
          ...view.months.map(({ month }) => number(monthLabel(month), 10)),
          ...view.monthsBefore.map(({ month }) => number(`前年度${monthLabel(month)}`, 12)),
        ];
  return [
    ...[day('始まり'), day('終わり'), text('窓口'), text('区分'), text('項目', 30), text('単位', 6)],
    ...[number('数'), text('進み', 24)],
    ...compared,
    ...months,
  ];
}

/** a number, 記録なし where the ledger did not exist yet, and nothing where the month lies ahead */
function monthCells(
  values: StatisticsLine['months'],
  months: StatisticsView['months'],
): readonly (number | string | null)[] {
  return values.map((value, index) => (value === null && months[index]?.progress !== 'ahead' ? noRecord : value));
}

function rowOf(view: StatisticsView, line: StatisticsLine): TypedTable['rows'][number] {
  const compared = line.compared.flatMap(({ base, difference, ratio }, index) => {
    const of = view.bases[index];
    return [
      of?.from ?? null,
      of?.until ?? null,
      base ?? noRecord,
      difference,
      ratio === null ? null : percentOf(ratio),
    ];
  });
  return [
    ...[view.from, view.until, statisticsOfficeName(view.office), GROUP_NAMES[line.group], line.label, line.unit],
    ...[line.value ?? noRecord, progressWords(view)],
    ...compared,
    ...(view.period.kind === 'month'
      ? []
      : [...monthCells(line.months, view.months), ...monthCells(line.monthsBefore, view.monthsBefore)]),
  ];
}

/** 統計の表: every line of every office, also those with nothing in them, so that months lie under each other. */
export function statisticsTable({ views }: StatisticsBook): TypedTable {
  const [first] = views;
  return {
    name: reportName(first.period),
    columns: columnsOf(first),
    rows: views.flatMap((view) => view.lines.map((line) => rowOf(view, line))),
  };
}

/** 統計のファイルの名前 */
export function statisticsFileName({ views: [view] }: StatisticsBook, extension: 'csv' | 'xlsx' | 'pdf'): string {
  const { period, practice, office } = view;
  const when = period.kind === 'month' ? period.month.replace('-', '') : `${period.year}年度`;
  const where = office === 'all' ? '全窓口' : statisticsOfficeName(office);
  return `${practice ? '練習-' : ''}${reportName(period)}-${where}-${when}.${extension}`;
}

/** 統計のCSV (UTF-8 with BOM) */
export function statisticsCsv(book: StatisticsBook): Uint8Array {
  return typedCsv(statisticsTable(book), book.views[0].practice);
}

/** この書き出し: what it is of and what it is compared with. */
function aboutSection({ views: [view], writtenAt, writtenBy }: StatisticsBook): XlsxSection {
  const { period } = view;
  const bases = view.bases.map((base) => [
    baseName(base, period),
    [spanWords(base.from, base.until), baseWords({ ...base, cut: false })].filter((each) => each !== '').join('・'),
  ]);
  const rows: readonly (readonly (string | undefined)[])[] = [
    [reportName(period), periodName(period)],
    ['窓口', statisticsOfficeName(view.office)],
    ['進み', progressWords(view) || 'この期間は終わっています'],
    ...bases,
    [
      '数え方',
      '人は受け付けた日、証明書は発行・失効した日に数えます。締めたあとに届いたものは、届いた日に数えます(B4)。',
    ],
    ['書き出した時', writtenAt.slice(0, 16).replace('T', ' ')],
    ['書き出した人', writtenBy],
  ];
  return {
    name: 'この書き出し',
    columns: [
      { label: '項目', width: 24 },
      { label: '内容', width: 80 },
    ],
    rows: rows.map((row) => row.map((cell) => textCell(cell ?? null))),
  };
}

/** 統計のExcel: real days and numbers, a frozen heading, and what it is. */
export function statisticsXlsx(book: StatisticsBook): Promise<Uint8Array> {
  return xlsxOf([typedSection(statisticsTable(book)), aboutSection(book)], book.views[0].practice);
}
