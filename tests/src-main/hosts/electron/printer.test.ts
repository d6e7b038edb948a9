import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { electronPrinter } from '../../../../src-main/hosts/electron/printer.ts';
import { scratchFolder } from '../../../support/made-up.ts';
import { type Circumstances, recordedElectron } from './recorded-electron.ts';

let folder: ReturnType<typeof scratchFolder>;
beforeEach(() => {
  folder = scratchFolder();
  writeFileSync(join(folder.path, 'print-font.css'), 'font');
});
afterEach(() => folder.remove());

function printerOf(circumstances: Circumstances = {}) {
  const double = recordedElectron(circumstances);
  return { double, printer: electronPrinter(double.electron, folder.path) };
}

const page = '<section class="sheet">練習 花子</section>';

describe('Electronの印刷', () => {
  test('紙は、記憶に残さない別の区画の、見えない窓に置く', async () => {
    const { double, printer } = printerOf();
    await printer.pdf(page);
    const [options] = double.sheetWindows;
    expect(double.partitions).toEqual(['printing']);
    expect(options?.show).toBe(false);
    expect(options?.webPreferences).toMatchObject({
      partition: 'printing',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    });
    expect(options?.webPreferences?.preload).toBeUndefined();
  });

  test('その区画には、紙と書体のほか何も答えず、許しも取り込みもない', async () => {
    const { double, printer } = printerOf();
    await printer.pdf(page);
    expect(double.sheets).toEqual([page]);
    const https = double.printing.served.get('https');
    const status = async (url: string) => (await https?.(new Request(url)))?.type;
    expect(await status('https://madoguchi.invalid/print-font.css')).toBe('default');
    expect(await status('https://madoguchi.invalid/index.html')).toBe('error');
    expect(double.printing.mayRequest()).toBe(false);
    expect(double.printing.isCancelled('https://example.com/')).toBe(true);
    expect(double.printing.heard.names()).toContain('will-download');
  });

  test('刷り終えた紙は、もう答えない', async () => {
    const { double, printer } = printerOf();
    await printer.pdf(page);
    const answer = await double.printing.served.get('https')?.(new Request('https://madoguchi.invalid/sheet'));
    expect(await answer?.text()).toBe('');
  });

  test('PDFは紙の大きさのまま、背景も刷り、読み上げの印を付ける', async () => {
    const { double, printer } = printerOf();
    expect(await printer.pdf(page)).toMatchObject({ ok: true });
    expect(double.calls).toContain(
      'contents.printToPDF {"preferCSSPageSize":true,"printBackground":true,"generateTaggedPDF":true}',
    );
  });

  test('見本は、どの紙も一枚の絵にする', async () => {
    const sheet = { x: 0, y: 0, width: 794, height: 1123 };
    const { double, printer } = printerOf({ places: [sheet, { ...sheet, y: 1123 }] });
    const pictures = await printer.pictures(page);
    expect(pictures.ok && pictures.value.map((each) => [...each])).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(double.sheetWindows[0]?.webPreferences?.offscreen).toBe(true);
    expect(double.calls.filter((call) => call.startsWith('debugger.Page.captureScreenshot')).length).toBe(2);
  });

  test('紙には、黙って、端までA4で刷る', async () => {
    const { double, printer } = printerOf();
    expect(await printer.print(page)).toEqual({ ok: true, value: null });
    expect(double.calls).toContain(
      'contents.print {"silent":true,"printBackground":true,"margins":{"marginType":"none"},"pageSize":"A4","landscape":false}',
    );
  });

  test('横長の一覧は、横向きに刷る', async () => {
    const { double, printer } = printerOf({ places: [{ x: 0, y: 0, width: 1123, height: 794 }] });
    await printer.print(page);
    expect(double.calls.find((call) => call.startsWith('contents.print '))).toContain('"landscape":true');
  });

  test('プリンターがなければそう言い、紙づまりなら刷れなかったと言う', async () => {
    expect(await printerOf({ printers: 'none' }).printer.print(page)).toMatchObject({
      failure: { code: 'printerMissing' },
    });
    expect(await printerOf({ printers: 'jammed' }).printer.print(page)).toMatchObject({
      failure: { code: 'printFailed' },
    });
  });

  test.each([
    ['読み込めない', { loadFails: true }],
    ['紙がない', { places: [] }],
    ['絵が撮れない', { picture: {} }],
  ] as const)('%s ときも、刷れなかったと答え、窓は残らない', async (_, circumstances) => {
    const { double, printer } = printerOf(circumstances);
    expect(await printer.pictures(page)).toMatchObject({ ok: false, failure: { code: 'printFailed' } });
    expect(double.calls.at(-1)).toBe('window.destroy');
  });

  test('続けて頼まれても、一枚ずつ刷る', async () => {
    const { double, printer } = printerOf();
    await Promise.all([printer.pdf(page), printer.print(page), printer.pictures(page)]);
    const turns = double.calls.filter((call) => call === 'new sheet window' || call === 'window.destroy');
    expect(turns).toEqual(Array.from({ length: 3 }, () => ['new sheet window', 'window.destroy']).flat());
  });
});
