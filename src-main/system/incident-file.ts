import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock, IncidentLog } from '../app/ports.ts';

/**
 * 不具合の控え: one line a defect, with where in the program it happened. The message itself is left out, since it may
 * quote what was typed; the error's kind and its places in the source are enough to find it.
 */
export function incidentFile(path: string, clock: Clock): IncidentLog {
  return {
    write: (incident, method, error) => {
      const kind = error instanceof Error ? error.name : typeof error;
      const places = error instanceof Error ? placesOf(error) : [];
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      appendFileSync(path, `${JSON.stringify({ at: clock.now(), incident, method, kind, places })}\n`, { mode: 0o600 });
    },
  };
}

function placesOf(error: Error): readonly string[] {
  return [...(error.stack ?? '').matchAll(/([\w.-]+\.(?:ts|js|mjs)):(\d+):(\d+)/g)].slice(0, 8).map(([place]) => place);
}
