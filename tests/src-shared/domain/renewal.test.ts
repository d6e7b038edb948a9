import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyOn } from '../../../src-shared/domain/policy.ts';
import { renewalWindow } from '../../../src-shared/domain/renewal.ts';
import { addDays, addMonths, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { certificate, judged, line, lineOf, statusOf } from './visit-example.ts';

const policy = policyOn(plainDate('2026-11-24'));
const opensOn = (expiresOn: string) => renewalWindow(plainDate(expiresOn), policy).opensOn;

describe('更新できる期間 (W1)', () => {
  test('3ヶ月前の同じ日の翌日から、最後の日まで', () => {
    expect(renewalWindow(plainDate('2027-02-24'), policy)).toEqual({ opensOn: '2026-11-25', closesOn: '2027-02-24' });
    expect(opensOn('2027-04-01')).toBe('2027-01-02');
    expect(opensOn('2026-11-30')).toBe('2026-08-31');
  });

  test('3ヶ月前に同じ日がなければ、次の月の1日から', () => {
    expect(opensOn('2026-05-31')).toBe('2026-03-01');
    expect(opensOn('2026-05-30')).toBe('2026-03-01');
    expect(opensOn('2026-05-29')).toBe('2026-03-01');
    expect(opensOn('2026-05-28')).toBe('2026-03-01');
    expect(opensOn('2028-05-29')).toBe('2028-03-01');
    expect(opensOn('2028-05-30')).toBe('2028-03-01');
    expect(opensOn('2026-07-31')).toBe('2026-05-01');
    expect(opensOn('2026-12-31')).toBe('2026-10-01');
  });

  test('始まりの日の3ヶ月後はいつも満了日より後で、その前の日の3ヶ月後は満了日より後にならない', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const expiresOn = addDays(plainDate('2016-01-01'), days);
        const first = opensOn(expiresOn);
        expect(addMonths(addDays(first, -1), 3) <= expiresOn).toBe(true);
        expect(first > addMonths(expiresOn, -3)).toBe(true);
      }),
    );
  });

  test.each([
    ['2027-02-25', 'refuse', '期間の1日前'],
    ['2027-02-24', 'refuse', '3ヶ月前の同じ日'],
    ['2027-02-23', 'accept', '期間の最初の日'],
    ['2026-11-24', 'accept', '期間の最後の日'],
    ['2026-11-23', 'refuse', '満了の翌日'],
  ])('11月24日に、%s までの証明書の更新は %s (%s)', (expiresOn, verdict) => {
    const decision = judged({
      lines: [line('userAuthentication', 'renew')],
      current: [certificate('userAuthentication', expiresOn)],
    });
    expect(decision.verdict).toBe(verdict);
    expect(statusOf(decision, 'W1', 'userAuthentication')).toBe(verdict === 'accept' ? 'met' : 'unmet');
  });
});

describe('更新でないとき (W2)', () => {
  const refusal = (current: readonly unknown[]) =>
    judged({ lines: [line('signature', 'renew')], current }).findings.find(({ code }) => code === 'W2')?.refusal;

  test('満了後と証明書がないときは新規発行を、期間の前は失効を案内する', () => {
    expect(refusal([])).toBe('更新する証明書がありません。新規発行で受け付けてください。');
    expect(refusal([certificate('signature', '2026-11-23')])).toBe(
      '証明書は2026年(令和8年)11月23日で満了しています。新規発行で受け付けてください。',
    );
    expect(refusal([certificate('signature', '2027-04-01')])).toBe(
      '更新は令和9年1月2日からです。いま新しくするときは、先に失効の手続をしてから、新規発行で受け付けてください。',
    );
  });

  test('満了後の新規発行は、新規であることを示す', () => {
    const decision = judged({ current: [certificate('signature', '2026-11-23')] });
    expect(decision.findings.find(({ code, kind }) => code === 'W2' && kind === 'signature')?.text).toBe(
      '満了後なので新規',
    );
  });
});

describe('更新の得 (W3)', () => {
  const renewal = (cardExpiresOn: string) =>
    judged({
      lines: [line('userAuthentication', 'renew')],
      card: { expiresOn: cardExpiresOn },
      current: [certificate('userAuthentication', '2026-12-24')],
    });

  test('期限が延びない更新は、断らずに先に示す', () => {
    const decision = renewal('2026-12-24');
    expect(decision.verdict).toBe('accept');
    expect(statusOf(decision, 'W3', 'userAuthentication')).toBe('unmet');
    expect(decision.tellVisitor).toContain('利用者証明用はいま更新しても、使える期限は延びません。');
  });

  test('1日でも延びれば得がある', () => {
    expect(statusOf(renewal('2026-12-25'), 'W3', 'userAuthentication')).toBe('met');
  });

  test('署名用は、更新しない利用者証明用に止められると延びない', () => {
    const decision = judged({
      lines: [line('signature', 'renew')],
      current: [certificate('signature', '2026-12-24'), certificate('userAuthentication', '2026-12-24')],
    });
    expect(lineOf(decision, 'signature')?.expiry).toMatchObject({ on: '2026-12-24', decidedBy: 'V4' });
    expect(statusOf(decision, 'W3', 'signature')).toBe('unmet');
  });
});
