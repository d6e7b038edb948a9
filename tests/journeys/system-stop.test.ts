import { afterEach, beforeEach, test } from 'vitest';
import { moveTo, openReception, scan } from '../support/counter-procedures.ts';
import { changeTo, typeTerminal, typeVisit } from '../support/counter-steps.ts';
import { clerk, supervisor } from '../support/made-up.ts';
import { counterMorning, expectAccessible, type Journey } from './journey.ts';

let window: Journey;
beforeEach(async () => {
  window = await counterMorning();
});
afterEach(() => window.end());

async function enterStop(): Promise<void> {
  await changeTo(window, supervisor);
  await window.reach('設定を開く');
  await window.press('Enter');
  await window.see('前の月');
  await window.reach('種類');
  await window.press('Space');
  await window.reach('始まりの日');
  await window.type('R8.11.24');
  await window.reach('始まりの時刻');
  await window.type('12:00');
  await window.reach('終わりの時刻');
  await window.type('13:00');
  await window.reach('理由');
  await window.type('全国のシステムの計画停止');
  await expectAccessible(window, '設定');
  await window.press('F11');
  await window.see('システム停止を暦に加えました');
}

test('責任者が停止を暦に加えると、そのあいだは受け付けて待ち、停止が明けたら発行を記録できる', async () => {
  await enterStop();
  await changeTo(window, clerk);
  await moveTo(window, '2026-11-24T12:10');
  await openReception(window);
  await typeVisit(window);
  await window.see('即日で発行できます');
  await expectAccessible(window, '停止のあいだの受付');
  await window.press('F11');
  await window.see(/受け付けて、停止しています S01-20261124-0001-4/);
  await window.see('統合端末の停止(L3)が終わってから、続きを記録してください。');
  await scan(window, 'S01-20261124-0001-4');
  await window.see('全国のシステムが止まっているため、発行を待っています');
  await expectAccessible(window, '停止を待つ受付');
  await window.press('F2');
  await moveTo(window, '2026-11-24T13:00');
  await scan(window, 'S01-20261124-0001-4');
  await typeTerminal(window, [
    { serial: '2A7F-19C2-440B', expiresOn: '2030.4.1' },
    { serial: '2A7F-19C2-440C', expiresOn: '2030.4.1' },
  ]);
  await window.press('F11');
  await window.see('発行を記録しました S01-20261124-0001-4');
});

test('取り消した停止は、判定に出ない', async () => {
  await enterStop();
  await window.reach(/^取り消す/u);
  await window.press('Enter');
  await window.see('システム停止を取り消します');
  await window.type('停止が延期になったため');
  await window.reach('取消しを記録');
  await window.press('Enter');
  await window.see('暦の書き込みを取り消しました');
  await changeTo(window, clerk);
  await moveTo(window, '2026-11-24T12:10');
  await openReception(window);
  await typeVisit(window);
  await window.press('F11');
  await window.see(/受け付けました S01-20261124-0001-4/);
});
