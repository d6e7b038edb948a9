import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { fail, type Result } from '../../src-shared/kernel/result.ts';
import type { Actor, Ledger, OfficeCode } from '../app/ports.ts';
import { appender } from './append.ts';
import { type Connection, checkpoint, connectEncrypted } from './connection.ts';
import { isLocalDisk, syncFolder } from './disk.ts';
import { noSubstitutes } from './fold-names.ts';
import { openHighWater } from './high-water.ts';
import { ledgerFiles } from './ledger-files.ts';
import { migrate, readMigrations } from './migrations.ts';
import { type OpenFailure, openLedger, readKey, wasAnswered } from './open.ts';
import type { LedgerOptions } from './options.ts';
import { foldMark, projections } from './projections.ts';
import { publicKeyOf } from './terminal-key.ts';

export type SetUp = LedgerOptions & {
  readonly office: OfficeCode;
  readonly terminal: number;
  readonly terminalName: string;
};

export type CreateFailure = OpenFailure | { readonly code: 'alreadyExists' };

/** 開設: a new ledger with its genesis event, epoch 1 and the terminal's key pair; half of one is never left under the final name. */
export function createLedger(setUp: SetUp): Result<Ledger, CreateFailure> {
  const files = ledgerFiles(setUp.folder);
  if (existsSync(files.database)) return fail({ code: 'alreadyExists' });
  if (wasAnswered(files)) return fail({ code: 'ledgerLost' });
  mkdirSync(setUp.folder, { recursive: true, mode: 0o700 });
  if (!(setUp.isLocalDisk ?? isLocalDisk)(setUp.folder)) return fail({ code: 'notLocalDisk' });
  for (const left of ['', '-wal', '-shm', '-journal']) rmSync(files.unfinished + left, { force: true });
  rmSync(files.highWater, { force: true }); // of a set-up that broke off: its mark names a ledger that never was
  const found = readKey(setUp);
  if (!found.ok && found.failure.code !== 'keyMissing') return found;
  const key = found.ok ? found.value : setUp.keyStore.create(setUp.folder);
  const connection = (setUp.connect ?? connectEncrypted)(files.unfinished, key, 'create');
  try {
    migrate(connection, setUp.migrations ?? readMigrations());
    connection.exec('BEGIN IMMEDIATE');
    const genesis = writeFirstEvents(connection, setUp);
    connection.exec('COMMIT');
    checkpoint(connection);
    const highWater = openHighWater(files.highWater, true);
    highWater.raise({ ...genesis, receipts: {} });
    highWater.close();
  } finally {
    connection.close();
  }
  renameSync(files.unfinished, files.database);
  syncFolder(setUp.folder);
  return openLedger(setUp);
}

function writeFirstEvents(connection: Connection, setUp: SetUp) {
  const { chance, office, terminal, policy } = setUp;
  const substitutes = setUp.substitutes ?? noSubstitutes;
  const own = { ledger: chance.hex(16), epoch: 1, office, terminal, policy: () => policy };
  const seed = Buffer.from(chance.hex(32), 'hex');
  const publicKey = publicKeyOf(seed);
  const append = appender(connection, own, chance, projections(connection, substitutes));
  const nobody: Actor = { staff: null, role: null };
  const now = setUp.clock.now();
  const insertLedger = connection.prepare<[string, number, string, number, string, string]>(
    'INSERT INTO ledger (ledger, epoch, office, terminal, public_key, genesis, own) VALUES (?, ?, ?, ?, ?, ?, 1)',
  );
  const insertKey = connection.prepare<[string, Uint8Array]>('INSERT INTO terminal_key (ledger, seed) VALUES (?, ?)');
  const insertFold = connection.prepare<[string]>('INSERT INTO projection_state (one, fold) VALUES (1, ?)');
  append(
    nobody,
    now,
    {
      name: 'ledgerOpened/1',
      case: null,
      occurredAt: now,
      payload: { practice: setUp.practice, publicKey },
      personal: null,
    },
    (hash) => {
      insertLedger.run(own.ledger, own.epoch, office, terminal, publicKey, hash);
    },
  );
  insertKey.run(own.ledger, seed);
  insertFold.run(foldMark(substitutes));
  const payload = { setting: 'terminalName', from: null, to: setUp.terminalName };
  const named = append(nobody, now, { name: 'settingChanged/1', case: null, occurredAt: now, payload, personal: null });
  return { ...named.key, hash: named.hash };
}
