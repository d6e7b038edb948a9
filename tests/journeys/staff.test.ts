import { afterEach, beforeEach, describe, test } from 'vitest';
import { changeTo, signIn } from '../support/counter-steps.ts';
import { administrator, clerk, supervisor } from '../support/made-up.ts';
import { counterMorning, expectAccessible, expectFocus, type Journey } from './journey.ts';

/** 職員を開く: from the list's first row down. */
async function openMember(window: Journey, downwards: number): Promise<void> {
  await window.reach(administrator.name);
  await window.press(...Array.from({ length: downwards }, () => 'ArrowDown'), 'Enter');
  await window.see('経過');
}

describe('職員を、キーボードだけで', () => {
  let window: Journey;
  beforeEach(async () => {
    window = await counterMorning();
  });
  afterEach(() => window.end());

  test('改姓を残し、停止し、停止された職員は入れず、停止を解くとまた入れる', async () => {
    await changeTo(window, administrator);
    await window.reach(/^職員を加える・見る/u);
    await window.press('Enter');
    await openMember(window, 2);
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
    await window.reach(/^職員を加える・見る/u);
    await window.press('Enter');
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
    await window.reach(/^職員を見る・引き継ぐ/u);
    await window.press('Enter');
    await openMember(window, 1);
    await window.reach('責任者を引き継ぐ');
    await window.press('Enter');
    await window.see('渡るもの');
    await window.reach('引き継いだあとの前任');
    await window.press('Space', 'ArrowRight');
    await window.reach('理由');
    await window.type('異動のため');
    await window.reach('後任の職員番号');
    await window.type(clerk.staffNumber);
    await window.press('Enter');
    await window.type(next);
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
