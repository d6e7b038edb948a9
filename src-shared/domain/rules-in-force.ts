import { addDays, daysBetween, type PlainDate, plainDate } from '../kernel/plain-date.ts';
import { type Calendar, DEFAULT_CALENDAR, SpecialClosure, SpecialOpening, SystemStop } from './calendar.ts';
import { type Policy, PolicySettings, policyOn } from './policy.ts';
import type { Office } from './visit.ts';

/** 暦の書き込み: as the ledger keeps it; `from` and `until` are `YYYY-MM-DDTHH:MM`. A closure covers each day from one to the other. */
export type CalendarEntryKept = {
  readonly kind: 'systemStop' | 'specialOpening' | 'specialClosure';
  readonly from: string;
  readonly until: string;
  readonly offices: readonly Office[] | null;
  readonly reason: string;
};

/** 決まりの変更: settings that hold from a day on; `change` names its event. */
export type PolicyChangeKept = {
  readonly change: string;
  readonly effectiveFrom: string;
  readonly settings: Readonly<Record<string, unknown>>;
};

/** 確かめた祝日: every holiday of one year, as compared with the official list. */
export type HolidayYearKept = {
  readonly year: number;
  readonly days: readonly { readonly on: string; readonly name: string }[];
};

/** 書き込みを加えた暦 (L2, L3): the seeded holidays, the confirmed years and what supervisors entered. Throws where an entry is not of its kind. */
export function calendarWith(
  entries: readonly CalendarEntryKept[],
  confirmed: readonly HolidayYearKept[] = [],
): Calendar {
  const of = (kind: CalendarEntryKept['kind']) => entries.filter((entry) => entry.kind === kind);
  return {
    ...DEFAULT_CALENDAR,
    ...holidaysWith(confirmed),
    systemStops: of('systemStop').map(({ from, until, reason }) => SystemStop.parse({ from, until, reason })),
    specialOpenings: of('specialOpening').map(({ from, until, offices, reason }) =>
      SpecialOpening.parse({
        on: from.slice(0, 10),
        opensAt: from.slice(11),
        closesAt: until.slice(11),
        offices,
        reason,
      }),
    ),
    specialClosures: of('specialClosure').flatMap(({ from, until, offices, reason }) =>
      daysFromTo(from, until).map((on) => SpecialClosure.parse({ on, offices, reason })),
    ),
  };
}

/** 確かめた年の祝日: a confirmed year stands for itself; a later confirmation of the same year prevails. */
function holidaysWith(confirmed: readonly HolidayYearKept[]): Pick<Calendar, 'holidays' | 'confirmedYears'> {
  if (confirmed.length === 0) return DEFAULT_CALENDAR;
  const years = new Map(confirmed.map(({ year, days }) => [year, days]));
  const seeded = Object.entries(DEFAULT_CALENDAR.holidays).filter(([day]) => !years.has(Number(day.slice(0, 4))));
  const listed = [...years.values()].flat().map(({ on, name }) => [plainDate(on), name] as const);
  return {
    holidays: Object.fromEntries([...seeded, ...listed]),
    confirmedYears: [...years.keys()].toSorted((one, other) => one - other),
  };
}

/** 書き込みの覆う日: from the first to the last, both included; a last day that would end as it begins is none. */
export function daysFromTo(from: string, until: string): readonly PlainDate[] {
  const first = plainDate(from.slice(0, 10));
  const between = daysBetween(first, plainDate(until.slice(0, 10)));
  const length = until.endsWith('T00:00') ? Math.max(1, between) : between + 1;
  return Array.from({ length }, (_, place) => addDays(first, place));
}

/**
 * 取り消した書き込みの残り: what was over when it was taken back stays as it was, so that no past day changes; a stop
 * that was running ends there, and a closure loses the days from then on. Null where nothing of it had begun.
 */
export function standingPart<Entry extends CalendarEntryKept>(entry: Entry, takenBackAt: string | null): Entry | null {
  if (takenBackAt === null) return entry;
  const at = takenBackAt.slice(0, 16);
  if (at >= entry.until) return entry;
  if (entry.kind === 'systemStop') return at > entry.from ? { ...entry, until: at } : null;
  const day = plainDate(at.slice(0, 10));
  if (day <= entry.from.slice(0, 10)) return null;
  return { ...entry, until: `${addDays(day, -1)}T23:59` };
}

/** その日の決まりの番号: the version with the last change that had taken effect, so that an event tells which settings judged it. */
export function policyVersionWith(version: string, changes: readonly PolicyChangeKept[], day: string): string {
  const last = changes.findLast(({ effectiveFrom }) => effectiveFrom <= day);
  return last === undefined ? version : `${version}+${last.change.slice(0, 8)}`;
}

/** その日の決まり: the policy of the day with every change that had taken effect. The list is in the order of their days, of one day as they were made. */
export function policyWith(changes: readonly PolicyChangeKept[], day: PlainDate): Policy {
  const base = policyOn(day);
  const changed = changes.filter(({ effectiveFrom }) => effectiveFrom <= day);
  const settings = PolicySettings.parse(Object.assign({}, base.settings, ...changed.map((change) => change.settings)));
  return { ...base, settings, version: policyVersionWith(base.version, changes, day) };
}

/** いちばん長い回答の日数 (D2): of every rule that was in force up to the day, since a letter keeps the days of its posting. */
export function longestReplyDays(changes: readonly PolicyChangeKept[], day: PlainDate): number {
  const days = [day, ...changes.map(({ effectiveFrom }) => plainDate(effectiveFrom)).filter((from) => from <= day)];
  const seeded = policyOn(day).settings.replyDays;
  return Math.max(seeded, ...days.map((each) => policyWith(changes, each).settings.replyDays));
}
