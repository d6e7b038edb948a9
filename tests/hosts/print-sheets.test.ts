import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseForm } from '../../src-main/documents/case-forms.ts';
import { listSheet } from '../../src-main/documents/list-sheet.ts';
import { PRINT_FORM_NAMES, PrintForm } from '../../src-shared/contract/print-view.ts';
import { parseReceiptNumber } from '../../src-shared/domain/case/receipt-number.ts';
import { listOf, longPrintable, practising, printableOf, usual } from '../support/printables.ts';
import { readCode128, readPdf, readQr, shrunk } from '../support/read-sheets.ts';
import { type Box, boxes, type SheetBench, sheetBench } from '../support/sheet-bench.ts';

let bench: SheetBench;
beforeAll(async () => {
  bench = await sheetBench();
});
afterAll(() => bench.close());

const everyForm = PrintForm.options.flatMap((form) => [
  { name: PRINT_FORM_NAMES[form], form, printable: usual[form] },
  { name: `${PRINT_FORM_NAMES[form]}・いちばん長い受付`, form, printable: longPrintable() },
  { name: `${PRINT_FORM_NAMES[form]}・練習`, form, printable: practising(usual[form]) },
]);

describe('用紙の大きさ', () => {
  test.each(everyForm)('$name はA4の一枚', async ({ form, printable }) => {
    const pages = await readPdf(await bench.pdfOf(caseForm(form, [printable])), 50);
    expect(pages.length).toBe(1);
    expect(pages[0]?.widthMm).toBeCloseTo(210, 0);
    expect(pages[0]?.heightMm).toBeCloseTo(297, 0);
  });

  test.each(everyForm)('$name の文字は紙の外へ出ず、足の上に重ならない', async ({ form, printable }) => {
    const all = await bench.onPage(caseForm(form, [printable]), (page) => boxes(page, null));
    const foot = await bench.onPage(caseForm(form, [printable]), (page) => boxes(page, '.foot'));
    expect(all.length).toBeGreaterThan(5);
    const edge = form === 'addressLabel' ? 3 : 5;
    // Fold marks reach the edge of the sheet; nothing that is read does.
    const read = all.filter(({ text }) => text !== 'I');
    expect(
      read.filter(
        ({ left, right, top, bottom }) => left < edge || right > 210 - edge || top < edge || bottom > 297 - edge,
      ),
    ).toEqual([]);
    const [footTop = 297] = foot.map(({ top }) => top);
    expect(read.filter(({ top, bottom }) => top < footTop && bottom > footTop + 0.1)).toEqual([]);
  });

  test.each(everyForm.filter(({ form }) => form !== 'addressLabel'))(
    '$name の文字は、たがいに重ならない',
    async ({ form, printable }) => {
      const lines = (
        await bench.onPage(caseForm(form, [printable]), (page) =>
          boxes(page, '.fitted, h1, h2, .foot p, .window p, .codes, .sender p, td .small'),
        )
      ).filter(({ text }) => text.trim() !== '');
      const over = (one: Box, other: Box): boolean =>
        one !== other &&
        Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
        Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.6;
      const contains = (one: Box, other: Box): boolean =>
        one.text.includes(other.text) || other.text.includes(one.text);
      const clashes = lines.flatMap((one, index) =>
        lines
          .slice(index + 1)
          .filter((other) => over(one, other) && !contains(one, other))
          .map((other) => [one.text, other.text]),
      );
      expect(clashes).toEqual([]);
    },
  );

  test.each(everyForm)('$name の受付番号の印に、文字は重ならない', async ({ form, printable }) => {
    const html = caseForm(form, [printable]);
    const [codes, texts] = await bench.onPage(html, (page) =>
      Promise.all([boxes(page, '.qr, .barcode'), boxes(page, '.fitted, figcaption, h1, p:not(.practice-diagonal)')]),
    );
    expect(codes.length).toBeGreaterThanOrEqual(2);
    const on = (code: Box, text: Box): boolean =>
      Math.min(code.right, text.right) - Math.max(code.left, text.left) > 0.1 &&
      Math.min(code.bottom, text.bottom) - Math.max(code.top, text.top) > 0.1;
    expect(codes.flatMap((code) => texts.filter((text) => text.text.trim() !== '' && on(code, text)))).toEqual([]);
  });

  test('一日分の照会書は、一通が一枚', async () => {
    const receipts = ['S01-20261124-0003-0', 'S01-20261124-0006-3', 'B02-20261124-0001-2'].map(
      (receipt) => parseReceiptNumber(receipt)?.number ?? receipt,
    );
    const html = caseForm(
      'inquiryLetter',
      receipts.map((receipt) => printableOf({ receipt })),
    );
    expect((await bench.scanned(html, 150)).qr.map(readQr)).toEqual(receipts);
  });

  test('ラベルは12件まで一枚、13件目から二枚目', async () => {
    const labels = (count: number) =>
      bench.pdfOf(
        caseForm(
          'addressLabel',
          Array.from({ length: count }, () => printableOf()),
        ),
      );
    expect((await readPdf(await labels(12), 50)).length).toBe(1);
    expect((await readPdf(await labels(13), 50)).length).toBe(2);
  });

  test('長い一覧は行を切らずに枚数を増やし、どの枚も見出しと枚数を持つ', async () => {
    const html = listSheet(listOf(70));
    const pages = await readPdf(await bench.pdfOf(html), 50);
    const [heads, rows, feet] = await bench.onPage(html, (page) =>
      Promise.all([boxes(page, 'thead'), boxes(page, 'tbody tr'), boxes(page, '.foot')]),
    );
    expect(pages.length).toBeGreaterThan(1);
    expect(heads.length).toBe(pages.length);
    expect(rows.length).toBe(70);
    expect(rows.filter(({ bottom }) => bottom > (feet[0]?.top ?? 0))).toEqual([]);
    expect(feet.map(({ text }) => text.endsWith(` / ${pages.length}`))).toEqual(pages.map(() => true));
  });

  test('列の多い一覧は、横長のA4', async () => {
    const columns = Array.from({ length: 9 }, (_, index) => ({ label: `列${index + 1}`, share: 1, numeric: false }));
    const html = listSheet(
      listOf(0, { columns, rows: Array.from({ length: 40 }, () => columns.map(({ label }) => label)) }),
    );
    const [first] = await readPdf(await bench.pdfOf(html), 50);
    expect(first?.widthMm).toBeCloseTo(297, 0);
    expect(first?.heightMm).toBeCloseTo(210, 0);
  });
});

