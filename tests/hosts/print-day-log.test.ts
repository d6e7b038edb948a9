import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayLogSheet } from '../../src-main/documents/day-log-sheet.ts';
import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { dayLogBook, dayLogOf } from '../support/day-logs.ts';
import { readPdf, readQr } from '../support/read-sheets.ts';
import { boxes, type SheetBench, sheetBench } from '../support/sheet-bench.ts';

let bench: SheetBench;
beforeAll(async () => {
  bench = await sheetBench();
});
afterAll(() => bench.close());

/** a day with more of everything than one sheet can name */
function fullDay(): DayLogView {
  const usual = dayLogOf();
  const cases = Array.from({ length: 60 }, (_, index) => {
    const receipt = `S01-20261124-${String(index + 1).padStart(4, '0')}-0`;
    const result = index % 2 === 0 ? '停止中' : '受付不可';
    return { receipt, result, codes: ['E2', 'M1', 'I8', 'G2'].slice(0, (index % 4) + 1) };
  });
  const [first] = usual.cases;
  if (first === undefined) throw new Error('no case');
  return dayLogOf({
    total: { ...usual.total, persons: 1_000, refused: 30 },
    cases: cases.map((each) => ({ ...first, ...each, procedure: '新規発行・失効' })),
    byHandler: Array.from({ length: 9 }, (_, index) => ({
      ...{ handler: `見本 職員${index}`, persons: 100, issued: 120, revoked: 3 },
    })),
    arrivals: Array.from({ length: 1_000 }, (_, index) => ({
      slot: `${String(8 + (index % 11)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
      procedure: (['issue', 'renew', 'revoke'] as const)[index % 3] ?? 'issue',
      agent: index % 5 === 0,
    })),
    receiptGaps: Array.from({ length: 40 }, (_, index) => ({
      number: `S01 ${String(index + 1).padStart(4, '0')}`,
      receipt: `S01-20261124-${String(index + 1).padStart(4, '0')}-0`,
      cause: null,
      explained: {
        at: '2026-11-24T17:05:00.000+09:00',
        by: '練習 責任者',
        reason: '用紙が詰まり、次の番号へ進んだため',
      },
    })),
    corrections: Array.from({ length: 20 }, () => ({
      at: '2026-11-24T13:05:00.000+09:00',
      receipt: 'S01-20261120-0007-1',
      entryDay: '2026-11-20',
      fields: '氏名・フリガナ・生年月日・住所',
      asked: '見本 窓口',
      approver: '練習 責任者',
    })),
  });
}

const longReason = '統合端末の画面と控えの紙を並べて見直し、端末の示す日が正しいことを二人で確かめた。'.repeat(4);

/** a day that is closed: what the terminal reported, one difference with its reason, and what was let through */
function closedDay(): DayLogView {
  const usual = dayLogOf();
  const reported = usual.cells.map((cell, index) => ({ ...cell, count: cell.count + (index === 1 ? 1 : 0) }));
  return dayLogOf({
    closes: [
      {
        ...{ terminal: 'S1', code: '0123 4567 89ab cdef', closedAt: '2026-11-24T17:21:00.000+09:00', reported },
        ...{ closedBy: '見本 責任', checkedBy: '見本 管理' },
        reasons: [{ procedure: 'renew', kind: 'signature', reason: '書込みのやり直しを端末は2件と数えるため' }],
      },
    ],
    overrides: Array.from({ length: 2 }, (_, index) => ({
      ...{ rule: 'V7' as const, at: '2026-11-24T11:23:00.000+09:00', by: '見本 責任' },
      ...{ receipt: `S01-20261124-000${index + 1}-4`, reason: index === 0 ? longReason.slice(0, 41) : null },
    })),
    differences: [
      {
        ...{ at: '2026-11-24T11:23:00.000+09:00', receipt: 'S01-20261124-0001-4', kind: 'signature' },
        ...{ how: 'accepted', by: '見本 責任' },
      },
    ],
  });
}

/** long reasons, one after another: they go on to a second sheet */
function talkativeDay(): DayLogView {
  const [override] = closedDay().overrides;
  if (override === undefined) throw new Error('no override');
  return { ...closedDay(), overrides: Array.from({ length: 7 }, () => ({ ...override, reason: longReason })) };
}

const books = [
  ['ふつうの日は一枚', dayLogBook(), 1],
  ['何もない日は一枚', dayLogBook({ views: [dayLogOf({ cases: [] })] }), 1],
  ['千人の日は二枚', dayLogBook({ views: [fullDay()] }), 2],
  ['練習の日は一枚', dayLogBook({ practice: true }), 1],
  ['締めた日は一枚', dayLogBook({ views: [closedDay()] }), 1],
  ['長い理由の続く日は二枚', dayLogBook({ views: [talkativeDay()] }), 2],
] as const;

describe('日報の紙', () => {
  test.each(books)('%sで、A4に収まり、足に重ならない', async (_, book, sheets) => {
    const pages = await readPdf(await bench.pdfOf(dayLogSheet(book)), 50);
    expect(pages).toHaveLength(sheets);
    for (const { widthMm, heightMm } of pages)
      expect([widthMm, heightMm].map((length) => Math.round(length))).toEqual([210, 297]);
    const [all, foot] = await bench.onPage(dayLogSheet(book), (page) =>
      Promise.all([boxes(page, null), boxes(page, '.foot')]),
    );
    const footTop = Math.min(...foot.map(({ top }) => top));
    expect(footTop).toBeGreaterThan(200);
    expect(all.filter(({ left, right, top, bottom }) => left < 5 || right > 205 || top < 4 || bottom > 292)).toEqual(
      [],
    );
    expect(all.filter(({ top, bottom }) => top < footTop && bottom > footTop + 0.1)).toEqual([]);
  });

  test('締めた日は、端末の件数と差とその理由、確認符号と締めた人を言い、締めていない日は書くところを空けて、そう言う', () => {
    const closed = dayLogSheet(dayLogBook({ views: [closedDay()] }));
    for (const words of ['台帳と端末の差 1件', '+1', '書込みのやり直しを端末は2件と数えるため', '締め 17:21'])
      expect(closed).toContain(words);
    expect(closed).toContain(
      '端末 S1 11月24日(火) 17:21 締めた人 見本 責任・確かめた人 見本 管理・符号 0123 4567 89ab cdef',
    );
    expect(closed).not.toContain('手で書きます');
    expect(dayLogSheet(dayLogBook())).toContain('まだ締めていません。端末・差・理由は、手で書きます');
  });

  test('長い理由も、二枚めに続けて、終わりまで書く。消した理由は、消去済と言う', () => {
    const html = dayLogSheet(dayLogBook({ views: [talkativeDay()] }));
    expect(html.split(longReason)).toHaveLength(8);
    expect(html).toContain('日報(続き)');
    expect(html).toContain('2 / 2 ページ');
    expect(dayLogSheet(dayLogBook({ views: [closedDay()] }))).toContain('端末の満了日の受け入れ(V7) 消去済');
  });

  test('三つの窓口のつづりは、日ごとに、三つを足した一枚が先に立つ', () => {
    const views = (['shiminka', 'sobue', 'heiwa'] as const).map((office) => dayLogOf({ office }));
    const html = dayLogSheet(dayLogBook({ views }));
    expect(html.split('class="sheet day-log"')).toHaveLength(5);
    const first = html.split('class="sheet day-log"')[1] ?? '';
    expect(first).toContain('稲沢市 3か所の計');
    // Two persons came to each of the three.
    expect(first).toMatch(/<td>計<\/td><td class="n">6<\/td>/);
  });

  test('決裁欄は19ミリの枠が四つ', async () => {
    const stamps = await bench.onPage(dayLogSheet(dayLogBook()), (page) => boxes(page, '.approval td'));
    expect(stamps).toHaveLength(4);
    for (const { left, right, top, bottom } of stamps) {
      expect(right - left).toBeGreaterThanOrEqual(18.7);
      expect(bottom - top).toBeGreaterThanOrEqual(18.7);
    }
  });

  test('足のQRは、窓口と日と確認符号を言う', async () => {
    const html = dayLogSheet(dayLogBook());
    const code = /class="code">([^<]+)</.exec(html)?.[1]?.replaceAll(' ', '');
    const { qr } = await bench.scanned(html, 200);
    expect(qr.map((picture) => readQr(picture))).toEqual([`S-20261124-${code}`]);
  });

  test('範囲は、一日と一窓口に一枚', async () => {
    const views = ['2026-11-24', '2026-11-25', '2026-11-26'].map((day) => dayLogOf({ day }));
    expect(await readPdf(await bench.pdfOf(dayLogSheet(dayLogBook({ views }))), 50)).toHaveLength(3);
  });

  test('紙には来庁者の名前がなく、打たれた文字は印にならない', () => {
    const html = dayLogSheet(dayLogBook({ writtenBy: '<b>見本' }));
    expect(html).not.toContain('花子');
    expect(html).toContain('&lt;b&gt;見本');
  });
});
