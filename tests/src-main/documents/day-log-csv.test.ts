import { describe, expect, test } from 'vitest';
import { dayLogCsv, dayLogFileName } from '../../../src-main/documents/day-log-csv.ts';
import type { DayLogView } from '../../../src-shared/contract/day-log-view.ts';
import { readCsv } from './read-csv.ts';

const nobody = {
  persons: 0,
  sameDayDone: 0,
  inquiry: 0,
  refused: 0,
  withdrawn: 0,
  open: 0,
  signature: 0,
  userAuthentication: 0,
};

function viewOf(change: Partial<DayLogView> = {}): DayLogView {
  const issue = { ...nobody, persons: 2, sameDayDone: 1, refused: 1, signature: 1, userAuthentication: 1 };
  return {
    day: '2026-11-24',
    office: 'shiminka',
    practice: false,
    rows: [
      { procedure: 'renew', ...nobody },
      { procedure: 'issue', ...issue },
      { procedure: 'revoke', ...nobody },
    ],
    total: issue,
    byCapacity: [
      { capacity: 'holder', persons: 2 },
      { capacity: 'agent', persons: 0 },
      { capacity: 'statutoryRepresentative', persons: 0 },
    ],
    byRoute: [
      { route: 'sameDay', persons: 1 },
      { route: 'inquiry', persons: 0 },
      { route: 'none', persons: 1 },
    ],
    byState: [
      { state: 'issued', persons: 1 },
      { state: 'refused', persons: 1 },
    ],
    arrivals: [],
    minutesToIssue: [],
    byHandler: [],
    fees: 200,
    receiptGaps: [],
    letters: { posted: 0, returned: 0, answered: 0, lapsed: 0, open: 0 },
    corrections: [],
    cases: [
      {
        case: 'a'.repeat(32),
        receipt: 'S01-20261124-0001-4',
        shortReceipt: 'S01 0001',
        receivedAt: '2026-11-24T10:12:00.000+09:00',
        finishedAt: '2026-11-24T10:27:00.000+09:00',
        name: '=練習,"花子"',
        procedure: '新規発行',
        kinds: '両方',
        capacity: '本人',
        route: '即日',
        result: '発行済',
        codes: [],
        fee: 200,
        handler: '見本 窓口',
      },
      {
        case: 'b'.repeat(32),
        receipt: 'S01-20261124-0002-2',
        shortReceipt: 'S01 0002',
        receivedAt: '2026-11-24T11:00:00.000+09:00',
        finishedAt: null,
        name: null,
        procedure: '新規発行',
        kinds: '署名用',
        capacity: '本人',
        route: '経路なし',
        result: '受付不可',
        codes: ['E2', 'M2'],
        fee: 0,
        handler: null,
      },
    ],
    ...change,
  };
}

/** the table by heading, so that no test depends on the place of a column */
function tableOf(view: DayLogView): readonly Readonly<Record<string, string>>[] {
  const records = readCsv(new TextDecoder().decode(dayLogCsv(view)));
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

  test('受付不可の人数は「受付」の行を数えたものと合う', () => {
    const table = tableOf(viewOf());
    const listed = table.filter((row) => row['区分'] === '受付' && row['結果'] === '受付不可').length;
    const summed = table.find((row) => row['手続'] === '計' && row['結果'] === '受付不可(人)')?.['件数'];
    expect(String(listed)).toBe(summed);
  });

  test('どの行も見出しと同じ数の升を持つ', () => {
    for (const practice of [false, true]) {
      const records = readCsv(new TextDecoder().decode(dayLogCsv(viewOf({ practice }))));
      expect(new Set(records.map((record) => record.length))).toEqual(new Set([16]));
    }
  });

  test('練習の日報は、名前でも一行目でも練習と分かり、本番の日報には練習の字がない', () => {
    const practice = viewOf({ practice: true });
    expect(dayLogFileName(practice)).toBe('練習-日報-市民課-20261124.csv');
    const [first = []] = readCsv(new TextDecoder().decode(dayLogCsv(practice)));
    expect(first[0]).toBe('練習(本番の記録ではありません)');
    expect(dayLogFileName(viewOf())).toBe('日報-市民課-20261124.csv');
    expect(dayLogFileName(viewOf({ office: 'sobue' }))).toBe('日報-祖父江支所-20261124.csv');
    const real = readCsv(new TextDecoder().decode(dayLogCsv(viewOf({ cases: [] })))).flat();
    expect(real.some((cell) => cell.includes('練習'))).toBe(false);
  });

  test('照会書の数と、その日にした訂正を、一つの表に含む (B4)', () => {
    const table = tableOf(
      viewOf({
        letters: { posted: 3, returned: 1, answered: 2, lapsed: 0, open: 9 },
        corrections: [
          {
            at: '2026-11-24T13:10:00.000+09:00',
            receipt: 'S01-20261120-0004-0',
            entryDay: '2026-11-20',
            fields: '住所・生年月日',
            asked: '見本 窓口',
            approver: '見本 責任',
          },
        ],
      }),
    );
    const letters = table
      .filter((row) => row['区分'] === '件数' && row['経路'] === '照会' && row['結果'] !== '受付(人)')
      .map((row) => [row['結果'], row['件数']]);
    expect(letters).toEqual([
      ['照会書の投函(通)', '3'],
      ['照会の回答(件)', '2'],
      ['宛所不明(件)', '1'],
      ['期限切れ(件)', '0'],
      ['照会中(件)', '9'],
    ]);
    expect(table.filter((row) => row['区分'] === '訂正')).toMatchObject([
      {
        日付: '2026-11-24',
        受付番号: 'S01-20261120-0004-0',
        受付時刻: '13:10',
        結果: '訂正: 住所・生年月日(承認 見本 責任)',
        担当: '見本 窓口',
      },
    ]);
  });
});
