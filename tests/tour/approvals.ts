import { moveTo } from '../support/counter-procedures.ts';
import { changeTo } from '../support/counter-steps.ts';
import { clerk, supervisor } from '../support/made-up.ts';
import type { Stage } from './stage.ts';

/** 九章 訂正と承認待ち (B1, B7): a clerk asks for a correction; the supervisor answers what waits, and each case says so. */
export async function correctionAndApprovals({ window, picture }: Stage): Promise<void> {
  await moveTo(window, '2026-12-24T13:10');
  await window.press('F6');
  await window.reach('台帳を探す');
  await window.type('例田 春子');
  await window.press('Enter');
  await window.see('1人');
  await window.press('Enter');
  await window.see('今日できること');
  await window.press('F8');
  await window.see('訂正を申請します');
  await window.reach('正しい住所');
  await window.type('愛知県稲沢市練習町2番地5');
  await window.reach('訂正の理由(10文字以上)');
  await window.type('申請書の枝番を写し落としていたため');
  await window.reach('責任者の承認');
  await window.press('ArrowRight');
  await picture('correction-asked');
  await window.reach('承認を求める');
  await window.press('Enter');
  await window.see('訂正の承認を責任者に求めました');

  await changeTo(window, supervisor);
  await window.see('責任者の承認を待っている依頼があります。');
  await picture('home-of-supervisor');
  await window.reach('承認待ちを開く');
  await window.press('Enter');
  await window.see('頼んだ職員');
  await picture('approvals');
  await answerFirst({ window, picture }, '髙橋 練習子', 'approval-date');
  await answerFirst({ window, picture }, '例田 転居', 'approval-recorded-wrongly');
  await answerFirst({ window, picture }, '例田 春子', 'approval-correction');
  await picture('approvals-answered');
  await changeTo(window, clerk);
}

async function answerFirst({ window, picture }: Stage, name: string, as: string): Promise<void> {
  await window.reach(name);
  await window.press('Enter');
  await window.see('頼んだ理由');
  await picture(as);
  await window.press('F11');
  await window.see(/承認しました/);
  await window.press('Escape');
}
