import { describe, expect, test } from 'vitest';
import { dayLogFileName } from '../../../src-main/documents/day-log-csv.ts';
import type { DayLogView } from '../../../src-shared/contract/day-log-view.ts';
import { dayLogCsv } from '../../support/day-log-files.ts';
import { dayLogBook, dayLogOf as viewOf } from '../../support/day-logs.ts';
import { readCsv } from './read-csv.ts';

const bookOf = (view: DayLogView) => dayLogBook({ views: [view], practice: view.practice });
const csvOf = (view: DayLogView) => new TextDecoder().decode(dayLogCsv(bookOf(view)));

/** the table by heading, so that no test depends on the place of a column */
function tableOf(view: DayLogView): readonly Readonly<Record<string, string>>[] {
  const records = readCsv(csvOf(view));
  const [heading = [], ...rows] = view.practice ? records.slice(1) : records;
  return rows.map((row) => Object.fromEntries(heading.map((column, index) => [column, row[index] ?? ''])));
}

describe('日報のCSV', () => {
  test('受付は一件一行で、時刻は時と分、手数料は円の数字', () => {
    const cases = tableOf(viewOf()).filter((row) => row['区分'] === '受付');
    expect(cases).toHaveLength(2);
    expect(cases[0]).toMatchObject({
      日付: '2026-11-24',
      窓口: '市民課',
      受付番号: 'S01-20261124-0001-4',
      受付時刻: '10:12',
      終了時刻: '10:27',
      氏名: `'=練習,"花子"`,
      結果: '発行済',
      '手数料(円)': '200',
      担当: '見本 窓口',
      件数: '1',
    });
    expect(cases[1]).toMatchObject({ 終了時刻: '', 氏名: '(消去済)', 規則: 'E2 M2', 担当: '' });
  });

  test('件数の行は、画面の表と同じ数をすべて持つ', () => {
    const sums = tableOf(viewOf()).filter((row) => row['区分'] === '件数');
    const of = (procedure: string, result: string, certificate = '') =>
      sums.find((row) => row['手続'] === procedure && row['結果'] === result && row['証明書'] === certificate)?.[
        '件数'
      ];
    expect(of('計', '受付(人)')).toBe('2');
    expect(of('新規発行', '即日で済(人)')).toBe('1');
    expect(of('新規発行', '受付不可(人)')).toBe('1');
    expect(of('更新', '受付(人)')).toBe('0');
    expect(of('計', '証明書(枚)', '署名用')).toBe('1');
    expect(of('計', '証明書(枚)', '利用者証明用')).toBe('1');
    expect(sums.find((row) => row['来庁者'] === '本人')?.['件数']).toBe('2');
    expect(sums.find((row) => row['経路'] === '経路なし')?.['件数']).toBe('1');
    expect(sums.find((row) => row['結果'] === '手数料の計')?.['手数料(円)']).toBe('200');
  });

  test('締めた日は、締めた端末ごとに確認符号の行を持ち、締めていない日は持たない', () => {
    const closes = [
      {
        ...{ terminal: 'S1', code: '0123 4567 89ab cdef', closedAt: '2026-11-24T17:21:00.000+09:00' },
        ...{ closedBy: '見本 責任', checkedBy: '見本 管理', reported: null, reasons: [] },
      },
    ];
    const rows = (view: DayLogView) => tableOf(view).filter((row) => row['区分'] === '締め');
    expect(rows(viewOf({ closes }))).toMatchObject([
      { 終了時刻: '17:21', 結果: '端末 S1 確認符号 0123 4567 89ab cdef', 担当: '見本 責任' },
    ]);
    expect(rows(viewOf())).toEqual([]);
  });

  test('受付不可の人数は「受付」の行を数えたものと合う', () => {
    const table = tableOf(viewOf());
    const listed = table.filter((row) => row['区分'] === '受付' && row['結果'] === '受付不可').length;
    const summed = table.find((row) => row['手続'] === '計' && row['結果'] === '受付不可(人)')?.['件数'];
    expect(String(listed)).toBe(summed);
  });

  test('どの行も見出しと同じ数の升を持つ', () => {
    for (const practice of [false, true]) {
      const records = readCsv(csvOf(viewOf({ practice })));
      expect(new Set(records.map((record) => record.length))).toEqual(new Set([16]));
    }
  });

  test('練習の日報は、名前でも一行目でも練習と分かり、本番の日報には練習の字がない', () => {
    const practice = viewOf({ practice: true });
    expect(dayLogFileName(bookOf(practice), 'csv')).toBe('練習-日報-市民課-20261124.csv');
    const [first = []] = readCsv(csvOf(practice));
    expect(first[0]).toBe('練習(本番の記録ではありません)');
    expect(dayLogFileName(bookOf(viewOf()), 'csv')).toBe('日報-市民課-20261124.csv');
    expect(dayLogFileName(bookOf(viewOf({ office: 'sobue' })), 'csv')).toBe('日報-祖父江支所-20261124.csv');
    const real = readCsv(csvOf(viewOf({ cases: [] }))).flat();
    expect(real.some((cell) => cell.includes('練習'))).toBe(false);
  });

  test('範囲の日報は、一日ずつの行を順に並べたもので、見出しは一度だけ', () => {
    const days = [viewOf(), viewOf({ day: '2026-11-25', office: 'heiwa' })];
    const rows = (text: string) => readCsv(text.replace(/^\u{feff}/u, ''));
    const range = rows(new TextDecoder('utf-8', { ignoreBOM: true }).decode(dayLogCsv(dayLogBook({ views: days }))));
    expect(range.slice(1)).toEqual(days.flatMap((day) => rows(csvOf(day)).slice(1)));
    expect(range.filter(([first]) => first === '区分')).toHaveLength(1);
    expect(dayLogFileName(dayLogBook({ views: days, procedure: 'revoke' }), 'csv')).toBe(
      '日報-全窓口-20261124-20261125-失効.csv',
    );
  });
});
