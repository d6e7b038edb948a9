import type { CaseState } from './case.ts';
import type { KnownEvent } from './event.ts';
import { evolve, isCaseEvent } from './evolve.ts';

/** 並んだ出来事: a case's own, as far as they are looked at; what is not understood is there and is no `KnownEvent`. */
export type EventsOfCase = readonly (KnownEvent | { readonly unknownType: string })[];

/**
 * その時の受付: the case folded from the events that counted by then, so that an old day never changes (B4). Where two terminals
 * went on with it apart, or a record is not understood, it stands as it stood before: a person decides.
 */
export function stateAfter(counted: EventsOfCase): CaseState | null {
  let state: CaseState | null = null;
  // Notes beside the case (a contact, a printing, a correction) are no steps of it.
  const events = counted.filter((event) => !('name' in event) || event.envelope.caseVersion !== null);
  for (const event of events) {
    if (!('name' in event) || !isCaseEvent(event)) break;
    const continued = event.envelope.continues;
    const forked = events.filter((each) => 'name' in each && each.envelope.continues === continued).length > 1;
    if (forked || continued !== (state?.head ?? null)) break;
    state = evolve(state, event);
  }
  return state;
}
