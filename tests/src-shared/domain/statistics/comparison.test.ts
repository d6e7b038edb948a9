import { describe, expect, test } from 'vitest';
import { compare, coverageOf } from '../../../../src-shared/domain/statistics/comparison.ts';
import { plainDate } from '../../../../src-shared/kernel/plain-date.ts';

const november = { from: plainDate('2026-11-01'), until: plainDate('2026-11-30') };
const covered = (...since: string[]) => coverageOf(november, since.map(plainDate));

describe('記録のある範囲', () => {
  test.each([
    ['台帳の初日が期間の初日なら、全部ある', ['2026-11-01'], 'whole'],
    ['台帳の初日が期間の二日めなら、途中から', ['2026-11-02'], 'partly'],
    ['台帳の初日が期間の終わりの日なら、途中から', ['2026-11-30'], 'partly'],
    ['台帳の初日が期間のあとなら、記録はない', ['2026-12-01'], 'none'],
    ['台帳を知らない窓口には、記録はない', [], 'none'],
    ['一つの窓口でも途中からなら、合わせたものも途中から', ['2026-04-01', '2026-11-02'], 'partly'],
  ])('%s', (_, since, expected) => {
    expect(covered(...since)).toBe(expected);
  });
});

describe('比べる', () => {
  test.each([
    [120, 100, { base: 100, difference: 20, ratio: 1.2 }],
    [80, 100, { base: 100, difference: -20, ratio: 0.8 }],
    [0, 100, { base: 100, difference: -100, ratio: 0 }],
  ])('%i を %i と', (value, base, expected) => {
    expect(compare(value, base, 'whole')).toEqual(expected);
  });

  test('0との比は、無限ではなく、ない', () => {
    expect(compare(5, 0, 'whole')).toEqual({ base: 0, difference: 5, ratio: null });
  });

  test('記録のない期間とは比べない。0とも言わない', () => {
    expect(compare(5, 0, 'none')).toEqual({ base: null, difference: null, ratio: null });
  });

  test('途中からの記録は、数だけを見せて、差と比を出さない', () => {
    expect(compare(5, 3, 'partly')).toEqual({ base: 3, difference: null, ratio: null });
  });

  test('自分のほうに記録がないなら、差と比を出さない', () => {
    expect(compare(null, 3, 'whole')).toEqual({ base: 3, difference: null, ratio: null });
  });
});
