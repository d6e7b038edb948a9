import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, csvFile } from '../../../src-main/documents/csv.ts';
import { readCsv } from './read-csv.ts';

const decode = (file: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(file);

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '"',
    '""',
    ',',
    '\r\n',
    '\n',
    '\r',
    '=1+1',
    '＝1',
    '@x',
    '\t',
    '-5',
    '＋',
    "'",
    '',
    '髙\u{E0100}',
    '\u{20BB7}',
  ),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', 'あ', ' ', "'") }),
);
const anyRecords = fc
  .integer({ min: 1, max: 6 })
  .chain((columns) =>
    fc.array(fc.array(fc.oneof(anyText, fc.integer(), fc.constant(null)), { minLength: columns, maxLength: columns })),
  );

// What a spreadsheet takes for the beginning of a formula, in either width.
const dangerous = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/** what a reader of the file must find in place of this cell */
function meant(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return dangerous.includes(value.charAt(0)) ? `'${value}` : value;
}

describe('CSV', () => {
  test('どんな文字を入れても、別の読み手が同じ升を読み戻す', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const text = decode(csvFile(records));
        expect(readCsv(text.slice(1))).toEqual(records.map((record) => record.map(meant)));
      }),
      { numRuns: 1000 },
    );
  });

  test('はじめにBOMが一つあり、どの行もCRLFで終わる', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const file = csvFile(records);
        expect([...file.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
        const text = decode(file).slice(1);
        if (records.length > 0) expect(text.endsWith('\r\n')).toBe(true);
      }),
    );
    expect(
      decode(
        csvFile([
          ['a', 'b'],
          ['c', 'd'],
        ]),
      ),
    ).toBe('\u{feff}a,b\r\nc,d\r\n');
    expect(decode(csvFile([]))).toBe('\u{feff}');
  });

  test.each(dangerous)('%j で始まる升は、表計算で式にならない', (head) => {
    for (const rest of ['', 'HYPERLINK("x")', '1+1', 'あ']) {
      const [[cell = ''] = []] = readCsv(`${csvCell(`${head}${rest}`)}\r\n`);
      expect(cell).toBe(`'${head}${rest}`);
    }
  });

  test('数と、途中に記号のある文字には、何も付けない', () => {
    expect(csvCell(-5)).toBe('-5');
    expect(csvCell(0)).toBe('0');
    expect(csvCell(null)).toBe('');
    for (const text of ['1+1', 'a=b', '練習－花子', "'既にある"]) expect(csvCell(text)).toBe(text);
  });

  test('引用符・コンマ・改行のある升だけが、引用符で囲まれる', () => {
    expect(csvCell('練習 花子')).toBe('練習 花子');
    expect(csvCell('練習,花子')).toBe('"練習,花子"');
    expect(csvCell('練習"花子"')).toBe('"練習""花子"""');
    expect(csvCell('練習\r\n花子')).toBe('"練習\r\n花子"');
  });
});
