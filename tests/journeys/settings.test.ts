import { afterEach, beforeEach, test } from 'vitest';
import { moveTo } from '../support/counter-procedures.ts';
import { changeTo } from '../support/counter-steps.ts';
import { administrator, clerk, supervisor } from '../support/made-up.ts';
import { toSettingsTab } from '../support/settings-steps.ts';
import { counterMorning, expectAccessible, expectFocus, type Journey } from './journey.ts';

let window: Journey;
beforeEach(async () => {
  window = await counterMorning();
});
afterEach(() => window.end());

async function openSettings(who: typeof supervisor | typeof administrator): Promise<void> {
  await changeTo(window, who);
  await window.reach('設定を開く');
  await window.press('Enter');
  await window.see('前の月');
  await expectFocus(window, '設定');
}

test('責任者は、暦の日を選んで何日もの閉庁を加え、途中で取り消すと、過ぎた日は休みのまま、その日から開く', async () => {
  await openSettings(supervisor);
  // 11月24日(火)から、次の週の月曜11月30日へ
  await window.press('F8', 'ArrowDown', 'ArrowLeft', 'Enter');
  await window.press('Space', 'ArrowRight', 'ArrowRight');
  await window.reach('終わりの日');
  await window.type('R8.12.2');
  await window.reach('理由');
  await window.type('庁舎の工事');
  await expectAccessible(window, '暦に加える');
  await window.press('F11');
  await window.see('臨時閉庁を暦に加えました');
  await moveTo(window, '2026-12-01T09:30');
  await window.see('庁舎の工事のため、窓口は休みです');
  await window.press('F8');
  await window.reach(/^取り消す/u);
  await window.press('Enter');
  await window.see('臨時閉庁を取り消します');
  await window.reach('取り消す理由');
  await window.type('工事が早く終わったため');
  await window.reach('取消しを記録');
  await window.press('Enter');
  await window.see('暦の書き込みを取り消しました');
  await window.see('受付時間内です(17:00まで)');
  await window.press('F8', 'ArrowLeft');
  await window.see('休み(臨時閉庁・庁舎の工事)');
});

test('管理者は、決まりの変更を予定し、祝日を確かめ、宛名の位置を決め、予定を取りやめ、すべてが変更の記録に残る', async () => {
  await openSettings(administrator);
  await toSettingsTab(window, '3');
  await window.reach('回答の日数');
  await window.reach('新しい値');
  await window.press('Control+a');
  await window.type('20');
  await window.reach('いつから');
  await window.type('R9.4.1');
  await window.reach('変える理由');
  await window.type('要綱の改正');
  await window.see('投函の翌日から20日めまで');
  await expectAccessible(window, '決まり');
  await window.press('F11');
  await window.see('回答の日数の変更を記録しました');
  await toSettingsTab(window, '2');
  await window.reach('照らしたもの');
  await window.type('令和8年2月2日の官報');
  await expectAccessible(window, '祝日');
  await window.press('F11');
  await window.see('2027年の祝日を確かめました');
  await toSettingsTab(window, '5');
  await window.reach('右へ(mm)');
  await window.press('Control+a');
  await window.type('2.5');
  await window.press('F11');
  await window.see('宛名の位置を記録しました');
  await expectAccessible(window, '封筒の窓');
  await toSettingsTab(window, '3');
  await window.reach(/^取りやめる/u);
  await window.press('Enter');
  await window.reach('取りやめる理由');
  await window.type('改正が延期になったため');
  await window.reach('取りやめを記録');
  await window.press('Enter');
  await window.see('予定の変更を取りやめました');
  await toSettingsTab(window, '6');
  await window.see('改正が延期になったため');
  await window.see('17日・ちがいなし');
  await window.see('右へ2.5mm・下へ0mm');
  await expectAccessible(window, '変更の記録');
});

test('打ちかけの決まりは、ロックして戻っても残り、別の職員には見えない', async () => {
  await openSettings(administrator);
  await toSettingsTab(window, '3');
  await window.reach('新しい値');
  await window.press('Control+a');
  await window.type('25');
  await window.press('F12');
  await window.see('ロックを解く');
  await window.reach('パスワード');
  await window.type(administrator.password);
  await window.press('Enter');
  await window.see('30日 → 25日');
  await changeTo(window, clerk);
  await openSettings(administrator);
  await toSettingsTab(window, '3');
  await window.see('新しい値を入力すると、窓口でかわることが出ます。');
});
