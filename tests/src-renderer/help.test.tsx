import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeCounter } from './fake-counter.ts';
import { open, until, untilText, violations, visibleText } from './mount.tsx';

describe('ヘルプ', () => {
  test('F1で開き、下の画面のキーを並べ、Escで元の行に戻る', async () => {
    open(fakeCounter());
    await until('焦点', () => document.activeElement?.textContent === '\u{9AD9}橋 例子');
    await userEvent.keyboard('{ArrowDown}{F1}');
    await untilText('この画面のキー');
    const keys = [...document.querySelectorAll('.help-keys > div')].map((each) => each.textContent);
    expect(keys).toContain('F3受付');
    expect(keys).toContain('F4照会');
    expect(keys).toContain('F11使いません');
    await userEvent.keyboard('{Escape}');
    await until('閉じる', () => !visibleText().includes('この画面のキー'));
    expect(document.activeElement?.textContent).toBe('練習 一郎');
  });

  test('いま効かないキーには、わけを添える', async () => {
    open(fakeCounter());
    await untilText('練習 一郎');
    await userEvent.keyboard('{F3}');
    await untilText('番号は受付時に付きます');
    await userEvent.keyboard('{F1}');
    await untilText('この画面のキー');
    const keys = [...document.querySelectorAll('.help-keys > div')].map((each) => each.textContent);
    expect(keys).toContain('F9申請書 申請書は、記録したあとに印刷できます。');
  });

  test('開いている間は、下の画面のキーが効かず、もう一度F1で閉じる', async () => {
    open(fakeCounter());
    await untilText('練習 一郎');
    await userEvent.keyboard('{F1}');
    await untilText('この画面のキー');
    await userEvent.keyboard('{F7}3');
    expect(visibleText()).toContain('練習 一郎');
    await userEvent.keyboard('{F1}');
    await until('閉じる', () => !visibleText().includes('この画面のキー'));
  });

  test('ロックが掛かると、ヘルプは閉じる', async () => {
    open(fakeCounter({ idleLockMinutes: 0.02 }));
    await untilText('練習 一郎');
    await userEvent.keyboard('{F1}');
    await untilText('この画面のキー');
    await untilText('ロック中です');
    await until('焦点', () => document.activeElement?.id === 'unlock-password');
    expect(visibleText()).not.toContain('この画面のキー');
  });

  test.each([
    ['ふつうの幅', 1366, 768],
    ['一列', 683, 384],
  ])('%sで、axe の指摘がない', async (_, width, height) => {
    await page.viewport(width, height);
    open(fakeCounter());
    await untilText('練習 一郎');
    await userEvent.keyboard('{F1}');
    await untilText('この画面のキー');
    expect(await violations()).toEqual([]);
  });
});
