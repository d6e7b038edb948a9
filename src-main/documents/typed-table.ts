import { csvFile } from './csv.ts';
import { practiceWords } from './day-log-csv.ts';
import { dayCell, numberCell, textCell, type XlsxSection } from './xlsx-sheets.ts';

/** 型のある表: what each column holds, so that one table can be text for machines and real cells for people. */
export type TypedTable = {
  readonly name: string;
  readonly columns: readonly TypedColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

/** `day`: ISO days; `number`: a count, or words where there is none; `width` in characters */
export type TypedColumn = {
  readonly label: string;
  readonly holds: 'text' | 'number' | 'day';
  readonly width: number;
  /** how a spreadsheet shows the number, e.g. `0.0` */
  readonly format?: string;
};

/** 型のある表のCSV: one heading over its rows; the practice ledger's says so above it. */
export function typedCsv({ columns, rows }: TypedTable, practice: boolean): Uint8Array {
  const mark = practice ? [columns.map((_, index) => (index === 0 ? practiceWords : null))] : [];
  return csvFile([...mark, columns.map(({ label }) => label), ...rows]);
}

/** 型のある表のExcelの一枚 */
export function typedSection({ name, columns, rows }: TypedTable): XlsxSection {
  const cellOf = (value: string | number | null, column: TypedColumn | undefined) => {
    if (typeof value === 'number') return numberCell(value, column?.format ?? null);
    return column?.holds === 'day' && value !== null ? dayCell(value) : textCell(value);
  };
  return {
    name,
    columns: columns.map(({ label, width }) => ({ label, width })),
    rows: rows.map((row) => row.map((value, index) => cellOf(value, columns[index]))),
  };
}
