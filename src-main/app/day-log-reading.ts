import type { CaseState } from '../../src-shared/domain/case/case.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { isCaseEvent } from '../../src-shared/domain/case/evolve.ts';
import { type DayLog, dayLogOf } from '../../src-shared/domain/day-log.ts';
import type { DayLogEntry, FinishedLine, Procedure } from '../../src-shared/domain/day-log-cases.ts';
import { type DayCases, dayCases } from './day-log-cases.ts';
import type { LedgerReads, OfficeCode } from './ports.ts';

const outcomes = { issue: 'issued', renew: 'renewed', revoke: 'revoked' } as const;

/** その手続の受付か: as it was asked for, or as it was judged on the day of issuance (W2). */
export function isOf(state: CaseState, procedure: Procedure): boolean {
  return state.lines.some((line) => line.procedure === procedure || line.outcome === outcomes[procedure]);
}

export type NameOf = (id: string | null) => string | null;

/** 職員の名前 by id as it was at the end of the day, so that a later change of name leaves an old day as it was (B4); null where the person is not known here. */
export function staffNames(reads: Pick<LedgerReads, 'staff' | 'namesChangedAfter'>, day: string): NameOf {
  const names = new Map(reads.staff().map(({ staff, name }) => [staff, name]));
  for (const { staff, name } of reads.namesChangedAfter(day)) if (names.has(staff)) names.set(staff, name);
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

function finishedBy(event: KnownEvent, nameOf: NameOf): readonly FinishedLine[] {
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
  cases: DayCases = dayCases(reads),
): DayLog {
  const nameOf = staffNames(reads, day);
  const byCase = new Map<string, KnownEvent[]>();
  for (const event of reads.eventsOfDay(office, day)) {
    const { case: id } = event.envelope;
    if (id === null || !isCaseEvent(event)) continue;
    const there = byCase.get(id);
    if (there === undefined) byCase.set(id, [event]);
    else there.push(event);
  }
  const entries = [...cases.atEndOf([...byCase.keys()], day)]
    .map(([id, { state, name }]): DayLogEntry => {
      const events = byCase.get(id) ?? [];
      return {
        state,
        name,
        handler: nameOf(state.handledBy),
        received: events.some((event) => event.name === 'caseReceived/2'),
        late: events.some((event) => event.envelope.recordedAt.slice(0, 10) < day),
        finished: events.flatMap((event) => finishedBy(event, nameOf)),
      };
    })
    .toSorted((left, right) => (left.state.receivedAt < right.state.receivedAt ? -1 : 1));
  const chosen = procedure === null ? entries : entries.filter(({ state }) => isOf(state, procedure));
  return dayLogOf(day, office, chosen, entries);
}
