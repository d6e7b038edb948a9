import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readXlsx } from '../src-main/documents/read-xlsx.ts';
import { nameOfFocus } from '../support/counter-keyboard.ts';
import { moveTo, openReception } from '../support/counter-procedures.ts';
import { changeTo, madeUpVisit, typeVisit } from '../support/counter-steps.ts';
import { supervisor } from '../support/made-up.ts';
import { counterMorning, expectAccessible, expectFocus, type Journey } from './journey.ts';

let window: Journey;
beforeEach(async () => {
  window = await counterMorning();
  await openReception(window);
  await typeVisit(window, madeUpVisit);
  await window.press('F11');
  await window.see(/受け付けました S01-20261124-0001-4/);
});
afterEach(() => window.end());

const received = () =>
  window.page
    .locator('.statistics-total', { hasText: '受付 計' })
    .locator('td')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent));

test('責任者は、鍵盤だけで、月計から前の月、年度計、更新の見込みへ進み、Excelに書き出せる', async () => {
  await moveTo(window, '2026-12-01T09:20');
  await changeTo(window, supervisor);
  await window.see('月計・年度計・更新の見込みを開く');
  await window.reach('月計・年度計・更新の見込みを開く');
  await window.press('Enter');
  await window.see('令和8年12月は途中(12月1日まで)です。');
  await expectFocus(window, '月計');
  expect(await nameOfFocus(window.page)).toBe('前の月');
  await expectAccessible(window, '月計');
  await window.press('ArrowLeft');
  await window.see('令和8年11月は11月24日からの記録です。');
  expect(await received()).toEqual(['1', '記録なし', '—', '—', '記録なし', '—', '—']);
  await window.press('ArrowLeft');
  await window.see('令和8年10月は記録なしです。');

  await window.reach('統計の種類', 'Shift+Tab');
  await window.press('ArrowRight');
  await window.see('令和8年度は途中(12月1日まで)・11月24日からの記録です。');
  await expectAccessible(window, '年度計');
  await window.press('F10');
  await window.see('書き出す形を選びます');
  await window.press('ArrowDown', 'Enter');
  await window.see('令和8年度の年度計を書き出しました');
  const folder = join(window.folder, 'exports');
  const [name = ''] = readdirSync(folder);
  expect(name).toBe('年度計-全窓口-2026年度.xlsx');
  const [sheet] = readXlsx(readFileSync(join(folder, name)));
  const [heading, first] = (sheet?.rows ?? []).map((row) => row.map((cell) => cell?.value ?? null));
  expect(first?.[heading?.indexOf('数') ?? -1]).toBe(1);

  await window.press('Escape');
  await window.reach('統計の種類');
  await window.press('ArrowRight');
  await window.see('更新できるようになる週');
  await window.see('この台帳で発行したものだけを数えます。');
  await expectAccessible(window, '更新の見込み');
  await window.press('Escape');
  await window.page.getByRole('heading', { name: '今日の窓口' }).first().waitFor();
});
