import { afterEach, beforeEach, expect, test } from 'vitest';
import { moveTo, openReception, scan } from '../support/counter-procedures.ts';
import { changeTo, typeTerminal, typeVisit } from '../support/counter-steps.ts';
import { clerk, supervisor } from '../support/made-up.ts';
import { counterMorning, expectAccessible, type Journey } from './journey.ts';

let window: Journey;
beforeEach(async () => {
  window = await counterMorning();
});
afterEach(() => window.end());

/** The next working day: the paper of the day before is typed in, with when it happened and why. */
async function typePaper(time: string): Promise<void> {
  await moveTo(window, '2026-11-25T09:05');
  await openReception(window);
  await window.reach('紙で受け付けたものを入力');
  await window.press('Space');
  await window.reach('受け付けた日');
  await window.type('R8.11.24');
  await window.reach('時刻');
  await window.type(time);
  await window.reach('紙での理由');
  await window.type('停電で端末が使えなかったため');
  await typeVisit(window);
}

test('前の日に紙で受け付けたものを、責任者が承認してから発行する', async () => {
  await typePaper('16:40');
  await window.see('11月24日(火)の決まりで判定しています');
  await window.reach('責任者の確認');
  await window.press('ArrowRight');
  await expectAccessible(window, '紙で受け付けたものの入力');
  await window.press('F11');
  await window.see(/受け付けて、停止しています S01-20261125-0001-/);
  await window.see('紙の受付の入力(L4)を責任者が確認するまで停止します。');
  await changeTo(window, supervisor);
  await window.reach('承認待ちを開く');
  await window.press('Enter');
  await window.reach('練習 花子');
  await window.press('Enter');
  await window.see('停電で端末が使えなかったため');
  await expectAccessible(window, '紙の受付の承認');
  await window.press('F11');
  const approved = await window.page
    .getByText(/承認しました S01-20261125-0001-\d/)
    .first()
    .textContent();
  const receipt = /S01-\d{8}-\d{4}-\d/u.exec(approved ?? '')?.[0];
  if (receipt === undefined) throw new Error('no number in the notice');
  await changeTo(window, clerk);
  await scan(window, receipt);
  await typeTerminal(window, [
    { serial: '2A7F-19C2-440B', expiresOn: '2030.4.1' },
    { serial: '2A7F-19C2-440C', expiresOn: '2030.4.1' },
  ]);
  await window.press('F11');
  await window.see(`発行を記録しました ${receipt}`);
});

test('責任者は同じ画面で確認でき、受付時間外に受けた紙は受け付けられない', async () => {
  await typePaper('17:00');
  await window.see('受け付けられません');
  await window.reach('時刻', 'Shift+Tab');
  await window.press('Control+a');
  await window.type('16:59');
  await window.see('即日で発行できます');
  await window.reach('責任者の確認');
  await window.press('Space');
  await window.reach('責任者の職員番号');
  await window.type(supervisor.staffNumber);
  await window.press('Tab');
  await window.type(supervisor.password);
  await window.press('F11');
  await window.see(/受け付けました S01-20261125-0001-/);
  expect(await window.page.getByText(clerk.name).filter({ visible: true }).count()).toBeGreaterThan(0);
});
