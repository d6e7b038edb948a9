import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseForm } from '../../src-main/documents/case-forms.ts';
import { rendererFolder } from '../../src-main/hosts/launcher/build.ts';
import { findChromium } from '../../src-main/hosts/launcher/machine-tools.ts';
import { chromiumPrinter } from '../../src-main/system/chromium-printer.ts';
import { scratchFolder } from '../support/made-up.ts';
import { printableOf, sameDay } from '../support/printables.ts';
import { readQr } from '../support/read-sheets.ts';
import { type SheetBench, sheetBench } from '../support/sheet-bench.ts';

const executablePath = findChromium() ?? '';

let bench: SheetBench;
beforeAll(async () => {
  bench = await sheetBench();
});
afterAll(() => bench.close());

describe('刷ったあとに残るもの', () => {
  const holder = '練習 残子';
  const secret = printableOf({ holder: { ...printableOf().holder, name: holder, certificateName: holder } });

  /** every file below whose bytes hold the name, in any encoding that a browser writes */
  function filesWith(text: string, place: string): readonly string[] {
    const wanted = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(encodeURIComponent(text))];
    if (!existsSync(place)) return [];
    return readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => {
        const bytes = readFileSync(file);
        return wanted.some((each) => bytes.includes(each));
      });
  }

  test('動いている間も、閉じたあとも、名前はどのファイルにもない', async () => {
    const place = scratchFolder();
    const own = join(place.path, 'printing');
    const other = chromiumPrinter({ executablePath, rendererFolder, profileFolder: own });
    const html = caseForm('inquiryLetter', [secret]);
    expect((await other.pictures(html)).ok).toBe(true);
    expect((await other.pdf(html)).ok).toBe(true);
    expect(existsSync(own)).toBe(true);
    // The search must be able to find: a copy of the profile with the sheet in it.
    const control = join(place.path, 'control');
    cpSync(own, control, { recursive: true, filter: (source) => !/Singleton|\.sock/.test(source) });
    expect(filesWith(holder, control)).toEqual([]);
    writeFileSync(join(control, 'left-behind'), html);
    expect(filesWith(holder, control)).toEqual([join(control, 'left-behind')]);
    expect(filesWith(holder, own)).toEqual([]);
    await other.close();
    expect(existsSync(own)).toBe(false);
    expect(filesWith(holder, join(place.path, 'elsewhere'))).toEqual([]);
    place.remove();
  });

  test('紙のスクリプトは動かず、外の番地には出られない', async () => {
    const leaky = caseForm('receiptSlip', [secret]).replace(
      '</section>',
      '<script>document.body.textContent = "ran"</script><img src="https://example.com/x.png" alt=""></section>',
    );
    expect((await bench.scanned(leaky, 150)).qr.map(readQr)).toEqual([secret.receipt, secret.receipt]);
  });

  test('紙のないHTMLは刷れないと答え、次の一枚は刷れる', async () => {
    const nothing = await bench.printer.pdf('<!doctype html><p>紙がない</p>');
    expect(nothing).toMatchObject({ ok: false, failure: { code: 'printFailed' } });
    expect((await bench.printer.pdf(caseForm('receiptSlip', [sameDay()]))).ok).toBe(true);
  });

  test('刷る道具のない機械では、刷れないと答える', async () => {
    const place = scratchFolder();
    const none = chromiumPrinter({
      executablePath: join(place.path, 'none'),
      rendererFolder,
      profileFolder: join(place.path, 'printing'),
    });
    expect(await none.pdf(caseForm('receiptSlip', [sameDay()]))).toMatchObject({
      ok: false,
      failure: { code: 'printFailed' },
    });
    await none.close();
    expect(existsSync(join(place.path, 'printing'))).toBe(false);
    place.remove();
  });
});
