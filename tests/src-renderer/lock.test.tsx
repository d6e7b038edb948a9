import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useProgram } from '../../src-renderer/store/program-slice.ts';
import { fakeCounter } from './fake-counter.ts';
import { button, open, until, untilText, violations, visibleText } from './mount.tsx';
import { administrator } from './samples.ts';

describe('ロック', () => {
  test('F12で掛かり、来庁者の名前は一つも見えず、解くと同じ行に戻る', async () => {
    open(fakeCounter());
    await untilText('練習 一郎');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('練習 千字');
    await userEvent.keyboard('{F12}');
    await untilText('ロック中です');
    expect(visibleText()).not.toContain('練習 千字');
    expect(visibleText()).not.toContain('例 美和');
    await until('焦点', () => document.activeElement?.id === 'unlock-password');
    await userEvent.keyboard('correct{Enter}');
    await untilText('練習 一郎');
    await until('元の行', () => document.activeElement?.textContent === '練習 千字');
  });

  test('打ちかけのものは、ロックを越えて残る', async () => {
    open(fakeCounter({ user: administrator }));
    await untilText('練習 一郎');
    await userEvent.click(button('職員を加える・見る'));
    await untilText('ミホン マドグチ');
    await userEvent.keyboard('{F8}');
    await untilText('渡すパスワード');
    await userEvent.fill(document.getElementById('staff-name') as Element, '見本 支所');
    await userEvent.keyboard('{F12}');
    await untilText('ロック中です');
    expect(document.getElementById('staff-name')?.checkVisibility()).toBe(false);
    await until('焦点', () => document.activeElement?.id === 'unlock-password');
    await userEvent.keyboard('correct{Enter}');
    await untilText('渡すパスワード');
    expect((document.getElementById('staff-name') as HTMLInputElement).value).toBe('見本 支所');
  });

  test('ロックの間は、下の画面のキーが効かない', async () => {
    const fake = fakeCounter();
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F12}');
    await untilText('ロック中です');
    const before = fake.calls.length;
    await userEvent.keyboard('{F2}{F3}{F7}');
    expect(fake.calls.length).toBe(before);
    expect(visibleText()).toContain('ロック中です');
    expect(document.querySelector('.function-bar')?.textContent).not.toContain('今日の窓口');
  });

  test('違うパスワードでは解けない', async () => {
    open(fakeCounter());
    await untilText('練習 一郎');
    await userEvent.keyboard('{F12}');
    await until('焦点', () => document.activeElement?.id === 'unlock-password');
    await userEvent.keyboard('wrong{Enter}');
    await untilText('職員番号かパスワードが違います。');
    expect(visibleText()).not.toContain('練習 一郎');
  });

  test('F8で別の職員に替わると、前の職員の一覧は残らない', async () => {
    const fake = fakeCounter();
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F12}');
    await until('焦点', () => document.activeElement?.id === 'unlock-password');
    await userEvent.keyboard('{F8}');
    await untilText('職員番号');
    expect(fake.count('session.signOut')).toBe(1);
    expect(document.body.textContent).not.toContain('練習 一郎');
  });

  test('操作がないまま決めた時間がたつと、自分で掛かる', async () => {
    const fake = fakeCounter({ idleLockMinutes: 0.02 });
    open(fake);
    await untilText('練習 一郎');
    await until('idle', () => fake.calls.some((each) => each.method === 'session.lock'));
    expect(fake.calls.find((each) => each.method === 'session.lock')?.input).toEqual({ reason: 'idle' });
    await untilText('操作がないまま');
  });

  test('本体が先にロックしていたら、どの呼び出しからでも気づく', async () => {
    const fake = fakeCounter();
    open(fake);
    await untilText('練習 一郎');
    fake.status = { ...fake.status, phase: 'locked' };
    await useProgram.getState().refresh();
    await untilText('ロック中です');
  });

  test('axe の指摘がない', async () => {
    open(fakeCounter());
    await untilText('練習 一郎');
    await userEvent.keyboard('{F12}');
    await untilText('ロック中です');
    expect(await violations()).toEqual([]);
  });
});
