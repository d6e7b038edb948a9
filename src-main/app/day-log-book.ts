import type { DayLogBook, DayLogCover, DayLogPage } from '../../src-shared/contract/day-log-book.ts';
import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import {
  CAPACITY_NAMES,
  DAY_LOG_STATE_NAMES,
  PROCEDURE_NAMES,
  ROUTE_NAMES,
} from '../../src-shared/contract/names-ja.ts';
import { longestReplyDays } from '../../src-shared/domain/rules-in-force.ts';
import { KIND_NAMES } from '../../src-shared/domain/visit.ts';
import { addDays, daysBetween, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { closeProofsOf } from './close-proofs.ts';
import { closesOf } from './close-view.ts';
import { type Context, momentOf, openLedger, placeOf } from './context.ts';
import { type DayCases, dayCases } from './day-log-cases.ts';
import { readDayLog, readDayNotes } from './day-log-reading.ts';
import type { LedgerReads, OfficeCode } from './ports.ts';

const everyOffice: readonly OfficeCode[] = ['shiminka', 'sobue', 'heiwa'];

/** 一度に書き出せる日数: a fiscal year. */
export const mostDaysExported = 366;

function kindsInWords(kinds: readonly ('signature' | 'userAuthentication')[]): string {
  return kinds.length === 2 ? '両方' : kinds.map((kind) => KIND_NAMES[kind]).join('・');
}

/** 日報のもと: the ledger as it is read, in whichever thread; `cases` remembers over the days of a range. */
export type DayLogSource = { readonly reads: LedgerReads; readonly practice: boolean; readonly cases?: DayCases };

/** the counts and the notes of a day ask for the same events: they are fetched once for both */
function fetchedOnce(reads: LedgerReads): LedgerReads {
  let last: { readonly place: string; readonly events: ReturnType<LedgerReads['eventsOfDay']> } | null = null;
  return {
    ...reads,
    eventsOfDay: (office, day) => {
      const place = `${office} ${day}`;
      if (last?.place !== place) last = { place, events: reads.eventsOfDay(office, day) };
      return last.events;
    },
  };
}

/** 日報を一日分: one office's day in words, of one procedure alone where one is named. */
export function dayLogViewOf(
  { reads: ledger, practice, cases = dayCases(ledger) }: DayLogSource,
  office: OfficeCode,
  day: string,
  procedure: DayLogBook['procedure'] = null,
): DayLogView {
  const reads = fetchedOnce(ledger);
  const log = readDayLog(reads, office, day, procedure, cases);
  // A letter keeps the days of its posting, whatever the rule of this day says.
  const replyDays = longestReplyDays(reads.policyChanges(), plainDate(day));
  return {
    day,
    office,
    practice,
    ...log,
    ...readDayNotes(reads, office, plainDate(day), replyDays, procedure, cases),
    closes: closesOf(reads, office, day),
    byHandler: [...log.byHandler],
    receiptGaps: [...log.receiptGaps],
    byCapacity: [...log.byCapacity],
    byRoute: [...log.byRoute],
    byState: [...log.byState],
    cases: log.cases.map(({ procedures, kinds, capacity, route, state, ...rest }) => ({
      ...rest,
      procedure: [...new Set(procedures)].map((each) => PROCEDURE_NAMES[each]).join('・'),
      kinds: kindsInWords(kinds),
      capacity: CAPACITY_NAMES[capacity],
      route: ROUTE_NAMES[route ?? 'none'],
      result: DAY_LOG_STATE_NAMES[state],
    })),
  };
}

export type DayLogChoice = {
  readonly day: string;
  readonly until: string | null;
  readonly office: OfficeCode | 'all';
  readonly procedure: DayLogBook['procedure'];
};

/** 書き出す日: null where the range ends before it begins, or is too long. */
export function daysOf({ day, until }: Pick<DayLogChoice, 'day' | 'until'>): readonly string[] | null {
  const from = plainDate(day);
  const more = until === null ? 0 : daysBetween(from, plainDate(until));
  if (more < 0 || more >= mostDaysExported) return null;
  return Array.from({ length: more + 1 }, (_, index) => addDays(from, index));
}

/** 日報を一枚: the day with the closes of its terminals. */
export function dayLogPageOf(
  source: DayLogSource,
  office: OfficeCode,
  day: string,
  procedure: DayLogBook['procedure'],
): DayLogPage {
  return {
    view: dayLogViewOf(source, office, day, procedure),
    closes: closeProofsOf(source.reads, office, day),
  };
}

/** つづりの表紙: what is chosen, and who writes it out when. */
export function dayLogCoverOf(context: Context, choice: DayLogChoice): DayLogCover {
  const { ledger, terminal } = placeOf(openLedger(context).reads);
  return {
    from: choice.day,
    until: choice.until ?? choice.day,
    offices: choice.office === 'all' ? everyOffice : [choice.office],
    procedure: choice.procedure,
    practice: context.slot.practice,
    ledger,
    terminal,
    writtenAt: momentOf(context).instant,
    writtenBy: context.desk.user()?.name ?? '',
  };
}
