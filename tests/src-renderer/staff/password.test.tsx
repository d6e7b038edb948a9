import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import { type FakeCounter, fakeCounter, Refusal } from '../fake-counter.ts';
import { button, open, until, untilText, violations, visibleText } from '../mount.tsx';
import { clerk } from '../samples.ts';

const next = '雨の日はねことお茶を飲む';

async function type(field: 'current' | 'next' | 'again', text: string): Promise<void> {
  await userEvent.fill(document.getElementById(`password-${field}`) as Element, text);
}
async function fillIn(): Promise<void> {
  await type('current', 'いまのひみつの合言葉');
  await type('next', next);
  await type('again', next);
}
const sent = (fake: FakeCounter) => fake.calls.filter(({ method }) => method === 'session.changePassword');

describe('パスワードを変える', () => {
  async function openPassword(fake: FakeCounter): Promise<void> {
    open(fake);
    await untilText('練習 一郎');
    await userEvent.click(button(clerk?.name ?? ''));
    await userEvent.click(button('パスワードを変える'));
    await until('焦点', () => document.activeElement?.id === 'password-current');
  }

  test('見出しの名前から開き、三つの欄がそろえば送り、今日の窓口でそう伝える', async () => {
    const fake = fakeCounter();
    await openPassword(fake);
    await fillIn();
    await userEvent.keyboard('{F11}');
    await untilText('パスワードを変えました');
    expect(sent(fake).map(({ input }) => input)).toEqual([{ current: 'いまのひみつの合言葉', next }]);
    expect(useTask.getState().task.kind).toBe('home');
  });

  test('足りないところは送る前に欄で伝える', async () => {
    const fake = fakeCounter();
    await openPassword(fake);
    await userEvent.keyboard('{F11}');
    await untilText('いまのパスワードを入力してください。');
    await untilText('パスワードは12文字以上にしてください。');
    await fillIn();
    await type('again', 'ちがうもの');
    await userEvent.keyboard('{F11}');
    await untilText('二つのパスワードが違います。');
    await type('next', 'inazawa-2026-11');
    await userEvent.keyboard('{F11}');
    await untilText('よく使われる言葉と数字だけでは、推し量られます。');
    expect(sent(fake)).toHaveLength(0);
  });

  test('いまのパスワードが違えば、その欄を空にして焦点を戻し、あと何回かを言う', async () => {
    const message = 'いまのパスワードが違います。あと4回続けて違うと、この端末のサインインを1分止めます。';
    const fake = fakeCounter();
    fake.answer({
      'session.changePassword': () => {
        throw new Refusal('wrongPassword', [{ field: 'current', message, suggestion: null }]);
      },
    });
    await openPassword(fake);
    await fillIn();
    await userEvent.keyboard('{F11}');
    await untilText(message);
    await until('空', () => (document.getElementById('password-current') as HTMLInputElement).value === '');
    expect(document.activeElement?.id).toBe('password-current');
    expect((document.getElementById('password-next') as HTMLInputElement).value).toBe(next);
  });

  test('離れたあとは、打ったパスワードを残さない', async () => {
    await openPassword(fakeCounter());
    await fillIn();
    await userEvent.keyboard('{Escape}');
    await untilText('練習 一郎');
    useTask.getState().go({ kind: 'password' });
    await until('欄', () => document.getElementById('password-next') !== null);
    expect((document.getElementById('password-next') as HTMLInputElement).value).toBe('');
  });

  test.each([
    ['ふつうの幅', 1366, 768],
    ['一列', 683, 384],
  ])('%sで、名前の中身にも様式にも axe の指摘がない', async (_, width, height) => {
    await page.viewport(width, height);
    open(fakeCounter());
    await untilText('練習 一郎');
    await userEvent.click(button(clerk?.name ?? ''));
    expect(await violations()).toEqual([]);
    await userEvent.click(button('パスワードを変える'));
    await until('焦点', () => document.activeElement?.id === 'password-current');
    await userEvent.keyboard('{F11}');
    await untilText('いまのパスワードを入力してください。');
    expect(await violations()).toEqual([]);
  });

  test('名前の中身は、よそへ移ると閉じる', async () => {
    open(fakeCounter());
    await untilText('練習 一郎');
    await userEvent.click(button(clerk?.name ?? ''));
    expect(button('パスワードを変える')).toBeDefined();
    await userEvent.click(document.querySelector('.task-title') as Element);
    await until('閉じる', () => !visibleText().includes('パスワードを変える'));
  });
});

describe('はじめてのサインイン', () => {
  test('変えるまで何も出ず、変えると今日の窓口が開く', async () => {
    const fake = fakeCounter({ phase: 'ownPassword' });
    open(fake);
    await untilText('渡されたパスワード');
    await until('焦点', () => document.activeElement?.id === 'password-current');
    expect(visibleText()).not.toContain('練習 一郎');
    await userEvent.keyboard('{F3}');
    expect(fake.count('home.today')).toBe(0);
    await fillIn();
    await userEvent.keyboard('{F11}');
    await untilText('練習 一郎');
  });

  test('F8で別の職員に替われる', async () => {
    const fake = fakeCounter({ phase: 'ownPassword' });
    open(fake);
    await untilText('渡されたパスワード');
    await userEvent.keyboard('{F8}');
    await until('替わる', () => document.getElementById('sign-in-staff') !== null);
  });

  test.each([
    ['ふつうの幅', 1366, 768],
    ['一列', 683, 384],
  ])('%sで、axe の指摘がない', async (_, width, height) => {
    await page.viewport(width, height);
    open(fakeCounter({ phase: 'ownPassword' }));
    await untilText('渡されたパスワード');
    expect(await violations()).toEqual([]);
  });
});

describe('席が終わったとき', () => {
  test('停止されていれば、サインインの頁でそう言う', async () => {
    const fake = fakeCounter();
    open(fake);
    await untilText('練習 一郎');
    fake.answer({
      'home.today': () => {
        fake.status = { ...fake.status, phase: 'signIn', user: null };
        throw new Refusal('staffSuspended');
      },
    });
    await userEvent.keyboard('{F2}');
    await untilText('サインインが終わりました');
    await untilText('この職員は停止中のため、使えません。');
  });
});
