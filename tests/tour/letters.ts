import { checkReply, moveTo, savePreview, scan } from '../support/counter-procedures.ts';
import { typeTerminal } from '../support/counter-steps.ts';
import type { Stage } from './stage.ts';

const hisashi = 'S01-20261124-0006-3';

/** 四章 投函 (D1, D2): the day's batch, the preview of 様式第2, and its PDF. */
export async function postLetters({ window, picture }: Stage): Promise<void> {
  await window.at('2026-11-24T15:40');
  await window.press('F4');
  await window.see('2通を投函します');
  await picture('letters-to-post');
  await window.press('F11');
  await window.see('2通の投函を記録しました。期限は12月24日(木)です');
  await picture('letters-posted');
  await window.press('F9');
  await savePreview(window, '照会書兼回答書(様式第2)', () => picture('letter-preview'));
  await picture('letter-saved');
  await window.press('Escape', 'Escape');
}

/** 五章 宛所不明 (D6): a letter comes back, the family is called, and it is posted again. */
export async function returnedLetter({ window, picture }: Stage): Promise<void> {
  await moveTo(window, '2026-12-02T10:20');
  await window.press('F2', 'F4');
  await window.see('見本 里子');
  await window.type('ミホンサトコ');
  await window.press('Enter');
  await window.reach('宛所不明を記録');
  await window.press('Enter');
  await window.see('見本 里子さんの照会書が宛所不明で戻りました');
  await picture('letter-returned-dialog');
  await window.reach('宛所不明を記録');
  await window.press('Enter');
  await window.see('照会書が届かずに戻りました。');
  await picture('letter-returned');
  await window.press('F11');
  await window.see('見本 里子さんの照会書をもう一度投函します');
  await window.reach('投函を記録');
  await window.press('Enter');
  await window.see('1通の投函を記録しました。');
  await picture('letter-posted-again');
  await window.press('Escape', 'Escape', 'Escape');
}

/** 六章 期限と連絡: two days before the end the list says so, and somebody calls. */
export async function dueSoon({ window, picture }: Stage): Promise<void> {
  await moveTo(window, '2026-12-22T10:00');
  await window.press('F2');
  await window.see('3日以内に期限が来るか、宛所不明で戻っています。');
  await picture('home-letters-due');
  await window.press('F4');
  await window.see('あと2日');
  await window.type('レンシュウヒサシ');
  await window.press('Enter');
  await window.see('連絡の記録');
  await picture('letter-due');
  await window.press('F8');
  await window.see('練習 久さんへの連絡を記録します');
  await window.reach('本人に伝えたか');
  await window.press('Space');
  await picture('letter-contact');
  await window.reach('連絡を記録');
  await window.press('Enter');
  await window.see('12/22 電話・伝えた');
  await window.press('F10');
  await window.see('書き出す形を選びます');
  await window.press('Enter');
  await window.see(/照会の一覧を書き出しました/);
  await picture('letters-contacted-and-exported');
  await window.press('Escape', 'Escape');
}

/** 七章 回答と発行 (D4): on the last day the code is scanned, what must match is looked at, and the certificates are issued. */
export async function replyAndIssue({ window, picture }: Stage): Promise<void> {
  await moveTo(window, '2026-12-24T09:40');
  await window.press('F2', 'F4');
  await window.see('今日まで');
  await scan(window, hisashi);
  await window.see('回答を受けるときの確認');
  await picture('reply-scanned');
  await checkReply(window);
  await picture('reply-checked');
  await window.press('F11');
  await window.see(`回答を受け付けました ${hisashi}`);
  await picture('reply-accepted');
  await window.press('Escape');
  await typeTerminal(window, [
    { serial: '1A2B3C4D', expiresOn: '2031.3.3' },
    { serial: '1A2B3C4E', expiresOn: '2031.3.3' },
  ]);
  await window.press('F11');
  await window.see('カードを渡せます');
  await picture('issued-after-reply');
}
