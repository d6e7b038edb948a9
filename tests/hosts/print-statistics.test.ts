import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forecastSheet } from '../../src-main/documents/forecast-sheet.ts';
import { statisticsSheet } from '../../src-main/documents/statistics-sheet.ts';
import type { StatisticsView } from '../../src-shared/contract/statistics-view.ts';
import { statisticLines } from '../../src-shared/domain/statistics/lines.ts';
import { readPdf } from '../support/read-sheets.ts';
import { sampleForecast, sampleOfAllOffices, sampleStatistics } from '../support/sample-statistics.ts';
import { boxes, type SheetBench, sheetBench } from '../support/sheet-bench.ts';

let bench: SheetBench;
beforeAll(async () => {
  bench = await sheetBench();
});
afterAll(() => bench.close());

const cover = { writtenAt: '2026-11-24T17:27:00.000+09:00', writtenBy: '練習 責任者' };
const year = { kind: 'fiscalYear', year: 2026 } as const;
const paper = (view: StatisticsView) => statisticsSheet({ views: [view], ...cover });

/** every line with as large a number as a city of this size could ever have */
function full(view: StatisticsView): StatisticsView {
  const most = 99_999;
  return {
    ...view,
    lines: view.lines.map((line) => ({
      ...line,
      value: line.code === 'fee' ? 9_999_999 : most,
      months: line.months.map(() => most),
      monthsBefore: line.monthsBefore.map(() => most),
      compared: line.compared.map(() => ({ base: most, difference: -most, ratio: 123.456 })),
    })),
  };
}

const upright = [210, 297];
const lying = [297, 210];
const sheets = [
  ['月計', paper(sampleStatistics()), [upright]],
  ['すべての窓口の月計', paper(sampleOfAllOffices()), [upright, upright]],
  ['どの行も大きい月計', paper(full(sampleOfAllOffices())), [upright, upright]],
  ['練習の月計', paper(sampleStatistics({ practice: true })), [upright]],
  ['年度計', paper(sampleStatistics({ period: year })), [lying, lying]],
  ['どの行も大きい年度計', paper(full(sampleOfAllOffices({ period: year }))), [lying, lying]],
  ['更新の見込み', forecastSheet({ view: sampleForecast(), ...cover }), [upright]],
] as const;

describe('統計の紙', () => {
  test.each(sheets)('%sはA4に収まり、足に重ならない', async (_, html, sizes) => {
    const pages = await readPdf(await bench.pdfOf(html), 50);
    expect(pages.map(({ widthMm, heightMm }) => [Math.round(widthMm), Math.round(heightMm)])).toEqual(sizes);
    const [all, foot] = await bench.onPage(html, (page) => Promise.all([boxes(page, null), boxes(page, '.foot')]));
    const tops = foot.map(({ top }) => top);
    const [width = 0, height = 0] = sizes[0] ?? [];
    expect(tops.every((top) => top > height * 0.7)).toBe(true);
    expect(
      all.filter(({ left, right, top, bottom }) => left < 5 || right > width - 5 || top < 3 || bottom > height - 5),
    ).toEqual([]);
    const footTop = Math.min(...tops);
    expect(all.filter(({ top, bottom }) => top < footTop && bottom > footTop + 0.1)).toEqual([]);
  });

  test('月計の紙には、どの計の行も一度だけある', () => {
    const html = paper(sampleStatistics());
    for (const { level, code } of statisticLines) {
      if (level !== 'total') continue;
      const line = sampleStatistics().lines.find((each) => each.code === code);
      expect(html.split(`>${line?.label} <`), code).toHaveLength(2);
    }
  });

  test('記録のない窓口は、0ではなく記録なしと刷る', () => {
    expect(paper(sampleOfAllOffices())).toMatch(/平和支所<\/td><td[^>]*>記録なし/);
  });

  test('打たれた文字は印にならない', () => {
    const html = statisticsSheet({ views: [sampleStatistics()], writtenAt: cover.writtenAt, writtenBy: '<b>見本' });
    expect(html).toContain('&lt;b&gt;見本');
  });
});
