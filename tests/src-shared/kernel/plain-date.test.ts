import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  birthdayInYear,
  daysBetween,
  firstOfMonthAfter,
  nthBirthdayAfter,
  type PlainDate,
  parsePlainDate,
  partsOf,
  plainDate,
  plainDateOf,
  sameDayAfterMonths,
  weekdayOf,
} from '../../../src-shared/kernel/plain-date.ts';

const anyDate = fc
  .record({
    year: fc.integer({ min: 1873, max: 2200 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => plainDateOf(year, month, day) as PlainDate);

describe('暦日', () => {
  test('暦にない日は読まない', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-4-1', '20260401', '2026-04-31', '']) {
      expect(parsePlainDate(text)).toBeNull();
    }
    expect(parsePlainDate('2028-02-29')).toBe('2028-02-29');
    expect(parsePlainDate('1900-02-29')).toBeNull();
    expect(parsePlainDate('2000-02-29')).toBe('2000-02-29');
  });

  test('日を足すと、月と年とうるう日を越える', () => {
    expect(addDays(plainDate('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(plainDate('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(plainDate('2027-02-28'), 1)).toBe('2027-03-01');
    expect(addDays(plainDate('2027-03-01'), -1)).toBe('2027-02-28');
  });

  test('同じ日がない月では、同じ日は答えず、月を足した日は月末になる', () => {
    expect(sameDayAfterMonths(plainDate('2026-05-31'), -3)).toBeNull();
    expect(addMonths(plainDate('2026-05-31'), -3)).toBe('2026-02-28');
    expect(firstOfMonthAfter(plainDate('2026-01-15'), -1)).toBe('2025-12-01');
  });

  test('曜日は暦のとおり', () => {
    expect(weekdayOf(plainDate('2026-11-24'))).toBe(2);
    expect(weekdayOf(plainDate('1969-12-31'))).toBe(3);
  });

  test('年の外へは出ない', () => {
    expect(() => addDays(plainDate('9999-12-31'), 1)).toThrow(RangeError);
  });

  test('日を足して引くと元に戻り、間の日数は足した日数', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(addDays(moved, -days)).toBe(date);
        expect(daysBetween(date, moved)).toBe(days);
        expect(weekdayOf(moved)).toBe((((weekdayOf(date) + days) % 7) + 7) % 7);
      }),
    );
  });

  test('文字の順は日の順', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (left, right) => {
        expect(left < right).toBe(daysBetween(left, right) > 0);
      }),
    );
  });
});

describe('誕生日と年齢', () => {
  test('その日の誕生日は「後の誕生日」に数えない', () => {
    expect(nthBirthdayAfter(plainDate('1988-04-01'), plainDate('2026-03-31'), 1, 'feb28')).toBe('2026-04-01');
    expect(nthBirthdayAfter(plainDate('1988-04-01'), plainDate('2026-04-01'), 1, 'feb28')).toBe('2027-04-01');
    expect(nthBirthdayAfter(plainDate('1988-04-01'), plainDate('2026-04-02'), 1, 'feb28')).toBe('2027-04-01');
  });

  test('2月29日生まれのかたの平年の誕生日は、設定のとおり2月28日か3月1日 (V6)', () => {
    const born = plainDate('2004-02-29');
    expect(birthdayInYear(born, 2027, 'feb28')).toBe('2027-02-28');
    expect(birthdayInYear(born, 2027, 'mar01')).toBe('2027-03-01');
    expect(birthdayInYear(born, 2028, 'feb28')).toBe('2028-02-29');
    expect(ageOn(born, plainDate('2027-02-28'), 'feb28')).toBe(23);
    expect(ageOn(born, plainDate('2027-02-28'), 'mar01')).toBe(22);
  });

  test('n回目の誕生日は必ず後で、n年より先にはならない', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 6 }), (born, days, count) => {
        const on = addDays(born, days);
        const birthday = nthBirthdayAfter(born, on, count, 'feb28');
        expect(birthday > on).toBe(true);
        expect(partsOf(birthday).year - partsOf(on).year).toBeLessThanOrEqual(count);
        expect(ageOn(born, birthday, 'feb28') - ageOn(born, on, 'feb28')).toBe(count);
      }),
    );
  });
});
