import type { EventName, KnownEvent, NewEvent } from '../../src-shared/domain/case/event.ts';
import { EventEnvelope } from '../../src-shared/domain/case/event.ts';
import { eventPayloads } from '../../src-shared/domain/case/event-payloads.ts';
import { isCaseEvent } from '../../src-shared/domain/case/evolve.ts';
import { personalRecords } from '../../src-shared/domain/case/personal-records.ts';
import type { Actor, Chance } from '../app/ports.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Connection } from './connection.ts';
import { commitment, eventHash, noPredecessor } from './hashing.ts';
import type { Projections } from './projections.ts';
import { isRecordedName, readStored } from './stored-event.ts';

type Tail = { readonly epoch: number; readonly seq: number; readonly hash: string };

function prepare(connection: Connection) {
  return {
    tail: connection.prepare<[string], Tail>(
      'SELECT epoch, seq, hash FROM event WHERE ledger = ? ORDER BY epoch DESC, seq DESC LIMIT 1',
    ),
    lastArrival: connection.prepare<[], number | null>('SELECT max(arrival) FROM event').pluck(),
    insert: connection.prepare<[number, string, number, number, string, string, string, string]>(
      `INSERT INTO event (arrival, ledger, epoch, seq, arrived_at, prev, hash, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    insertRecord: connection.prepare<[string, string, number, number, Uint8Array, string]>(
      'INSERT INTO personal_record (record, ledger, epoch, seq, salt, fields) VALUES (?, ?, ?, ?, ?, ?)',
    ),
  };
}

/** 自分の台帳: whose chain is being continued, and what goes into every envelope. */
export type OwnLedger = {
  readonly ledger: string;
  readonly epoch: number;
  readonly office: EventEnvelope['office'];
  readonly terminal: number;
  /** the version of the rules in force on a day (`YYYY-MM-DD`) */
  readonly policy: (day: string) => string;
};

/** 出来事を足す: inside an open transaction; answers the event as it will be read back. */
export type Append = <Name extends EventName>(
  actor: Actor,
  recordedAt: string,
  event: NewEvent<Name>,
  beforeInsert?: (hash: string) => void,
) => KnownEvent<Name>;

/** Whether events of this name belong to a case's own stream; the domain decides it by the name alone. */
function isInCaseStream(name: EventName): boolean {
  return isCaseEvent({ name } as KnownEvent); // only `name` is read
}

export function appender(connection: Connection, own: OwnLedger, chance: Chance, into: Projections): Append {
  const sql = prepare(connection);

  const placeInCase = (name: EventName, caseId: string | null) => {
    if (!isInCaseStream(name)) return { caseVersion: null, continues: null };
    if (caseId === null) throw new Error(`${name} names no case`);
    const before = into.cases.stateOf(caseId);
    if (before !== null && before.blocked !== null) throw new Error(`the case is blocked: ${before.blocked}`);
    return { caseVersion: (before?.state.version ?? 0) + 1, continues: before?.state.head ?? null };
  };

  return <Name extends EventName>(
    actor: Actor,
    recordedAt: string,
    event: NewEvent<Name>,
    beforeInsert?: (hash: string) => void,
  ) => {
    const payload = eventPayloads[event.name].parse(event.payload);
    const fields = personalFields(event.name, event.personal);
    const salt = fields === null ? null : Buffer.from(chance.hex(32), 'hex');
    const record = fields === null ? null : chance.hex(16);
    const [type = '', version = ''] = event.name.split('/');
    const envelope = EventEnvelope.parse({
      type,
      version: Number(version),
      case: event.case,
      ...placeInCase(event.name, event.case),
      actor: actor.staff,
      role: actor.role,
      office: own.office,
      terminal: own.terminal,
      policy: own.policy(recordedAt.slice(0, 10)),
      occurredAt: event.occurredAt,
      recordedAt,
      payload,
      record,
      commit: fields === null || salt === null ? null : commitment(salt, fields),
    });
    const body = canonicalJson(envelope);
    const tail = sql.tail.get(own.ledger);
    const link = { ledger: own.ledger, epoch: own.epoch, seq: (tail?.seq ?? 0) + 1, prev: tail?.hash ?? noPredecessor };
    const hash = eventHash(link, body);
    const arrival = (sql.lastArrival.get() ?? 0) + 1;
    beforeInsert?.(hash);
    sql.insert.run(arrival, link.ledger, link.epoch, link.seq, recordedAt, link.prev, hash, body);
    if (record !== null && salt !== null && fields !== null) {
      sql.insertRecord.run(record, link.ledger, link.epoch, link.seq, salt, fields);
    }
    const row = { arrival, ...link, arrived_at: recordedAt, hash, body, own: 1, fields };
    const stored = readStored(row);
    if (stored.kind !== 'known') throw new Error('an event of our own is known');
    into.arrive(row, stored);
    return stored.event as KnownEvent<Name>; // read back under the very name it was appended with
  };
}

function personalFields(name: EventName, personal: unknown): string | null {
  if (isRecordedName(name)) return canonicalJson(personalRecords[name].parse(personal));
  if (personal !== null) throw new Error(`${name} brings no personal record`);
  return null;
}
