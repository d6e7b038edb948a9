import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nameOfFocus } from '../support/counter-keyboard.ts';
import { madeUpVisit, typeVisit } from '../support/counter-steps.ts';
import { counterMorning, expectAccessible, expectFocus, type Journey } from './journey.ts';

describe('即日でない受付を、キーボードだけで', () => {
  let window: Journey;

  beforeEach(async () => {
    window = await counterMorning();
  });
  afterEach(() => window.end());

  async function startVisit(visit = madeUpVisit): Promise<void> {
    await window.press('F3');
    await window.see('番号は受付時に付きます');
    await typeVisit(window, visit);
  }

  test('受付不可は、わけを示してから記録し、来庁者に伝えることが一覧の上に残る', async () => {
    await startVisit();
    await window.reach('いまの証明書', 'Shift+Tab');
    await window.press('ArrowRight', 'Enter');
    for (const _kind of ['利用者証明用', '署名用']) {
      await window.type('2025.4.1');
      await window.press('Enter');
      await window.type('2030.4.1');
      // The serial number is left open.
      await window.press('Enter', 'Enter');
    }
    await window.see('受け付けられません');
    await window.see('有効な証明書あり(令和12年4月1日まで)');
    await expectAccessible(window, '受付不可のわけ');
    await window.press('F11');
    await window.see(/受付不可を記録しました S01-20261124-0001-4/);
    await window.see('いまの証明書がまだ有効です。更新は令和12年1月2日からです。');
    await window.reach('練習 花子');
    await window.press('F2');
    await window.see('いまの証明書がまだ有効です。更新は令和12年1月2日からです。');
    await expectAccessible(window, '受付不可のあとの今日の窓口');
    await window.press('Escape', '4');
    await window.see('受付不可');
    await window.reach('練習 花子');
    await window.press('Enter');
    await window.see('この受付は済んでいます');
    await expectFocus(window, '済んだ受付');
    await expectAccessible(window, '済んだ受付');
  });

  test('任意代理人の受付は照会になり、流れを示し、確認済で止まる', async () => {
    await startVisit();
    await window.reach('来庁者', 'Shift+Tab');
    await window.press('ArrowRight', 'ArrowRight');
    await window.reach('代理人の氏名');
    await window.type('見本 代理');
    await window.reach('代理の理由');
    await window.type('本人が入院しているため');
    await window.see('照会書を本人に郵送します');
    await window.see('これからの流れ');
    await window.press('F8');
    await expect.poll(() => nameOfFocus(window.page)).toBe('判定');
    await window.press('Escape');
    await expect.poll(() => nameOfFocus(window.page)).toBe('代理の理由');
    await expectAccessible(window, '照会の受付');
    await window.press('F11');
    await window.see(/照会で受け付けました S01-20261124-0001-4/);
    await window.see('照会書を、ご本人の登録された住所あてに郵送します。');
    await window.press('Escape');
    await window.see('照会書を投函');
    await window.reach('練習 花子');
    await window.press('Enter');
    await window.see('照会書の投函を待っています');
    await window.see('回答を受け付けてから発行します。');
    await window.press('F11');
    await window.see('回答を受け付けるまで、発行を記録できません。');
    await expectFocus(window, '照会の受付');
    await expectAccessible(window, '照会で止まった受付');
  });

  test('取下げは理由を聞き、やめれば何も残さず、記録すれば受付が済む', async () => {
    await startVisit();
    await window.press('F11');
    await window.see(/受け付けました S01-20261124-0001-4/);
    await window.press('Escape');
    await window.reach('取り下げる');
    await window.press('Enter');
    await window.see('取下げを記録します。もとに戻せません');
    await expectAccessible(window, '取下げ');
    await window.press('Escape');
    await expect.poll(() => nameOfFocus(window.page)).toBe('取り下げる');
    await window.press('Enter');
    await window.reach('取下げの理由');
    await window.type('本人が取りやめたため');
    await window.reach('取り下げる');
    await window.press('Enter');
    await window.see('取下げを記録しました S01-20261124-0001-4');
    await expectFocus(window, '取り下げた受付');
    await expectAccessible(window, '取り下げた受付');
    await window.press('Escape');
    await window.see('取下げ');
    await window.reach('練習 花子');
  });

  test('端末から写しかけたものは、別の受付を開いて戻っても残る', async () => {
    await startVisit();
    await window.press('F11');
    await window.see(/受け付けました S01-20261124-0001-4/);
    await window.reach('発行番号');
    await window.type('2A7F-19C2');
    await startVisit({ ...madeUpVisit, name: '見本 二子', kana: 'ミホン ニコ' });
    await window.press('F11');
    await window.see(/受け付けました S01-20261124-0002-2/);
    await window.press('F2');
    await window.see('受付2件');
    await window.page.keyboard.type('S01-20261124-0001-4');
    await window.press('Enter');
    await window.page.getByText('練習 花子').filter({ visible: true }).first().waitFor();
    await window.see('発行の記録');
    await window.reach('発行番号');
    expect(await window.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('2A7F-19C2');
  });
});
