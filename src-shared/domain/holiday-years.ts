import { type PlainDate, parsePlainDate, partsOf, plainDate } from '../kernel/plain-date.ts';
import type { Calendar } from './calendar.ts';

/**
 * 祝日の年 (L2): the official list of the following year is published in the 官報 at the beginning of February (暦要項), so that a
 * year may be confirmed from 1 February of the year before, and the counter is reminded from 1 March on.
 */
export function lastPublishedYear(today: PlainDate): number {
  const { year, month } = partsOf(today);
  return month >= 2 ? year + 1 : year;
}

/** 確かめられる年: this year and the published next one. */
export function confirmableYears(today: PlainDate): readonly number[] {
  const { year } = partsOf(today);
  return lastPublishedYear(today) > year ? [year, year + 1] : [year];
}

/** まだ確かめていない年: of this year and, from 1 March on, the next; the earliest first. */
export function yearsToConfirm(today: PlainDate, calendar: Calendar): readonly number[] {
  const { year, month } = partsOf(today);
  const years = month >= 3 ? [year, year + 1] : [year];
  return years.filter((each) => !isCertainYear(each, calendar));
}

/** 確かな年か: published when this program was made, or confirmed since. */
export function isCertainYear(year: number, calendar: Calendar): boolean {
  return plainDate(`${year}-12-31`) <= calendar.holidaysCertainThrough || calendar.confirmedYears.includes(year);
}

export type HolidayRow = { readonly on: string; readonly name: string };
export type HolidayProblem = { readonly place: number; readonly field: 'on' | 'name'; readonly message: string };

/** その年の祝日: as the calendar has them now. */
export function holidaysOfYear(year: number, calendar: Calendar): readonly HolidayRow[] {
  return Object.entries(calendar.holidays)
    .filter(([day]) => day.startsWith(`${year}-`))
    .map(([on, name]) => ({ on, name }))
    .toSorted((left, right) => (left.on < right.on ? -1 : 1));
}

/**
 * 祝日の一覧を確かめる: days of that year, each once and with its name; what is past stays as it was, since the cases of that day
 * were judged by it.
 */
export function problemsOfHolidays(
  year: number,
  rows: readonly HolidayRow[],
  today: PlainDate,
  calendar: Calendar,
): readonly HolidayProblem[] {
  const problems = rows.flatMap((row, place): HolidayProblem[] => problemsOfRow(year, rows, row, place));
  if (problems.length > 0) return problems;
  const before = holidaysOfYear(year, calendar);
  const changed = changedHolidays(before, rows).filter(({ on }) => on < today);
  return changed.map(({ on }) => ({
    place: Math.max(
      0,
      rows.findIndex((row) => row.on === on),
    ),
    field: 'on',
    message: `${on}は過ぎた日です。その日の受付はもう判定されているため、祝日に加えることも、外すこともできません。`,
  }));
}

function problemsOfRow(
  year: number,
  rows: readonly HolidayRow[],
  { on, name }: HolidayRow,
  place: number,
): HolidayProblem[] {
  const day = parsePlainDate(on);
  if (day === null || partsOf(day).year !== year)
    return [{ place, field: 'on', message: `${year}年の日を入力してください。` }];
  if (rows.findIndex((row) => row.on === on) !== place)
    return [{ place, field: 'on', message: '同じ日の行が、上にもあります。' }];
  const letters = name.trim().length;
  if (letters === 0) return [{ place, field: 'name', message: '祝日の名前を入力してください。' }];
  if (letters > 30) return [{ place, field: 'name', message: '祝日の名前は30文字までで入力してください。' }];
  return [];
}

export type HolidayDifference = HolidayRow & {
  readonly what: 'added' | 'removed' | 'renamed';
  readonly before: string | null;
};

/** 前の一覧とのちがい: what was added, removed or renamed, by day. */
export function changedHolidays(
  before: readonly HolidayRow[],
  after: readonly HolidayRow[],
): readonly HolidayDifference[] {
  const [old, now] = [
    new Map(before.map(({ on, name }) => [on, name])),
    new Map(after.map(({ on, name }) => [on, name])),
  ];
  const days = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return days.flatMap((on): HolidayDifference[] => {
    const [was, is] = [old.get(on) ?? null, now.get(on) ?? null];
    if (was === is) return [];
    if (is === null) return [{ on, name: was ?? '', what: 'removed', before: was }];
    return [{ on, name: is, what: was === null ? 'added' : 'renamed', before: was }];
  });
}
