import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { IssuerRange } from '../../../src-shared/contract/api/approval-api.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { type FakeCounter, Refusal } from '../fake-counter.ts';
import { button, until, untilText, visibleText } from '../mount.tsx';
import { f11, type Handlers } from '../receive/form-page.ts';
import { id, supervisor } from '../samples.ts';
import { chooseCause, openRevoke } from './revoke-page.ts';

const covered: IssuerRange = {
  counts: [
    { kind: 'signature', office: 'shiminka', certificates: 2 },
    { kind: 'userAuthentication', office: 'sobue', certificates: 1 },
  ],
  total: 3,
  certificates: [
    {
      case: id(1),
      receipt: 'S01-20261120-0001-9',
      name: '練習 花子',
      kind: 'signature',
      serial: 'SG-0001',
      issuedOn: '2026-11-20',
      expiresOn: '2031-04-01',
    },
  ],
};

async function openRange(handlers: Handlers = {}): Promise<FakeCounter> {
  const fake = await openRevoke(
    { 'issuer.cover': () => covered, 'issuer.revoke': () => covered, ...handlers },
    { user: supervisor },
  );
  await chooseCause('X5');
  await until('範囲の様式', () => document.getElementById('issuer-issuedFrom') !== null);
  return fake;
}

async function fillRange(): Promise<void> {
  for (const [name, text] of [
    ['issuedFrom', 'R8.11.1'],
    ['issuedUntil', '2026.11.20'],
    ['basis', '機構からの通知'],
  ] as const) {
    await userEvent.fill(document.getElementById(`issuer-${name}`) ?? document.body, text);
  }
}

describe('発行者の署名符号による失効(X5)', () => {
  test('職員には選べず、責任者が記録すると分かる', async () => {
    await openRevoke();
    document.querySelector<HTMLInputElement>('[aria-labelledby="cause-X5"]')?.click();
    expect(document.getElementById('issuer-issuedFrom')).toBeNull();
    expect(visibleText()).toContain('責任者が記録します');
  });

  test('範囲を調べて数と一覧を見てから、確かめて、一つの出来事として記録する', async () => {
    const fake = await openRange();
    await fillRange();
    expect(f11()).toBe('F11 失効を記録 あと1つ');
    await userEvent.keyboard('{F8}');
    await untilText('3件が失効します');
    await untilText('S01-20261120-0001-9');
    expect(visibleText()).toContain('はじめの1件を並べています');
    await userEvent.keyboard('{F11}');
    await untilText('証明書3件を失効させます');
    expect(document.activeElement?.textContent).toContain('やめる');
    expect(fake.count('issuer.revoke')).toBe(0);
    await userEvent.click(button('失効を記録'));
    await untilText('証明書3件の失効を記録しました(X5)');
    // The fake parsed each input by the schema of its own method.
    const sent = fake.calls.find(({ method }) => method === 'issuer.revoke')?.input as Input<'issuer.revoke'>;
    expect(sent).toMatchObject({
      kinds: ['userAuthentication', 'signature'],
      issuedFrom: '2026-11-01',
      issuedUntil: '2026-11-20',
      basis: '機構からの通知',
      shownTotal: 3,
    });
  });

  test('調べたあとに範囲を変えると、もう一度調べるまで記録できない', async () => {
    const fake = await openRange();
    await fillRange();
    await userEvent.keyboard('{F8}');
    await untilText('3件が失効します');
    await userEvent.fill(document.getElementById('issuer-issuedUntil') ?? document.body, '2026.11.21');
    await until('もう一度', () => f11() === 'F11 失効を記録 あと1つ');
    expect(visibleText()).not.toContain('3件が失効します');
    await userEvent.keyboard('{F11}');
    expect(fake.count('issuer.revoke')).toBe(0);
  });

  test('範囲の数が変わっていたら記録せず、調べ直すまで進まない', async () => {
    await openRange({
      'issuer.revoke': () => {
        throw new Refusal('decisionChanged');
      },
    });
    await fillRange();
    await userEvent.keyboard('{F8}');
    await untilText('3件が失効します');
    await userEvent.keyboard('{F11}');
    await untilText('証明書3件を失効させます');
    await userEvent.click(button('失効を記録'));
    await untilText('入力の間に判定が変わりました');
    await until('もう一度', () => f11() === 'F11 失効を記録 あと1つ');
  });

  test('何も当てはまらない範囲は、記録できない', async () => {
    const fake = await openRange({ 'issuer.cover': () => ({ counts: [], total: 0, certificates: [] }) });
    await fillRange();
    await userEvent.keyboard('{F8}');
    await untilText('この範囲に、いま有効な証明書はありません。');
    await userEvent.keyboard('{F11}');
    expect(document.querySelector('[role="dialog"], dialog')).toBeNull();
    expect(fake.count('issuer.revoke')).toBe(0);
  });

  test('ほかの事由を選ぶと、一人の失効の様式に戻る', async () => {
    await openRange();
    await chooseCause('X3');
    await until('氏名の欄', () => document.getElementById('receive-holder-name') !== null);
    expect(document.querySelector<HTMLInputElement>('[aria-labelledby="cause-X3"]')?.checked).toBe(true);
  });
});
