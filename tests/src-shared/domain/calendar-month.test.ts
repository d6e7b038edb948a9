import { describe, expect, test } from 'vitest';
import { closureOn, isOpenDay } from '../../../src-shared/domain/calendar.ts';
import { monthAfter, monthOf } from '../../../src-shared/domain/calendar-month.ts';
import { type NewCalendarEntry, tooLongClosed, warningsOf } from '../../../src-shared/domain/calendar-warnings.ts';
import { policyOn } from '../../../src-shared/domain/policy.ts';
import { type CalendarEntryKept, calendarWith, standingPart } from '../../../src-shared/domain/rules-in-force.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';

const opening: CalendarEntryKept = {
  kind: 'specialOpening',
  from: '2026-12-06T09:00',
  until: '2026-12-06T12:00',
  offices: ['shiminka'],
  reason: '日曜窓口',
};
const closure: CalendarEntryKept = {
  kind: 'specialClosure',
  from: '2026-12-08T00:00',
  until: '2026-12-10T23:59',
  offices: ['sobue'],
  reason: '庁舎の工事',
};
const stop: CalendarEntryKept = {
  kind: 'systemStop',
  from: '2026-12-14T22:00',
  until: '2026-12-15T06:30',
  offices: null,
  reason: '計画停止',
};
const calendar = calendarWith([opening, closure, stop]);
const month = (office: 'shiminka' | 'sobue', { year, month: of } = { year: 2026, month: 12 }) =>
  monthOf({ year, month: of }, office, policyOn, calendar);
const dayOf = (office: 'shiminka' | 'sobue', day: number) => month(office)[day - 1];

