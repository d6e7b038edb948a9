import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildRenderer } from '../../src-main/hosts/launcher/build.ts';
import { ensureMachineTools } from '../../src-main/hosts/launcher/machine-tools.ts';
import { addStaff, changeTo, madeUpVisit, setUp, signIn, typeTerminal, typeVisit } from '../support/counter-steps.ts';
import { type CounterWindow, openCounterWindow } from '../support/counter-window.ts';
import { administrator, clerk, supervisor } from '../support/made-up.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'out', 'tour');
const ledger = join(folder, 'ledger');

let pictures = 0;

/** numbered picture, once the screen has come to rest */
async function picture(window: CounterWindow, name: string): Promise<void> {
  pictures += 1;
  await window.page.evaluate(() => document.fonts.ready.then(() => undefined));
  await window.page.waitForTimeout(300);
  await window.page.screenshot({ path: join(folder, `${String(pictures).padStart(2, '0')}-${name}.png`) });
  console.log(`${String(pictures).padStart(2, '0')} ${name}`);
}

async function firstDay(window: CounterWindow): Promise<void> {
  await picture(window, 'first-setup');
  await window.press('F11');
  await picture(window, 'first-setup-to-mend');
  await window.press('Enter');
  await setUp(window);
  await picture(window, 'sign-in');
  await signIn(window, administrator);
  await picture(window, 'home-first-time');
  await addStaff(window);
  await picture(window, 'staff');
  await window.press('F1');
  await picture(window, 'help');
  await window.press('Escape');
  await window.press('F12');
  await picture(window, 'locked');
  await window.press('F8');
  await window.see('サインイン');
  await window.reach('職員番号');
  await window.type(clerk.staffNumber);
  await window.press('Enter');
  await window.type('違うパスワードです');
  await window.press('Enter');
  await window.see('職員番号かパスワードが違います。');
  await picture(window, 'sign-in-refused');
}

async function receiveAndIssue(window: CounterWindow): Promise<void> {
  await window.at('2026-11-24T09:12');
  await window.press('F3');
  await window.see('番号は受付時に付きます');
  await picture(window, 'receive-empty');
  await typeVisit(window);
  await window.see('即日で発行できます');
  await picture(window, 'receive-same-day');
  await window.press('F11');
  await window.see(/受け付けました S01-20261124-0001/);
  await picture(window, 'received');
  await window.at('2026-11-24T09:26');
  await typeTerminal(window, [
    { serial: '2A7F-19C2-440B', expiresOn: '2030.4.1' },
    { serial: '2A7F-19C2-440C', expiresOn: '2030.4.1' },
  ]);
  await picture(window, 'issue-alike');
  await window.press('F11');
  await window.see('発行済');
  await picture(window, 'issued');
}

async function substitutes(window: CounterWindow): Promise<void> {
  await window.at('2026-11-24T10:31');
  await window.press('F3');
  await window.see('番号は受付時に付きます');
  await typeVisit(window, {
    ...madeUpVisit,
    name: '髙橋 練習子',
    kana: 'タカハシ レンシュウコ',
    bornOn: '平成2年5月10日',
    cardExpiresOn: '2034.5.10',
  });
  await window.reach('氏名');
  await window.press('Enter');
  await picture(window, 'receive-substitute');
  await window.press('1');
  await window.see('即日で発行できます');
  await picture(window, 'receive-substituted');
  await window.press('F11');
  await window.see(/受け付けました S01-20261124-0002/);
  await window.at('2026-11-24T10:44');
  await typeTerminal(window, [
    { serial: '2A7F-19C2-450B', expiresOn: '2031.5.10' },
    { serial: '2A7F-19C2-450C', expiresOn: '2031.5.01' },
  ]);
  await picture(window, 'issue-unlike');
  await window.press('F11');
  await window.see('停止中');
  await picture(window, 'issue-held');
}

async function otherVisits(window: CounterWindow): Promise<void> {
  await window.at('2026-11-24T11:05');
  await window.press('F3');
  await window.see('番号は受付時に付きます');
  await typeVisit(window, {
    ...madeUpVisit,
    name: '見本 次郎',
    kana: 'ミホン ジロウ',
    sex: '男',
    bornOn: 'S64.1.8',
    address: '稲沢市見本町2番地 1234-5678-9018',
    cardExpiresOn: '2026.10.31',
  });
  await window.press('F11');
  await window.see(/直すところが/);
  await picture(window, 'receive-to-mend');
  await window.press('F2');
  await window.see('入力中');
  await picture(window, 'home-with-draft');
}

async function dayLog(window: CounterWindow): Promise<void> {
  await window.at('2026-11-24T17:05');
  await changeTo(window, supervisor);
  await picture(window, 'home-evening');
  await window.press('F7');
  await window.see('件数');
  await picture(window, 'day-log');
  await window.press('F8');
  await picture(window, 'day-log-cases');
  await window.press('F10');
  await window.see('書き出す形を選びます');
  await window.press('Enter');
  await window.see('日報を書き出しました');
  await picture(window, 'day-log-exported');
  const exports = join(ledger, 'exports');
  for (const name of readdirSync(exports)) copyFileSync(join(exports, name), join(folder, name));
}

/** 一巡り (npm run tour): from first set-up through a day at the counter to the daily log, by keyboard, without a display. */
async function tour(): Promise<number> {
  const tools = ensureMachineTools(['chromium', 'japaneseFont'], (line) => console.log(line));
  if (!tools.ready) {
    console.error(tools.message);
    return 1;
  }
  buildRenderer((line) => console.log(line));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const window = await openCounterWindow({ folder: ledger });
  try {
    await firstDay(window);
    await signIn(window, clerk);
    await receiveAndIssue(window);
    await substitutes(window);
    await otherVisits(window);
    await dayLog(window);
    console.log(`できました: ${folder}`);
    return 0;
  } catch (error) {
    await picture(window, 'stopped-here');
    throw error;
  } finally {
    await window.close();
  }
}

process.exitCode = await tour();
