import type { DayLogShown, DayLogView } from '../../src-shared/contract/day-log-view.ts';
import {
  CAPACITY_NAMES,
  DAY_LOG_STATE_NAMES,
  PROCEDURE_NAMES,
  ROUTE_NAMES,
} from '../../src-shared/contract/names-ja.ts';
import { isOpenDay } from '../../src-shared/domain/calendar.ts';
import type { Procedure } from '../../src-shared/domain/day-log-cases.ts';
import { longestReplyDays } from '../../src-shared/domain/rules-in-force.ts';
import { KIND_NAMES } from '../../src-shared/domain/visit.ts';
import { addDays, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { closesOf } from './close-view.ts';
import { calendarIn } from './context.ts';
import { type DayCases, dayCases } from './day-log-cases.ts';
import { readDayNotes } from './day-log-notes.ts';
import { readDayLog } from './day-log-reading.ts';
import type { LedgerReads, OfficeCode } from './ports.ts';

export const everyOffice: readonly OfficeCode[] = ['shiminka', 'sobue', 'heiwa'];

/** four weeks, the day itself included */
const recentDays = 28;

function kindsInWords(kinds: readonly ('signature' | 'userAuthentication')[]): string {
  const [first, ...more] = new Set(kinds);
  if (more.length > 0) return '両方';
  return first === undefined ? '' : KIND_NAMES[first];
}

/** 日報のもと: the ledger as it is read, in whichever thread; `cases` remembers over the days of a range. */
export type DayLogSource = { readonly reads: LedgerReads; readonly practice: boolean; readonly cases?: DayCases };

/** the counts, the notes and the closes of a day ask for the same events and names: they are fetched once for all */
function fetchedOnce(reads: LedgerReads): LedgerReads {
  let staff: ReturnType<LedgerReads['staff']> | null = null;
  let names: { readonly day: string; readonly changed: ReturnType<LedgerReads['namesChangedAfter']> } | null = null;
  let last: { readonly place: string; readonly events: ReturnType<LedgerReads['eventsOfDay']> } | null = null;
  return {
    ...reads,
    staff: () => {
      staff ??= reads.staff();
      return staff;
    },
    namesChangedAfter: (day) => {
      if (names?.day !== day) names = { day, changed: reads.namesChangedAfter(day) };
      return names.changed;
    },
    eventsOfDay: (office, day) => {
      const place = `${office} ${day}`;
      if (last?.place !== place) last = { place, events: reads.eventsOfDay(office, day) };
      return last.events;
    },
  };
}

/** 日報を一日分: one office's day in words, of one procedure alone where one is named. */
export function dayLogViewOf(
  { reads: ledger, practice, cases: read = dayCases(ledger) }: DayLogSource,
  office: OfficeCode,
  day: string,
  procedure: Procedure | null = null,
): DayLogView {
  const reads = fetchedOnce(ledger);
  const { cases, cross, ...log } = readDayLog(reads, office, day, procedure, read);
  // A letter keeps the days of its posting, whatever the rule of this day says.
  const replyDays = longestReplyDays(reads.policyChanges(), plainDate(day));
  return {
    day,
    office,
    practice,
    ...log,
    ...readDayNotes(reads, office, plainDate(day), replyDays, procedure, read),
    ...closesOf(reads, office, day),
    cross: { persons: [...cross.persons], certificates: [...cross.certificates] },
    byHandler: [...log.byHandler],
    byHour: [...log.byHour],
    byCapacity: [...log.byCapacity],
    byRoute: [...log.byRoute],
    byState: [...log.byState],
    cases: cases.map(({ procedures, kinds, capacity, route, state, ...rest }) => ({
      ...rest,
      procedure: [...new Set(procedures)].map((each) => PROCEDURE_NAMES[each]).join('・'),
      kinds: kindsInWords(kinds),
      capacity: CAPACITY_NAMES[capacity],
      route: ROUTE_NAMES[route ?? 'none'],
      result: DAY_LOG_STATE_NAMES[state],
    })),
  };
}

/** 4週間の受付: how many came in on each day up to this one, and whether the counter was open. */
export function recentDaysOf(reads: LedgerReads, office: OfficeCode | 'all', until: string): DayLogShown['recent'] {
  const offices = office === 'all' ? everyOffice : [office];
  const calendar = calendarIn(reads);
  const from = addDays(plainDate(until), 1 - recentDays);
  const counted = offices.flatMap((each) => reads.receptionsByDay(each, from, until));
  return Array.from({ length: recentDays }, (_, index) => {
    const day = addDays(from, index);
    const persons = counted.filter((each) => each.day === day).reduce((sum, each) => sum + each.persons, 0);
    return { day, persons, open: offices.some((each) => isOpenDay(day, each, calendar)) };
  });
}
