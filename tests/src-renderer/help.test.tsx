import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeCounter } from './fake-counter.ts';
import { open, until, untilText, violations, visibleText } from './mount.tsx';
import { sampleStatus } from './samples.ts';

describe('ヘルプ', () => {
  test('F1で開き、下の画面のキーと理由を並べ、Escで元の行に戻る', async () => {
    const { ledger } = sampleStatus();
    if (ledger === null) throw new Error('the sample has a ledger');
    open(fakeCounter({ ledger: { ...ledger, state: 'readOnly', why: 'fileReadOnly' } }));
    await until('焦点', () => document.activeElement?.textContent === '\u{9AD9}橋 例子');
    await userEvent.keyboard('{ArrowDown}{F1}');
    await untilText('この画面のキー');
    const keys = [...document.querySelectorAll('.help-keys > div')].map((each) => each.textContent);
    expect(keys).toContain('F2今日の窓口');
    expect(keys).toContain('F4照会 台帳が読み取り専用のため、照会を扱えません。');
    expect(keys).toContain('F11使いません');
    await userEvent.keyboard('{Escape}');
    await until('閉じる', () => !visibleText().includes('この画面のキー'));
    expect(document.activeElement?.textContent).toBe('練習 一郎');
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
