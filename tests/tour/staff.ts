import { moveTo } from '../support/counter-procedures.ts';
import { changeTo } from '../support/counter-steps.ts';
import { administrator, clerk, supervisor } from '../support/made-up.ts';
import { openMember, openStaffScreen, typeHandOver, typeNewName } from '../support/staff-steps.ts';
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
  await openStaffScreen(window, /^職員を加える・見る/u);
  await openMember(window, 2);
  await picture('staff-member');
  await typeNewName(window);
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
  await openStaffScreen(window, /^職員を見る・引き継ぐ/u);
  await openMember(window, 1);
  await typeHandOver(window, clerk, 'R9.1.4');
  await picture('hand-over');
  await window.press('F11');
  await window.see('責任者を引き継ぎました');
  await picture('handed-over');
  await changeTo(window, clerk);
}
