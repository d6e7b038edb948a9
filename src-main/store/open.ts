import { existsSync } from 'node:fs';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';
import type { Ledger, LedgerNotice, ReadOnlyReason } from '../app/ports.ts';
import {
  type AssertionFailure,
  applicationId,
  assertSettings,
  type Connect,
  type Connection,
  connectEncrypted,
  sqliteCode,
} from './connection.ts';
import { freeBytes, isLocalDisk, isWritable, isWritableForUs } from './disk.ts';
import { noSubstitutes } from './fold-names.ts';
import { type HighWater, openHighWater } from './high-water.ts';
import { KeyFileRefused } from './key-file.ts';
import { runLedger } from './ledger.ts';
import { type LedgerFiles, ledgerFiles } from './ledger-files.ts';
import { fileVersion, migrate, readMigrations } from './migrations.ts';
import type { LedgerOptions } from './options.ts';
import { foldMark, rebuildProjections } from './projections.ts';
import { isDamage, judgeError, openSession, type Session, type SessionParts } from './session.ts';
import { takeInSideLog } from './take-in.ts';
import { holdsHighWater, verifyTail } from './verify.ts';
import { takeWindowLock } from './window-lock.ts';

/** 開けない理由: the file is untouched; what can be read all the same opens read-only instead. */
export type OpenFailure =
  | { readonly code: 'noLedger' }
  | { readonly code: 'ledgerLost' }
  | { readonly code: 'folderNotWritable' }
  | { readonly code: 'keyMissing' }
  | { readonly code: 'keyRefused'; readonly why: KeyFileRefused['why'] }
  | { readonly code: 'notALedger' }
  | { readonly code: 'unreadable'; readonly detail: string }
  | { readonly code: 'newerFile'; readonly version: number; readonly ours: number }
  | { readonly code: 'notLocalDisk' }
  | { readonly code: 'alreadyOpen' }
  | { readonly code: 'practiceMismatch'; readonly practice: boolean }
  | AssertionFailure;

const defaultNeededBytes = 16 * 1024 * 1024;
const defaultCheckedAtStart = 3000;
/** 開設 writes the genesis event and the terminal's name; nobody has worked on a ledger that holds no more. */
const eventsOfSetUp = 2;

