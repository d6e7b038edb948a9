import { afterEach, beforeEach, describe, test } from 'vitest';
import { changeTo, signIn } from '../support/counter-steps.ts';
import { administrator, clerk, supervisor } from '../support/made-up.ts';
import { openMember, openStaffScreen, typeHandOver, typeNewName } from '../support/staff-steps.ts';
import { counterMorning, expectAccessible, expectFocus, type Journey } from './journey.ts';

describe('職員を、キーボードだけで', () => {
  let window: Journey;
  beforeEach(async () => {
    window = await counterMorning();
  });
  afterEach(() => window.end());

  test('改姓を残し、停止し、停止された職員は入れず、停止を解くとまた入れる', async () => {
    await changeTo(window, administrator);
    await openStaffScreen(window, /^職員を加える・見る/u);
    await openMember(window, 2);
    await typeNewName(window);
    await window.press('F11');
    await window.see('見本 窓口さんの氏名・番号を変えました');
    await window.see(/氏名「見本 窓口」→「例田 窓口」/u);
    await expectFocus(window, '職員を変えたあと');
    await expectAccessible(window, '職員の経過');

    await window.reach('停止する');
    await window.press('Enter');
    await window.type('休職のため');
    await window.press('F11');
    await window.see('例田 窓口さんを停止しました');
    await window.press('F12');
    await window.see('ロック');
    await window.press('F8');
    await window.reach('職員番号');
    await window.type(clerk.staffNumber);
    await window.press('Enter');
    await window.type(clerk.password);
    await window.press('Enter');
    await window.see(/停止中のため、使えません/u);
    await expectAccessible(window, '停止中のサインイン');

    await window.page.reload();
    await signIn(window, administrator);
    await openStaffScreen(window, /^職員を加える・見る/u);
    await openMember(window, 2);
    await window.reach('停止を解く');
    await window.press('Enter');
    await window.type('復職のため');
    await window.press('F11');
    await window.see('例田 窓口さんの停止を解きました');
    await changeTo(window, clerk);
  });

  test('自分のパスワードを変え、責任者を引き継ぐと、役割が入れ替わる', async () => {
    const next = '雨の日はねことお茶を飲む';
    await window.reach(/^見本 窓口/u);
    await window.press('Enter');
    await window.reach('パスワードを変える');
    await window.press('Enter');
    await window.reach('いまのパスワード');
    await window.type(clerk.password);
    await window.press('Enter');
    await window.type(next);
    await window.press('Enter');
    await window.type(next);
    await window.press('F11');
    await window.see('パスワードを変えました');

    await changeTo(window, supervisor);
    await openStaffScreen(window, /^職員を見る・引き継ぐ/u);
    await openMember(window, 1);
    await typeHandOver(window, { ...clerk, password: next }, '');
    await expectAccessible(window, '引継ぎ');
    await window.press('F11');
    await window.see('見本 責任さんから責任者を引き継ぎました');
    await expectFocus(window, '引き継いだあと');
    await expectAccessible(window, '引き継いだあと');
    await changeTo(window, { ...clerk, password: next });
    await window.press('F7');
    await window.page.getByRole('heading', { name: '日報' }).first().waitFor();
    await window.see('締め');
  });
});
