import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReception } from '../support/counter-procedures.ts';
import { changeTo, typeTerminal, typeVisit } from '../support/counter-steps.ts';
import { clerk, supervisor } from '../support/made-up.ts';
import { counterMorning, expectAccessible, type Journey } from './journey.ts';

let window: Journey;
beforeEach(async () => {
  window = await counterMorning();
});
afterEach(() => window.end());

test('職員が訂正を申請し、責任者が承認待ちで承認すると、もとの記録も訂正も読め、今日の日報に載る', async () => {
  await openReception(window);
  await typeVisit(window);
  await window.press('F11');
  await window.see(/受け付けました S01-20261124-0001-4/);
  await typeTerminal(window, [
    { serial: '2A7F-19C2-440B', expiresOn: '2030.4.1' },
    { serial: '2A7F-19C2-440C', expiresOn: '2030.4.1' },
  ]);
  await window.press('F11');
  await window.see('発行を記録しました S01-20261124-0001-4');

  await window.press('F6');
  await window.reach('台帳を探す');
  await window.type('練習 花子');
  await window.press('Enter');
  await window.see('1人');
  await window.press('Enter');
  await window.see('今日できること');
  await window.press('F8');
  await window.see('訂正を申請します');
  await window.reach('正しい住所');
  await window.type('愛知県稲沢市見本町1番地2');
  await window.reach('訂正の理由(10文字以上)');
  await window.type('申請書の枝番を写し落としていたため');
  await window.reach('責任者の承認');
  await window.press('ArrowRight');
  await expectAccessible(window, '訂正の申請');
  await window.reach('承認を求める');
  await window.press('Enter');
  await window.see('訂正の承認を責任者に求めました');

  await changeTo(window, supervisor);
  await window.reach('承認待ちを開く');
  await window.press('Enter');
  await window.reach('練習 花子');
  await window.press('Enter');
  await window.see('申請書の枝番を写し落としていたため');
  await expectAccessible(window, '承認待ち');
  await window.press('F11');
  await window.see('承認しました S01-20261124-0001-4');

  await window.press('Escape', 'F7');
  await window.see('特記');
  await window.see(/S01-20261124-0001-4\(11月24日の受付\)の/);
  await window.see('申請 見本 窓口・承認 見本 責任');
  await window.press('F10');
  await window.see('書き出す形を選びます');
  await window.press('Enter');
  await window.see('日報を書き出しました');
  expect(readFileSync(join(window.folder, 'exports', '日報-市民課-20261124.csv'), 'utf8')).toContain(
    '訂正,2026-11-24,市民課,S01-20261124-0001-4,09:30,,,,,,,訂正: 住所(承認 見本 責任),,,見本 窓口,1',
  );

  await changeTo(window, clerk);
  await window.page.keyboard.type('S01-20261124-0001-4');
  await window.press('Enter');
  await window.page.getByRole('heading', { name: '発行の記録' }).first().waitFor();
  const correction = window.page.locator('.case-correction');
  await correction.waitFor();
  expect(await correction.locator('del').textContent()).toBe('愛知県稲沢市見本町1番地');
  expect(await correction.locator('ins').textContent()).toBe('愛知県稲沢市見本町1番地2');
  await expectAccessible(window, '訂正のある受付');
});
