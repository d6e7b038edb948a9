/** 表計算で式になる頭: these begin a formula in a spreadsheet, in either width. */
const formulaHead = /^[=+\-@\t\r\n\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}]/u;

/** CSVの一升: quoted where RFC 4180 asks for it; a cell that a spreadsheet would run gets an apostrophe in front. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : formulaHead.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** CSVの文 (RFC 4180, CRLF after every record). */
export function csvText(records: readonly (readonly (string | number | null)[])[]): string {
  return records.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** CSV (UTF-8 with BOM). */
export function csvFile(records: readonly (readonly (string | number | null)[])[]): Uint8Array {
  return new TextEncoder().encode(`\u{feff}${csvText(records)}`);
}
