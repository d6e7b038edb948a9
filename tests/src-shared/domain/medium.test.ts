import { describe, expect, test } from 'vitest';
import { judged, line, lineOf, statusOf } from './visit-example.ts';

describe('カード', () => {
  test.each([
    ['2026-11-25', 'met'],
    ['2026-11-24', 'met'],
    ['2026-11-23', 'unmet'],
  ])('M1 期限が %s のカードは %s (最後の日まで使える)', (expiresOn, status) => {
    const decision = judged({ card: { expiresOn } });
    expect(statusOf(decision, 'M1')).toBe(status);
    expect(decision.verdict).toBe(status === 'met' ? 'accept' : 'refuse');
  });

  test('M1 期限が分からないカードは断らず、V3を当てはめていないと伝える', () => {
    const decision = judged({ card: { expiresOn: null, expiryKnown: false } });
    expect(decision.verdict).toBe('accept');
    expect(lineOf(decision, 'signature')?.expiry?.unknownCaps).toEqual(['V3']);
    expect(statusOf(decision, 'V3', 'signature')).toBe('unknown');
  });

  test('M1 まだ入力していない期限は、あと何が要るかに出す', () => {
    const decision = judged({ card: { expiresOn: null, expiryKnown: true } });
    expect(decision.verdict).toBe('undecided');
    expect(decision.missing.map(({ field }) => field)).toEqual(['card.expiresOn']);
  });

  test('M2 住民基本台帳カードでは、発行も失効の申請も届出も断る', () => {
    for (const lines of [
      [line('signature', 'issue')],
      [line('signature', 'renew')],
      [line('signature', 'revoke', 'X1')],
      [line('signature', 'revoke', 'X2')],
    ]) {
      const decision = judged({ lines, card: { medium: 'residentCard' } });
      expect(decision.verdict).toBe('refuse');
      expect(statusOf(decision, 'M2')).toBe('unmet');
    }
  });

  test('M2 通知による失効(X3)では、カードを問わない', () => {
    const decision = judged({ lines: [line('signature', 'revoke', 'X3')], card: { medium: 'residentCard' } });
    expect(decision.verdict).toBe('accept');
    expect(statusOf(decision, 'M2')).toBeUndefined();
  });

  test('M1 は失効の申請では問わない', () => {
    const decision = judged({ lines: [line('signature', 'revoke', 'X1')], card: { expiresOn: '2020-01-01' } });
    expect(decision.verdict).toBe('accept');
  });
});
