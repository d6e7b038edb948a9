import type { PlainDate } from '../kernel/plain-date.ts';
import { type Calendar, DEFAULT_CALENDAR, SpecialClosure, SpecialOpening, SystemStop } from './calendar.ts';
import { type Policy, PolicySettings, policyOn } from './policy.ts';
import type { Office } from './visit.ts';

/** 暦の書き込み: as the ledger keeps it; `from` and `until` are `YYYY-MM-DDTHH:MM`. */
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

/** 書き込みを加えた暦 (L2, L3): the seeded holidays with what supervisors have entered. Throws where an entry is not of its kind. */
export function calendarWith(entries: readonly CalendarEntryKept[]): Calendar {
  const of = (kind: CalendarEntryKept['kind']) => entries.filter((entry) => entry.kind === kind);
  return {
    ...DEFAULT_CALENDAR,
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
    specialClosures: of('specialClosure').map(({ from, offices, reason }) =>
      SpecialClosure.parse({ on: from.slice(0, 10), offices, reason }),
    ),
  };
}

/** その日の決まりの番号: the version with the last change that had taken effect, so that an event tells which settings judged it. */
export function policyVersionWith(version: string, changes: readonly PolicyChangeKept[], day: string): string {
  const last = changes.findLast(({ effectiveFrom }) => effectiveFrom <= day);
  return last === undefined ? version : `${version}+${last.change.slice(0, 8)}`;
}

/** その日の決まり: the policy of the day with every change that had taken effect, in the order in which they were made. */
export function policyWith(changes: readonly PolicyChangeKept[], day: PlainDate): Policy {
  const base = policyOn(day);
  const changed = changes.filter(({ effectiveFrom }) => effectiveFrom <= day);
  const settings = PolicySettings.parse(Object.assign({}, base.settings, ...changed.map((change) => change.settings)));
  return { ...base, settings, version: policyVersionWith(base.version, changes, day) };
}
