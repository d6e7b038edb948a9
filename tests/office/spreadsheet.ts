import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** 升: what a spreadsheet program holds and what it shows; `date` is a real date, `formula` something that it would run. */
export type SpreadsheetCell = {
  readonly type: 'string' | 'float' | 'date' | 'time';
  readonly value: string;
  readonly shown: string;
  readonly formula: boolean;
};
export type SpreadsheetSheet = {
  readonly name: string;
  readonly rows: readonly (readonly (SpreadsheetCell | null)[])[];
};

/** CSVの読ませ方: LibreOffice's own numbers for the two encodings; `text` keeps each column as it is, `standard` guesses as on a double click. */
export type CsvReading = {
  readonly encoding: 'utf8' | 'cp932';
  readonly columns: 'text' | 'standard';
  readonly count: number;
};

function filterOf({ encoding, columns, count }: CsvReading): string {
  const kind = columns === 'text' ? 2 : 1;
  const formats = Array.from({ length: count }, (_, index) => `${index + 1}/${kind}`).join('/');
  return `Text - txt - csv (StarCalc):44,34,${encoding === 'utf8' ? 76 : 60},1,${formats}`;
}

/** 表計算で開く: LibreOffice reads the file and writes what it holds as flat XML, in a profile that is thrown away. Throws where it cannot. */
export function openInSpreadsheet(
  file: string,
  scratch: string,
  csv: CsvReading | null = null,
): readonly SpreadsheetSheet[] {
  const { status, stderr } = spawnSync(
    '/usr/bin/soffice',
    [
      '--headless',
      `-env:UserInstallation=${pathToFileURL(join(scratch, 'profile'))}`,
      ...(csv === null ? [] : [`--infilter=${filterOf(csv)}`]),
      ...['--convert-to', 'fods', '--outdir', scratch, file],
    ],
    { encoding: 'utf8', timeout: 240_000 },
  );
  if (status !== 0) throw new Error(`the spreadsheet could not open ${basename(file)}: ${stderr}`);
  return readFlatSheets(readFileSync(join(scratch, `${basename(file, extname(file))}.fods`), 'utf8'));
}

const unescaped = (text: string): string =>
  text
    .replace(/&#x?([0-9a-f]+);/gi, (whole, code: string) =>
      String.fromCodePoint(Number.parseInt(code, whole.startsWith('&#x') ? 16 : 10)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : unescaped(found);
}

/** as the lines of one cell: `<text:s/>` is a blank, `<text:line-break/>` a new line */
function textOf(inside: string): string {
  const lines = [...inside.matchAll(/<text:p(?:\s[^>]*)?(?:\/>|>(.*?)<\/text:p>)/gs)].map(([, line = '']) =>
    unescaped(
      line
        .replace(/<text:s(?:\s[^>]*?text:c="(\d+)")?[^>]*\/>/g, (_, count?: string) => ' '.repeat(Number(count ?? 1)))
        .replace(/<text:line-break\/>/g, '\n')
        .replace(/<[^>]*>/g, ''),
    ),
  );
  return lines.join('\n');
}

function readCell(tag: string, inside: string): SpreadsheetCell | null {
  const type = attribute(tag, 'office:value-type');
  if (type === null) return null;
  const shown = textOf(inside);
  const formula = attribute(tag, 'table:formula') !== null;
  if (type === 'string') return { type, value: attribute(tag, 'office:string-value') ?? shown, shown, formula };
  if (type === 'float') return { type, value: attribute(tag, 'office:value') ?? '', shown, formula };
  if (type === 'time') return { type, value: attribute(tag, 'office:time-value') ?? '', shown, formula };
  if (type === 'date') return { type, value: attribute(tag, 'office:date-value') ?? '', shown, formula };
  throw new Error(`a cell of the type ${type}`);
}

function withoutEmptyEnd<Item>(items: readonly Item[], isEmpty: (item: Item) => boolean): readonly Item[] {
  const last = items.findLastIndex((item) => !isEmpty(item));
  return items.slice(0, last + 1);
}

function repeatedRow(tag: string, inside: string): readonly (SpreadsheetCell | null)[] {
  const cells = [...inside.matchAll(/<table:table-cell((?:\s[^>]*?)?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
    ([, opening = '', content = '']) => {
      const cell = readCell(opening, content);
      // An empty run to the sheet's edge is not worth thousands of nulls.
      const times = Math.min(Number(attribute(opening, 'table:number-columns-repeated') ?? '1'), 200);
      return Array<SpreadsheetCell | null>(times).fill(cell);
    },
  );
  if (tag.includes('table:formula')) throw new Error('a formula stands on a row');
  return withoutEmptyEnd(cells, (cell) => cell === null);
}

/** 平らなXMLを読む (OpenDocument 1.3, flat): the sheets of a workbook, each row without its empty end. */
function readFlatSheets(xml: string): readonly SpreadsheetSheet[] {
  return [...xml.matchAll(/<table:table(\s[^>]*)>(.*?)<\/table:table>/gs)].map(([, opening = '', inside = '']) => {
    const rows = [...inside.matchAll(/<table:table-row((?:\s[^>]*?)?)(?:\/>|>(.*?)<\/table:table-row>)/gs)].flatMap(
      ([, tag = '', cells = '']) => {
        const row = repeatedRow(tag, cells);
        const times = Math.min(Number(attribute(tag, 'table:number-rows-repeated') ?? '1'), row.length === 0 ? 1 : 1e6);
        return Array<readonly (SpreadsheetCell | null)[]>(times).fill(row);
      },
    );
    return { name: attribute(opening, 'table:name') ?? '', rows: withoutEmptyEnd(rows, (row) => row.length === 0) };
  });
}
