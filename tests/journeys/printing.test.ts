import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { typeVisit } from '../support/counter-steps.ts';
import { cut, readCode128, readPdf, readQr } from '../support/read-sheets.ts';
import { counterMorning, expectAccessible, expectFocus, type Journey } from './journey.ts';

const receipt = 'S01-20261124-0001-4';
let window: Journey;
beforeEach(async () => {
  window = await counterMorning();
});
afterEach(() => window.end());

async function receive(): Promise<void> {
  await window.press('F3');
  await window.see('番号は受付時に付きます');
  await typeVisit(window);
  await window.see('即日で発行できます');
  await window.press('F11');
  await window.see(/受け付けました S01-20261124-/);
}

test('申請書をキーだけで見てPDFに残し、刷ったコードを読み取ると受付が開く', async () => {
  await receive();
  await window.press('F9');
  await window.see('印刷する用紙を選びます');
  await window.see('申請書(様式第1)');
  await expectAccessible(window, '用紙を選ぶ');
  await window.reach(/申請書\(様式第1\)/);
  await window.press('Enter');
  await window.page.getByRole('img', { name: '申請書(様式第1)の見本 1枚のうち1枚目' }).waitFor();
  await expectFocus(window, '印刷の見本');
  await expectAccessible(window, '印刷の見本');
  await window.reach('PDFに保存');
  await window.press('Enter');
  await window.see('PDFに保存しました(1部目)');
  await window.press('Escape');
  await window.see('1部 印刷済');
  await window.press('Escape');
  await window.see('PDFに保存 申請書(様式第1) 1部目');

  const name = `申請書(様式第1)-${receipt}-1部目.pdf`;
  const [page] = await readPdf(readFileSync(join(window.folder, 'exports', name)), 300);
  if (page === undefined) throw new Error('an empty PDF');
  expect(readQr(cut(page, { leftMm: 121, topMm: 12, widthMm: 19, heightMm: 19 }))).toBe(receipt);
  const scanned = readCode128(cut(page, { leftMm: 142, topMm: 12, widthMm: 52, heightMm: 19 }));
  expect(scanned).toBe(receipt);

  await window.press('F2');
  await window.page.getByRole('heading', { name: '今日の窓口' }).first().waitFor();
  await window.page.keyboard.type(scanned);
  await window.press('Enter');
  await window.page.getByRole('heading', { name: '発行の記録' }).first().waitFor();
  await window.see('練習 花子');
});
