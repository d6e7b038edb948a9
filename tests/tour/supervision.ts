import { moveTo } from '../support/counter-procedures.ts';
import { changeTo, signIn } from '../support/counter-steps.ts';
import { administrator, clerk } from '../support/made-up.ts';
import type { Stage } from './stage.ts';

/** 終章 監査と抽出確認 (B5, B7): the morning after; who did what, what is worth asking about, and the second look at what was drawn. */
export async function supervision(stage: Stage, morning: string): Promise<void> {
  await failToSignIn(stage, morning);
  await audit(stage);
  await hints(stage);
  await secondLook(stage);
  await changeTo(stage.window, clerk);
}

async function failToSignIn({ window }: Stage, morning: string): Promise<void> {
  await moveTo(window, morning);
  await window.press('F12');
  await window.see('ロック');
  await window.press('F8');
  for (let times = 0; times < 5; times += 1) {
    await window.reach('職員番号');
    await window.press('Control+a');
    await window.type(clerk.staffNumber);
    await window.press('Enter');
    await window.press('Control+a');
    await window.type('違うパスワードです');
    await window.press('Enter');
    await window.see(times < 4 ? '職員番号かパスワードが違います。' : /この端末のサインインを/);
  }
  await window.at(`${morning.slice(0, 11)}08:52`);
  await signIn(window, administrator);
}

async function audit({ window, picture }: Stage): Promise<void> {
  await window.see(/抽出する日が/);
  await picture('home-with-second-looks');
  await window.reach('監査を開く');
  await window.press('Enter');
  await window.see('受付・氏名');
  await picture('audit');
  await window.reach('種類');
  await window.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
  await window.reach(/(?:V7|L4|発行|受付)$/u);
  await window.press('Enter');
  await window.see('この人で絞る');
  await picture('audit-of-a-kind');
  await window.press('F10');
  await window.see('監査の一覧を書き出します');
  await picture('audit-forms');
  await window.press('Enter');
  await window.see(/監査の一覧を書き出しました/);
  await window.press('Escape');
  await window.reach('この人で絞る');
  await window.press('Enter');
  await window.see('さんに関わるもの');
  await picture('audit-of-a-person');
  await window.reach('すべての人に戻す');
  await window.press('Enter');
}

async function hints({ window, picture }: Stage): Promise<void> {
  await window.see(/気づき \d+件/);
  await window.press('F8');
  await window.see('サインインできないことが続いた');
  await window.press('Enter');
  await window.see('もとの行');
  await window.reach('だれに何を確かめ、どうだったか');
  await window.type('本人に確かめ、変えたばかりのパスワードの打ち違いだった');
  await picture('audit-hint');
  await window.press('F11');
  await window.see(/確かめたと記録しました/);
  await picture('audit-hint-reviewed');
}

async function secondLook({ window, picture }: Stage): Promise<void> {
  await window.press('F2');
  await window.reach('抽出確認を開く');
  await window.press('Enter');
  await window.see('選ばれたわけ');
  await picture('sampling');
  await window.press('Enter');
  await window.see('確かめること');
  await picture('sampling-case');
  await window.press('ArrowRight');
  const asked = ['判定', '期限・満了日', '代替文字', '記録の完全さ', '例外の扱いと理由'];
  for (const question of asked) {
    // Only an exception is asked about as one.
    if ((await window.page.getByText(question, { exact: true }).count()) === 0) continue;
    await window.reach(question);
    await window.press('Space');
  }
  await window.press('F11');
  await window.see(/直すところが/);
  await picture('sampling-to-mend');
  await window.reach('気づいたこと');
  await window.type('書類の種類が、写しと違う');
  await window.reach('重さ');
  await window.press('Space');
  await window.reach('このあと');
  await window.press('ArrowRight');
  await window.reach('関わる規則(任意)');
  await window.type('I1');
  await picture('sampling-finding');
  await window.press('F11');
  await window.see('抽出確認を記録しました');
  await picture('sampling-reviewed');
  await window.reach('どう済ませたか');
  await window.press('ArrowRight');
  await window.reach('したこと');
  await window.type('受け付けた職員に、書類の選び方を伝えた');
  await window.press('Enter');
  await window.see('気づきを済ませました');
  await picture('sampling-settled');
  await window.press('Escape', 'Escape');
  await window.see('この期間の集計');
  await picture('sampling-statistics');
}
