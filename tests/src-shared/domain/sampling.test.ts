import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { KnownEvent } from '../../../src-shared/domain/case/event.ts';
import { countFindings, drawCount, drawSample, involvedIn, questionsFor } from '../../../src-shared/domain/sampling.ts';

const cases = Array.from({ length: 40 }, (_, index) => `case ${String(index).padStart(2, '0')}`);
const rankFrom = (head: string) => (caseId: string) => createHash('sha256').update(`${head}\n${caseId}`).digest('hex');
const draw = (change: Partial<Parameters<typeof drawSample>[0]> = {}) =>
  drawSample({ finished: cases, overrides: [], percent: 5, rankOf: rankFrom('head'), ...change });

describe('引く件数', () => {
  test.each([
    [40, 0, 0],
    [0, 5, 0],
    [0, 100, 0],
    [1, 5, 1],
    [1, 1, 1],
    [20, 5, 1],
    [21, 5, 2],
    [40, 5, 2],
    [41, 5, 3],
    [40, 100, 40],
    [100, 7, 7],
  ])('済んだ受付%i件の%i%%は%i件(切り上げ)', (finished, percent, expected) => {
    expect(drawCount(finished, percent)).toBe(expected);
  });
});

describe('抽出', () => {
  test('同じ日の頭からは、だれがいつ引いても同じで、並び順によらない', () => {
    expect(draw({ finished: cases.toReversed() })).toEqual(draw());
    expect(draw()).toHaveLength(2);
  });

  test('日の頭が違えば、選ばれるものも違う', () => {
    const drawn = (head: string) => draw({ percent: 25, rankOf: rankFrom(head) }).map((each) => each.case);
    expect(drawn('head')).not.toEqual(drawn('another head'));
  });

  test('だれでも自分で引き直せる: 順位の小さいものから', () => {
    const byHand = cases
      .toSorted((one, other) => (rankFrom('head')(one) < rankFrom('head')(other) ? -1 : 1))
      .slice(0, 2);
    expect(draw().map((each) => each.case)).toEqual(byHand);
  });

  test('例外の扱いは、0%でも、済んでいない受付でも、必ず入る', () => {
    expect(draw({ percent: 0, overrides: ['case 07', 'not finished'] })).toEqual(
      expect.arrayContaining([
        { case: 'case 07', why: 'override' },
        { case: 'not finished', why: 'override' },
      ]),
    );
    expect(draw({ percent: 0, overrides: ['case 07'] })).toHaveLength(1);
  });

  test('例外の受付は、割合で引く件数に数えない', () => {
    const drawn = draw({ overrides: ['case 07', 'case 08'] });
    expect(drawn.filter(({ why }) => why === 'drawn')).toHaveLength(2);
    expect(drawn.filter(({ why }) => why === 'override')).toHaveLength(2);
    expect(new Set(drawn.map((each) => each.case)).size).toBe(4);
  });

  test('100%なら全部で、例外と重ならない', () => {
    expect(draw({ percent: 100, overrides: ['case 07'] })).toHaveLength(40);
  });
});

test('例外の扱いだけに、例外の問いがある', () => {
  expect(questionsFor(false)).toEqual(['identity', 'decision', 'dates', 'characters', 'completeness']);
  expect(questionsFor(true)).toContain('override');
});

describe('関わった職員 (B7)', () => {
  const event = (name: string, actor: string, payload: object): KnownEvent =>
    // only what the rule reads
    ({ name, payload, envelope: { actor } }) as unknown as KnownEvent;

  test('受付、発行、承認、訂正の職員が入り、見た人と抽出確認をした人は入らない', () => {
    const involved = involvedIn([
      event('caseReceived/2', 'receiver', { backEntry: { approver: 'paper approver' } }),
      event('caseVerified/1', 'verifier', {}),
      event('holdLifted/2', 'lifter', { approver: 'date approver' }),
      event('certificateRevoked/1', 'revoker', { approver: null }),
      event('entryCorrected/1', 'corrector', { asked: 'asker', approver: 'answerer' }),
      event('approvalAnswered/1', 'supervisor', {}),
      event('shown/3', 'viewer', {}),
      event('printed/2', 'printer', {}),
      event('sampleReviewed/1', 'reviewer', {}),
    ]);
    expect([...involved].toSorted()).toEqual(
      [
        'receiver',
        'paper approver',
        'verifier',
        'lifter',
        'date approver',
        'revoker',
        'corrector',
        'asker',
        'answerer',
        'supervisor',
      ].toSorted(),
    );
  });
});

test('気づきは、問いと規則ごとに、重さと残りを数える', () => {
  const found = { question: 'dates', rule: 'V3', severity: 'light', settled: true } as const;
  expect(
    countFindings([
      found,
      { ...found, severity: 'heavy', settled: false },
      { ...found, rule: null },
      { ...found, question: 'identity', rule: 'I1' },
    ]),
  ).toEqual([
    { question: 'identity', rule: 'I1', light: 1, heavy: 0, open: 0 },
    { question: 'dates', rule: null, light: 1, heavy: 0, open: 0 },
    { question: 'dates', rule: 'V3', light: 1, heavy: 1, open: 1 },
  ]);
});
