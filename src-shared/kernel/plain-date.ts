import { z } from 'zod';

/** 暦日 (calendar day, `YYYY-MM-DD`). ISO order makes `<` and `>=` calendar comparisons. */
export const PlainDate = z.iso.date().brand<'PlainDate'>();
export type PlainDate = z.infer<typeof PlainDate>;

/** 年月日の数 (parts of a day): month and day count from 1. */
export type DateParts = { readonly year: number; readonly month: number; readonly day: number };

/** 平年の2月29日 (V6): on which day someone born on 29 February has the birthday in a common year. */
export type LeapBirthday = 'feb28' | 'mar01';

const MILLISECONDS_A_DAY = 86_400_000;

/** 読めれば暦日: null for anything that is not a day of the calendar in `YYYY-MM-DD`. */
export function parsePlainDate(text: string): PlainDate | null {
  const parsed = PlainDate.safeParse(text);
  return parsed.success ? parsed.data : null;
}

/** 定数の暦日: for literals in source; throws where the text is no day, since that is a defect. */
export function plainDate(text: string): PlainDate {
  return PlainDate.parse(text);
}

/** 年月日から暦日: null where the calendar has no such day (2月30日) or the year has not four digits. */
export function plainDateOf(year: number, month: number, day: number): PlainDate | null {
  if (!Number.isInteger(year) || year < 0 || year > 9999) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return assemble({ year, month, day });
}

/** 暦日の年・月・日。 */
export function partsOf(date: PlainDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** うるう年か (Gregorian). */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** その月の日数。 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 日を足す: throws a RangeError outside the years 0000–9999. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** 何日後か: `to` − `from` in days. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 月を足した同じ日: null where that month has no such day number; throws outside the years 0000–9999. */
export function sameDayAfterMonths(date: PlainDate, months: number): PlainDate | null {
  const { day } = partsOf(date);
  const first = firstOfMonthAfter(date, months);
  const { year, month } = partsOf(first);
  return plainDateOf(year, month, day);
}

/** 月を足す: the last day of the month where the day number does not exist. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const same = sameDayAfterMonths(date, months);
  if (same !== null) return same;
  const { year, month } = partsOf(firstOfMonthAfter(date, months));
  return assemble({ year, month, day: daysInMonth(year, month) });
}

/** 月を足した月の1日。 */
export function firstOfMonthAfter(date: PlainDate, months: number): PlainDate {
  const { year, month } = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  return checked({ year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1, day: 1 });
}

/** 暦の順: negative, zero or positive, for sorting. */
export function compareDates(left: PlainDate, right: PlainDate): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** 曜日: 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: PlainDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** その年の誕生日 (V6 decides for those born on 29 February). */
export function birthdayInYear(bornOn: PlainDate, year: number, leapBirthday: LeapBirthday): PlainDate {
  const { month, day } = partsOf(bornOn);
  if (month !== 2 || day !== 29 || isLeapYear(year)) return checked({ year, month, day });
  return leapBirthday === 'feb28' ? checked({ year, month: 2, day: 28 }) : checked({ year, month: 3, day: 1 });
}

/** その日より後のn回目の誕生日 (V1, V2): a birthday on the day itself is not counted. `on` is not before the birth. */
export function nthBirthdayAfter(
  bornOn: PlainDate,
  on: PlainDate,
  count: number,
  leapBirthday: LeapBirthday,
): PlainDate {
  const { year } = partsOf(on);
  const firstYear = birthdayInYear(bornOn, year, leapBirthday) > on ? year : year + 1;
  return birthdayInYear(bornOn, firstYear + count - 1, leapBirthday);
}

/** 満年齢: counted from the birthday itself; negative before the birth. */
export function ageOn(bornOn: PlainDate, on: PlainDate, leapBirthday: LeapBirthday): number {
  const { year } = partsOf(on);
  const age = year - partsOf(bornOn).year;
  return birthdayInYear(bornOn, year, leapBirthday) <= on ? age : age - 1;
}

/** n歳になる日: the birthday itself. */
export function turnsAgeOn(bornOn: PlainDate, age: number, leapBirthday: LeapBirthday): PlainDate {
  return birthdayInYear(bornOn, partsOf(bornOn).year + age, leapBirthday);
}

/** 1970-01-01 からの日数: UTC only, so that no time zone or summer time can move a day. */
function dayNumber(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

function fromDayNumber(days: number): PlainDate {
  const moment = new Date(days * MILLISECONDS_A_DAY);
  return checked({ year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() });
}

function checked(parts: DateParts): PlainDate {
  const date = plainDateOf(parts.year, parts.month, parts.day);
  if (date === null) throw new RangeError('a day outside the years 0000-9999');
  return date;
}

function assemble({ year, month, day }: DateParts): PlainDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  // The parts have been checked against the calendar by every caller; parsing again would double the cost of arithmetic.
  return text as PlainDate;
}
