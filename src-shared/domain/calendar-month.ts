import { addDays, daysInMonth, type PlainDate, plainDateOf, weekdayOf } from '../kernel/plain-date.ts';
import {
  type Calendar,
  closureOn,
  isExpectedHoliday,
  regularClosureOn,
  type SystemStop,
  specialOpeningsOn,
  systemStopsOn,
} from './calendar.ts';
import { type Hours, hoursOn } from './counter-hours.ts';
import type { Policy } from './policy.ts';
import type { Office } from './visit.ts';

/** 休みの種類: what the day is closed by. */
export type ClosureKind = 'weekend' | 'yearEnd' | 'holiday' | 'special';

/** 暦の一日 (L2, L3): how it stands for one office. */
export type CalendarDay = {
  readonly day: PlainDate;
  /** 0 is Sunday */
  readonly weekday: number;
  readonly closure: { readonly kind: ClosureKind; readonly word: string } | null;
  /** the holiday's name, also where it falls on a weekend or the office is opened all the same */
  readonly holiday: string | null;
  /** 見込み: the holiday is of a year that nobody has confirmed */
  readonly expected: boolean;
  readonly hours: readonly Hours[];
  readonly stops: readonly SystemStop[];
};

export type Month = { readonly year: number; readonly month: number };

/** 月の暦 (L2, L3): every day of the month for one office. */
export function monthOf(
  { year, month }: Month,
  office: Office,
  policyOf: (day: PlainDate) => Policy,
  calendar: Calendar,
): readonly CalendarDay[] {
  const first = plainDateOf(year, month, 1);
  if (first === null) return [];
  return Array.from({ length: daysInMonth(year, month) }, (_, place) => {
    const day = addDays(first, place);
    return {
      day,
      weekday: weekdayOf(day),
      closure: closureOf(day, office, calendar),
      holiday: calendar.holidays[day] ?? null,
      expected: isExpectedHoliday(day, calendar),
      hours: hoursOn(day, office, policyOf(day), calendar),
      stops: systemStopsOn(day, calendar),
    };
  });
}

function closureOf(day: PlainDate, office: Office, calendar: Calendar): CalendarDay['closure'] {
  const word = closureOn(day, office, calendar);
  if (word === null) return null;
  // A special closure has a reason of its own, also on a day that is closed anyway.
  const entered = calendar.specialClosures.some(
    ({ on, offices }) => on === day && (offices === null || offices.includes(office)),
  );
  if (entered || specialOpeningsOn(day, office, calendar).length > 0) return { kind: 'special', word };
  const regular = regularClosureOn(day, calendar);
  if (regular === '土曜日' || regular === '日曜日') return { kind: 'weekend', word };
  return { kind: regular === '年末年始' ? 'yearEnd' : 'holiday', word };
}

/** 前か後の月。 */
export function monthAfter({ year, month }: Month, steps: number): Month {
  const months = year * 12 + (month - 1) + steps;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}
