import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Printer } from '../../src-main/app/ports.ts';
import { rendererFolder } from '../../src-main/hosts/launcher/build.ts';
import { findChromium } from '../../src-main/hosts/launcher/machine-tools.ts';
import { chromiumPrinter } from '../../src-main/system/chromium-printer.ts';
import { servePrintPage, sheetPlaces, sheetUrl } from '../../src-main/system/print-page.ts';
import { scratchFolder } from './made-up.ts';
import { cut, type Grey, readPdf } from './read-sheets.ts';

/** 囲み (mm), from the top left of its sheet. */
export type Box = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type SheetBench = {
  readonly printer: Printer;
  /** throws where it cannot be laid out */
  readonly pdfOf: (html: string) => Promise<Uint8Array>;
  /** the same page as the printer lays out, to be measured */
  readonly onPage: <Value>(html: string, measure: (page: Page) => Promise<Value>) => Promise<Value>;
  /** what a scanner is aimed at: each code with the white around it that the form leaves */
  readonly scanned: (
    html: string,
    dotsPerInch: number,
  ) => Promise<{ readonly qr: readonly Grey[]; readonly bars: readonly Grey[] }>;
  readonly close: () => Promise<void>;
};

/** 紙の試験台: the real printer, and a browser of the test's own that measures the same pages. */
export async function sheetBench(): Promise<SheetBench> {
  const executablePath = findChromium() ?? '';
  const folder = scratchFolder();
  const printer = chromiumPrinter({ executablePath, rendererFolder, profileFolder: join(folder.path, 'printing') });
  const browser: Browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });

  async function pdfOf(html: string): Promise<Uint8Array> {
    const pdf = await printer.pdf(html);
    if (!pdf.ok) throw new Error(pdf.failure.code);
    return pdf.value;
  }

  async function onPage<Value>(html: string, measure: (page: Page) => Promise<Value>): Promise<Value> {
    const context = await browser.newContext({ viewport: { width: 1123, height: 1123 } });
    try {
      await context.route('**/*', async (route) => {
        const served = servePrintPage(rendererFolder, html, route.request().url(), route.request().method());
        if (served === null) await route.abort();
        else await route.fulfill({ status: 200, body: served.body, headers: { ...served.headers } });
      });
      const page = await context.newPage();
      await page.emulateMedia({ media: 'print' });
      await page.goto(sheetUrl);
      await page.evaluate(sheetPlaces);
      return await measure(page);
    } finally {
      await context.close();
    }
  }

  async function scanned(
    html: string,
    dotsPerInch: number,
  ): Promise<{ readonly qr: readonly Grey[]; readonly bars: readonly Grey[] }> {
    const pages = await readPdf(await pdfOf(html), dotsPerInch);
    const place = ({ left, top, right, bottom }: Box) => ({
      leftMm: left,
      topMm: top,
      widthMm: right - left,
      heightMm: bottom - top,
    });
    const [qr, bars] = await onPage(html, (page) => Promise.all([boxes(page, '.qr'), boxes(page, '.barcode')]));
    const each = qr.length / pages.length;
    const pictures = (found: readonly Box[]) =>
      found.map((box, index) => {
        const page = pages[Math.floor(index / each)];
        if (page === undefined) throw new Error('a code without its page');
        return cut(page, place(box));
      });
    return { qr: pictures(qr), bars: pictures(bars) };
  }

  return {
    printer,
    pdfOf,
    onPage,
    scanned,
    close: async () => {
      await printer.close();
      await browser.close();
      folder.remove();
    },
  };
}

/** every line of text, every drawn code and every box of these, in mm from the top left of its sheet */
export function boxes(page: Page, selector: string | null): Promise<readonly Box[]> {
  return page.evaluate((wanted) => {
    const found: { text: string; left: number; top: number; right: number; bottom: number }[] = [];
    for (const sheet of document.querySelectorAll('.sheet')) {
      const origin = sheet.getBoundingClientRect();
      const dots = origin.width / (sheet.classList.contains('landscape') ? 297 : 210);
      const put = (text: string, box: DOMRect) => {
        const { left, top, right, bottom } = box;
        const [x, y] = [origin.left, origin.top];
        if (box.width > 0 && box.height > 0)
          found.push({
            text,
            left: (left - x) / dots,
            top: (top - y) / dots,
            right: (right - x) / dots,
            bottom: (bottom - y) / dots,
          });
      };
      if (wanted !== null) {
        for (const each of sheet.querySelectorAll(wanted)) put(each.textContent ?? '', each.getBoundingClientRect());
        continue;
      }
      const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        if (node.textContent?.trim() === '' || node.parentElement?.closest('.practice-diagonal') !== null) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) put(node.textContent ?? '', box);
      }
      for (const drawn of sheet.querySelectorAll('svg, .fold, .tick, .boxed, th, td, .practice-frame'))
        put(drawn.tagName, drawn.getBoundingClientRect());
    }
    return found;
  }, selector);
}
