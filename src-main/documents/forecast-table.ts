import { type ForecastBook, type ForecastView, kindOrder } from '../../src-shared/contract/statistics-view.ts';
import { dayWords, statisticsOfficeName } from '../../src-shared/contract/statistics-words.ts';
import { KIND_NAMES, OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { addDays, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { type TypedTable, typedCsv, typedSection } from './typed-table.ts';
import { textCell, xlsxOf } from './xlsx-sheets.ts';

type Weeks = Pick<ForecastView, 'weeks'>['weeks'];

function rowsOf(office: string, weeks: Weeks): TypedTable['rows'] {
  return weeks.flatMap(({ monday, ending, opening }) =>
    kindOrder.map((kind) => [
      ...[monday, addDays(plainDate(monday), 6), office, KIND_NAMES[kind]],
      ...[ending[kind], opening[kind]],
    ]),
  );
}

/** 見込みの表: a row a week, office and kind; where all offices are asked for, their sum comes first. */
export function forecastTable({ view }: ForecastBook): TypedTable {
  const whole = view.office === 'all' ? rowsOf(statisticsOfficeName('all'), view.weeks) : [];
  return {
    name: '更新の見込み',
    columns: [
      { label: '週の始まり', holds: 'day', width: 18 },
      { label: '週の終わり', holds: 'day', width: 18 },
      { label: '発行した窓口', holds: 'text', width: 16 },
      { label: '証明書', holds: 'text', width: 16 },
      { label: '満了する(枚)', holds: 'number', width: 14 },
      { label: '更新できるようになる(枚)', holds: 'number', width: 26 },
    ],
    rows: [...whole, ...view.offices.flatMap(({ office, weeks }) => rowsOf(OFFICE_NAMES[office], weeks))],
  };
}

/** 見込みのファイルの名前 */
export function forecastFileName({ view }: ForecastBook, extension: 'csv' | 'xlsx' | 'pdf'): string {
  const where = view.office === 'all' ? '全窓口' : OFFICE_NAMES[view.office];
  return `${view.practice ? '練習-' : ''}更新の見込み-${where}-${view.today.replaceAll('-', '')}.${extension}`;
}

/** 見込みのCSV (UTF-8 with BOM) */
export function forecastCsv(book: ForecastBook): Uint8Array {
  return typedCsv(forecastTable(book), book.view.practice);
}

/** 見込みのExcel: the weeks, and what they are. */
export function forecastXlsx(book: ForecastBook): Promise<Uint8Array> {
  const { view, writtenAt, writtenBy } = book;
  const open = kindOrder.map((kind) => `${KIND_NAMES[kind]} ${view.open[kind]}枚`).join('・');
  const about = [
    ['いつの', `${view.today} に台帳にあった、有効な証明書`],
    ['窓口', statisticsOfficeName(view.office)],
    ['もう更新できるもの', open],
    [
      '数え方',
      `失効・更新したものは除きます。更新できるようになる日は ${dayWords(view.today)} の決まり (W1) で数えます。`,
    ],
    ['書き出した時', writtenAt.slice(0, 16).replace('T', ' ')],
    ['書き出した人', writtenBy],
  ];
  return xlsxOf(
    [
      typedSection(forecastTable(book)),
      {
        name: 'この書き出し',
        columns: [
          { label: '項目', width: 24 },
          { label: '内容', width: 80 },
        ],
        rows: about.map((row) => row.map((cell) => textCell(cell))),
      },
    ],
    view.practice,
  );
}
