import type { CaseState } from '../../src-shared/domain/case/case.ts';
import { stateAfter } from '../../src-shared/domain/case/state-at.ts';
import type { LedgerReads } from './ports.ts';

type CaseEvents = ReturnType<LedgerReads['caseEvents']>;
type AtEnd = { readonly state: CaseState; readonly name: string | null };

/** 日の終わりの受付たち: each case's events are read once; of a range, each letter again only where something was added to its case. */
export type DayCases = {
  /** the case and its name from what counted by then, so that an old day never changes (B4) */
  readonly atEndOf: (cases: readonly string[], day: string) => ReadonlyMap<string, AtEnd>;
  /** the state alone, for the same cases day after day */
  readonly statesAtEndOf: (series: string, cases: readonly string[], day: string) => readonly CaseState[];
};

/** その日の終わりの氏名: with the corrections that were made by then; a later one shows on its own day (B4). Null once erased. */
function nameAfter(events: CaseEvents): string | null {
  let name: string | null = null;
  for (const event of events) {
    if (!('name' in event)) continue;
    if (event.name === 'caseReceived/2') {
      if (event.personal === null) return null;
      name ??= event.personal.name;
    }
    if (event.name !== 'entryCorrected/1' || event.payload.line !== null) continue;
    for (const { field, to } of event.personal?.changes ?? []) if (field === 'name') name = to ?? name;
  }
  return name;
}

type Kept = { readonly last: number | null; readonly state: CaseState | null };

/** 受付を覚えながら読む: what is remembered lives as long as one reading of a day or a range. */
export function dayCases(reads: Pick<LedgerReads, 'caseEventsUntil' | 'lastArrivalUntil'>): DayCases {
  const remembered = new Map<string, ReadonlyMap<string, Kept>>();
  return {
    atEndOf: (cases, day) =>
      new Map(
        cases.flatMap((id): [string, AtEnd][] => {
          const events = reads.caseEventsUntil(id, day);
          const state = stateAfter(events);
          return state === null ? [] : [[id, { state, name: nameAfter(events) }]];
        }),
      ),
    statesAtEndOf: (series, cases, day) => {
      const before = remembered.get(series) ?? new Map<string, Kept>();
      const now = new Map(
        cases.map((id): [string, Kept] => {
          const [last, known] = [reads.lastArrivalUntil(id, day), before.get(id)];
          return [id, known?.last === last ? known : { last, state: stateAfter(reads.caseEventsUntil(id, day)) }];
        }),
      );
      remembered.set(series, now);
      return cases.flatMap((id) => now.get(id)?.state ?? []);
    },
  };
}
