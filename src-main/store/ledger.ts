import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';
import type {
  Abandoned,
  Actor,
  Ledger,
  LedgerFailure,
  LedgerNotice,
  LedgerReads,
  LedgerWrites,
  ReadOnlyReason,
} from '../app/ports.ts';
import { backUp } from './backup.ts';
import { type Connect, checkpoint } from './connection.ts';
import { erase } from './erase.ts';
import type { HighWater } from './high-water.ts';
import type { LedgerFiles } from './ledger-files.ts';
import type { LedgerOptions } from './options.ts';
import { outgoingEvents } from './outgoing.ts';
import { receiveEvents } from './receive.ts';
import { verifyInWorker } from './run-verify.ts';
import { isDamage, judgeError, openSession, type Session, type SessionParts } from './session.ts';
import { writeSideLog } from './side-log.ts';
import { type Outcome, settled, type Transact, transactor } from './transact.ts';
import { holdsEvent, verifyTail } from './verify.ts';
import type { WindowLock } from './window-lock.ts';

/** 開け終わったもの: everything a working ledger holds on to. */
export type OpenParts = {
  readonly options: LedgerOptions;
  readonly files: LedgerFiles;
  readonly key: Uint8Array;
  readonly connect: Connect;
  readonly session: Session;
  readonly sessionParts: SessionParts;
  readonly highWater: HighWater;
  readonly lock: WindowLock | null;
  readonly checkedAtStart: number;
  readonly notices: LedgerNotice[];
};

