import * as z from 'zod';
import { EventEnvelope } from '../../src-shared/domain/case/event.ts';
import { eventPayloads } from '../../src-shared/domain/case/event-payloads.ts';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';
import type { ForeignEvent, ReceiveFailure } from '../app/ports-file.ts';
import type { Connection } from './connection.ts';
import type { SubstituteMap } from './fold-names.ts';
import { eventHash, keepsCommitment, noPredecessor } from './hashing.ts';
import { projections } from './projections.ts';
import { readStored } from './stored-event.ts';

function prepare(connection: Connection) {
  return {
    known: connection.prepare<[string], number>('SELECT own FROM ledger WHERE ledger = ?').pluck(),
    introduce: connection.prepare<[string, number, string, number, string, string]>(
      'INSERT INTO ledger (ledger, epoch, office, terminal, public_key, genesis, own) VALUES (?, ?, ?, ?, ?, ?, 0)',
    ),
    raiseEpoch: connection.prepare<[number, string]>('UPDATE ledger SET epoch = max(epoch, ?) WHERE ledger = ?'),
    hashAt: connection
      .prepare<[string, number, number], string>('SELECT hash FROM event WHERE ledger = ? AND epoch = ? AND seq = ?')
      .pluck(),
    lastArrival: connection.prepare<[], number | null>('SELECT max(arrival) FROM event').pluck(),
    insert: connection.prepare<[number, string, number, number, string, string, string, string]>(
      'INSERT INTO event (arrival, ledger, epoch, seq, arrived_at, prev, hash, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    insertRecord: connection.prepare<[string, string, number, number, Uint8Array, string]>(
      'INSERT INTO personal_record (record, ledger, epoch, seq, salt, fields) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    isErased: connection.prepare<[string], number>('SELECT count(*) FROM erased_record WHERE record = ?').pluck(),
    dropErased: connection.prepare<[]>(
      'DELETE FROM personal_record WHERE record IN (SELECT record FROM erased_record)',
    ),
  };
}

/** Whatever else an event that we do not know may say, its record and its commitment stand where they always stand. */
const Promised = z
  .object({ record: z.string().nullable().catch(null), commit: z.string().nullable().catch(null) })
  .catch({ record: null, commit: null });

type Refused = { readonly refused: ReceiveFailure };

/** よその出来事を受け入れる: all of the batch in order, or none; what is here already is passed over, what contradicts it is a fork. */
export function receiveEvents(
  connection: Connection,
  substitutes: SubstituteMap,
  arrivedAt: string,
  batch: readonly ForeignEvent[],
): Result<{ readonly stored: number }, ReceiveFailure> {
  const sql = prepare(connection);
  const into = projections(connection, substitutes);
  let stored = 0;
  const refuse: (event: ForeignEvent, code: ReceiveFailure['code']) => never = (event, code) => {
    const { ledger, epoch, seq } = event;
    throw { refused: { code, ledger, epoch, seq } } satisfies Refused;
  };

  const take = (event: ForeignEvent): void => {
    const here = sql.hashAt.get(event.ledger, event.epoch, event.seq);
    if (here !== undefined) {
      if (here !== event.hash) refuse(event, 'fork');
      return;
    }
    if (sql.known.get(event.ledger) === 1) refuse(event, 'ownLedger');
    if (eventHash(event, event.body) !== event.hash) refuse(event, 'badHash');
    if (event.epoch === 1 && event.seq === 1) introduce(event);
    else if (!continues(event)) refuse(event, 'gap');
    const arrival = (sql.lastArrival.get() ?? 0) + 1;
    const { ledger, epoch, seq, prev, hash, body, record } = event;
    sql.insert.run(arrival, ledger, epoch, seq, arrivedAt, prev, hash, body);
    sql.raiseEpoch.run(epoch, ledger);
    const fields = keepRecord(event) && record !== null ? record.fields : null;
    const row = { arrival, ledger, epoch, seq, arrived_at: arrivedAt, prev, hash, body, own: 0, fields };
    into.arrive(row, readStored(row));
    stored += 1;
  };

  const introduce = (event: ForeignEvent): void => {
    const envelope = EventEnvelope.safeParse(parseJson(event.body)).data;
    const opened = eventPayloads['ledgerOpened/1'].safeParse(envelope?.payload);
    if (envelope?.type !== 'ledgerOpened' || !opened.success || event.prev !== noPredecessor) {
      refuse(event, 'badGenesis');
    }
    sql.introduce.run(event.ledger, 1, envelope.office, envelope.terminal, opened.data.publicKey, event.hash);
  };

  const continues = ({ ledger, epoch, seq, prev }: ForeignEvent): boolean =>
    sql.hashAt.get(ledger, epoch, seq - 1) === prev || sql.hashAt.get(ledger, epoch - 1, seq - 1) === prev;

  const keepRecord = (event: ForeignEvent): boolean => {
    if (event.record === null) return false;
    const { record, commit } = Promised.parse(parseJson(event.body));
    if (record === null || commit === null || !keepsCommitment(event.record.salt, event.record.fields, commit)) {
      return refuse(event, 'badCommitment');
    }
    if (sql.isErased.get(record) !== 0) return false;
    sql.insertRecord.run(record, event.ledger, event.epoch, event.seq, event.record.salt, event.record.fields);
    return true;
  };

  try {
    connection
      .transaction(() => {
        for (const event of batch) take(event);
        sql.dropErased.run();
      })
      .immediate();
    return succeed({ stored });
  } catch (error) {
    if (isRefused(error)) return fail(error.refused);
    throw error;
  }
}

function isRefused(error: unknown): error is Refused {
  return z.object({ refused: z.object({ code: z.string() }) }).safeParse(error).success;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
