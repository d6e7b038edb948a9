import type { EventName, KnownEvent, NewEvent } from '../../src-shared/domain/case/event.ts';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';
import type { Abandoned, Actor, Clock, LedgerFailure, LedgerWrites } from '../app/ports.ts';
import { type DayCloser, DayIsClosed, dayCloser } from './close-day.ts';
import type { Connection } from './connection.ts';
import { judgeError, type Session } from './session.ts';

/** 一回分の結び: what a transaction came to; `doubtful` must be looked up in the reopened file. */
export type Outcome<Value> =
  | { readonly kind: 'committed'; readonly value: Value; readonly appended: readonly KnownEvent[] }
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'refused'; readonly failure: LedgerFailure }
  | {
      readonly kind: 'doubtful';
      readonly finished: { readonly value: Value } | null;
      readonly appended: readonly KnownEvent[];
    };

/** Earlier than the last event by more than this is a clock that went back, not two clocks that differ. */
const allowedBackwards = 60_000;

function prepare(connection: Connection) {
  return {
    putRequest: connection.prepare<[string, string, number, number | null, number | null, string]>(
      'INSERT INTO request (request, ledger, epoch, first_seq, last_seq, result) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    putCredential: connection.prepare<[string, string]>(
      'INSERT OR REPLACE INTO credential (staff, credential) VALUES (?, ?)',
    ),
    putDraft: connection.prepare<[string, string, string, number, string, string, string]>(
      'INSERT OR REPLACE INTO draft (draft, owner, task, version, saved_at, title, content) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    dropDraft: connection.prepare<[string]>('DELETE FROM draft WHERE draft = ?'),
  };
}

export type Transact = <Value, Refusal>(
  actor: Actor,
  requestId: string | null,
  work: (writes: LedgerWrites) => Value | Abandoned<Refusal>,
) => Outcome<Value | Refusal>;

/** 一回の書き込み: everything between `BEGIN IMMEDIATE` and `COMMIT`; throws what `work` throws, after rolling back. */
export function transactor(session: Session, clock: Clock): Transact {
  const { connection } = session;
  const sql = prepare(connection);
  const closer = dayCloser(connection, session.own, session.reads);

  const undo = (): void => {
    if (connection.inTransaction) connection.exec('ROLLBACK');
  };

  return <Value, Refusal>(
    actor: Actor,
    requestId: string | null,
    work: (writes: LedgerWrites) => Value | Abandoned<Refusal>,
  ): Outcome<Value | Refusal> => {
    if (connection.inTransaction) throw new Error('a write inside a write');
    const appended: KnownEvent[] = [];
    let finished: { readonly value: Value } | null = null;
    try {
      connection.exec('BEGIN IMMEDIATE');
      const known = requestId === null ? null : session.reads.requestResult(requestId);
      if (known !== null) {
        undo();
        return { kind: 'answered', value: JSON.parse(known) as Value | Refusal }; // stored by the first call of this same request
      }
      const recordedAt = clock.now();
      const late = clockWentBack(session.reads.count().lastRecordedAt, recordedAt);
      if (late !== null) {
        undo();
        return { kind: 'refused', failure: late };
      }
      const writes = writesOf(session, sql, closer, actor, recordedAt, appended);
      const value = work(writes.port);
      if (writes.isSpoilt()) throw new Error('an append failed inside this write; it cannot commit');
      if (isAbandoned(value)) {
        undo();
        return { kind: 'answered', value: value.value };
      }
      finished = { value };
      if (requestId !== null) {
        const [first, last] = [appended.at(0)?.key.seq ?? null, appended.at(-1)?.key.seq ?? null];
        sql.putRequest.run(
          requestId,
          session.own.ledger,
          session.own.epoch,
          first,
          last,
          JSON.stringify(value ?? null),
        );
      }
      connection.exec('COMMIT');
      return { kind: 'committed', value, appended };
    } catch (error) {
      const judged = judgeError(error);
      if (judged === 'unknown') {
        return { kind: 'doubtful', finished, appended };
      }
      undo();
      if (error instanceof DayIsClosed) return { kind: 'refused', failure: { code: 'dayClosed' } };
      switch (judged) {
        case 'full':
          return { kind: 'refused', failure: { code: 'ledgerFull' } };
        case 'busy':
          return { kind: 'refused', failure: { code: 'ledgerBusy' } };
        case 'readOnly':
          return { kind: 'refused', failure: { code: 'ledgerReadOnly', why: 'fileReadOnly' } };
        default:
          throw error;
      }
    }
  };
}

/** 結果への言い換え for an outcome that is not doubtful. */
export function settled<Value>(outcome: Exclude<Outcome<Value>, { kind: 'doubtful' }>): Result<Value, LedgerFailure> {
  return outcome.kind === 'refused' ? fail(outcome.failure) : succeed(outcome.value);
}

function writesOf(
  session: Session,
  sql: ReturnType<typeof prepare>,
  closer: DayCloser,
  actor: Actor,
  recordedAt: string,
  appended: KnownEvent[],
) {
  let spoilt = false;
  const append = <Name extends EventName>(event: NewEvent<Name>): KnownEvent<Name> => {
    try {
      closer.guard(recordedAt, event);
      checkReceipt(session, event);
      const stored = session.append(actor, recordedAt, event);
      appended.push(stored as KnownEvent); // the union's member for this name
      return stored;
    } catch (error) {
      spoilt = true;
      throw error;
    }
  };
  const port: LedgerWrites = {
    ...session.reads,
    append,
    closeDay: (close) => {
      try {
        return closer.close(actor, append, close);
      } catch (error) {
        spoilt = true;
        throw error;
      }
    },
    setCredential: (staff, credential) => {
      sql.putCredential.run(staff, credential);
    },
    saveDraft: ({ draft, owner, task, version, savedAt, title, content }) => {
      sql.putDraft.run(draft, owner, task, version, savedAt, title, content);
    },
    discardDraft: (draft) => {
      sql.dropDraft.run(draft);
    },
    abandon: (value) => ({ abandoned: true, value }),
  };
  return { port, isSpoilt: () => spoilt };
}

/** B2: this terminal's own numbers follow one another within their day. */
function checkReceipt(session: Session, event: NewEvent): void {
  if (event.name !== 'caseReceived/2') return;
  const { receiptDay, receiptNumber, receiptOffice, receiptTerminal } = event.payload;
  const { office, terminal } = session.own;
  if (receiptOffice !== office || receiptTerminal !== terminal) throw new Error('a receipt number of another terminal');
  const next = session.reads.nextReceiptNumber(receiptDay);
  if (receiptNumber !== next) throw new Error(`receipt number ${receiptNumber} where ${next} follows`);
}

function clockWentBack(lastRecordedAt: string | null, now: string): LedgerFailure | null {
  if (lastRecordedAt === null || Date.parse(now) >= Date.parse(lastRecordedAt) - allowedBackwards) return null;
  return { code: 'clockWentBack', lastRecordedAt };
}

function isAbandoned<Value, Refusal>(value: Value | Abandoned<Refusal>): value is Abandoned<Refusal> {
  return typeof value === 'object' && value !== null && 'abandoned' in value && value.abandoned === true;
}
