import { describe, expect, test } from 'vitest';
import { hasEnded } from '../../../src-shared/domain/revocation.ts';
import { RevocationCause } from '../../../src-shared/domain/visit.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { certificate, judged, line, lineOf, statusOf } from './visit-example.ts';

const both = [certificate('signature', '2028-04-01'), certificate('userAuthentication', '2028-04-01')];

describe('失効する証明書', () => {
  // 規則集の表のとおり: 事由、署名用、利用者証明用
  test.each([
    ['X1', 'accept', 'accept'],
    ['X2', 'accept', 'accept'],
    ['X3', 'accept', 'refuse'],
    ['X3d', 'accept', 'accept'],
    ['X4', 'accept', 'accept'],
    ['X5', 'accept', 'accept'],
  ] as const)('%s で、署名用は %s、利用者証明用は %s', (cause, signature, userAuthentication) => {
    const lines = [line('signature', 'revoke', cause), line('userAuthentication', 'revoke', cause)];
    const decision = judged({ lines, current: both });
    expect(lineOf(decision, 'signature')?.verdict).toBe(signature);
    expect(lineOf(decision, 'userAuthentication')?.verdict).toBe(userAuthentication);
    expect(decision.lines.every(({ expiry }) => expiry === null)).toBe(true);
  });

  test('表にない事由はない', () => {
    expect(RevocationCause.options).toEqual(['X1', 'X2', 'X3', 'X3d', 'X4', 'X5']);
  });

  test('X0 最後の日まで有効で、翌日には効力がない', () => {
    expect(hasEnded(plainDate('2026-11-24'), plainDate('2026-11-23'))).toBe(false);
    expect(hasEnded(plainDate('2026-11-24'), plainDate('2026-11-24'))).toBe(false);
    expect(hasEnded(plainDate('2026-11-24'), plainDate('2026-11-25'))).toBe(true);
  });

  test('X0 すでに満了した証明書は、失効の手続が要らない', () => {
    const lines = [line('signature', 'revoke', 'X1')];
    expect(judged({ lines, current: [certificate('signature', '2026-11-24')] }).verdict).toBe('accept');
    const ended = judged({ lines, current: [certificate('signature', '2026-11-23')] });
    expect(ended.verdict).toBe('refuse');
    expect(statusOf(ended, 'X0', 'signature')).toBe('unmet');
  });

  test('記録のない証明書は断らず、記録がないと示す', () => {
    const decision = judged({ lines: [line('signature', 'revoke', 'X3')] });
    expect(decision.verdict).toBe('accept');
    expect(statusOf(decision, 'X0', 'signature')).toBe('unknown');
  });

  test('事由が選ばれるまでは決まらない', () => {
    const decision = judged({ lines: [line('signature', 'revoke', null)], current: both });
    expect(decision.verdict).toBe('undecided');
    expect(decision.missing).toEqual([{ code: 'X1', field: 'lines', text: '失効の事由を選ぶ' }]);
  });

  test('X3 のあと、同じ来庁で新しい署名用を発行できる', () => {
    const decision = judged({
      lines: [line('signature', 'revoke', 'X3'), line('signature', 'issue')],
      current: both,
    });
    expect(decision.lines.map(({ procedure, verdict }) => [procedure, verdict])).toEqual([
      ['revoke', 'accept'],
      ['issue', 'accept'],
    ]);
    expect(decision.lines[1]?.expiry).toMatchObject({ on: '2028-04-01', decidedBy: 'V4' });
    expect(judged({ lines: [line('signature', 'revoke', 'X3')], current: both }).tellVisitor).toContain(
      '新しい署名用の証明書は、続けて申し込めます。',
    );
  });

  test('X1 代理人による失効と新規発行は、どちらも回答を待ち、その日に失効が先に済む', () => {
    const decision = judged({
      lines: [line('signature', 'revoke', 'X1'), line('signature', 'issue')],
      visitor: { capacity: 'agent', reason: '入院中のため' },
      current: both,
    });
    expect(decision.lines.map(({ verdict, route }) => [verdict, route])).toEqual([
      ['accept', 'inquiry'],
      ['accept', 'inquiry'],
    ]);
  });

  test('X0 すでに失効した証明書には、もう一度の失効は要らず、失効した日を言う', () => {
    const lines = [line('signature', 'revoke', 'X1')];
    const ended = [{ kind: 'signature', on: '2026-10-01' }];
    const decision = judged({ lines, ended });
    expect(decision.verdict).toBe('refuse');
    expect(decision.findings.find(({ code }) => code === 'X0')?.refusal).toContain('令和8年10月1日に失効しています');
    // 失効のあとに発行し直した証明書があれば、それを失効できる
    const newer = { ...certificate('signature', '2028-04-01'), issuedOn: '2026-10-02' };
    expect(judged({ lines, ended, current: [newer] }).verdict).toBe('accept');
    // 失効の前に発行されたものは、打ち直しても戻らない
    expect(judged({ lines, ended, current: [{ ...newer, issuedOn: '2026-09-30' }] }).verdict).toBe('refuse');
  });
});
