import { z } from 'zod';
import { addDays, PlainDate, plainDate, weekdayOf } from '../kernel/plain-date.ts';
import { PlainDateTime, PlainTime } from '../kernel/plain-date-time.ts';
import { HOLIDAY_LINES } from './holidays.ts';
import { Office } from './visit.ts';

/** 臨時開庁 (L2): a day or hours that a supervisor opened; `offices` null is every office. */
export const SpecialOpening = z
  .strictObject({
    on: PlainDate,
    opensAt: PlainTime,
    closesAt: PlainTime,
    offices: z.array(Office).readonly().nullable(),
    reason: z.string(),
  })
  .readonly();
export type SpecialOpening = z.infer<typeof SpecialOpening>;

/** 臨時閉庁 (L2): a day that a supervisor closed; `offices` null is every office. */
export const SpecialClosure = z
  .strictObject({ on: PlainDate, offices: z.array(Office).readonly().nullable(), reason: z.string() })
  .readonly();
export type SpecialClosure = z.infer<typeof SpecialClosure>;

/** 全国のシステムの停止 (L3): from its first minute to before `until`. */
export const SystemStop = z.strictObject({ from: PlainDateTime, until: PlainDateTime, reason: z.string() }).readonly();
export type SystemStop = z.infer<typeof SystemStop>;

/** 暦 (L2, L3): closed days, special openings and planned stops; plain data, so that it crosses to any screen. */
export const Calendar = z
  .strictObject({
    /** 祝日・休日: day → name */
    holidays: z.record(PlainDate, z.string()).readonly(),
    /** Holidays after this day are expected, not yet published (見込み), but in a confirmed year. */
    holidaysCertainThrough: PlainDate,
    /** 確かめた年: compared with the official list by a supervisor */
    confirmedYears: z.array(z.int()).readonly(),
    specialClosures: z.array(SpecialClosure).readonly(),
    specialOpenings: z.array(SpecialOpening).readonly(),
    systemStops: z.array(SystemStop).readonly(),
  })
  .readonly();
export type Calendar = z.infer<typeof Calendar>;

/** 続けて休める日の数: no office may be closed for longer, so that a reply is never without a next open day (D2). */
export const longestClosureDays = 31;

/** 閉まっている理由 (L2): null on a day on which the office works. */
export function closureOn(date: PlainDate, office: Office, calendar: Calendar): string | null {
  const closed = calendar.specialClosures.find((closure) => closure.on === date && includesOffice(closure, office));
  if (closed !== undefined) return closed.reason;
  if (specialOpeningsOn(date, office, calendar).length > 0) return null;
  return regularClosureOn(date, calendar);
}

/** 開庁日か (L2): a special opening counts, whatever its hours. */
export function isOpenDay(date: PlainDate, office: Office, calendar: Calendar): boolean {
  return closureOn(date, office, calendar) === null;
}

/** 祝日が見込みの年か: the official list of that year has not been compared yet, so that any working day may still change. */
export function isExpectedYear(date: PlainDate, calendar: Calendar): boolean {
  return date > calendar.holidaysCertainThrough && !calendar.confirmedYears.includes(Number(date.slice(0, 4)));
}

/** 祝日が見込みか: holidays of a year that nobody has confirmed may still change. */
export function isExpectedHoliday(date: PlainDate, calendar: Calendar): boolean {
  return isExpectedYear(date, calendar) && calendar.holidays[date] !== undefined;
}

/** その日か後の最初の開庁日 (D2): looks a year ahead, which no closure outlasts; throws beyond, since that calendar is damaged. */
export function nextOpenDay(date: PlainDate, office: Office, calendar: Calendar): PlainDate {
  let day = date;
  for (let step = 0; step < 366; step += 1) {
    if (isOpenDay(day, office, calendar)) return day;
    day = addDays(day, 1);
  }
  throw new RangeError('the calendar is closed for a whole year');
}

/** その日の臨時開庁 (L2)。 */
export function specialOpeningsOn(date: PlainDate, office: Office, calendar: Calendar): readonly SpecialOpening[] {
  return calendar.specialOpenings.filter((opening) => opening.on === date && includesOffice(opening, office));
}

/** その日にかかるシステム停止 (L3)。 */
export function systemStopsOn(date: PlainDate, calendar: Calendar): readonly SystemStop[] {
  return calendar.systemStops.filter((stop) => stop.from.slice(0, 10) <= date && stop.until > `${date}T00:00`);
}

/** その時刻のシステム停止 (L3): null where the national system runs. */
export function systemStopAt(at: PlainDateTime, calendar: Calendar): SystemStop | null {
  return calendar.systemStops.find((stop) => stop.from <= at && at < stop.until) ?? null;
}

/** ふだんの休み (L2): weekends, 29 December – 3 January and holidays, whatever was entered by hand. */
export function regularClosureOn(date: PlainDate, calendar: Calendar): string | null {
  const weekday = weekdayOf(date);
  if (weekday === 6) return '土曜日';
  if (weekday === 0) return '日曜日';
  const monthAndDay = date.slice(5);
  if (monthAndDay >= '12-29' || monthAndDay <= '01-03') return '年末年始';
  return calendar.holidays[date] ?? null;
}

/** その窓口のことか: null is every office. */
export function includesOffice(entry: { readonly offices: readonly Office[] | null }, office: Office): boolean {
  return entry.offices === null || entry.offices.includes(office);
}

/** はじめの暦: the holidays as seeded, nothing opened, closed or stopped by hand. */
export const DEFAULT_CALENDAR: Calendar = {
  holidays: Object.fromEntries(
    HOLIDAY_LINES.trim()
      .split('\n')
      .map((line) => [plainDate(line.slice(0, 10)), line.slice(11)]),
  ),
  holidaysCertainThrough: plainDate('2027-12-31'),
  confirmedYears: [],
  specialClosures: [],
  specialOpenings: [],
  systemStops: [],
};
