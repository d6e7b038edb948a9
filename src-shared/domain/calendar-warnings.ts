import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import { formatMonthDay } from '../kernel/wareki.ts';
import {
  type Calendar,
  includesOffice,
  isOpenDay,
  longestClosureDays,
  regularClosureOn,
  specialOpeningsOn,
} from './calendar.ts';
import type { Policy } from './policy.ts';
import { type CalendarEntryKept, calendarWith, daysFromTo } from './rules-in-force.ts';
import { OFFICE_NAMES, type Office } from './visit.ts';

export type NewCalendarEntry = Omit<CalendarEntryKept, 'reason'>;

/** 暦の気がかり: what the supervisor should know before it is recorded; `code` is what is acknowledged. */
export type CalendarWarning = {
  readonly code: 'past' | 'closedAnyway' | 'openAnyway' | 'closesOpening' | 'opensClosure' | 'overlapsStop';
  readonly text: string;
};

const everyOffice: readonly Office[] = ['shiminka', 'sobue', 'heiwa'];

/** 暦に加える前の気がかり (L2, L3): days that are past, and what is there already and says otherwise or the same. */
export function warningsOf(
  entry: NewCalendarEntry,
  today: PlainDate,
  policy: Policy,
  calendar: Calendar,
): readonly CalendarWarning[] {
  const days = daysFromTo(entry.from, entry.until);
  const past = (days[0] ?? today) < today;
  const warnings: CalendarWarning[] = past
    ? [{ code: 'past', text: '過ぎた日を含みます。その日にもう判定した受付は、そのまま残ります。' }]
    : [];
  switch (entry.kind) {
    case 'systemStop':
      return [...warnings, ...overStop(entry, calendar)];
    case 'specialClosure':
      return [...warnings, ...overClosed(entry, days, calendar)];
    case 'specialOpening':
      return [...warnings, ...overOpen(entry, days, policy, calendar)];
  }
}

function overStop({ from, until }: NewCalendarEntry, calendar: Calendar): readonly CalendarWarning[] {
  const other = calendar.systemStops.find((stop) => stop.from < until && from < stop.until);
  return other === undefined
    ? []
    : [{ code: 'overlapsStop', text: `ほかのシステム停止(${other.reason})と時刻が重なります。` }];
}

function overClosed(
  { offices }: NewCalendarEntry,
  days: readonly PlainDate[],
  calendar: Calendar,
): readonly CalendarWarning[] {
  const asked = offices ?? everyOffice;
  const opened = days.find((day) => asked.some((office) => specialOpeningsOn(day, office, calendar).length > 0));
  const closed = days.every((day) => asked.every((office) => !isOpenDay(day, office, calendar)));
  return [
    ...(opened === undefined
      ? []
      : [
          {
            code: 'closesOpening' as const,
            text: `${formatMonthDay(opened)}には臨時開庁があります。閉庁が先に立ち、臨時開庁は効かなくなります。`,
          },
        ]),
    ...(closed ? [{ code: 'closedAnyway' as const, text: 'もともと窓口が休みの日だけです。' }] : []),
  ];
}

function overOpen(
  { from, until, offices }: NewCalendarEntry,
  days: readonly PlainDate[],
  policy: Policy,
  calendar: Calendar,
): readonly CalendarWarning[] {
  const asked = offices ?? everyOffice;
  const [day] = days;
  if (day === undefined) return [];
  const closed = calendar.specialClosures.find(
    (closure) => closure.on === day && asked.some((office) => includesOffice(closure, office)),
  );
  const within = from.slice(11) >= policy.opensAt && until.slice(11) <= policy.closesAt;
  return [
    ...(closed === undefined
      ? []
      : [
          {
            code: 'opensClosure' as const,
            text: `臨時閉庁(${closed.reason})の日です。閉庁が先に立つため、開けるには閉庁を取り消してください。`,
          },
        ]),
    ...(within && regularClosureOn(day, calendar) === null
      ? [{ code: 'openAnyway' as const, text: 'ふだんの受付時間の中です。加えなくても受け付けられます。' }]
      : []),
  ];
}

/** 続きすぎる休み (D2): the office that would be closed for more days in a row than a reply can wait; null where there is none. */
export function tooLongClosed(
  entry: NewCalendarEntry,
  entries: readonly CalendarEntryKept[],
  calendar: Calendar,
): string | null {
  if (entry.kind !== 'specialClosure') return null;
  const { specialClosures } = calendarWith([...entries, { ...entry, reason: '' }]);
  const after = { ...calendar, specialClosures };
  const days = daysFromTo(entry.from, entry.until);
  if (days.length > longestClosureDays) return `臨時閉庁は、続けて${longestClosureDays}日までです。`;
  const first = days[0];
  const closed = (entry.offices ?? everyOffice).find(
    (office) => first !== undefined && closedInARow(first, office, after),
  );
  return closed === undefined
    ? null
    : `${OFFICE_NAMES[closed]}の休みが、続けて${longestClosureDays}日を超えます。回答の期限が決められなくなるため、短くしてください。`;
}

function closedInARow(day: PlainDate, office: Office, calendar: Calendar): boolean {
  let first = day;
  let count = 1;
  while (count <= longestClosureDays && !isOpenDay(addDays(first, -1), office, calendar)) {
    first = addDays(first, -1);
    count += 1;
  }
  let last = day;
  while (count <= longestClosureDays && !isOpenDay(addDays(last, 1), office, calendar)) {
    last = addDays(last, 1);
    count += 1;
  }
  return count > longestClosureDays;
}
