import type { KnownEvent } from './case/event.ts';

/** 出来事の受付: every case that an event names, its own first. */
export function casesNamedBy(event: KnownEvent): readonly string[] {
  const own = event.envelope.case === null ? [] : [event.envelope.case];
  switch (event.name) {
    case 'shown/3':
    case 'printed/2':
    case 'printFailed/2':
    case 'personsJoined/1':
    case 'supervisorHandedOver/1':
      return [...new Set([...own, ...event.payload.cases])];
    default:
      return own;
  }
}
