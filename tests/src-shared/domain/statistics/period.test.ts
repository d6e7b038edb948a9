import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fiscalYearOf,
  monthsOfFiscalYear,
  periodAfter,
  periodOf,
  periodYearBefore,
  progressOf,
  sameDaysOf,
  spanOf,
} from '../../../../src-shared/domain/statistics/period.ts';
import { addDays, daysBetween, plainDate } from '../../../../src-shared/kernel/plain-date.ts';

const month = (name: string) => ({ kind: 'month', month: name }) as const;
const fiscalYear = (year: number) => ({ kind: 'fiscalYear', year }) as const;

describe('年度と月', () => {
  test.each([
    ['2027-03-31', 2026],
    ['2027-04-01', 2027],
    ['2027-12-31', 2027],
    ['2028-01-01', 2027],
    ['2028-02-29', 2027],
  ])('%s は %i 年度', (day, year) => {
    expect(fiscalYearOf(plainDate(day))).toBe(year);
  });

  test('2026年度は、2026年4月1日から2027年3月31日までの12か月', () => {
    expect(spanOf(fiscalYear(2026))).toEqual({ from: '2026-04-01', until: '2027-03-31' });
    expect(monthsOfFiscalYear(2026)).toEqual([
      ...['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'],
      ...['2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03'],
    ]);
  });

  test.each([
    ['2028-02', '2028-02-29'],
    ['2027-02', '2027-02-28'],
    ['2026-12', '2026-12-31'],
    ['2026-11', '2026-11-30'],
  ])('%s の終わりは %s', (name, until) => {
    expect(spanOf(month(name))).toEqual({ from: `${name}-01`, until });
  });

  test.each([
    [month('2027-01'), month('2026-12'), month('2026-01')],
    [month('2026-04'), month('2026-03'), month('2025-04')],
    [fiscalYear(2026), fiscalYear(2025), fiscalYear(2025)],
  ])('%j の前は %j、前年は %j', (period, before, yearBefore) => {
    expect(periodAfter(period, -1)).toEqual(before);
    expect(periodYearBefore(period)).toEqual(yearBefore);
    expect(periodAfter(before, 1)).toEqual(period);
  });

  test('年度の日々は、その月々の日々をつないだもの', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), (year) => {
        const whole = spanOf(fiscalYear(year));
        const parts = monthsOfFiscalYear(year).map((name) => spanOf(month(name)));
        expect(parts[0]?.from).toBe(whole.from);
        expect(parts.at(-1)?.until).toBe(whole.until);
        for (const [index, part] of parts.entries()) {
          const next = parts[index + 1];
          if (next !== undefined) expect(addDays(part.until, 1)).toBe(next.from);
          expect(fiscalYearOf(part.until)).toBe(year);
        }
      }),
    );
  });
});

describe('途中の期間', () => {
  test.each([
    ['2026-11-30', 'running'],
    ['2026-12-01', 'over'],
    ['2026-11-01', 'running'],
    ['2026-10-31', 'ahead'],
  ] as const)('%s に、11月は %s', (today, progress) => {
    expect(progressOf(spanOf(month('2026-11')), plainDate(today))).toBe(progress);
  });

  test.each([
    ['2026-11-24', month('2026-10'), '2026-10-01', '2026-10-24'],
    ['2026-11-24', month('2025-11'), '2025-11-01', '2025-11-24'],
    ['2027-03-31', month('2027-02'), '2027-02-01', '2027-02-28'],
    ['2028-03-30', month('2028-02'), '2028-02-01', '2028-02-29'],
    ['2028-02-29', month('2027-02'), '2027-02-01', '2027-02-28'],
    ['2026-11-24', fiscalYear(2025), '2025-04-01', '2025-11-24'],
    ['2027-01-05', fiscalYear(2025), '2025-04-01', '2026-01-05'],
    ['2028-02-29', fiscalYear(2026), '2026-04-01', '2027-02-28'],
    ['2027-04-01', fiscalYear(2026), '2026-04-01', '2026-04-01'],
  ])('%s まで進んだとき、%j と比べるのは %s から %s まで', (today, base, from, until) => {
    expect(sameDaysOf(base, plainDate(today))).toEqual({ from, until });
  });

  test('同じ日までの範囲は、いつも比べる期間の中にある', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(plainDate('1990-01-01'), count));
    fc.assert(
      fc.property(days, fc.constantFrom('month' as const, 'fiscalYear' as const), (today, kind) => {
        const base = periodYearBefore(periodOf(kind, today));
        const [whole, part] = [spanOf(base), sameDaysOf(base, today)];
        expect(part.from).toBe(whole.from);
        expect(part.until <= whole.until).toBe(true);
        const sofar = daysBetween(spanOf(periodOf(kind, today)).from, today);
        // One day less or more at most, and only where a 29 February stands between.
        expect(Math.abs(daysBetween(part.from, part.until) - sofar)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
