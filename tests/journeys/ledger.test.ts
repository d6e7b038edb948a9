import { afterEach, beforeEach, expect, test } from 'vitest';
import { nameOfFocus } from '../support/counter-keyboard.ts';
import { openReception, scan } from '../support/counter-procedures.ts';
import { madeUpVisit, typeVisit } from '../support/counter-steps.ts';
import { counterMorning, expectAccessible, type Journey } from './journey.ts';

const receipt = 'S01-20261124-0001-4';
let window: Journey;
beforeEach(async () => {
  window = await counterMorning();
  await openReception(window);
  await typeVisit(window, { ...madeUpVisit, name: '髙橋 練習子', kana: 'タカハシ レンシュウコ' });
  await window.reach('氏名', 'Shift+Tab');
  await window.press('Enter', '1');
  await window.press('F11');
  await window.see(/受け付けました S01-20261124-0001-4/);
});
afterEach(() => window.end());

test.each([
  ['異体字の高橋', '高橋'],
  ['ひらがなの読み', 'たかはし'],
  ['和暦の生年月日', 'S63.4.1'],
  ['西暦の生年月日', '1988.4.1'],
])('台帳の一つの欄で、%sから人を探し、Enterで開く', async (_, typed) => {
  await window.press('F6');
  await window.reach('台帳を探す');
  await window.type(typed);
  await window.press('Enter');
  await window.see('1人');
  await window.press('Enter');
  await window.see('今日できること');
  await window.page.getByRole('heading', { name: '髙橋 練習子' }).waitFor();
  await window.see('高橋 練習子');
  await expectAccessible(window, '人の紙面');
});

test('台帳の欄に打った受付番号は、その受付を開く', async () => {
  await window.press('F6');
  await window.reach('台帳を探す');
  await window.type(receipt);
  await window.press('Enter');
  await window.page.getByRole('heading', { name: '発行の記録' }).first().waitFor();
  await window.see('髙橋 練習子');
});

test('個人番号らしい数字では探さず、消すように言う', async () => {
  await window.press('F6');
  await window.reach('台帳を探す');
  await window.type('1234-5678-9018');
  await window.see('個人番号と思われる数字では探せません。消してください。');
  await window.press('Enter');
  expect(await window.page.getByText('1人').count()).toBe(0);
});

test('受付番号を読み取ると、照会・失効・台帳・入力の途中からでもその受付が開き、欄には残らない', async () => {
  for (const key of ['F4', 'F5', 'F6', 'F3'] as const) {
    await window.press('F2');
    await window.page.getByRole('heading', { name: '今日の窓口' }).first().waitFor();
    await window.press(key);
    if (key === 'F3' || key === 'F5') {
      await window.see(/番号は(受付|記録)時に付きます/);
      await window.reach('氏名');
      await window.type('見本 途中');
    }
    await scan(window, receipt);
    if (key === 'F4') {
      // On 照会 a number names a letter; this case has none.
      await window.see(/照会/);
      continue;
    }
    await window.page.getByRole('heading', { name: '発行の記録' }).first().waitFor();
    await window.see('髙橋 練習子');
    if (key !== 'F3') continue;
    await window.press('F3');
    await window.reach('氏名');
    expect(await nameOfFocus(window.page)).toBe('氏名');
    expect(await window.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('見本 途中');
  }
});
