import writeXlsxFile, { type Cell, type Row, type Sheet } from 'write-excel-file/node';
import { practiceWords } from './day-log-csv.ts';

/** how a spreadsheet shows a real date in its era: 令和8年11月24日 */
const eraFormat = '[$-411]ggge"年"m"月"d"日"';

/** Excelの一枚: a heading that stays in view, and the rows under it; `width` is in characters. */
export type XlsxSection = {
  readonly name: string;
  readonly columns: readonly { readonly label: string; readonly width: number }[];
  readonly rows: readonly Row[];
};

/** A real date, so that it sorts and subtracts; a spreadsheet's day has no time zone, so it is given as midnight UTC. */
export function dayCell(iso: string): Cell {
  return { value: new Date(`${iso}T00:00:00Z`), type: Date, format: eraFormat };
}

/** Text stays text: a name that looks like a formula is not one, and 0001 keeps its zeros. */
export function textCell(value: string | null): Cell {
  return value === null || value === '' ? null : { value, type: String, format: '@' };
}

/** A real number; `format` where it is more than a count, e.g. `0.0%`. */
export function numberCell(value: number, format: string | null = null): Cell {
  return { value, type: Number, ...(format === null ? {} : { format }) };
}

/** Excelのつづり: a sheet a section; the practice ledger's says so in each one's first line. */
export async function xlsxOf(sections: readonly XlsxSection[], practice: boolean): Promise<Uint8Array> {
  const sheets = sections.map(({ name, columns, rows }): Sheet<Buffer> => {
    const heading = columns.map(({ label }): Cell => ({ value: label, type: String, fontWeight: 'bold' }));
    const mark: Row[] = practice ? [[{ value: practiceWords, type: String, fontWeight: 'bold' }]] : [];
    return {
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: mark.length + 1,
      data: [...mark, heading, ...rows],
    };
  });
  return writeXlsxFile(sheets).toBuffer();
}
