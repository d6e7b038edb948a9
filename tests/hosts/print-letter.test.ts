import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseForm } from '../../src-main/documents/case-forms.ts';
import { longPrintable, practising, printableOf } from '../support/printables.ts';
import { cut, hasInk, readPdf } from '../support/read-sheets.ts';
import { boxes, type SheetBench, sheetBench } from '../support/sheet-bench.ts';

let bench: SheetBench;
beforeAll(async () => {
  bench = await sheetBench();
});
afterAll(() => bench.close());

describe('窓あき封筒', () => {
  const offsets = [
    { xMm: 0, yMm: 0 },
    { xMm: 10, yMm: 10 },
    { xMm: -10, yMm: -10 },
    { xMm: 4.5, yMm: -2 },
  ];

  test.each(offsets)('宛名は、必ず見える 65×24 mm の中にあり、右へ$xMm 下へ$yMm mm動く', async (letterOffset) => {
    for (const printable of [printableOf({ letterOffset }), { ...longPrintable(), letterOffset }]) {
      const html = caseForm('inquiryLetter', [printable]);
      const [block, texts] = await bench.onPage(html, (page) =>
        Promise.all([boxes(page, '.window'), boxes(page, '.window .fitted, .window .forward')]),
      );
      expect(block[0]?.left).toBeCloseTo(20 + letterOffset.xMm, 1);
      expect(block[0]?.top).toBeCloseTo(12 + letterOffset.yMm, 1);
      expect(texts.map(({ text }) => text)).toEqual([
        '転送不要',
        printable.holder.address,
        `${printable.holder.name} 様`,
      ]);
      for (const { left, top, right, bottom } of texts) {
        expect(left).toBeGreaterThanOrEqual(20 + letterOffset.xMm - 0.05);
        expect(right).toBeLessThanOrEqual(85 + letterOffset.xMm + 0.05);
        expect(top).toBeGreaterThanOrEqual(12 + letterOffset.yMm - 0.05);
        expect(bottom).toBeLessThanOrEqual(36 + letterOffset.yMm + 0.05);
      }
    }
  });

  test('窓から見えることがある 110×57 mm に、宛名のほかは何も刷られない(宛名を動かしても)', async () => {
    for (const printable of [printableOf(), longPrintable(), practising(printableOf())]) {
      for (const letterOffset of offsets) {
        const html = caseForm('inquiryLetter', [{ ...printable, letterOffset }]);
        const others = await bench.onPage(html, async (page) => {
          await page.evaluate(() => document.querySelector('.window')?.remove());
          return boxes(page, null);
        });
        const shows = { right: 110 + Math.max(0, letterOffset.xMm), bottom: 57 + Math.max(0, letterOffset.yMm) };
        expect(others.filter(({ left, top }) => left < shows.right && top < shows.bottom)).toEqual([]);
      }
      const [page] = await readPdf(
        await bench.pdfOf(caseForm('inquiryLetter', [printable]).replace(/<address.*?<\/address>/s, '')),
        150,
      );
      if (page === undefined) throw new Error('no page');
      expect(hasInk(cut(page, { leftMm: 0, topMm: 0, widthMm: 110, heightMm: 57 }), 254)).toBe(false);
    }
  });

  test('99 mmと198 mmの折り目には、折り目のしるしのほか何も刷られない', async () => {
    for (const printable of [printableOf(), longPrintable()]) {
      const [page] = await readPdf(await bench.pdfOf(caseForm('inquiryLetter', [printable])), 150);
      if (page === undefined) throw new Error('no page');
      for (const foldMm of [99, 198]) {
        expect(hasInk(cut(page, { leftMm: 8, topMm: foldMm - 0.7, widthMm: 200, heightMm: 1.4 }))).toBe(false);
        expect(hasInk(cut(page, { leftMm: 1, topMm: foldMm - 1, widthMm: 4, heightMm: 2 }))).toBe(true);
      }
    }
  });
});
