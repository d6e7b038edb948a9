import type { CaseState } from '../../src-shared/domain/case/case.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { isCaseEvent } from '../../src-shared/domain/case/evolve.ts';
import { stateAfter } from '../../src-shared/domain/case/state-at.ts';
import { type DayLog, dayLogOf } from '../../src-shared/domain/day-log.ts';
import type { DayLogEntry, FinishedLine, Procedure } from '../../src-shared/domain/day-log-cases.ts';
import type { LedgerReads, OfficeCode } from './ports.ts';

/** その日の終わりの受付: from what counted by then, so that an old day never changes (B4). */
export function stateAtEndOf(reads: LedgerReads, caseId: string, day: string): CaseState | null {
  return stateAfter(reads.caseEventsUntil(caseId, day));
}

/** その日の終わりの氏名: with the corrections that were made by then; a later one shows on its own day (B4). Null once erased. */
function nameAtEndOf(reads: LedgerReads, caseId: string, day: string): string | null {
  if (reads.case(caseId)?.holder == null) return null;
  let name: string | null = null;
  for (const event of reads.caseEventsUntil(caseId, day)) {
    if (!('name' in event)) continue;
    if (event.name === 'caseReceived/2') name ??= event.personal?.name ?? null;
    if (event.name !== 'entryCorrected/1' || event.payload.line !== null) continue;
    for (const { field, to } of event.personal?.changes ?? []) if (field === 'name') name = to ?? name;
  }
  return name;
}

export function hasLine(state: CaseState, procedure: Procedure): boolean {
  return state.lines.some((line) => line.procedure === procedure);
}

/** 職員の名前 by id; null where the person is not known here. */
export function staffNames(reads: LedgerReads): (id: string | null) => string | null {
  const names = new Map(reads.staff().map(({ staff, name }) => [staff, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

function finishedBy(event: KnownEvent, nameOf: (id: string | null) => string | null): readonly FinishedLine[] {
  const handler = nameOf(event.envelope.actor);
  if (event.name === 'certificateIssued/2') {
    const { kind, procedure } = event.payload;
    return [{ kind, procedure, handler }];
  }
  return event.name === 'certificateRevoked/1' ? [{ kind: event.payload.kind, procedure: 'revoke', handler }] : [];
}

/** 日報を読む: the day's events of one office, folded by case in the order in which they came in. */
export function readDayLog(
  reads: LedgerReads,
  office: OfficeCode,
  day: string,
  procedure: Procedure | null = null,
): DayLog {
  const nameOf = staffNames(reads);
  const byCase = new Map<string, KnownEvent[]>();
  for (const event of reads.eventsOfDay(office, day)) {
    const { case: id } = event.envelope;
    if (id === null || !isCaseEvent(event)) continue;
    const there = byCase.get(id);
    if (there === undefined) byCase.set(id, [event]);
    else there.push(event);
  }
  const entries = [...byCase].flatMap(([id, events]): DayLogEntry[] => {
    const state = stateAtEndOf(reads, id, day);
    if (state === null || (procedure !== null && !hasLine(state, procedure))) return [];
    return [
      {
        state,
        name: nameAtEndOf(reads, id, day),
        handler: nameOf(state.handledBy),
        received: events.some((event) => event.name === 'caseReceived/2'),
        late: events.some((event) => event.envelope.recordedAt.slice(0, 10) < day),
        finished: events.flatMap((event) => finishedBy(event, nameOf)),
      },
    ];
  });
  return dayLogOf(
    day,
    office,
    entries.toSorted((left, right) => (left.state.receivedAt < right.state.receivedAt ? -1 : 1)),
  );
}
