import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import type { CaseState } from '../../src-shared/domain/case/case.ts';
import { isLapsed, lastLetterOf, receiptNumberOf } from '../../src-shared/domain/case/case.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { evolve, isCaseEvent } from '../../src-shared/domain/case/evolve.ts';
import { type DayLog, type DayLogEntry, dayLogOf } from '../../src-shared/domain/day-log.ts';
import { addDays, type PlainDate } from '../../src-shared/kernel/plain-date.ts';
import { correctableName } from './correctable-names.ts';
import type { LedgerReads, OfficeCode } from './ports.ts';

/** a due day on a closed day moves to the next open one: no closure of the counter is longer */
const longestClosure = 15;

/**
 * その日の終わりの受付: the case folded from its events up to the end of that day, so that an old day never changes (B4). Where two
 * terminals went on with it apart, or a record is not understood, it stands as it stood before: a person decides.
 */
function stateAtEndOf(reads: LedgerReads, caseId: string, day: string): CaseState | null {
  let state: CaseState | null = null;
  // Notes beside the case (a contact, a printing, a correction) are no steps of it.
  const events = reads.caseEvents(caseId).filter((event) => !('name' in event) || event.envelope.caseVersion !== null);
  for (const event of events) {
    if (!('name' in event) || event.envelope.recordedAt.slice(0, 10) > day || !isCaseEvent(event)) break;
    const continued = event.envelope.continues;
    const forked = events.filter((each) => 'name' in each && each.envelope.continues === continued).length > 1;
    if (forked || continued !== (state?.head ?? null)) break;
    state = evolve(state, event);
  }
  return state;
}

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
): Pick<DayLogView, 'letters' | 'corrections'> {
  const belongs = (id: string | null): boolean => procedure === null || isFor(reads, id, procedure);
  const events = reads.eventsOfDay(office, day).filter((event) => belongs(event.envelope.case));
  const count = (name: KnownEvent['name']): number => events.filter((event) => event.name === name).length;
  const out = reads
    .casesPosted(office, addDays(day, -replyDays - longestClosure), day)
    .filter(belongs)
    .map((id) => stateAtEndOf(reads, id, day))
    .filter((state) => state?.step === 'letterPosted');
  const lapsed = out.filter((state) => state !== null && isLapsed(state, day));
  const yesterday = addDays(day, -1);
  const staff = reads.staff();
  const nameOf = (id: string): string | null => staff.find((each) => each.staff === id)?.name ?? null;
  return {
    letters: {
      posted: count('letterPosted/1'),
      returned: count('letterReturned/1'),
      answered: count('replyAccepted/1'),
      // D5: the first day on which nothing can be issued any more
      lapsed: lapsed.filter((state) => state !== null && lastLetterOf(state)?.acceptedUntil === yesterday).length,
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
): DayLog {
  const staff = reads.staff();
  const touched = new Set(
    reads
      .eventsOfDay(office, day)
      .filter((event: KnownEvent) => isCaseEvent(event))
      .map((event) => event.envelope.case)
      .filter((id) => id !== null),
  );
  const entries = [...touched].flatMap((id): DayLogEntry[] => {
    const state = stateAtEndOf(reads, id, day);
    if (state === null || (procedure !== null && !hasLine(state, procedure))) return [];
    return [
      {
        state,
        name: reads.case(id)?.holder?.name ?? null,
        handler: staff.find((each) => each.staff === state.handledBy)?.name ?? null,
      },
    ];
  });
  const log = dayLogOf(
    day,
    office,
    entries.toSorted((left, right) => (left.state.receivedAt < right.state.receivedAt ? -1 : 1)),
  );
  // The numbers of the other procedures are no gaps.
  return procedure === null ? log : { ...log, receiptGaps: [] };
}
