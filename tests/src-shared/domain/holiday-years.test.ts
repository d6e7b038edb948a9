import { describe, expect, test } from 'vitest';
import { isExpectedHoliday, isExpectedYear, isOpenDay } from '../../../src-shared/domain/calendar.ts';
import {
  changedHolidays,
  confirmableYears,
  holidaysOfYear,
  problemsOfHolidays,
  yearsToConfirm,
} from '../../../src-shared/domain/holiday-years.ts';
import { isExpectedDue, replyDue } from '../../../src-shared/domain/inquiry-letter.ts';
import { noticesOf } from '../../../src-shared/domain/notices.ts';
import { policyOn, withSettings } from '../../../src-shared/domain/policy.ts';
import { calendarWith } from '../../../src-shared/domain/rules-in-force.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { plainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';

const seeded = calendarWith([]);
const days2028 = holidaysOfYear(2028, seeded);
const confirmed2028 = calendarWith([], [{ year: 2028, days: days2028 }]);

describe('祝日の年 (L2)', () => {
  test('2027年までははじめから確かで、2028年からは見込み', () => {
    expect(isExpectedYear(plainDate('2027-12-31'), seeded)).toBe(false);
    expect(isExpectedYear(plainDate('2028-01-01'), seeded)).toBe(true);
  });

  test('確かめた年は見込みでなくなり、次の年は見込みのまま', () => {
    expect(isExpectedHoliday(plainDate('2028-01-10'), seeded)).toBe(true);
    expect(isExpectedHoliday(plainDate('2028-01-10'), confirmed2028)).toBe(false);
    expect(isExpectedHoliday(plainDate('2029-01-08'), confirmed2028)).toBe(true);
  });

  test('確かめた一覧から外した日は開庁日になり、加えた日は休みになる', () => {
    const days = [...days2028.filter(({ on }) => on !== '2028-07-17'), { on: '2028-07-20', name: '海の日' }];
    const calendar = calendarWith([], [{ year: 2028, days }]);
    expect(isOpenDay(plainDate('2028-07-17'), 'shiminka', calendar)).toBe(true);
    expect(isOpenDay(plainDate('2028-07-20'), 'shiminka', calendar)).toBe(false);
    expect(isOpenDay(plainDate('2027-07-19'), 'shiminka', calendar)).toBe(false);
  });

  test('同じ年を確かめ直すと、あとのものが立つ', () => {
    const again = calendarWith(
      [],
      [
        { year: 2028, days: [] },
        { year: 2028, days: days2028 },
      ],
    );
    expect(holidaysOfYear(2028, again)).toEqual(days2028);
  });

  test.each([
    ['2027-01-31', [2027]],
    ['2027-02-01', [2027, 2028]],
    ['2027-12-31', [2027, 2028]],
    ['2028-01-01', [2028]],
  ])('%sに確かめられるのは、公表された年だけ', (today, years) => {
    expect(confirmableYears(plainDate(today))).toEqual(years);
  });

  test.each([
    ['2027-02-28', []],
    ['2027-03-01', [2028]],
    ['2028-01-05', [2028]],
    ['2028-03-01', [2028, 2029]],
  ])('%sに知らせるのは、公表されて3月になっても確かめていない年', (today, years) => {
    expect(yearsToConfirm(plainDate(today), seeded)).toEqual(years);
  });

  test('お知らせは3月1日に出て、確かめると消える', () => {
    const heads = (at: string, calendar = seeded) =>
      noticesOf(plainDateTime(at), calendar).map(({ headline }) => headline);
    expect(heads('2027-02-28T09:00')).toEqual([]);
    expect(heads('2027-03-01T09:00')).toEqual(['2028年の祝日を、まだ確かめていません']);
    expect(heads('2027-03-01T09:00', confirmed2028)).toEqual([]);
  });
});

describe('祝日の一覧を確かめる', () => {
  const today = plainDate('2027-05-10');
  const check = (rows: Parameters<typeof problemsOfHolidays>[1], year = 2028) =>
    problemsOfHolidays(year, rows, today, seeded).map(({ place, field }) => `${place} ${field}`);

  test('そのままの一覧には、直すところがない', () => {
    expect(check(days2028)).toEqual([]);
  });

  test.each([
    ['ほかの年の日', [{ on: '2029-01-01', name: '元日' }], '0 on'],
    ['暦にない日', [{ on: '2028-02-30', name: '謎の日' }], '0 on'],
    ['名前のない日', [{ on: '2028-02-14', name: ' ' }], '0 name'],
    [
      '2度書いた日',
      [
        { on: '2028-02-14', name: '一' },
        { on: '2028-02-14', name: '二' },
      ],
      '1 on',
    ],
  ])('%sは直す', (_, rows, expected) => {
    expect(check(rows)).toEqual([expected]);
  });

  test('過ぎた日は外せず、加えられず、これからの日は変えられる', () => {
    const days = holidaysOfYear(2027, seeded);
    expect(
      check(
        days.filter(({ on }) => on !== '2027-05-05'),
        2027,
      ),
    ).toHaveLength(1);
    expect(check([...days, { on: '2027-05-07', name: '臨時の祝日' }], 2027)).toHaveLength(1);
    expect(check([...days, { on: '2027-05-10', name: '臨時の祝日' }], 2027)).toEqual([]);
    expect(
      check(
        days.filter(({ on }) => on !== '2027-07-19'),
        2027,
      ),
    ).toEqual([]);
  });

  test('ちがいは、加えた日・外した日・名前の変わった日に分けて言う', () => {
    const before = [
      { on: '2028-01-01', name: '元日' },
      { on: '2028-01-10', name: '成人の日' },
    ];
    const after = [
      { on: '2028-01-01', name: '正月' },
      { on: '2028-02-14', name: '新しい祝日' },
    ];
    expect(changedHolidays(before, after).map(({ on, what }) => `${on} ${what}`)).toEqual([
      '2028-01-01 renamed',
      '2028-01-10 removed',
      '2028-02-14 added',
    ]);
  });
});

describe('期限の見込み (D2)', () => {
  const policy = policyOn(plainDate('2027-12-01'));
  const expected = (postedOn: string, calendar = seeded, rules = policy) =>
    isExpectedDue(replyDue(plainDate(postedOn), rules, calendar), rules, calendar);

  test('確かめていない年にかかる期限だけが見込みで、その年を確かめると見込みでなくなる', () => {
    // 2027年12月30日は年末年始で、次に開くのは2028年1月4日
    expect(expected('2027-11-30')).toBe(true);
    expect(expected('2027-11-30', confirmed2028)).toBe(false);
    // 2027年12月26日は日曜で、次に開くのは12月27日
    expect(expected('2027-11-26')).toBe(false);
  });

  test('休みで延ばさない決まりなら、暦によらないので見込みにならない', () => {
    const strict = withSettings(policy, { replyExtendsOverClosedDays: false }, 'example');
    expect(expected('2027-11-30', seeded, strict)).toBe(false);
  });
});
