import { mkdirSync } from 'node:fs';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';
import type { Printer, PrintFailure } from '../app/ports.ts';
import { quietSwitches } from './browser-switches.ts';
import { inTurn } from './in-turn.ts';
import {
  isSheetPlaces,
  pdfOptions,
  pictureScale,
  type SheetPlace,
  servePrintPage,
  sheetPlaces,
  sheetUrl,
} from './print-page.ts';
import { cupsQueue, type PrintQueue } from './print-queue.ts';
import { removeProfile } from './remove-profile.ts';

export type ChromiumPrinterOptions = {
  readonly executablePath: string;
  /** the built screens: their font is the sheets' */
  readonly rendererFolder: string;
  /** made when the first sheet is printed and removed at the end; it holds the browser's own files, never a sheet */
  readonly profileFolder: string;
  readonly queue?: PrintQueue;
};

type Laid = { readonly page: Page; readonly places: readonly SheetPlace[] };

const idleMilliseconds = 60_000;

/**
 * Chromiumで刷る: a browser of its own without a window (the counter's window closes other pages, and cannot print to PDF).
 * Each sheet is laid out in a private context that lives for that sheet alone and keeps nothing on the disk; the pages
 * are answered by us, scripts do not run, and the PDF comes back through the pipe.
 */
export function chromiumPrinter(options: ChromiumPrinterOptions): Printer {
  const queue = options.queue ?? cupsQueue();
  let running: Promise<BrowserContext> | null = null;
  const oneByOne = inTurn();
  let rest: NodeJS.Timeout | null = null;

  async function stop(): Promise<void> {
    if (rest !== null) clearTimeout(rest);
    rest = null;
    const browser = running;
    running = null;
    await browser?.then((context) => context.close()).catch(() => undefined);
    // Also what a program that was killed left behind.
    await removeProfile(options.profileFolder);
  }

  function stopLater(): void {
    if (rest !== null) clearTimeout(rest);
    rest = setTimeout(() => void oneByOne(stop), idleMilliseconds);
    rest.unref();
  }

  async function lay<Value>(html: string, use: (laid: Laid) => Promise<Value>): Promise<Result<Value, PrintFailure>> {
    try {
      running ??= launch(options);
      const browser = (await running).browser();
      if (browser === null) throw new Error('the browser is gone');
      const sheetOnly = await browser.newContext({
        javaScriptEnabled: false,
        acceptDownloads: false,
        serviceWorkers: 'block',
        locale: 'ja-JP',
        viewport: { width: 1123, height: 1123 },
        deviceScaleFactor: pictureScale,
      });
      try {
        return succeed(await use(await layOut(sheetOnly, options.rendererFolder, html)));
      } finally {
        await sheetOnly.close();
      }
    } catch (error) {
      // Whatever it was, the next sheet begins with a new browser. Its words may hold the page: only the kind is told.
      await stop();
      return fail({ code: 'printFailed', detail: error instanceof Error ? error.name : 'unknown' });
    } finally {
      if (running !== null) stopLater();
    }
  }

  const pdfOf = (html: string) => lay(html, ({ page }) => printToPdf(page));

  return {
    pictures: (html) => oneByOne(() => lay(html, ({ page, places }) => pictureEach(page, places))),
    pdf: (html) => oneByOne(() => pdfOf(html)),
    print: (html) =>
      oneByOne(async () => {
        const pdf = await pdfOf(html);
        return pdf.ok ? queue(pdf.value) : pdf;
      }),
    close: () => oneByOne(stop),
  };
}

async function launch({ profileFolder, executablePath }: ChromiumPrinterOptions): Promise<BrowserContext> {
  await removeProfile(profileFolder);
  mkdirSync(profileFolder, { recursive: true, mode: 0o700 });
  const isRoot = process.getuid?.() === 0;
  return chromium.launchPersistentContext(profileFolder, {
    executablePath,
    headless: true,
    chromiumSandbox: !isRoot,
    acceptDownloads: false,
    // Shared pictures stay in memory; what the browser still takes for a temporary file lies with the ledger, not in a folder for all.
    ignoreDefaultArgs: ['--disable-dev-shm-usage'],
    env: { ...process.env, TMPDIR: profileFolder },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 60_000,
    args: [...quietSwitches, ...(isRoot ? ['--test-type'] : [])],
  });
}

async function layOut(context: BrowserContext, rendererFolder: string, html: string): Promise<Laid> {
  await context.route('**/*', async (route) => {
    const served = servePrintPage(rendererFolder, html, route.request().url(), route.request().method());
    if (served === null) await route.abort();
    else await route.fulfill({ status: 200, body: served.body, headers: { ...served.headers } });
  });
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print' });
  await page.goto(sheetUrl);
  const places: unknown = await page.evaluate(sheetPlaces);
  if (!isSheetPlaces(places)) throw new Error('the page holds no sheet');
  return { page, places };
}

async function printToPdf(page: Page): Promise<Uint8Array> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.printToPDF', { ...pdfOptions, transferMode: 'ReturnAsBase64' });
  return Buffer.from(data, 'base64');
}

async function pictureEach(page: Page, places: readonly SheetPlace[]): Promise<readonly Uint8Array[]> {
  const pictures: Uint8Array[] = [];
  for (const place of places)
    pictures.push(await page.screenshot({ clip: place, fullPage: true, animations: 'disabled' }));
  return pictures;
}
