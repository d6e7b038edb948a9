import { afterEach, beforeEach, expect, test } from 'vitest';
import { nameOfFocus } from '../support/counter-keyboard.ts';
import { typeTerminal, typeVisit } from '../support/counter-steps.ts';
import { counterMorning, expectAccessible, expectFocus, type Journey } from './journey.ts';

const receipt = 'S01-20261124-0001-4';
let window: Journey;
beforeEach(async () => {
  window = await counterMorning();
});
afterEach(() => window.end());

async function receiveByAgent(): Promise<void> {
  await window.press('F3');
  await window.see('番号は受付時に付きます');
  await typeVisit(window);
  await window.reach('来庁者', 'Shift+Tab');
  await window.press('ArrowRight', 'ArrowRight');
  await window.reach('代理人の氏名');
  await window.type('見本 代理');
  await window.reach('代理の理由');
  await window.type('本人が入院しているため');
  await window.see('照会書を本人に郵送します');
  await window.press('F11');
  await window.see(/照会で受け付けました S01-20261124-0001-4/);
}

/** 書類を選ぶ: by the beginning of its reading. */
async function showLicence(): Promise<void> {
  await window.reach('写真付き書類を追加');
  await window.type('うんてんめん');
  await window.page.getByRole('option').first().waitFor();
  await window.press('ArrowDown', 'Enter');
  await window.page.locator('.combo-list').waitFor({ state: 'detached' });
}

test('代理人の申請を、投函、連絡、回答、発行まで、キーだけで進める', async () => {
  await receiveByAgent();
  await window.press('F4');
  await window.see('1通を投函します');
  await expectFocus(window, '照会');
  await expectAccessible(window, '投函の前の照会');
  await window.press('F11');
  await window.see('1通の投函を記録しました。期限は12月24日(木)です');
  await expectAccessible(window, '投函のあとの照会');
  await window.press('Escape');

  await window.at('2026-12-22T10:00');
  await window.press('F2');
  await window.see('今日の受付はまだありません。');
  await window.see('3日以内に期限が来るか、宛所不明で戻っています。');
  await window.press('F4');
  await window.see('あと2日');
  await window.press('ArrowDown', 'Enter', 'F8');
  await window.see('練習 花子さんへの連絡を記録します');
  await window.reach('本人に伝えたか');
  await window.press('Space');
  await window.reach('連絡を記録');
  await window.press('Enter');
  await window.see('12/22 電話・伝えた');

  await window.at('2026-12-24T16:59');
  await window.page.waitForFunction(() => document.querySelector('.header-when time')?.textContent === '16:59');
  await window.press('F2', 'F4');
  await window.see('今日まで');
  await window.page.keyboard.type(receipt);
  await window.press('Enter');
  await window.see('回答を受けるときの確認');
  await window.see('一致');
  await expect.poll(() => nameOfFocus(window.page)).toBe('回答・委任状');
  await window.press('Space', 'Enter', 'Space', 'Enter', 'Space');
  await showLicence();
  await expectAccessible(window, '回答の確認');
  await window.press('F11');
  await window.see(`回答を受け付けました ${receipt}`);
  await window.see('回答受領');
  // What was said of the letter when the case came in is no news to whoever brings the reply.
  expect(await window.page.getByText('登録された住所あてに郵送します').filter({ visible: true }).count()).toBe(0);
  await expectAccessible(window, '回答を受け付けた受付');
  await window.press('Escape');
  await typeTerminal(window, [
    { serial: '1A2B3C4D', expiresOn: '2030.4.1' },
    { serial: '1A2B3C4E', expiresOn: '2030.4.1' },
  ]);
  await window.press('F11');
  await window.see('カードを渡せます');
});

test('期限の翌日には、新しい申請が要ると言い、受け付けない', async () => {
  await receiveByAgent();
  await window.press('F4');
  await window.see('1通を投函します');
  await window.press('F11');
  await window.see('1通の投函を記録しました');
  await window.at('2026-12-25T09:00');
  await window.press('F2', 'F4');
  await window.see('1日過ぎ');
  await window.page.keyboard.type(receipt);
  await window.press('Enter');
  await window.see('12月24日(木)で期限が切れました。');
  await window.press('F11');
  await window.see('あらためて申請が必要です。');
  await window.reach('受付を開く');
  await window.press('Enter');
  await window.see('期限切れです。新しい申請が要ります');
  await expectAccessible(window, '期限の切れた受付');
  expect(await window.page.locator('.issue-sheet input').count()).toBe(0);
});
