import { describe, expect, test } from 'vitest';
import type { DayCount } from '../../../../src-shared/domain/statistics/day-counts.ts';
import { statisticLines, sumOf } from '../../../../src-shared/domain/statistics/lines.ts';

const counts: readonly DayCount[] = [
  { measure: 'received', procedure: 'issue', kind: '', detail: 'holder', n: 7 },
  { measure: 'received', procedure: 'renew', kind: '', detail: 'holder', n: 20 },
  { measure: 'received', procedure: 'renew', kind: '', detail: 'agent', n: 3 },
  { measure: 'received', procedure: 'revoke', kind: '', detail: 'notice', n: 1 },
  { measure: 'routed', procedure: 'renew', kind: '', detail: 'inquiry', n: 3 },
  { measure: 'ended', procedure: 'issue', kind: '', detail: 'refused', n: 2 },
  { measure: 'issued', procedure: 'issue', kind: 'signature', detail: '', n: 5 },
  { measure: 'issued', procedure: 'renew', kind: 'signature', detail: '', n: 18 },
  { measure: 'issued', procedure: 'renew', kind: 'userAuthentication', detail: '', n: 19 },
  { measure: 'revoked', procedure: 'revoke', kind: 'signature', detail: 'X1', n: 2 },
  { measure: 'revoked', procedure: 'revoke', kind: 'signature', detail: 'X3', n: 1 },
  { measure: 'issuerRevoked', procedure: 'revoke', kind: '', detail: 'X5', n: 40 },
  { measure: 'fee', procedure: 'issue', kind: 'signature', detail: '', n: 400 },
];

const countOf = (code: string): number => {
  const line = statisticLines.find((each) => each.code === code);
  if (line === undefined) throw new Error(`no line ${code}`);
  return sumOf(line, counts);
};

describe('統計の行', () => {
  test.each([
    ['received', 31],
    ['received.renew', 23],
    ['received.holder', 27],
    ['received.notice', 1],
    ['routed.inquiry', 3],
    ['routed.sameDay', 0],
    ['ended.refused', 2],
    ['issued', 42],
    ['issued.renew.userAuthentication', 19],
    ['revoked', 43],
    ['revoked.signature', 3],
    ['revoked.X3.signature', 1],
    ['revoked.X5', 40],
    ['fee', 400],
  ])('%s は %i', (code, expected) => {
    expect(countOf(code)).toBe(expected);
  });

  test('計は、手続ごとの計とも、来庁者ごとの計とも同じ', () => {
    const parts = (...codes: string[]) => codes.reduce((sum, code) => sum + countOf(code), 0);
    expect(parts('received.issue', 'received.renew', 'received.revoke')).toBe(countOf('received'));
    expect(parts('received.holder', 'received.agent', 'received.statutoryRepresentative', 'received.notice')).toBe(
      countOf('received'),
    );
    expect(parts('revoked.signature', 'revoked.userAuthentication', 'revoked.X5')).toBe(countOf('revoked'));
  });

  test('同じ名の行は二つない', () => {
    expect(new Set(statisticLines.map(({ code }) => code)).size).toBe(statisticLines.length);
  });
});
