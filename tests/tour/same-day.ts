import { openReception } from '../support/counter-procedures.ts';
import { madeUpVisit, typeTerminal, typeVisit } from '../support/counter-steps.ts';
import { hanako, takahashi } from './people.ts';
import type { Stage } from './stage.ts';

/** 二章 即日: a new issuance, a substitute character, a date that differs (V7), and a form to mend. */
export async function sameDay(stage: Stage): Promise<void> {
  await receiveAndIssue(stage);
  await substitutes(stage);
  await toMend(stage);
}

async function receiveAndIssue({ window, picture }: Stage): Promise<void> {
  await window.at('2026-11-24T09:12');
  await openReception(window);
  await picture('receive-empty');
  await typeVisit(window, hanako);
  await window.see('即日で発行できます');
  await picture('receive-same-day');
  await window.press('F11');
  await window.see(/受け付けました S01-20261124-0001/);
  await picture('received');
  await window.at('2026-11-24T09:26');
  await typeTerminal(window, [
    { serial: '2A7F-19C2-440B', expiresOn: '2030.4.1' },
    { serial: '2A7F-19C2-440C', expiresOn: '2030.4.1' },
  ]);
  await picture('issue-alike');
  await window.press('F11');
  await window.see(/発行を記録しました/);
  await picture('issued');
}

async function substitutes({ window, picture }: Stage): Promise<void> {
  await window.at('2026-11-24T10:31');
  await openReception(window);
  await typeVisit(window, takahashi);
  await window.reach('氏名');
  await window.press('Enter');
  await picture('receive-substitute');
  await window.press('1');
  await window.see('即日で発行できます');
  await picture('receive-substituted');
  await window.press('F11');
  await window.see(/受け付けました S01-20261124-0002/);
  await window.at('2026-11-24T10:44');
  await typeTerminal(window, [
    { serial: '2A7F-19C2-450B', expiresOn: '2031.5.10' },
    { serial: '2A7F-19C2-450C', expiresOn: '2031.5.01' },
  ]);
  await picture('issue-unlike');
  await window.press('F11');
  await window.see('停止中');
  await picture('issue-held');
  await window.reach('署名用の満了日');
  await window.type('2031.5.01');
  await window.reach('理由(10文字以上)');
  await window.type('端末の画面を二人で見直しても、5月1日と出ているため');
  await window.reach('責任者を待つ');
  await window.press('Enter');
  await window.see('責任者を待っています');
  await picture('issue-waiting-for-supervisor');
}

async function toMend({ window, picture }: Stage): Promise<void> {
  await window.at('2026-11-24T11:05');
  await openReception(window);
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
  await picture('receive-to-mend');
  // Kept as 入力中: the next visitor gets a new form.
  await window.press('Escape');
  await window.see('入力の途中です');
  await window.press('Enter');
  await window.page.getByRole('heading', { name: '今日の窓口' }).first().waitFor();
  await window.see('入力中');
  await picture('home-with-draft');
}
