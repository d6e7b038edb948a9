import type { Ledger } from '../app/ports.ts';
import { readSideLog, removeSideLog } from './side-log.ts';

/** 脇の控えを取り込む: each line as the event it is, under whoever looked, then `logsTakenIn/1`; once, however often it is tried. */
export function takeInSideLog(ledger: Ledger, path: string): boolean {
  const log = readSideLog(path);
  if (log === null) return false;
  const nobody = { staff: null, role: null };
  for (const [index, line] of log.lines.entries()) {
    const taken = ledger.write(line.actor, `${log.id}-${index}`, (writes) => {
      writes.append(line.event);
      return null;
    });
    if (!taken.ok) return false;
  }
  const closed = ledger.write(nobody, log.id, (writes) => {
    const occurredAt = log.lines.at(-1)?.event.occurredAt ?? writes.count().lastRecordedAt ?? '';
    writes.append({
      name: 'logsTakenIn/1',
      case: null,
      occurredAt,
      payload: { lines: log.lines.length },
      personal: null,
    });
    return null;
  });
  if (!closed.ok) return false;
  if (log.unreadable === 0) removeSideLog(path);
  return true;
}
