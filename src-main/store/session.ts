import { policyVersionWith } from '../../src-shared/domain/rules-in-force.ts';
import type { Chance, LedgerReads, ReadOnlyReason } from '../app/ports.ts';
import { type Append, appender, type OwnLedger } from './append.ts';
import type { Connection } from './connection.ts';
import { sqliteCode } from './connection.ts';
import type { SubstituteMap } from './fold-names.ts';
import { projections } from './projections.ts';
import { ledgerReads, type ReadOptions } from './reads.ts';
import { DamagedRow } from './stored-event.ts';

/** 開いている台帳: one connection with what was prepared on it, and whether it may write. */
export type Session = {
  readonly connection: Connection;
  readonly reads: LedgerReads;
  readonly append: Append;
  readonly own: OwnLedger;
  readonly readOnly: { readonly why: ReadOnlyReason; readonly detail: string } | null;
};

export type SessionParts = ReadOptions & {
  readonly chance: Chance;
  readonly policy: string;
  readonly substitutes: SubstituteMap;
};

/** 開いた接続から: throws where the file names no ledger of its own, and leaves no connection behind then. */
export function openSession(connection: Connection, parts: SessionParts, readOnly: Session['readOnly']): Session {
  try {
    return sessionOn(connection, parts, readOnly);
  } catch (error) {
    connection.close();
    throw error;
  }
}

function sessionOn(connection: Connection, parts: SessionParts, readOnly: Session['readOnly']): Session {
  const reads = ledgerReads(connection, parts);
  const setUp = reads.setUp();
  if (setUp === null) throw new DamagedRow('no ledger of its own');
  const { ledger, epoch, office, terminal } = setUp;
  const own = {
    ledger,
    epoch,
    office,
    terminal,
    policy: (day: string) => policyVersionWith(parts.policy, reads.policyChanges(), day),
  };
  return {
    connection,
    reads,
    own,
    readOnly,
    append: appender(connection, own, parts.chance, projections(connection, parts.substitutes)),
  };
}

/** 失敗の見立て: what an error of the file means for what was being stored; null where it is not the file's. */
export function judgeError(error: unknown): 'full' | 'busy' | 'unknown' | 'readOnly' | null {
  const code = sqliteCode(error);
  if (code === null) return null;
  if (code === 'SQLITE_FULL') return 'full';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy';
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) return 'readOnly';
  if (/^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(code)) return 'unknown';
  return null;
}

/** 壊れているしるし: an error that says that stored bytes are not what was written. */
export function isDamage(error: unknown): boolean {
  return error instanceof DamagedRow || /^SQLITE_(CORRUPT|NOTADB)/.test(sqliteCode(error) ?? '');
}
