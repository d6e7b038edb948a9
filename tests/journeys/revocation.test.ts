import { afterEach, beforeEach, describe, test } from 'vitest';
import { counterMorning, expectAccessible, type Journey } from './journey.ts';

describe('失効を、キーボードだけで', () => {
  let window: Journey;

  beforeEach(async () => {
    window = await counterMorning();
  });
  afterEach(() => window.end());

  async function typeHolder(): Promise<void> {
    await window.press('F5');
    await window.see('番号は記録時に付きます');
    for (const text of ['練習 花子', 'レンシュウ ハナコ', 'S63.4.1']) {
      await window.type(text);
      await window.press('Enter');
    }
    await window.press('Space', 'Enter');
    await window.type('愛知県稲沢市見本町1番地');
    // いまの証明書 is not asked of a notice.
    await window.press('Enter', 'Enter');
  }

  test('異動の通知(X3)で署名用を失効させ、今日の窓口に戻る', async () => {
    await typeHolder();
    await window.press('ArrowDown', 'ArrowDown', 'Enter');
    await window.type('転居届の通知');
    await window.see('署名用だけが失効します');
    await window.see('利用者証明用は、そのまま使えます。');
    await expectAccessible(window, '異動による失効');
    await window.press('F11');
    await window.see(/失効を記録しました S01-20261124-0001-4/);
    await window.see('証明書1つは、いま失効しました。');
    await window.reach('練習 花子');
    await expectAccessible(window, '失効のあとの今日の窓口');
  });

  test('記録の誤り(X4)は責任者を待ち、そのあいだは失効しない', async () => {
    await typeHolder();
    await window.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    await window.press('Space', 'Enter', 'Enter');
    await window.type('生年月日の記録の誤り');
    await window.see('責任者がここでサインインするか、待つかを選ぶ');
    // F11 leads to what is missing; the arrow chooses there, not before.
    await window.press('F11');
    await window.page.locator('[aria-label="責任者の確認"] input:focus').first().waitFor({ state: 'attached' });
    await window.press('ArrowRight');
    await window.page.getByRole('radio', { name: '責任者を待つ', checked: true }).waitFor({ state: 'attached' });
    await expectAccessible(window, '責任者を待つ失効');
    await window.press('F11');
    await window.see(/受け付けて、停止しています S01-20261124-0001-4/);
    await window.see('責任者が承認するまで失効しません(X4)。');
  });
});
