import { describe, expect, test } from 'vitest';
import { listXlsx } from '../../../src-main/documents/list-xlsx.ts';
import type { PrintableList } from '../../../src-shared/contract/print-view.ts';
import { listOf } from '../../support/printables.ts';
import { readXlsx, serialOf } from './read-xlsx.ts';

const era = '[$-411]ggge"年"m"月"d"日"';

const columns: PrintableList['columns'] = [
  { label: '番号', share: 2, numeric: false },
  { label: '氏名', share: 4, numeric: false },
  { label: '期限', share: 3, numeric: false, day: true },
  { label: '件数', share: 2, numeric: true },
];

const listed = (rows: PrintableList['rows'], change: Partial<PrintableList> = {}) =>
  listOf(0, { columns, rows, ...change });

async function sheetsOf(list: PrintableList) {
  const sheets = readXlsx(await listXlsx(list));
  const [rows, about] = sheets;
  if (rows === undefined || about === undefined) throw new Error('two sheets');
  return { rows, about };
}

describe('一覧のExcel', () => {
  test('日は本物の日で和暦に見え、数は数、ほかは文字のままで式にならない', async () => {
    const { rows } = await sheetsOf(listed([['0001', '=練習(1)', '2026-12-24', '1,234']]));
    expect(rows.rows[1]).toEqual([
      { value: '0001', format: '@' },
      { value: '=練習(1)', format: '@' },
      { value: serialOf('2026-12-24'), format: era },
      { value: 1234, format: null },
    ]);
  });

  test('数の欄の「記録なし」や0から始まる番号、日の欄の「—」は、文字のまま', async () => {
    const { rows } = await sheetsOf(
      listed([
        ['1', '練習 一子', '—', '記録なし'],
        ['2', '練習 二子', '', '007'],
        ['3', '練習 三子', '2027-02-29', '-5'],
      ]),
    );
    expect(rows.rows.slice(1).map((row) => row.slice(2).map((cell) => cell?.value ?? null))).toEqual([
      ['—', '記録なし'],
      [null, '007'],
      ['2027-02-29', -5],
    ]);
  });

  test('見出しは動かず、行は一覧と同じ順に同じ数だけ並ぶ', async () => {
    const list = listOf(70);
    const { rows } = await sheetsOf(list);
    expect(rows.frozenRows).toBe(1);
    expect(rows.rows[0]?.map((cell) => cell?.value)).toEqual(['受付番号', '本人', '住所', '期限', '残り(日)']);
    expect(rows.rows.slice(1).map((row) => row[0]?.value)).toEqual(list.rows.map(([number]) => number));
    expect(rows.rows.slice(1).map((row) => row[4]?.value)).toEqual(list.rows.map((row) => Number(row[4])));
  });

  test('二枚目に、何の一覧を、だれがいつ書き出したかがある', async () => {
    const { about } = await sheetsOf(listed([], { notes: ['期限の日まで受け付けます。'] }));
    expect(about.rows.slice(1).map((row) => row.map((cell) => cell?.value))).toEqual([
      ['一覧', '照会中の受付'],
      ['いつの', '令和8年11月24日(火)・期限の近い順'],
      ['窓口', '市民課'],
      ['書き出した時', '2026-11-24 10:20'],
      ['書き出した人', '見本 窓口'],
      ['注', '期限の日まで受け付けます。'],
      ['行の数', 0],
    ]);
  });

  test('練習の一覧は、どの紙も一行目で練習と言い、見出しまで動かない', async () => {
    const { rows, about } = await sheetsOf(listed([['1', '練習', '', '1']], { practice: true }));
    for (const sheet of [rows, about]) {
      expect(sheet.rows[0]?.[0]?.value).toBe('練習(本番の記録ではありません)');
      expect(sheet.frozenRows).toBe(2);
    }
  });

  test('紙の名前に使えない字は置き換え、31字までにする', async () => {
    const { rows } = await sheetsOf(listed([], { title: `見本/一子 さんの経過[1]${'字'.repeat(40)}` }));
    expect(rows.name).toBe(`見本_一子 さんの経過_1_${'字'.repeat(17)}`);
  });
});
