import type { PrintableList } from '../../src-shared/contract/print-view.ts';
import { parsePlainDate } from '../../src-shared/kernel/plain-date.ts';
import { widthInEm } from './fit-text.ts';
import { dayCell, numberCell, textCell, xlsxOf } from './xlsx-sheets.ts';

type Column = PrintableList['columns'][number];

/** a count as a list writes it, with or without its thousands; 0001 is a number of its own kind and stays text */
const countShape = /^-?(?:0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:,\d{3})+)$/;
const narrowest = 8;
const widest = 60;
/** 令和8年11月24日 in half-width characters */
const dayWidth = 18;

/** A cell of a column of days or counts is one where it reads as such; 記録なし beside them is text. */
function cellOf(cell: string, column: Column | undefined) {
  if (column?.day === true && parsePlainDate(cell) !== null) return dayCell(cell);
  if (column?.numeric === true && countShape.test(cell)) return numberCell(Number(cell.replaceAll(',', '')));
  return textCell(cell);
}

/** in characters, as wide as the fullest cell asks */
function widthOf(list: PrintableList, index: number): number {
  const { label, day } = list.columns[index] ?? { label: '', day: false };
  if (day === true) return dayWidth;
  const longest = list.rows.reduce((most, row) => Math.max(most, widthInEm(row[index] ?? '')), widthInEm(label));
  return Math.min(widest, Math.max(narrowest, Math.ceil(longest * 2) + 2));
}

/** a spreadsheet takes no longer name for a sheet, and none of these characters */
function sheetName(title: string): string {
  return title.replaceAll(/[\\/:*?[\]]/g, '_').slice(0, 31);
}

/** 一覧のExcel: the rows as they are listed; days in their era, counts as numbers, everything else as text; then what the list is. */
export function listXlsx(list: PrintableList): Promise<Uint8Array> {
  const about = [
    ['一覧', list.title],
    ['いつの', list.subtitle],
    ['窓口', list.office],
    ['書き出した時', list.printedAt.slice(0, 16).replace('T', ' ')],
    ['書き出した人', list.printedBy],
    ...list.notes.map((note) => ['注', note]),
  ] as const;
  return xlsxOf(
    [
      {
        name: sheetName(list.title),
        columns: list.columns.map(({ label }, index) => ({ label, width: widthOf(list, index) })),
        rows: list.rows.map((row) => row.map((cell, index) => cellOf(cell, list.columns[index]))),
      },
      {
        name: 'この書き出し',
        columns: [
          { label: '項目', width: 24 },
          { label: '内容', width: 72 },
        ],
        rows: [
          ...about.map(([item, words]) => [textCell(item), textCell(words ?? '')]),
          [textCell('行の数'), numberCell(list.rows.length)],
        ],
      },
    ],
    list.practice,
  );
}
