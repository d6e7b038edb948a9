import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeCounter, Refusal } from './fake-counter.ts';
import { button, open, until, untilText, violations, visibleText } from './mount.tsx';
import { sampleStatus } from './samples.ts';

const atTheDoor = { phase: 'signIn', user: null } as const;

describe('サインイン', () => {
  test('職員番号に焦点があり、Enterで次の欄へ、最後の欄のEnterで決まる', async () => {
    const fake = fakeCounter(atTheDoor);
    open(fake);
    await until('焦点', () => document.activeElement?.id === 'sign-in-staff');
    await userEvent.keyboard('10482{Enter}');
    expect(document.activeElement?.id).toBe('sign-in-password');
    expect(fake.count('session.signIn')).toBe(0);
    await userEvent.keyboard('correct{Enter}');
    await untilText('今日の窓口');
    await until('名前', () => visibleText().includes('見本 窓口'));
  });

  test('全角の職員番号は半角にして渡す', async () => {
    const fake = fakeCounter(atTheDoor);
    open(fake);
    await until('焦点', () => document.activeElement?.id === 'sign-in-staff');
    await userEvent.fill(document.activeElement as Element, '１０４８２');
    await userEvent.fill(document.getElementById('sign-in-password') as Element, 'correct');
    await userEvent.keyboard('{F11}');
    await until('呼び出し', () => fake.count('session.signIn') === 1);
    expect(fake.calls.find((each) => each.method === 'session.signIn')?.input).toEqual({
      staffNumber: '10482',
      password: 'correct',
    });
  });

  test('違うときは、台帳の言葉で伝え、パスワードだけを空にして焦点を戻す', async () => {
    open(fakeCounter(atTheDoor));
    await until('焦点', () => document.activeElement?.id === 'sign-in-staff');
    await userEvent.keyboard('10482{Enter}wrong{Enter}');
    await untilText('職員番号かパスワードが違います。');
    const password = document.getElementById('sign-in-password') as HTMLInputElement;
    await until('空', () => password.value === '');
    expect(document.activeElement).toBe(password);
    expect((document.getElementById('sign-in-staff') as HTMLInputElement).value).toBe('10482');
    expect(password.getAttribute('aria-invalid')).toBe('true');
  });

  test('あと何回で止まるかを、本体の言葉のまま伝える', async () => {
    const message = '職員番号かパスワードが違います。あと4回続けて違うと、この端末のサインインを1分止めます。';
    const signIn = () => {
      throw new Refusal('signInFailed', [{ field: 'password', message, suggestion: null }]);
    };
    open(fakeCounter(atTheDoor, { 'session.signIn': signIn }));
    await until('焦点', () => document.activeElement?.id === 'sign-in-staff');
    await userEvent.keyboard('10482{Enter}wrong{Enter}');
    await untilText('あと4回続けて違うと、この端末のサインインを1分止めます。');
  });

  test('台帳の鍵がファイルにあるときだけ、何を守り何を守らないかを言う', async () => {
    const { ledger } = sampleStatus();
    if (ledger === null) throw new Error('the sample has a ledger');
    const fake = fakeCounter(atTheDoor);
    open(fake);
    await untilText('最後の記録');
    expect(visibleText()).not.toContain('台帳の鍵');
    fake.status = { ...fake.status, ledger: { ...ledger, keyProtection: 'ownerOnlyFile' } };
    window.dispatchEvent(new Event('focus'));
    await untilText('この端末そのものは守りません。');
  });

  test('空のままでは呼ばず、足りない欄へ行く', async () => {
    const fake = fakeCounter(atTheDoor);
    open(fake);
    await until('焦点', () => document.activeElement?.id === 'sign-in-staff');
    await userEvent.keyboard('{F11}');
    await untilText('職員番号とパスワードを入力してください。');
    expect(fake.count('session.signIn')).toBe(0);
  });

  test('送っている間の二度目は送らず、失敗のあとはまた送れる', async () => {
    let release = (): void => undefined;
    const fake = fakeCounter(atTheDoor, {
      'session.signIn': () =>
        new Promise((_, reject) => {
          release = () => reject(new Refusal('signInFailed'));
        }),
    });
    open(fake);
    await until('焦点', () => document.activeElement?.id === 'sign-in-staff');
    await userEvent.keyboard('10482{Enter}wrong{Enter}');
    await until('一度目', () => fake.count('session.signIn') === 1);
    await userEvent.keyboard('{F11}{F11}{Enter}');
    expect(fake.count('session.signIn')).toBe(1);
    release();
    await untilText('職員番号かパスワードが違います。');
    await userEvent.keyboard('again{F11}');
    await until('二度目', () => fake.count('session.signIn') === 2);
    release();
  });

  test('止められている間は押せず、残りの秒を示す', async () => {
    const fake = fakeCounter({ ...atTheDoor, signInPausedUntil: '2026-11-24T10:42:50.000+09:00' });
    open(fake);
    await untilText('秒で入力できます');
    await userEvent.keyboard('{F11}');
    await untilText('F11 サインイン: あと');
    expect(fake.count('session.signIn')).toBe(0);
  });

  test('返事が読めないときは、記録について何も言い切らない', async () => {
    const fake = fakeCounter(atTheDoor);
    open({
      ...fake,
      invoke: async (method, json) => (method === 'session.signIn' ? 'broken{' : fake.invoke(method, json)),
    });
    await until('焦点', () => document.activeElement?.id === 'sign-in-staff');
    await userEvent.keyboard('10482{Enter}correct{Enter}');
    await untilText('記録できたかどうか分かりません。');
  });

  test('axe の指摘がない', async () => {
    open(fakeCounter(atTheDoor));
    await untilText('サインイン');
    expect(await violations()).toEqual([]);
  });
});

describe('練習の台帳', () => {
  test('練習の職員を選ぶと、一度でサインインできる', async () => {
    const fake = fakeCounter({
      ...atTheDoor,
      practice: true,
      practiceStaff: [{ staffNumber: '90001', role: 'clerk', password: 'correct' }],
    });
    open(fake);
    await untilText('練習では、次の職員でサインインできます。');
    expect(await violations()).toEqual([]);
    await userEvent.click(button('職員 90001'));
    await until('呼び出し', () => fake.count('session.signIn') === 1);
    await untilText('練習 一郎');
  });
});

describe('開けない台帳', () => {
  test('何が起きたかと、何をするかを伝え、ほかには何もできない', async () => {
    const reason = { code: 'keyMissing', headline: '台帳の鍵が見つかりません', text: '台帳は変わっていません。' };
    const fake = fakeCounter({ ...atTheDoor, phase: 'cannotOpen', cannotOpen: reason, place: null, ledger: null });
    open(fake);
    await untilText('台帳の鍵が見つかりません');
    await userEvent.keyboard('{F2}{F3}{F11}{F12}');
    expect(fake.calls.every((each) => each.method === 'program.status')).toBe(true);
    expect(visibleText()).toContain('台帳は変わっていません。');
    expect(await violations()).toEqual([]);
  });
});

describe('返事がないとき', () => {
  test('本体から返事がないことと、待てば始まることを伝え、つながれば始まる', async () => {
    const fake = fakeCounter(atTheDoor);
    let deaf = true;
    open({
      ...fake,
      invoke: (method, json) => (deaf ? Promise.reject(new Error('gone')) : fake.invoke(method, json)),
    });
    await untilText('本体からの返事がありません');
    deaf = false;
    window.dispatchEvent(new Event('focus'));
    await untilText('サインイン');
  });
});
