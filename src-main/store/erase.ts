import { statSync } from 'node:fs';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';
import type { Actor, Clock, Ledger, LedgerFailure } from '../app/ports.ts';
import type { ErasureReport } from '../app/ports-file.ts';
import { type Connection, checkpoint } from './connection.ts';
import { countInPages, type Needle, personalValues } from './page-search.ts';
import { judgeError, type Session } from './session.ts';

type PersonalRow = { readonly record: string; readonly salt: Uint8Array; readonly fields: string };

function prepare(connection: Connection) {
  return {
    record: connection.prepare<[string], PersonalRow>(
      'SELECT record, salt, fields FROM personal_record WHERE record = ?',
    ),
    keys: connection.prepare<[string], { kana_key: string; kanji_key: string }>(
      'SELECT kana_key, kanji_key FROM holder_key WHERE record = ?',
    ),
    heldByOthers: connection
      .prepare<[string, string, string, string], number>(
        `SELECT EXISTS (SELECT 1 FROM personal_record WHERE record NOT IN (SELECT value FROM json_each(?)) AND instr(fields, ?) > 0)
             OR EXISTS (SELECT 1 FROM holder_key WHERE record NOT IN (SELECT value FROM json_each(?))
                          AND instr(kana_key || char(10) || kanji_key, ?) > 0)`,
      )
      .pluck(),
    dropRecord: connection.prepare<[string]>('DELETE FROM personal_record WHERE record = ?'),
    dropKeys: connection.prepare<[string]>('DELETE FROM holder_key WHERE record = ?'),
    dropCertificates: connection.prepare<[string]>('DELETE FROM certificate WHERE record = ?'),
    dropStaff: connection.prepare<[string]>('DELETE FROM staff WHERE record = ?'),
    dropDrafts: connection.prepare<[string, string]>(
      'DELETE FROM draft WHERE instr(content, ?) > 0 OR instr(title, ?) > 0',
    ),
  };
}

export type EraseRequest = {
  readonly session: () => Session;
  readonly write: Ledger['write'];
  readonly clock: Clock;
  readonly actor: Actor;
  readonly erasure: { readonly records: readonly string[]; readonly basis: string; readonly approver: string };
};

/**
 * 消去: two people, one transaction, then no page of the file and no frame of its log holds a salt or a value of the person.
 * `erasureVerified/1` keeps what the search found; a value that another person's record still holds is not searched for.
 */
export function erase({ session, write, clock, actor, erasure }: EraseRequest): Result<ErasureReport, LedgerFailure> {
  const { connection, readOnly } = session();
  if (readOnly !== null) return fail({ code: 'ledgerReadOnly', why: readOnly.why });
  if (actor.staff === null || actor.staff === erasure.approver) throw new Error('an erasure needs two people (B7)');
  if (!checkpoint(connection)) return fail({ code: 'ledgerBusy' });
  const sql = prepare(connection);
  const records = erasure.records.map((id) => sql.record.get(id)).filter((record) => record !== undefined);
  if (records.length !== erasure.records.length || records.length === 0)
    throw new Error('a record to erase is not there');
  const ids = JSON.stringify(erasure.records);
  const values = [
    ...new Set(records.flatMap((record) => [...personalValues(record.fields), ...keysOf(sql, record.record)])),
  ];
  const theirs = values.filter((value) => sql.heldByOthers.get(ids, value, ids, value) === 0);
  const needles = [...records.flatMap(recordNeedles), ...theirs.flatMap(valueNeedles)];

  const before = countInPages(connection, needles);
  if (before.some((count, index) => count === 0 && needles[index]?.kind === 'salt')) {
    throw new Error('the search does not find what is there');
  }

  const erased = write(actor, null, (writes) => {
    const occurredAt = clock.now();
    const event = writes.append({
      name: 'personErased/1',
      case: null,
      occurredAt,
      payload: { records: [...erasure.records], basis: erasure.basis, approver: erasure.approver },
      personal: null,
    });
    for (const { record } of records) {
      for (const drop of [sql.dropRecord, sql.dropKeys, sql.dropCertificates, sql.dropStaff]) drop.run(record);
    }
    for (const value of theirs) sql.dropDrafts.run(value, value);
    return event.key.seq;
  });
  if (!erased.ok) return erased;

  const swept = sweep(session().connection);
  const found = sum(countInPages(session().connection, needles)) + (swept ? 0 : 1);
  const seq = erased.value;
  const verified = write(actor, null, (writes) => {
    const occurredAt = clock.now();
    writes.append({
      name: 'erasureVerified/1',
      case: null,
      occurredAt,
      payload: { erasure: seq, found },
      personal: null,
    });
    return null;
  });
  return verified.ok ? succeed({ seq, searched: needles.length, foundBefore: sum(before), found }) : verified;
}

/** False where old frames or pages may remain: somebody reads, or there is no room to write the file anew. */
function sweep(connection: Connection): boolean {
  try {
    if (!checkpoint(connection)) return false;
    connection.exec('VACUUM');
    if (!checkpoint(connection)) return false;
    return statSync(`${connection.name}-wal`, { throwIfNoEntry: false })?.size === 0;
  } catch (error) {
    if (judgeError(error) === null) throw error;
    return false;
  }
}

function keysOf(sql: ReturnType<typeof prepare>, record: string): readonly string[] {
  return sql.keys
    .all(record)
    .flatMap((row) => [row.kana_key, row.kanji_key])
    .filter((key) => Buffer.byteLength(key, 'utf8') >= 6);
}

function recordNeedles({ salt, fields }: PersonalRow): readonly Needle[] {
  return [
    { kind: 'salt', bytes: salt },
    { kind: 'fields', bytes: Buffer.from(fields, 'utf8') },
  ];
}

/** As typed, and as JSON writes it where that differs. */
function valueNeedles(value: string): readonly Needle[] {
  const written = JSON.stringify(value).slice(1, -1);
  return [...new Set([value, written])].map((text) => ({ kind: 'value', bytes: Buffer.from(text, 'utf8') }));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
