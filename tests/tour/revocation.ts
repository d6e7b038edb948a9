import { chooseCause, printToFile, typeHolderToRevoke } from '../support/counter-procedures.ts';
import { changeTo, showDocument, typeTerminal } from '../support/counter-steps.ts';
import { clerk, supervisor } from '../support/made-up.ts';
import { hanako, haruko, moved } from './people.ts';
import type { Stage } from './stage.ts';

/** 八章 失効: X1 at once, X3 with a new certificate, X4 that waits, and what X5 would cover. */
export async function revocations(stage: Stage): Promise<void> {
  await byApplication(stage);
  await movedWithinTheCity(stage);
  await recordedWrongly(stage);
  await issuerKey(stage);
}

async function byApplication({ window, picture }: Stage): Promise<void> {
  await window.at('2026-12-24T10:15');
  await typeHolderToRevoke(window, haruko);
  await chooseCause(window, 'X1');
  await window.reach('利用者証明用');
  await window.press('Space');
  await showDocument(window, '書類を追加', 'うんてんめん');
  await window.see('利用者証明用だけが失効します');
  await picture('revoke-application');
  await window.press('F11');
  await window.see(/失効を記録しました S01-20261224-0001/);
  await picture('revoked');
  await window.reach('例田 春子');
  await window.press('Enter');
  await window.see('失効しました');
  await picture('revoked-case');
  await printToFile(window, '失効申請書・届出書(様式第3)', () => picture('revocation-preview'));
}

async function movedWithinTheCity({ window, picture }: Stage): Promise<void> {
  await window.at('2026-12-24T10:40');
  await typeHolderToRevoke(window, hanako);
  await chooseCause(window, 'X3');
  await window.reach('通知の内容');
  await window.type('転居届の通知');
  await window.see('署名用だけが失効します');
  await picture('revoke-moved');
  await window.reach('新しい署名用を続けて発行');
  await window.press('ArrowLeft');
  await window.reach('期限');
  await window.type(hanako.cardExpiresOn);
  await showDocument(window, '書類を追加', hanako.document);
  await picture('revoke-and-issue-anew');
  await window.press('F11');
  await window.see(/受け付けました S01-20261224-0002/);
  await typeTerminal(window, [{ serial: '2A7F-19C2-490C', expiresOn: '2030.4.1' }]);
  await picture('issue-anew');
  await window.press('F11');
  await window.see(/発行を記録しました/);
}

async function recordedWrongly({ window, picture }: Stage): Promise<void> {
  await window.at('2026-12-24T11:05');
  await typeHolderToRevoke(window, { ...moved, address: '愛知県稲沢市練習町3番地' });
  await chooseCause(window, 'X4');
  await window.reach('利用者証明用');
  await window.press('Space');
  await window.reach('通知の内容');
  await window.type('生年月日の記録の誤り');
  await window.reach('責任者の確認');
  await window.press('ArrowRight');
  await window.see('受け付けて、責任者が承認するまで停止します。');
  await picture('revoke-recorded-wrongly');
  await window.press('F11');
  await window.see(/受け付けて、停止しています S01-20261224-0003/);
  await picture('revocation-waiting');
}

async function issuerKey({ window, picture }: Stage): Promise<void> {
  await window.at('2026-12-24T11:20');
  await changeTo(window, supervisor);
  await window.press('F5');
  await window.see('番号は記録時に付きます');
  await chooseCause(window, 'X5');
  await window.see('範囲を一つの出来事として記録します');
  await window.reach('署名用');
  await window.press('Space');
  await window.reach('はじめ');
  await window.type('2026.11.1');
  await window.reach('おわり');
  await window.type('R8.11.30');
  await window.press('F8');
  await window.see(/件が失効します/);
  await window.reach('通知の内容');
  await window.type('発行者の署名符号の漏えいの通知(練習)');
  await picture('revoke-range');
  await window.press('F11');
  await window.see(/証明書\d+件を失効させます/);
  await picture('revoke-range-asked');
  await window.press('Escape', 'Escape');
  await changeTo(window, clerk);
}
