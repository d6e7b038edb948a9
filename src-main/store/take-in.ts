import { existsSync, renameSync } from 'node:fs';
import type { Clock, Ledger } from '../app/ports.ts';
import type { LedgerFiles } from './ledger-files.ts';
import { readSideLog, removeSideLog } from './side-log.ts';

/**
 * 脇の控えを取り込む: each line as the event it is, under whoever looked, then `logsTakenIn/1`; once, however often it is tried.
 * The file is put aside under another name first, so that nobody adds a line between reading and removing.
 */
export function takeInSideLog(ledger: Ledger, files: LedgerFiles, clock: Clock): boolean {
  const path = files.sideLogBeingTakenIn;
  if (!existsSync(path) && existsSync(files.sideLog)) renameSync(files.sideLog, path);
  const log = readSideLog(path);
  if (log === null) return false;
  for (const [index, line] of log.lines.entries()) {
    const taken = ledger.write(line.actor, `${log.id}-${index}`, (writes) => {
      writes.append(line.event);
      return null;
    });
    if (!taken.ok) return false;
  }
  const closed = ledger.write({ staff: null, role: null }, log.id, (writes) => {
    const payload = { lines: log.lines.length };
    writes.append({ name: 'logsTakenIn/1', case: null, occurredAt: clock.now(), payload, personal: null });
    return null;
  });
  if (!closed.ok) return false;
  if (log.unreadable === 0) removeSideLog(path);
  else renameSync(path, `${path}.${log.id.slice(-8)}.unreadable`);
  return true;
}
