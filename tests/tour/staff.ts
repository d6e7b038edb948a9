import { moveTo } from '../support/counter-procedures.ts';
import { changeTo } from '../support/counter-steps.ts';
import { administrator, clerk, supervisor } from '../support/made-up.ts';
import type { Stage } from './stage.ts';

/** 十三章 職員: a new name after a marriage, a suspension, one's own password, and a supervisor who hands over. */
export async function staff(stage: Stage): Promise<void> {
  await accounts(stage);
  await ownPassword(stage);
  await handOver(stage);
}

async function accounts({ window, picture }: Stage): Promise<void> {
  await moveTo(window, '2026-12-24T15:50');
  await changeTo(window, administrator);
  await window.reach(/^職員を加える・見る/u);
  await window.press('Enter');
  await window.reach(administrator.name);
  await window.press('ArrowDown', 'ArrowDown', 'Enter');
  await window.see('経過');
  await picture('staff-member');
  await window.reach('氏名・番号を変える');
  await window.press('Enter');
  await window.reach('氏名');
  await window.press('Control+a');
  await window.type('例田 窓口');
  await window.reach('フリガナ');
  await window.press('Control+a');
  await window.type('レイダ マドグチ');
  await window.reach('理由');
  await window.type('婚姻による改姓');
  await picture('staff-rename');
  await window.press('F11');
  await window.see('氏名・番号を変えました');
  await picture('staff-renamed');
  await window.reach('例田 窓口');
  await window.press('ArrowUp', 'Enter');
  await window.see('経過');
  await window.reach('停止する');
  await window.press('Enter');
  await window.see('責任者のいない窓口ができます');
  await picture('staff-suspend');
  await window.press('Escape');
  await window.press('F8');
  await window.press('F11');
  await window.see('役割を選んでください。');
  await picture('staff-add-to-mend');
  await window.press('Escape');
}

async function ownPassword({ window, picture }: Stage): Promise<void> {
  await window.press('F2');
  await window.reach(new RegExp(`^${administrator.name}`, 'u'));
  await window.press('Enter');
  await window.reach('パスワードを変える');
  await picture('header-menu');
  await window.press('Enter');
  await window.reach('いまのパスワード');
  await window.type(administrator.password);
  await window.reach('新しいパスワード');
  await window.type('inazawa2026');
  await window.press('F11');
  await window.see(/12文字以上/u);
  await picture('password-to-mend');
  await window.press('Escape');
}

async function handOver({ window, picture }: Stage): Promise<void> {
  await changeTo(window, supervisor);
  await window.reach(/^職員を見る・引き継ぐ/u);
  await window.press('Enter');
  await window.reach(administrator.name);
  await window.press('ArrowDown', 'Enter');
  await window.reach('責任者を引き継ぐ');
  await window.press('Enter');
  await window.see('渡るもの');
  await window.reach('引き継いだあとの前任');
  await window.press('Space', 'ArrowRight');
  await window.reach('いつから');
  await window.type('R9.1.4');
  await window.reach('理由');
  await window.type('一月の異動のため');
  await window.reach('後任の職員番号');
  await window.type(clerk.staffNumber);
  await window.press('Enter');
  await window.type(clerk.password);
  await picture('hand-over');
  await window.press('F11');
  await window.see('責任者を引き継ぎました');
  await picture('handed-over');
  await changeTo(window, clerk);
}