/** 台帳を開く: asserts what `ledger.md` asks for, checks the tail, and opens read-only whatever can be shown but not trusted. */
export function openLedger(options: LedgerOptions): Result<Ledger, OpenFailure> {
  const files = ledgerFiles(options.folder);
  if (!existsSync(files.database)) return fail({ code: wasAnswered(files) ? 'ledgerLost' : 'noLedger' });
  if (!(options.isLocalDisk ?? isLocalDisk)(options.folder)) return fail({ code: 'notLocalDisk' });
  const key = readKey(options);
  if (!key.ok) return key;
  const locked = options.program === 'window' ? lockWindow(files) : succeed(null);
  if (!locked.ok) return locked;
  const lock = locked.value;

  const held: { close: () => void }[] = [{ close: () => lock?.release() }];
  const giveUp = (failure: OpenFailure): Result<never, OpenFailure> => {
    for (const each of held.reverse()) each.close();
    return fail(failure);
  };
  try {
    const connect = options.connect ?? connectEncrypted;
    const migrations = options.migrations ?? readMigrations();
    const probed = probe(connect, files, key.value, migrations.length);
    if (!probed.ok) return giveUp(probed.failure);

    const seen = obstacleToWriting(options, files);
    const { highWater, obstacle } = reachHighWater(files, seen);
    held.push(highWater);
    const mark = highWater.read(); // before the file: another program may append between the two
    const notices: LedgerNotice[] = [];
    const sessionParts: SessionParts = {
      chance: options.chance,
      policy: options.policy,
      substitutes: options.substitutes ?? noSubstitutes,
      rememberedReceipt: (day) => highWater.read()?.receipts[day] ?? 0,
    };
    const openReadOnly = (why: ReadOnlyReason, detail: string): Session =>
      openSession(connect(files.database, key.value, 'read'), sessionParts, { why, detail });

    let checkedAtStart = 0;
    const openForWriting = (): Result<Session, OpenFailure> => {
      const connection = connect(files.database, key.value, 'write');
      try {
        migrate(connection, migrations);
        const settings = assertSettings(connection);
        if (!settings.ok) {
          connection.close();
          return settings;
        }
        const trust = distrust(connection, mark, options.checkedAtStart ?? defaultCheckedAtStart);
        checkedAtStart = trust.checked;
        if (trust.why !== null) {
          connection.close();
          return succeed(openReadOnly(trust.why, trust.detail));
        }
        if (renewProjections(connection, sessionParts)) notices.push('projectionsRebuilt');
        return succeed(openSession(connection, sessionParts, null));
      } catch (error) {
        connection.close();
        throw error;
      }
    };

    const opened = obstacle === null ? openForWriting() : succeed(openReadOnly(obstacle, ''));
    if (!opened.ok) return giveUp(opened.failure);
    let session = opened.value;
    held.push(session.connection);
    const practice = session.reads.setUp()?.practice === true;
    if (practice !== options.practice) return giveUp({ code: 'practiceMismatch', practice });
    if (mark === null && session.readOnly === null) {
      notices.push('highWaterMissing');
      try {
        raiseToHead(session, highWater);
      } catch {
        session.connection.close();
        session = openReadOnly('fileReadOnly', highWaterNotWritten);
        held.push(session.connection);
      }
    }
    const ledger = runLedger({
      options,
      files,
      key: key.value,
      connect,
      session,
      sessionParts,
      highWater,
      lock,
      checkedAtStart,
      notices,
    });
    if (session.readOnly === null && takeInSideLog(ledger, files, options.clock)) notices.push('sideLogTakenIn');
    return succeed(ledger);
  } catch (error) {
    return openDamaged(error, options, files, key.value, lock, giveUp);
  }
}

/** 失われた台帳か: nothing lies under the ledger's name, and the high-water file knows more than a set-up that broke off. */
export function wasAnswered(files: LedgerFiles): boolean {
  const mark = openHighWater(files.highWater, false).read();
  return mark !== null && (mark.epoch > 1 || mark.seq > eventsOfSetUp);
}

function lockWindow(files: LedgerFiles): Result<ReturnType<typeof takeWindowLock>, OpenFailure> {
  try {
    const lock = takeWindowLock(files.windowLock);
    return lock === null ? fail({ code: 'alreadyOpen' }) : succeed(lock);
  } catch (error) {
    // Without a file of its own in the folder no window can hold the ledger, and SQLite cannot read it there either.
    if (judgeError(error) === 'readOnly') return fail({ code: 'folderNotWritable' });
    throw error;
  }
}

/** What broke while opening for writing may still be readable. */
function openDamaged(
  error: unknown,
  options: LedgerOptions,
  files: LedgerFiles,
  key: Uint8Array,
  lock: ReturnType<typeof takeWindowLock>,
  giveUp: (failure: OpenFailure) => Result<never, OpenFailure>,
): Result<Ledger, OpenFailure> {
  const judged = judgeError(error);
  if (judged === null && !isDamage(error)) {
    giveUp({ code: 'unreadable', detail: '' });
    throw error;
  }
  const why: ReadOnlyReason = judged === 'full' ? 'diskFull' : judged === 'readOnly' ? 'fileReadOnly' : 'damaged';
  const detail = sqliteCode(error) ?? (error instanceof Error ? error.message : '');
  try {
    const connect = options.connect ?? connectEncrypted;
    const highWater = openHighWater(files.highWater, false);
    const sessionParts: SessionParts = {
      chance: options.chance,
      policy: options.policy,
      substitutes: options.substitutes ?? noSubstitutes,
      rememberedReceipt: (day) => highWater.read()?.receipts[day] ?? 0,
    };
    const session = openSession(connect(files.database, key, 'read'), sessionParts, { why, detail });
    return succeed(
      runLedger({
        options,
        files,
        key,
        connect,
        session,
        sessionParts,
        highWater,
        lock,
        checkedAtStart: 0,
        notices: [],
      }),
    );
  } catch (second) {
    if (judgeError(second) === null && !isDamage(second)) throw second;
    return giveUp({ code: 'unreadable', detail });
  }
}

