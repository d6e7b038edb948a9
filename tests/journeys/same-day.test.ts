import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nameOfFocus } from '../support/counter-keyboard.ts';
import { changeTo, madeUpVisit, typeTerminal, typeVisit } from '../support/counter-steps.ts';
import { clerk, supervisor } from '../support/made-up.ts';
import { counterMorning, expectAccessible, type Journey } from './journey.ts';

describe('即日の新規発行を、キーボードだけで', () => {
  let window: Journey;

  beforeEach(async () => {
    window = await counterMorning();
  });
  afterEach(() => window.end());

  async function receive(visit = madeUpVisit): Promise<void> {
    await window.press('F3');
    await window.see('番号は受付時に付きます');
    await typeVisit(window, visit);
    await window.see('即日で発行できます');
    await window.press('F11');
    await window.see(/受け付けました S01-20261124-/);
  }

  test('最初の設定から日報の書き出しまで通り、書き出しに同じ受付がある', async () => {
    await receive();
    await window.at('2026-11-24T09:44');
    await typeTerminal(window, [
      { serial: '2A7F-19C2-440B', expiresOn: '2030.4.1' },
      { serial: '2A7F-19C2-440C', expiresOn: '2030.4.1' },
    ]);
    await window.press('F11');
    await window.see('発行を記録しました S01-20261124-0001-4');
    await window.at('2026-11-24T17:05');
    await changeTo(window, supervisor);
    await window.press('F7');
    await window.see('件数');
    await window.press('F10');
    await window.see('書き出す形を選びます');
    await window.press('Enter');
    await window.see('日報を書き出しました');
    const exported = readFileSync(join(window.folder, 'exports', '日報-市民課-20261124.csv'), 'utf8');
    expect(exported.startsWith('\u{feff}区分,')).toBe(true);
    expect(exported).toContain(
      '受付,2026-11-24,市民課,S01-20261124-0001-4,09:30,09:44,練習 花子,新規発行,両方,本人,即日,発行済',
    );
  });

  test('端末の日付が違えば止まり、入れ直しても違うときは責任者が同じ画面で受け入れる', async () => {
    await receive();
    await typeTerminal(window, [
      { serial: '2A7F-19C2-440B', expiresOn: '2030.4.1' },
      { serial: '2A7F-19C2-440C', expiresOn: '2030.3.31' },
    ]);
    await window.press('F11');
    await window.see('署名用の満了日が違うため、止めています');
    await expectAccessible(window, '停止中');
    await window.reach('署名用の満了日');
    await window.type('2030.3.31');
    await window.reach('責任者の職員番号');
    await window.type(supervisor.staffNumber);
    await window.press('Tab');
    await window.type(supervisor.password);
    await window.press('Tab');
    await window.type('統合端末の表示を二人で確かめたため');
    await window.press('F11');
    await window.see('発行を記録しました S01-20261124-0001-4');
    await window.press('F2');
    await window.see('発行済');
  });

  test('使えない文字は、数字の1で代替文字を選ぶ', async () => {
    await window.press('F3');
    await window.see('番号は受付時に付きます');
    await typeVisit(window, { ...madeUpVisit, name: '髙見 練習子', kana: 'タカミ レンシュウコ' });
    await window.see('「髙」の代替文字を本人が選ぶ');
    await window.reach('氏名', 'Shift+Tab');
    await window.press('Enter', '1');
    await window.see('「高見 練習子」');
    await window.press('F11');
    await window.see(/受け付けました/);
    await window.see('髙見 練習子');
  });

  test('変換中のEnterは受付を送らず、次の欄へも進まない', async () => {
    await window.press('F3');
    await window.see('番号は受付時に付きます');
    await window.reach('氏名');
    const session = await window.page.context().newCDPSession(window.page);
    await session.send('Input.imeSetComposition', { text: 'れんしゅう', selectionStart: 5, selectionEnd: 5 });
    const enter = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 } as const;
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    expect(await nameOfFocus(window.page)).toBe('氏名');
    await session.send('Input.insertText', { text: '練習' });
    expect(await nameOfFocus(window.page)).toBe('氏名');
    expect(await window.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('練習');
    expect(await window.page.getByText(/受け付けました/).count()).toBe(0);
    await window.press('Enter');
    await window.reach('フリガナ');
    await session.detach();
  });

  test('二度押しても、受付は一つ', async () => {
    await window.press('F3');
    await window.see('番号は受付時に付きます');
    await typeVisit(window);
    await window.see('即日で発行できます');
    await Promise.all([window.press('F11'), window.press('F11'), window.press('F11')]);
    await window.see(/受け付けました S01-20261124-0001/);
    await window.press('F2');
    await window.see('受付1件');
  });

  test('入力したものは、ロックと画面の切り替えのあとも残る', async () => {
    await window.press('F3');
    await window.see('番号は受付時に付きます');
    await window.reach('氏名');
    await window.type('見本 途中');
    await window.press('F12');
    await window.see('ロック中です');
    expect(await window.page.getByText('見本 途中').filter({ visible: true }).count()).toBe(0);
    await expectAccessible(window, 'ロック');
    await window.reach('パスワード');
    await window.type(clerk.password);
    await window.press('Enter');
    await window.see('番号は受付時に付きます');
    await window.press('F2');
    await window.see('入力中');
    await window.press('F3');
    await window.reach('氏名');
    expect(await window.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('見本 途中');
  });

  test('預かった入力中のものを、同僚が今日の窓口から引き継ぐ', async () => {
    await window.press('F3');
    await window.see('番号は受付時に付きます');
    await window.reach('氏名');
    await window.type('見本 引継');
    await window.press('F2');
    await window.see('見本 引継');
    await changeTo(window, supervisor);
    await window.see('見本 引継');
    await window.reach(/見本 引継/);
    await window.press('Enter');
    await window.see('番号は受付時に付きます');
    await window.reach('氏名');
    expect(await window.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('見本 引継');
  });

  test('受付番号を読み取ると、どの画面からでもその受付が開く', async () => {
    await receive();
    await window.press('F2');
    await window.see('受付1件');
    await window.page.keyboard.type('S01-20261124-0001-4');
    await window.press('Enter');
    await window.see('発行の記録');
    await window.see('練習 花子');
  });

  test('どの画面にも、使いやすさの決まり(axe)に反するところがない', async () => {
    await expectAccessible(window, '今日の窓口');
    await window.press('F3');
    await window.see('番号は受付時に付きます');
    await expectAccessible(window, '受付');
    await typeVisit(window);
    await expectAccessible(window, '受付(入力済)');
    await window.press('F11');
    await window.see(/受け付けました/);
    await expectAccessible(window, '発行の記録');
    await window.press('F1');
    await window.see('この画面のキー');
    await expectAccessible(window, 'ヘルプ');
    await window.press('Escape');
    await changeTo(window, supervisor);
    await window.press('F7');
    await window.see('件数');
    await window.press('F8');
    await window.see('内訳');
    await expectAccessible(window, '日報');
  });
});
