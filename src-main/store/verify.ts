import type { VerifyFault, VerifyReport } from '../app/ports.ts';
import type { Connection } from './connection.ts';
import { sqliteCode } from './connection.ts';
import type { SubstituteMap } from './fold-names.ts';
import { eventHash, keepsCommitment, noPredecessor } from './hashing.ts';
import type { HighWaterMark } from './high-water.ts';
import { differingProjections } from './projections.ts';
import { type EventRow, readStored } from './stored-event.ts';
import { brokenClose } from './verify-closes.ts';

type Place = { readonly ledger: string; readonly epoch: number; readonly seq: number };
type Broken = Place & { readonly why: VerifyFault };
type WalkedRow = EventRow & { readonly salt: Uint8Array | null };

function prepare(connection: Connection) {
  const columns = `e.arrival, e.ledger, e.epoch, e.seq, e.arrived_at, e.prev, e.hash, e.body, l.own, p.fields, p.salt
    FROM event AS e JOIN ledger AS l ON l.ledger = e.ledger
    LEFT JOIN personal_record AS p ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq`;
  return {
    ledgers: connection.prepare<[], string>('SELECT ledger FROM ledger ORDER BY own DESC, ledger').pluck(),
    own: connection.prepare<[], string>('SELECT ledger FROM ledger WHERE own = 1').pluck(),
    genesis: connection.prepare<[string], string>('SELECT genesis FROM ledger WHERE ledger = ?').pluck(),
    chain: connection.prepare<[string, number, number, number], WalkedRow>(
      `SELECT ${columns} WHERE e.ledger = ? AND (e.epoch, e.seq) > (?, ?) ORDER BY e.epoch, e.seq LIMIT ?`,
    ),
    before: connection.prepare<[string, number], Place>(
      'SELECT ledger, epoch, seq FROM event WHERE ledger = ? ORDER BY epoch DESC, seq DESC LIMIT 1 OFFSET ?',
    ),
    at: connection
      .prepare<[string, number, number], string>('SELECT hash FROM event WHERE ledger = ? AND epoch = ? AND seq = ?')
      .pluck(),
    tail: connection.prepare<[string], Place & { hash: string }>(
      'SELECT ledger, epoch, seq, hash FROM event WHERE ledger = ? ORDER BY epoch DESC, seq DESC LIMIT 1',
    ),
    records: connection.prepare<[], number>('SELECT count(*) FROM personal_record').pluck(),
    stray: connection
      .prepare<[], number>(
        `SELECT count(*) FROM personal_record AS p WHERE NOT EXISTS
           (SELECT 1 FROM event AS e WHERE e.ledger = p.ledger AND e.epoch = p.epoch AND e.seq = p.seq)`,
      )
      .pluck(),
  };
}

/** その出来事があるか: the very hash at the very place. */
export function holdsEvent(connection: Connection, event: Place & { readonly hash: string }): boolean {
  return prepare(connection).at.get(event.ledger, event.epoch, event.seq) === event.hash;
}

/** 高水位との照合: whether the file holds the head that was once answered; a lost tail cannot be seen from inside. */
export function holdsHighWater(connection: Connection, mark: HighWaterMark): boolean {
  return prepare(connection).own.get() === mark.ledger && holdsEvent(connection, mark);
}

/** 末尾の点検: the last `length` events of this terminal's own chain, with their records; for every start. */
export function verifyTail(
  connection: Connection,
  length: number,
): { readonly checked: number; readonly broken: Broken | null } {
  const sql = prepare(connection);
  const own = sql.own.get();
  if (own === undefined) return { checked: 0, broken: { ledger: '', epoch: 0, seq: 0, why: 'shape' } };
  const before = sql.before.get(own, length);
  const walked = walk(sql, own, before ?? { ledger: own, epoch: 0, seq: 0 });
  const missing = walked.events === 0 ? { ledger: own, epoch: 1, seq: 1, why: 'link' as const } : null;
  return { checked: walked.events, broken: walked.broken ?? missing };
}

