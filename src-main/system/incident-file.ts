import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock, IncidentLog } from '../app/ports.ts';

/**
 * 不具合の控え: one line a defect, with where in the program it happened. The message itself is left out, since it may
 * quote what was typed; the error's kind and its places in the source are enough to find it. Where even this cannot be
 * written, the clerk still gets the answer.
 */
export function incidentFile(path: string, clock: Clock): IncidentLog {
  return {
    write: (incident, method, error) => {
      const kind = error instanceof Error ? error.name : typeof error;
      const places = error instanceof Error ? placesOf(error) : [];
      const line = `${JSON.stringify({ at: clock.now(), incident, method, kind, places })}\n`;
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        appendFileSync(path, line, { mode: 0o600 });
      } catch {
        // a full or read-only disk must not take the answer away too
      }
    },
  };
}

function placesOf(error: Error): readonly string[] {
  // The stack begins with the message, which may look like a place itself.
  const stack = (error.stack ?? '').replace(error.message, '');
  return [...stack.matchAll(/([\w.-]+\.(?:ts|js|mjs)):(\d+):(\d+)/g)].slice(0, 8).map(([place]) => place);
}
