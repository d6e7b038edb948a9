import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { longestClosureDays } from '../../src-shared/domain/calendar.ts';
import type { CaseState } from '../../src-shared/domain/case/case.ts';
import { isLapsed, lastLetterOf, receiptNumberOf } from '../../src-shared/domain/case/case.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { isCaseEvent } from '../../src-shared/domain/case/evolve.ts';
import { type DayLog, type DayLogEntry, dayLogOf } from '../../src-shared/domain/day-log.ts';
import { addDays, type PlainDate } from '../../src-shared/kernel/plain-date.ts';
import { correctableName } from './correctable-names.ts';
import { type DayCases, dayCases } from './day-log-cases.ts';
import type { LedgerReads, OfficeCode } from './ports.ts';

type Procedure = 'issue' | 'renew' | 'revoke';

function hasLine(state: CaseState, procedure: Procedure): boolean {
  return state.lines.some((line) => line.procedure === procedure);
}

function isFor(reads: LedgerReads, caseId: string | null, procedure: Procedure): boolean {
  const row = caseId === null ? null : reads.case(caseId);
  return row !== null && hasLine(row.state, procedure);
}

/** 日報の照会と訂正: what happened with letters on the day, how many are out at its end, and what was corrected on it (B1, B4). */
export function readDayNotes(
  reads: LedgerReads,
  office: OfficeCode,
  day: PlainDate,
  replyDays: number,
  procedure: Procedure | null = null,
  cases: DayCases = dayCases(reads),
): Pick<DayLogView, 'letters' | 'corrections'> {
  const belongs = (id: string | null): boolean => procedure === null || isFor(reads, id, procedure);
  const events = reads.eventsOfDay(office, day).filter((event) => belongs(event.envelope.case));
  const count = (name: KnownEvent['name']): number => events.filter((event) => event.name === name).length;
  const posted = reads.casesPosted(office, addDays(day, -replyDays - longestClosureDays), day).filter(belongs);
  const out = cases.statesAtEndOf(office, posted, day).filter((state) => state.step === 'letterPosted');
  const lapsed = out.filter((state) => isLapsed(state, day));
  const yesterday = addDays(day, -1);
  const staff = reads.staff();
  const nameOf = (id: string): string | null => staff.find((each) => each.staff === id)?.name ?? null;
  return {
    letters: {
      posted: count('letterPosted/1'),
      returned: count('letterReturned/1'),
      answered: count('replyAccepted/1'),
      // D5: the first day on which nothing can be issued any more
      lapsed: lapsed.filter((state) => lastLetterOf(state)?.acceptedUntil === yesterday).length,
      open: out.length - lapsed.length,
    },
    corrections: events
      .filter((event): event is KnownEvent<'entryCorrected/1'> => event.name === 'entryCorrected/1')
      .map(({ envelope, payload }) => {
        const row = envelope.case === null ? null : reads.case(envelope.case);
        return {
          at: envelope.occurredAt,
          receipt: row === null ? '' : receiptNumberOf(row.state),
          entryDay: row?.state.receipt.day ?? '',
          fields: payload.fields.map(correctableName).join('・'),
          asked: nameOf(payload.asked),
          approver: nameOf(payload.approver),
        };
      }),
  };
}

/** 日報を読む: the day's events of one office, folded by case in the order in which they came in. */
export function readDayLog(
  reads: LedgerReads,
  office: OfficeCode,
  day: string,
  procedure: Procedure | null = null,
  cases: DayCases = dayCases(reads),
): DayLog {
  const handlers = new Map(reads.staff().map(({ staff, name }) => [staff, name]));
  const touched = new Set(
    reads
      .eventsOfDay(office, day)
      .filter((event: KnownEvent) => isCaseEvent(event))
      .map((event) => event.envelope.case)
      .filter((id) => id !== null),
  );
  const entries = [...cases.atEndOf([...touched], day).values()]
    .filter(({ state }) => procedure === null || hasLine(state, procedure))
    .map(({ state, name }): DayLogEntry => ({ state, name, handler: handlers.get(state.handledBy ?? '') ?? null }));
  const log = dayLogOf(
    day,
    office,
    entries.toSorted((left, right) => (left.state.receivedAt < right.state.receivedAt ? -1 : 1)),
  );
  // The numbers of the other procedures are no gaps.
  return procedure === null ? log : { ...log, receiptGaps: [] };
}