/** 全部の点検: every link of every ledger, the pages, the records that still exist, the projections folded anew, and the closed days. */
export function verifyAll(
  connection: Connection,
  substitutes: SubstituteMap,
  highWater: HighWaterMark | null,
): VerifyReport {
  const faults: VerifyFault[] = [];
  let firstBroken: Broken | null = null;
  let events = 0;
  let head = '';
  let records = 0;
  connection.exec('BEGIN'); // one snapshot, whatever is appended meanwhile
  try {
    const sql = prepare(connection);
    const own = sql.own.get();
    for (const ledger of sql.ledgers.all()) {
      const walked = walk(sql, ledger, { ledger, epoch: 0, seq: 0 });
      events += walked.events;
      if (walked.events === 0) faults.push('link');
      if (walked.broken !== null) {
        faults.push(walked.broken.why);
        firstBroken ??= walked.broken;
      }
    }
    head = own === undefined ? '' : (sql.tail.get(own)?.hash ?? '');
    records = sql.records.get() ?? 0;
    if ((sql.stray.get() ?? 0) > 0) faults.push('commitment');
    if (highWater !== null && !holdsHighWater(connection, highWater)) faults.push('highWater');
    if (!isWhole(connection)) faults.push('integrity');
    if (firstBroken === null && differingProjections(connection, substitutes).length > 0) faults.push('projections');
    const close = faults.length === 0 ? brokenClose(connection) : null;
    if (close !== null) {
      faults.push('close');
      firstBroken = { ...close, why: 'close' };
    }
  } catch (error) {
    if (sqliteCode(error) === null) throw error;
    faults.push('unreadable');
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK');
  }
  return { sound: faults.length === 0, events, head, records, firstBroken, faults: [...new Set(faults)] };
}

/** ページの点検: `integrity_check`, which sees other damage than the chain does. */
export function isWhole(connection: Connection): boolean {
  return connection.pragma('integrity_check(1)', { simple: true }) === 'ok';
}

function walk(
  sql: ReturnType<typeof prepare>,
  ledger: string,
  after: Place,
): { readonly events: number; readonly broken: Broken | null } {
  let last = { epoch: after.epoch, seq: after.seq, hash: sql.at.get(ledger, after.epoch, after.seq) ?? noPredecessor };
  let events = 0;
  for (;;) {
    const rows = sql.chain.all(ledger, last.epoch, last.seq, 500);
    if (rows.length === 0) return { events, broken: null };
    for (const row of rows) {
      const why = faultOf(row, last, sql);
      if (why !== null) return { events, broken: { ledger, epoch: row.epoch, seq: row.seq, why } };
      last = { epoch: row.epoch, seq: row.seq, hash: row.hash };
      events += 1;
    }
  }
}

type Last = { readonly epoch: number; readonly seq: number; readonly hash: string };

function faultOf(row: WalkedRow, last: Last, sql: ReturnType<typeof prepare>): VerifyFault | null {
  if (!follows(row, last, sql)) return 'link';
  if (eventHash(row, row.body) !== row.hash) return 'hash';
  return faultOfContent(row);
}

/** The successor within an epoch; an epoch's first event continues whichever event of the epoch before it the restore kept. */
function follows(row: WalkedRow, last: Last, sql: ReturnType<typeof prepare>): boolean {
  if (row.epoch === last.epoch) return row.seq === last.seq + 1 && row.prev === last.hash;
  if (row.epoch === 1) return row.seq === 1 && row.prev === noPredecessor && sql.genesis.get(row.ledger) === row.hash;
  return row.epoch === last.epoch + 1 && sql.at.get(row.ledger, row.epoch - 1, row.seq - 1) === row.prev;
}

function faultOfContent(row: WalkedRow): VerifyFault | null {
  let promised: string | null;
  try {
    const stored = readStored(row);
    const body: unknown = JSON.parse(row.body);
    promised = stored.kind === 'known' ? stored.event.envelope.commit : commitOf(body);
  } catch {
    return 'shape';
  }
  if (row.salt === null || row.fields === null) return null;
  return promised !== null && keepsCommitment(row.salt, row.fields, promised) ? null : 'commitment';
}

function commitOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('commit' in body)) return null;
  return typeof body.commit === 'string' ? body.commit : null;
}
