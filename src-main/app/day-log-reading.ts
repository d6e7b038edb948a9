import type { CaseState } from '../../src-shared/domain/case/case.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { evolve, isCaseEvent } from '../../src-shared/domain/case/evolve.ts';
import { type DayLog, type DayLogEntry, dayLogOf } from '../../src-shared/domain/day-log.ts';
import type { LedgerReads, OfficeCode } from './ports.ts';

/**
 * その日の終わりの受付: the case folded from its events up to the end of that day, so that an old day never changes (B4). Where two
 * terminals went on with it apart, or a record is not understood, it stands as it stood before: a person decides.
 */
function stateAtEndOf(reads: LedgerReads, caseId: string, day: string): CaseState | null {
  let state: CaseState | null = null;
  const events = reads.caseEvents(caseId);
  for (const event of events) {
    if (!('name' in event) || event.envelope.recordedAt.slice(0, 10) > day || !isCaseEvent(event)) break;
    const continued = event.envelope.continues;
    const forked = events.filter((each) => 'name' in each && each.envelope.continues === continued).length > 1;
    if (forked || continued !== (state?.head ?? null)) break;
    state = evolve(state, event);
  }
  return state;
}

/** 日報を読む: the day's events of one office, folded by case in the order in which they came in. */
export function readDayLog(reads: LedgerReads, office: OfficeCode, day: string): DayLog {
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
    if (state === null) return [];
    return [
      {
        state,
        name: reads.case(id)?.holder?.name ?? null,
        handler: staff.find((each) => each.staff === state.handledBy)?.name ?? null,
      },
    ];
  });
  return dayLogOf(
    day,
    office,
    entries.toSorted((left, right) => (left.state.receivedAt < right.state.receivedAt ? -1 : 1)),
  );
}
