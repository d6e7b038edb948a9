import { moveTo, openReception } from '../support/counter-procedures.ts';
import { changeTo, typeVisit } from '../support/counter-steps.ts';
import { administrator, clerk } from '../support/made-up.ts';
import { toSettingsTab } from '../support/settings-steps.ts';
import { onPaper } from './people.ts';
import type { Stage } from './stage.ts';

/** 十二章 設定: a planned stop (L3), the fees (F1), where the address lies in the window; then a visit during the stop, and a case from paper (L4). */
export async function settingsAndPaper(stage: Stage): Promise<void> {
  await settings(stage);
  await duringTheStop(stage);
  await fromPaper(stage);
}

async function settings(stage: Stage): Promise<void> {
  const { window } = stage;
  await window.at('2026-12-24T14:40');
  await changeTo(window, administrator);
  await window.reach('設定を開く');
  await window.press('Enter');
  await window.see('前の月');
  await calendar(stage);
  await holidays(stage);
  await rules(stage);
  await fees(stage);
  await envelope(stage);
  await toSettingsTab(window, '6');
  await window.see('照会書の宛名の位置(この端末)');
  await stage.picture('settings-history');
  await window.press('F9');
  await window.see('使えるプリンターがありません');
  await window.reach('PDFに保存');
  await window.press('Enter');
  await window.see(/設定の変更の記録をPDFにしました/);
  await window.press('F10');
  await window.see('書き出す形を選びます');
  await window.press('Enter');
  await window.see(/設定の変更の記録を書き出しました/);
  await window.press('F2');
  await changeTo(window, clerk);
}

async function calendar({ window, picture }: Stage): Promise<void> {
  await window.press('F8');
  await picture('settings-calendar');
  await window.press('PageDown', 'Home');
  await picture('settings-calendar-next-month');
  await window.press('PageUp');
  await window.reach(/^12月24日\(木\) 受付 9:00–17:00/u);
  await window.press('Enter');
  await window.press('Space');
  await window.reach('始まりの時刻');
  await window.type('15:00');
  await window.reach('終わりの時刻');
  await window.type('15:30');
  await window.reach('理由');
  await window.type('全国のシステムの計画停止');
  await picture('settings-stop');
  await window.press('F11');
  await window.see('システム停止を暦に加えました');
  await window.press('F8', 'End', 'ArrowDown', 'Enter', 'Space', 'ArrowRight', 'ArrowRight');
  await window.reach('終わりの日');
  await window.type('R9.1.4');
  await window.reach('理由');
  await window.type('庁舎の工事');
  await picture('settings-closure-to-acknowledge');
}

async function holidays({ window, picture }: Stage): Promise<void> {
  await toSettingsTab(window, '2');
  await window.see('2027年の確認を記録');
  await window.reach('照らしたもの');
  await window.type('令和8年2月2日の官報(暦要項)');
  await picture('settings-holidays');
  await window.press('F11');
  await window.see('2027年の祝日を確かめました');
  await picture('settings-holidays-confirmed');
}

async function rules({ window, picture }: Stage): Promise<void> {
  await toSettingsTab(window, '3');
  await window.reach('回答の日数');
  await window.reach('新しい値');
  await window.press('Control+a');
  await window.type('0');
  await window.reach('いつから');
  await window.type('R9.4.1');
  await window.reach('変える理由');
  await window.type('要綱の改正');
  await window.press('F11');
  await window.see('回答の日数は、1日から365日までの数字で入力してください。');
  await picture('settings-rule-to-mend');
  await window.press('Enter', 'Control+a');
  await window.type('20');
  await picture('settings-rule');
  await window.press('F11');
  await window.see('回答の日数の変更を記録しました');
  await picture('settings-rule-recorded');
  await window.press('ArrowUp');
  await window.reach('運転免許証');
  await window.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Space');
  await picture('settings-documents');
}

async function fees({ window, picture }: Stage): Promise<void> {
  await toSettingsTab(window, '4');
  await window.reach('手数料1の理由');
  await window.type('カードの再交付');
  await window.reach('手数料1の円');
  await window.type('200');
  await window.reach('いつから');
  await window.type('R9.1.4');
  await window.reach('変える理由');
  await window.type('手数料条例の改正');
  await picture('settings-fees');
  await window.press('F11');
  await window.see('手数料の変更を記録しました');
  await picture('settings-fees-recorded');
}

async function envelope({ window, picture }: Stage): Promise<void> {
  await toSettingsTab(window, '5');
  await window.see('照会書の宛名の位置');
  await window.reach('右へ(mm)');
  await window.press('Control+a');
  await window.type('2.5');
  await window.press('F11');
  await window.see('宛名の位置を記録しました');
  await picture('address-position');
}

async function duringTheStop({ window, picture }: Stage): Promise<void> {
  await moveTo(window, '2026-12-24T15:05');
  await openReception(window);
  await typeVisit(window, { ...onPaper, name: '練習 待子', kana: 'レンシュウ マチコ' });
  await window.see('即日で発行できます');
  await picture('receive-during-stop');
  await window.press('F11');
  await window.see(/受け付けて、停止しています S01-20261224-/);
  await picture('received-during-stop');
}

async function fromPaper({ window, picture }: Stage): Promise<void> {
  await moveTo(window, '2026-12-24T15:45');
  await openReception(window);
  await window.reach('紙で受け付けたものを入力');
  await window.press('Space');
  await window.reach('受け付けた日');
  await window.type('R8.12.23');
  await window.reach('時刻');
  await window.type('16:40');
  await window.reach('紙での理由');
  await window.type('停電で端末が使えなかったため');
  await typeVisit(window, onPaper);
  await window.reach('責任者の確認');
  await window.press('ArrowRight');
  await window.see('受け付けて、責任者が承認するまで停止します。');
  await picture('receive-from-paper');
  await window.press('F11');
  await window.see(/受け付けて、停止しています S01-20261224-/);
  await picture('received-from-paper');
}