describe('月の暦 (L2、L3)', () => {
  test('2026年12月は31日あり、火曜に始まる', () => {
    expect(month('shiminka')).toHaveLength(31);
    expect(month('shiminka')[0]?.weekday).toBe(2);
  });

  test('うるう年の2月は29日ある', () => {
    expect(month('shiminka', { year: 2028, month: 2 })).toHaveLength(29);
  });

  test.each([
    [1, null, '09:00–17:00'],
    [5, 'weekend', ''],
    [6, null, '09:00–12:00'],
    [29, 'yearEnd', ''],
  ] as const)('市民課の12月%i日は、休み %s、受付 %s', (day, kind, hours) => {
    const of = dayOf('shiminka', day);
    expect(of?.closure?.kind ?? null).toBe(kind);
    expect(of?.hours.map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`).join()).toBe(hours);
  });

  test('臨時閉庁は、始まりから終わりまでの毎日、その窓口だけ休む', () => {
    const closed = month('sobue').filter(({ closure: of }) => of?.kind === 'special');
    expect(closed.map(({ day }) => day)).toEqual(['2026-12-08', '2026-12-09', '2026-12-10']);
    expect(closed.map(({ closure: of }) => of?.word)).toEqual(['庁舎の工事', '庁舎の工事', '庁舎の工事']);
    expect(isOpenDay(plainDate('2026-12-09'), 'shiminka', calendar)).toBe(true);
  });

  test('日をまたぐ停止は、両方の日に出て、窓口は開いている', () => {
    const days = month('sobue').filter(({ stops }) => stops.length > 0);
    expect(days.map(({ day, closure: of }) => `${day} ${of === null}`)).toEqual(['2026-12-14 true', '2026-12-15 true']);
  });

  test('確かめていない年の祝日は、見込みの印を持つ', () => {
    const january = monthOf({ year: 2028, month: 1 }, 'shiminka', policyOn, calendar);
    expect(january.filter(({ expected }) => expected).map(({ day }) => day)).toEqual(['2028-01-01', '2028-01-10']);
    expect(month('shiminka').some(({ expected }) => expected)).toBe(false);
  });

  test.each([
    [{ year: 2026, month: 12 }, 1, { year: 2027, month: 1 }],
    [{ year: 2027, month: 1 }, -1, { year: 2026, month: 12 }],
    [{ year: 2026, month: 6 }, 12, { year: 2027, month: 6 }],
  ])('%oから%iか月', (from, steps, to) => {
    expect(monthAfter(from, steps)).toEqual(to);
  });
});

describe('取り消した書き込み', () => {
  test.each([
    ['始まる前に取り消した閉庁は、何も残らない', closure, '2026-12-07T10:00:00.000+09:00', null],
    ['始まった日に取り消した閉庁は、その日から開く', closure, '2026-12-08T10:00:00.000+09:00', null],
    ['途中で取り消した閉庁は、前の日までが残る', closure, '2026-12-10T10:00:00.000+09:00', '2026-12-09T23:59'],
    ['終わってからの取消しでは、何も変わらない', closure, '2026-12-11T10:00:00.000+09:00', '2026-12-10T23:59'],
    ['始まる前に取り消した停止は、何も残らない', stop, '2026-12-14T21:59:00.000+09:00', null],
    ['途中で取り消した停止は、その時刻に終わる', stop, '2026-12-15T05:00:00.000+09:00', '2026-12-15T05:00'],
    ['その日のうちに取り消した臨時開庁は、開かない', opening, '2026-12-06T08:00:00.000+09:00', null],
    ['終わった臨時開庁は、そのまま残る', opening, '2026-12-06T12:00:00.000+09:00', '2026-12-06T12:00'],
  ])('%s', (_, entry, at, until) => {
    expect(standingPart(entry, at)?.until ?? null).toBe(until);
  });

  test('取り消していない書き込みは、そのまま立つ', () => {
    expect(standingPart(closure, null)).toBe(closure);
  });
});

describe('暦の気がかり', () => {
  const today = plainDate('2026-11-24');
  const entry = (
    kind: CalendarEntryKept['kind'],
    from: string,
    until: string,
    office: 'shiminka' | 'sobue' | null = null,
  ): NewCalendarEntry => ({
    kind,
    from,
    until,
    offices: office === null ? null : [office],
  });
  const codes = (of: NewCalendarEntry) => warningsOf(of, today, policyOn(today), calendar).map(({ code }) => code);

  test.each([
    ['何もない開庁日の閉庁', entry('specialClosure', '2026-12-02T00:00', '2026-12-02T23:59'), []],
    ['過ぎた日の閉庁', entry('specialClosure', '2026-11-20T00:00', '2026-11-20T23:59'), ['past']],
    ['今日の閉庁', entry('specialClosure', '2026-11-24T00:00', '2026-11-24T23:59'), []],
    ['臨時開庁のある日の閉庁', entry('specialClosure', '2026-12-05T00:00', '2026-12-07T23:59'), ['closesOpening']],
    ['ほかの窓口の臨時開庁の日の閉庁', entry('specialClosure', '2026-12-06T00:00', '2026-12-07T23:59', 'sobue'), []],
    ['もともと休みの日の閉庁', entry('specialClosure', '2026-12-12T00:00', '2026-12-13T23:59'), ['closedAnyway']],
    ['閉庁の日の臨時開庁', entry('specialOpening', '2026-12-09T18:00', '2026-12-09T19:00'), ['opensClosure']],
    ['閉庁のない窓口の臨時開庁', entry('specialOpening', '2026-12-09T18:00', '2026-12-09T19:00', 'shiminka'), []],
    ['ふだんの時間の中の臨時開庁', entry('specialOpening', '2026-12-02T10:00', '2026-12-02T12:00'), ['openAnyway']],
    ['17時を過ぎる臨時開庁', entry('specialOpening', '2026-12-02T16:00', '2026-12-02T17:01'), []],
    ['停止と重なる停止', entry('systemStop', '2026-12-15T06:00', '2026-12-15T07:00'), ['overlapsStop']],
    ['停止の終わりから始まる停止', entry('systemStop', '2026-12-15T06:30', '2026-12-15T07:00'), []],
  ] as const)('%s', (_, of, expected) => {
    expect(codes(of)).toEqual(expected);
  });

  test('閉庁は臨時開庁より先に立つ', () => {
    const both = calendarWith([
      opening,
      { ...closure, from: '2026-12-06T00:00', until: '2026-12-06T23:59', offices: null },
    ]);
    expect(closureOn(plainDate('2026-12-06'), 'shiminka', both)).toBe('庁舎の工事');
  });

  test.each([
    ['前の土日から数えて31日', '2027-02-01', '2027-03-01', false],
    ['前の土日から数えて32日', '2027-02-01', '2027-03-02', true],
    ['閉庁だけで32日', '2027-03-02', '2027-04-02', true],
  ])('続く休みは31日まで: %s', (_, from, until, refused) => {
    const of = entry('specialClosure', `${from}T00:00`, `${until}T23:59`);
    expect(tooLongClosed(of, [], calendarWith([])) !== null).toBe(refused);
  });

  test('土日や前の閉庁とつながって31日を超える閉庁も断る', () => {
    const before: CalendarEntryKept = {
      ...closure,
      from: '2027-02-01T00:00',
      until: '2027-02-19T23:59',
      offices: null,
    };
    const next = entry('specialClosure', '2027-02-22T00:00', '2027-03-05T23:59');
    const later = entry('specialClosure', '2027-02-24T00:00', '2027-03-05T23:59');
    expect(tooLongClosed(next, [before], calendarWith([before]))).toContain('31日を超えます');
    expect(tooLongClosed(later, [before], calendarWith([before]))).toBeNull();
  });
});