/** 台帳を動かす: the port over an opened file; turns read-only by itself when the file can no longer be trusted. */
export function runLedger(parts: OpenParts): Ledger {
  const { options, files } = parts;
  let session = parts.session;
  const transact: Transact = transactor(session, options.clock);

  let knownEvents = session.reads.count().events;
  let closed = false;

  /** Never throws: where the file cannot be opened again, the ledger is read-only all the same. */
  const turnReadOnly = (why: ReadOnlyReason, detail: string): boolean => {
    if (session.connection.open) session.connection.close();
    session = { ...session, readOnly: { why, detail } };
    try {
      session = openSession(parts.connect(files.database, parts.key, 'read'), parts.sessionParts, { why, detail });
      return true;
    } catch {
      return false;
    }
  };

  /** A file that could not be reopened is tried again at the next look. */
  const current = (): LedgerReads => {
    if (!closed && !session.connection.open && session.readOnly !== null) {
      turnReadOnly(session.readOnly.why, session.readOnly.detail);
    }
    return session.reads;
  };

  const countEvents = (): number => {
    try {
      knownEvents = current().count().events;
    } catch {
      // what was last seen stands
    }
    return knownEvents;
  };

  const orDamage = <Value>(action: () => Value): Value => {
    try {
      return action();
    } catch (error) {
      if (isDamage(error) && session.readOnly?.why !== 'damaged' && !session.connection.inTransaction) {
        turnReadOnly('damaged', error instanceof Error ? error.message : '');
      }
      throw error;
    }
  };

  const raise = (appended: readonly KnownEvent[]): void => {
    const last = appended.at(-1);
    if (last === undefined) return;
    const receipts: Record<string, number> = {};
    for (const event of appended) {
      if (event.name === 'caseReceived/2') receipts[event.payload.receiptDay] = event.payload.receiptNumber;
    }
    try {
      parts.highWater.raise({ ...last.key, hash: last.hash, receipts });
    } catch {
      turnReadOnly('fileReadOnly', 'the high-water file could not be written');
    }
  };

  /** The event is in the file or it is not; only the reopened file can say which. */
  const lookUp = <Value>(
    { finished, appended }: Extract<Outcome<Value>, { kind: 'doubtful' }>,
    requestId: string | null,
  ): Result<Value, LedgerFailure> => {
    const notStored: LedgerFailure = { code: 'ledgerReadOnly', why: 'unknownWrite' };
    const reopened = turnReadOnly('unknownWrite', 'the disk reported an error while writing');
    if (finished === null) return fail(notStored); // it broke before there was anything to commit
    if (!reopened) return fail({ code: 'resultUnknown' });
    try {
      const { broken } = verifyTail(session.connection, options.checkedAtStart ?? 3000);
      if (broken !== null) {
        turnReadOnly('damaged', `${broken.why} ${broken.ledger}/${broken.epoch}/${broken.seq}`);
        return fail({ code: 'resultUnknown' });
      }
      const last = appended.at(-1);
      if (requestId === null && last === undefined) return fail({ code: 'resultUnknown' });
      const isStored =
        last === undefined
          ? requestId !== null && session.reads.requestResult(requestId) !== null
          : holdsEvent(session.connection, { ...last.key, hash: last.hash });
      if (!isStored) return fail(notStored);
      raise(appended);
      return succeed(finished.value);
    } catch {
      return fail({ code: 'resultUnknown' });
    }
  };

  const write = <Value, Refusal = never>(
    actor: Actor,
    requestId: string | null,
    work: (writes: LedgerWrites) => Value | Abandoned<Refusal>,
  ): Result<Value | Refusal, LedgerFailure> => {
    if (session.readOnly !== null) return fail({ code: 'ledgerReadOnly', why: session.readOnly.why });
    const outcome = orDamage(() => transact(actor, requestId, work));
    if (outcome.kind === 'doubtful') return lookUp(outcome, requestId);
    if (outcome.kind === 'committed') raise(outcome.appended);
    if (outcome.kind === 'refused' && outcome.failure.code === 'ledgerReadOnly') {
      turnReadOnly(outcome.failure.why, 'the system lets this program read the file only');
    }
    return settled(outcome);
  };

  /** On a full or failing disk the log stays as long as it is: every commit is in it, and the next opening reads it. */
  const shorten = (): void => {
    try {
      if (session.connection.open && session.readOnly === null) checkpoint(session.connection);
    } catch (error) {
      if (judgeError(error) === null) throw error;
    }
  };

  return {
    reads: delegate(current, orDamage),
    write,
    recordShown: (actor, event) => {
      if (session.readOnly === null) {
        const written = write(actor, null, (writes) => {
          writes.append(event);
          return null;
        });
        if (written.ok || written.failure.code !== 'ledgerReadOnly') return written;
      }
      const readOnly = session.readOnly;
      if (readOnly === null) return fail({ code: 'ledgerReadOnly', why: 'fileReadOnly' });
      try {
        writeSideLog(files.sideLog, actor, event);
        return succeed(null);
      } catch {
        return fail({ code: 'ledgerReadOnly', why: readOnly.why });
      }
    },
    health: () => {
      const common = { events: countEvents(), notices: parts.notices, protection: options.keyStore.protection };
      return session.readOnly === null
        ? { state: 'normal', checkedAtStart: parts.checkedAtStart, ...common }
        : { state: 'readOnly', ...session.readOnly, ...common };
    },
    verify: () =>
      verifyInWorker({
        path: files.database,
        key: parts.key,
        substitutes: [...parts.sessionParts.substitutes],
        highWater: parts.highWater.read(),
      }),
    erase: (actor, erasure) => erase({ session: () => session, write, clock: options.clock, actor, erasure }),
    backUp: (path) =>
      backUp(session.connection, {
        path,
        key: parts.key,
        connect: parts.connect,
        substitutes: parts.sessionParts.substitutes,
      }),
    outgoing: (afterSeq) => orDamage(() => outgoingEvents(session.connection, session.own.ledger, afterSeq)),
    takeIn: (events) =>
      orDamage(() => receiveEvents(session.connection, parts.sessionParts.substitutes, options.clock.now(), events)),
    settle: shorten,
    close: () => {
      closed = true;
      try {
        shorten();
      } finally {
        if (session.connection.open) session.connection.close();
        parts.highWater.close();
        parts.lock?.release();
      }
    },
  };
}

/** The same object however often the connection behind it is replaced, so that a caller may keep it. */
function delegate(current: () => LedgerReads, guard: <Value>(action: () => Value) => Value): LedgerReads {
  const forward = (name: keyof LedgerReads) => {
    return (...parameters: readonly unknown[]): unknown =>
      guard(() => {
        const method = current()[name] as (...parameters: readonly unknown[]) => unknown; // typed by the port, name by name
        return method(...parameters);
      });
  };
  const names = Object.keys(current()) as (keyof LedgerReads)[]; // the keys of the very type
  return Object.fromEntries(names.map((name) => [name, forward(name)])) as LedgerReads; // one forwarder for each name
}