/** 鍵を読む: a key that must not be used is a failure, not a defect. */
export function readKey(options: LedgerOptions): Result<Uint8Array, OpenFailure> {
  try {
    const key = options.keyStore.read(options.folder);
    return key === null ? fail({ code: 'keyMissing' }) : succeed(key);
  } catch (error) {
    if (error instanceof KeyFileRefused) return fail({ code: 'keyRefused', why: error.why });
    throw error;
  }
}

/** Looks without writing, so that a file of a newer program keeps every byte. */
function probe(connect: Connect, files: LedgerFiles, key: Uint8Array, ours: number): Result<null, OpenFailure> {
  let connection: Connection;
  try {
    connection = connect(files.database, key, 'read');
  } catch (error) {
    const code = sqliteCode(error);
    if (code === null) throw error;
    // A ledger in WAL mode needs a writable folder even to be read.
    if (judgeError(error) === 'readOnly' && !isWritableForUs(files.folder)) return fail({ code: 'folderNotWritable' });
    return fail({ code: 'unreadable', detail: code });
  }
  try {
    const version = fileVersion(connection);
    if (connection.pragma('application_id', { simple: true }) !== applicationId) return fail({ code: 'notALedger' });
    return version > ours ? fail({ code: 'newerFile', version, ours }) : succeed(null);
  } finally {
    connection.close();
  }
}

const highWaterNotWritten = 'the high-water file could not be written';

/** Without a high-water file that can be written nothing may be answered, so nothing is stored. */
function reachHighWater(files: LedgerFiles, seen: ReadOnlyReason | null) {
  if (seen !== null) return { highWater: openHighWater(files.highWater, false), obstacle: seen };
  try {
    return { highWater: openHighWater(files.highWater, true), obstacle: null };
  } catch {
    return { highWater: openHighWater(files.highWater, false), obstacle: 'fileReadOnly' as const };
  }
}

function obstacleToWriting(options: LedgerOptions, files: LedgerFiles): ReadOnlyReason | null {
  if (!isWritable(files.database)) return 'fileReadOnly';
  return freeBytes(options.folder) < (options.neededBytes ?? defaultNeededBytes) ? 'diskFull' : null;
}

function distrust(connection: Connection, mark: ReturnType<HighWater['read']>, length: number) {
  const tail = verifyTail(connection, length);
  if (tail.broken !== null) {
    const { ledger, epoch, seq, why } = tail.broken;
    return { checked: tail.checked, why: 'damaged' as const, detail: `${why} ${ledger}/${epoch}/${seq}` };
  }
  if (mark !== null && !holdsHighWater(connection, mark)) {
    return {
      checked: tail.checked,
      why: 'rolledBack' as const,
      detail: `answered up to ${mark.ledger}/${mark.epoch}/${mark.seq}`,
    };
  }
  return { checked: tail.checked, why: null, detail: '' };
}

function renewProjections(connection: Connection, parts: SessionParts): boolean {
  const stored = connection.prepare<[], string>('SELECT fold FROM projection_state').pluck().get();
  if (stored === foldMark(parts.substitutes)) return false;
  rebuildProjections(connection, parts.substitutes);
  return true;
}

function raiseToHead(session: Session, highWater: HighWater): void {
  const tail = session.connection
    .prepare<[string], { epoch: number; seq: number; hash: string }>(
      'SELECT epoch, seq, hash FROM event WHERE ledger = ? ORDER BY epoch DESC, seq DESC LIMIT 1',
    )
    .get(session.own.ledger);
  if (tail !== undefined) highWater.raise({ ledger: session.own.ledger, ...tail, receipts: {} });
}
