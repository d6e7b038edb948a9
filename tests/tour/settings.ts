import { moveTo, openReception } from '../support/counter-procedures.ts';
import { changeTo, typeVisit } from '../support/counter-steps.ts';
import { administrator, clerk } from '../support/made-up.ts';
import { onPaper } from './people.ts';
import type { Stage } from './stage.ts';

/** 十二章 設定: a planned stop (L3), the fees (F1), where the address lies in the window; then a visit during the stop, and a case from paper (L4). */
export async function settingsAndPaper(stage: Stage): Promise<void> {
  await settings(stage);
  await duringTheStop(stage);
  await fromPaper(stage);
}

async function settings({ window, picture }: Stage): Promise<void> {
  await window.at('2026-12-24T14:40');
  await changeTo(window, administrator);
  await window.reach('暦と手数料を開く');
  await window.press('Enter');
  await window.see('暦に書き込みはありません。');
  await window.reach('種類');
  await window.press('Space');
  await window.reach('始まりの日');
  await window.type('R8.12.24');
  await window.reach('始まりの時刻');
  await window.type('15:00');
  await window.reach('終わりの時刻');
  await window.type('15:30');
  await window.reach('理由');
  await window.type('全国のシステムの計画停止');
  await picture('settings');
  await window.press('F11');
  await window.see('暦に加えました');
  await window.reach('手数料1の理由');
  await window.type('カードの再交付');
  await window.reach('手数料1の円');
  await window.type('200');
  await window.reach('いつから');
  await window.type('R9.1.4');
  await window.reach('変える理由');
  await window.type('手数料条例の改正');
  await picture('settings-fees');
  await window.press('F8');
  await window.see('手数料の変更を記録しました');
  await picture('settings-recorded');
  await window.press('F2');
  await window.reach(/^職員を加える/u);
  await window.press('Enter');
  await window.see('照会書の宛名の位置');
  await window.reach('右へ(mm)');
  await window.press('Control+a');
  await window.type('2.5');
  await window.press('Enter', 'Enter');
  await window.see('宛名の位置を記録しました');
  await picture('address-position');
  await changeTo(window, clerk);
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