describe('受付番号の印', () => {
  test.each(PrintForm.options)('%s のQRとCode 128は、別の読み手が同じ番号に読む', async (form) => {
    const { receipt } = usual[form];
    // The diagonal of 練習 runs behind the codes.
    const { qr, bars } = await bench.scanned(caseForm(form, [practising(usual[form])]), 600);
    expect(qr.length).toBeGreaterThan(0);
    expect(bars.length).toBe(qr.length);
    // As a laser printer puts it, and two and three times as coarse.
    for (const times of [1, 2, 3]) {
      for (const picture of qr) expect(readQr(shrunk(picture, times))).toBe(receipt);
      for (const picture of bars) expect(readCode128(shrunk(picture, times))).toBe(receipt);
    }
    expect(parseReceiptNumber(receipt)?.number).toBe(receipt);
  });

  test.each([200, 300, 600])('照会書の印は、%dドットの印刷でも読める', async (dotsPerInch) => {
    const numbers = [
      { office: 'S', receipt: 'S01-20261124-0003-0' },
      { office: 'H', receipt: longNumber() },
    ];
    for (const { receipt } of numbers) {
      const { qr, bars } = await bench.scanned(caseForm('inquiryLetter', [printableOf({ receipt })]), dotsPerInch);
      expect(qr.map(readQr)).toEqual([receipt]);
      expect(bars.map(readCode128)).toEqual([receipt]);
      expect(parseReceiptNumber(receipt)?.number).toBe(receipt);
    }
  });

  test('画面の見本は、一通に一枚の絵', async () => {
    const pictures = await bench.printer.pictures(caseForm('inquiryLetter', [printableOf(), printableOf()]));
    expect(pictures.ok && pictures.value.length).toBe(2);
    const [first] = pictures.ok ? pictures.value : [];
    expect([...(first?.slice(0, 8) ?? [])]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  });
});

/** the greatest number that a terminal can give */
function longNumber(): string {
  const digits = Array.from({ length: 10 }, (_, check) => `H99-20991231-9999-${check}`);
  return digits.find((each) => parseReceiptNumber(each) !== null) ?? '';
}

describe('書体', () => {
  test('名前の字は、どれも入れてある書体で刷る', async () => {
    // 髙 﨑 are outside JIS, 𠮷 outside the BMP, 鷗 俠 in JIS X 0212: a slice of the font would lack them.
    const usualOne = printableOf();
    const name = '髙﨑 𠮷鷗俠';
    const html = caseForm('application', [
      { ...usualOne, holder: { ...usualOne.holder, name, certificateName: name } },
    ]);
    const missing = await bench.onPage(html, async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('DOM.enable');
      await session.send('CSS.enable');
      const { root } = await session.send('DOM.getDocument', { depth: -1 });
      const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '.sheet' });
      const { nodeIds } = await session.send('DOM.querySelectorAll', {
        nodeId,
        selector: 'td, th, h1, h2, p, figcaption',
      });
      const others = new Set<string>();
      for (const each of nodeIds) {
        const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId: each });
        for (const font of fonts) if (!font.isCustomFont) others.add(font.familyName);
      }
      return [...others];
    });
    expect(missing).toEqual([]);
  });
});
