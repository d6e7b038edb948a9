import { fail, type Result, succeed } from '../../../src-shared/kernel/result.ts';
import type { Printer, PrintFailure } from '../../app/ports.ts';
import { inTurn } from '../../system/in-turn.ts';
import {
  isSheetPlaces,
  pdfOptions,
  pictureScale,
  type SheetPlace,
  servePrintPage,
  sheetPlaces,
  sheetUrl,
} from '../../system/print-page.ts';
import type { ElectronApi, HostContents } from './electron-api.ts';
import { guardSession } from './guards.ts';
import { printingPartition, sheetWindowOptions } from './window.ts';

type Laid = { readonly contents: HostContents; readonly places: readonly SheetPlace[] };
type Use<Value> = (laid: Laid) => Promise<Result<Value, PrintFailure>>;

/**
 * Electronで刷る: each sheet in a hidden window of its own, in a session that keeps nothing on the disk and answers that
 * sheet and its font alone; the window goes as soon as the sheet is done, so that it never keeps the program open.
 */
export function electronPrinter(
  electron: Pick<ElectronApi, 'BrowserWindow' | 'session'> & { readonly app: Pick<ElectronApi['app'], 'isPackaged'> },
  rendererFolder: string,
): Printer {
  const oneByOne = inTurn();
  let sheet = '';
  let prepared = false;

  function prepare(): void {
    if (prepared) return;
    prepared = true;
    const ours = electron.session.fromPartition(printingPartition);
    guardSession(ours, electron.app.isPackaged);
    ours.protocol.handle('https', ({ url, method }) => {
      const served = servePrintPage(rendererFolder, sheet, url, method);
      if (served === null) return Response.error();
      return new Response(new Uint8Array(served.body), { headers: { ...served.headers } });
    });
    for (const scheme of ['http', 'file']) ours.protocol.handle(scheme, () => Response.error());
  }

  async function lay<Value>(html: string, painted: boolean, use: Use<Value>): Promise<Result<Value, PrintFailure>> {
    prepare();
    sheet = html;
    const window = new electron.BrowserWindow(sheetWindowOptions(painted));
    try {
      await window.loadURL(sheetUrl);
      const contents = window.webContents;
      const places: unknown = await contents.executeJavaScript(sheetPlaces);
      if (!isSheetPlaces(places)) throw new Error('the page holds no sheet');
      return await use({ contents, places });
    } catch (error) {
      return fail({ code: 'printFailed', detail: error instanceof Error ? error.name : 'unknown' });
    } finally {
      sheet = '';
      window.destroy();
    }
  }

  return {
    pictures: (html) => oneByOne(() => lay(html, true, pictureEach)),
    pdf: (html) =>
      oneByOne(() => lay(html, false, async ({ contents }) => succeed(await contents.printToPDF({ ...pdfOptions })))),
    print: (html) => oneByOne(() => lay(html, false, printOnPaper)),
    close: async () => undefined,
  };
}

async function pictureEach({ contents, places }: Laid): Promise<Result<readonly Uint8Array[], PrintFailure>> {
  contents.debugger.attach('1.3');
  await contents.debugger.sendCommand('Emulation.setEmulatedMedia', { media: 'print' });
  const pictures: Uint8Array[] = [];
  for (const place of places) {
    const clip = { ...place, scale: pictureScale };
    const taken: unknown = await contents.debugger.sendCommand('Page.captureScreenshot', {
      format: 'png',
      clip,
      captureBeyondViewport: true,
    });
    if (!hasPicture(taken)) throw new Error('no picture was taken');
    pictures.push(Buffer.from(taken.data, 'base64'));
  }
  return succeed(pictures);
}

function hasPicture(taken: unknown): taken is { readonly data: string } {
  return taken !== null && typeof taken === 'object' && 'data' in taken && typeof taken.data === 'string';
}

async function printOnPaper({ contents, places }: Laid): Promise<Result<null, PrintFailure>> {
  const printers = await contents.getPrintersAsync();
  if (printers.length === 0) return fail({ code: 'printerMissing', detail: 'no printer is installed' });
  const landscape = places.every(({ width, height }) => width > height);
  return new Promise((done) => {
    contents.print(
      { silent: true, printBackground: true, margins: { marginType: 'none' }, pageSize: 'A4', landscape },
      (success, reason) => done(success ? succeed(null) : fail({ code: 'printFailed', detail: reason })),
    );
  });
}
