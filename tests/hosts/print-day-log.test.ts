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

const books = [
  ['ふつうの日', dayLogBook()],
  ['何もない日', dayLogBook({ views: [dayLogOf({ cases: [] })] })],
  ['千人の日', dayLogBook({ views: [fullDay()] })],
  ['練習の日', dayLogBook({ practice: true })],
] as const;

describe('日報の紙', () => {
  test.each(books)('%sもA4の一枚に収まり、足に重ならない', async (_, book) => {
    const pages = await readPdf(await bench.pdfOf(dayLogSheet(book)), 50);
    expect(pages).toHaveLength(1);
    expect([pages[0]?.widthMm, pages[0]?.heightMm].map((length) => Math.round(length ?? 0))).toEqual([210, 297]);
    const [all, foot] = await bench.onPage(dayLogSheet(book), (page) =>
      Promise.all([boxes(page, null), boxes(page, '.foot')]),
    );
    const [footTop = 0] = foot.map(({ top }) => top);
    expect(footTop).toBeGreaterThan(200);
    expect(all.filter(({ left, right, top, bottom }) => left < 5 || right > 205 || top < 4 || bottom > 292)).toEqual(
      [],
    );
    expect(all.filter(({ top, bottom }) => top < footTop && bottom > footTop + 0.1)).toEqual([]);
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
