import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import * as z from 'zod';
import type { NewEvent } from '../../src-shared/domain/case/event.ts';
import { eventPayloads } from '../../src-shared/domain/case/event-payloads.ts';
import type { Actor } from '../app/ports.ts';

const Line = z.strictObject({
  staff: z.string().nullable(),
  role: z.enum(['clerk', 'supervisor', 'administrator']).nullable(),
  case: z.string().nullable(),
  occurredAt: z.string(),
  payload: eventPayloads['shown/3'],
});

/** 脇の控え: what was shown while the ledger was read-only, one line each, codes and ids only. */
export type SideLog = {
  readonly actor: Actor;
  readonly event: NewEvent<'shown/3'>;
};

/** 脇に控える: synced before it returns, since what is shown is recorded first; throws where that fails. */
export function writeSideLog(path: string, actor: Actor, event: NewEvent<'shown/3'>): void {
  const line = Line.parse({
    staff: actor.staff,
    role: actor.role,
    case: event.case,
    occurredAt: event.occurredAt,
    payload: event.payload,
  });
  const handle = openSync(path, 'a', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(line)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** 脇の控えを読む: null where there is none. `id` is the same for the same bytes, so that taking in twice is once. */
export function readSideLog(
  path: string,
): { readonly id: string; readonly lines: readonly SideLog[]; readonly unreadable: number } | null {
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  const lines: SideLog[] = [];
  let unreadable = 0;
  for (const text of bytes
    .toString('utf8')
    .split('\n')
    .filter((each) => each !== '')) {
    const line = parseLine(text);
    if (line === null) {
      unreadable += 1;
    } else {
      const { staff, role, case: caseId, occurredAt, payload } = line;
      lines.push({
        actor: { staff, role },
        event: { name: 'shown/3', case: caseId, occurredAt, payload, personal: null },
      });
    }
  }
  return { id: `side-log-${createHash('sha256').update(bytes).digest('hex')}`, lines, unreadable };
}

/** 取り込んだ控えを消す */
export function removeSideLog(path: string): void {
  rmSync(path, { force: true });
}

function parseLine(text: string): z.infer<typeof Line> | null {
  try {
    const parsed = Line.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
