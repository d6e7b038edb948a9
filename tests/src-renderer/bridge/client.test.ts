import { describe, expect, test } from 'vitest';
import { call } from '../../../src-renderer/bridge/client.ts';
import { fakeCounter, Refusal } from '../fake-counter.ts';

function answerWith(invoke: (method: string, json: string) => Promise<string>): void {
  Object.defineProperty(window, 'counter', { value: { invoke }, configurable: true, writable: true });
}

describe('橋', () => {
  test('契約どおりの答えは、そのまま値になる', async () => {
    const fake = fakeCounter();
    answerWith(fake.invoke);
    const answer = await call('program.status', {});
    expect(answer).toEqual({ ok: true, value: fake.status });
  });

  test('断りは、台帳の言葉の失敗になる', async () => {
    answerWith(
      fakeCounter(
        {},
        {
          'home.today': () => {
            throw new Refusal('ledgerBusy');
          },
        },
      ).invoke,
    );
    const answer = await call('home.today', {});
    expect(answer).toMatchObject({ ok: false, failure: { code: 'ledgerBusy' } });
  });

  test.each([
    ['JSON でない', 'not json'],
    ['封筒の形が違う', '{"value":1}'],
    ['値の形が違う', '{"ok":true,"value":{"phase":"open"}}'],
    ['失敗の形が違う', '{"ok":false,"failure":{"code":"tea"}}'],
    ['知らない鍵がある', '{"ok":true,"value":{},"more":1}'],
  ])('%s答えは、読めない答えになり、記録について言い切らない', async (_, text) => {
    answerWith(() => Promise.resolve(text));
    const answer = await call('program.status', {});
    expect(answer).toMatchObject({ ok: false, failure: { code: 'unreadableAnswer' } });
    if (!answer.ok) expect(answer.failure.message).toContain('記録できたかどうか分かりません');
  });

  test('途切れた呼び出しは、つながりの失敗になる', async () => {
    answerWith(() => Promise.reject(new Error('pipe closed')));
    expect(await call('program.status', {})).toMatchObject({ ok: false, failure: { code: 'connectionLost' } });
  });

  test('橋がないときも、投げずに失敗になる', async () => {
    Object.defineProperty(window, 'counter', { value: undefined, configurable: true, writable: true });
    expect(await call('program.status', {})).toMatchObject({ ok: false, failure: { code: 'connectionLost' } });
  });

  test('契約に合わない依頼は、本体に届かない', async () => {
    const fake = fakeCounter();
    answerWith(fake.invoke);
    const answer = await call('dayLog.view', { day: 'きのう', office: 'shiminka' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'unreadableRequest' } });
    expect(fake.calls).toEqual([]);
  });
});
