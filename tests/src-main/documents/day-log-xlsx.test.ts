import { describe, expect, test } from 'vitest';
import { dayLogXlsx } from '../../support/day-log-files.ts';
import { dayLogBook, dayLogOf } from '../../support/day-logs.ts';
import { readXlsx, serialOf, type XlsxSheet } from './read-xlsx.ts';

const era = '[$-411]ggge"年"m"月"d"日"';
const sheetsOf = async (book = dayLogBook()) => readXlsx(await dayLogXlsx(book));
const named = (sheets: readonly XlsxSheet[], name: string): XlsxSheet => {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
};
const valuesOf = (sheet: XlsxSheet) => sheet.rows.map((row) => row.map((cell) => cell?.value ?? null));

describe('日報のExcel', () => {
  test('内容ごとに一枚で、どの見出しも動かない', async () => {
    const sheets = await sheetsOf();
    expect(sheets.map(({ name }) => name)).toEqual([
      ...[
        '件数',
        '内訳',
        '掛け合わせ',
        '時刻',
        '担当',
        '受付の一覧',
        '照会',
        '訂正',
        '例外',
        '番号',
        '締め',
        'この書き出し',
      ],
    ]);
    expect(new Set(sheets.map(({ frozenRows }) => frozenRows))).toEqual(new Set([1]));
  });

  test('受付の一覧は、書いたとおりの升を持つ', async () => {
    const [heading, first, second, ...more] = valuesOf(named(await sheetsOf(), '受付の一覧'));
    const on = serialOf('2026-11-24');
    expect(more).toEqual([]);
    expect(heading).toEqual([
      ...['日付', '窓口', '受付番号', '受付日', '受付時刻', '終了日', '終了時刻', '氏名', '手続', '証明書', '来庁者'],
      ...['経路', '結果', '規則', '手数料(円)', '担当', '後着'],
    ]);
    expect(first).toEqual([
      ...[on, '市民課', 'S01-20261124-0001-4', on, '10:12', on, '10:27', '=練習,"花子"', '新規発行', '両方', '本人'],
      ...['即日', '発行済', null, 200, '見本 窓口'],
    ]);
    expect(second?.slice(0, 15)).toEqual([
      ...[on, '市民課', 'S01-20261124-0002-2', on, '11:00', null, null, '(消去済)', '新規発行', '署名用', '本人'],
      ...['経路なし', '受付不可', 'E2 M2', 0],
    ]);
  });

  test('日は本物の日で、和暦で見える(令和8年11月24日)。文字は文字のままで、式にならない', async () => {
    const row = named(await sheetsOf(), '受付の一覧').rows[1] ?? [];
    expect(serialOf('2026-11-24')).toBe(46_350);
    expect(row[0]).toEqual({ value: 46_350, format: era });
    expect(row[7]).toEqual({ value: '=練習,"花子"', format: '@' });
  });

  test('件数は、画面の表と同じ数', async () => {
    const rows = valuesOf(named(await sheetsOf(), '件数')).map((row) => row.slice(2));
    expect(rows[2]).toEqual(['新規発行', 2, 1, 0, 1, 0, 0, 1, 1]);
    expect(rows[4]).toEqual(['照会の回答', null, null, null, null, null, null, 0, 0]);
    expect(rows[7]).toEqual(['計', 2, 1, 0, 1, 0, 0, 1, 1, 200]);
  });

  test('照会・訂正・番号は、その日のものを一行ずつ', async () => {
    const correction = {
      at: '2026-11-24T13:05:00.000+09:00',
      receipt: 'S01-20261120-0007-1',
      entryDay: '2026-11-20',
      fields: '満了日',
      asked: '見本 窓口',
      approver: '練習 責任者',
    };
    const view = dayLogOf({
      letters: { posted: 5, answered: 2, returned: 1, lapsed: 0, open: 16 },
      corrections: [correction],
      receiptGaps: [
        {
          ...{ number: 'S01 0003', receipt: 'S01-20261124-0003-0', cause: null },
          explained: { at: '2026-11-24T17:05:00.000+09:00', by: '見本 責任', reason: '用紙が詰まり、次へ進んだため' },
        },
        { number: 'S01 0009', receipt: 'S01-20261124-0009-7', cause: 'restored', explained: null },
      ],
    });
    const sheets = await sheetsOf(dayLogBook({ views: [view] }));
    const on = serialOf('2026-11-24');
    expect(valuesOf(named(sheets, '照会'))[1]).toEqual([on, '市民課', 5, 2, 1, 0, 16]);
    expect(valuesOf(named(sheets, '訂正'))[1]).toEqual([
      ...[on, '市民課', '13:05', 'S01-20261120-0007-1', serialOf('2026-11-20'), '満了日', '見本 窓口', '練習 責任者'],
    ]);
    expect(valuesOf(named(sheets, '番号')).slice(1)).toEqual([
      [on, '市民課', 'S01 0003', 'S01-20261124-0003-0', '用紙が詰まり、次へ進んだため', '見本 責任'],
      [on, '市民課', 'S01 0009', 'S01-20261124-0009-7', '控えから戻す前に出した番号'],
    ]);
  });

  test('締めは、まだ締めていない端末も名指しで言う', async () => {
    const view = dayLogOf({ unclosed: ['S1', 'S2'] });
    const on = serialOf('2026-11-24');
    expect(valuesOf(named(await sheetsOf(dayLogBook({ views: [view] })), '締め')).slice(1)).toEqual([
      [on, '市民課', 'S1', 'まだ締めていません'],
      [on, '市民課', 'S2', 'まだ締めていません'],
    ]);
  });

  test('範囲は、一日ずつの行を順に並べたもの', async () => {
    const days = [dayLogOf(), dayLogOf({ day: '2026-11-25', office: 'heiwa' })];
    const range = await sheetsOf(dayLogBook({ views: days }));
    const each = await Promise.all(days.map((day) => sheetsOf(dayLogBook({ views: [day] }))));
    for (const name of ['件数', '内訳', '掛け合わせ', '受付の一覧', '照会', '訂正', '例外', '番号', '締め']) {
      const rows = each.flatMap((sheets) => named(sheets, name).rows.slice(1));
      expect(named(range, name).rows.slice(1)).toEqual(rows);
    }
  });

  test('練習のものは、どの紙も一行目で練習と言い、見出しまで動かない', async () => {
    for (const { rows, frozenRows } of await sheetsOf(dayLogBook({ practice: true }))) {
      expect(rows[0]?.[0]?.value).toBe('練習(本番の記録ではありません)');
      expect(frozenRows).toBe(2);
    }
  });
});
