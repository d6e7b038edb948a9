import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';

export type Connection = Database.Database;

/** 開きかた: `write` may create nothing; only set-up creates. */
export type ConnectionMode = 'create' | 'write' | 'read';

/** 接続: opens the file with its key. A parameter of the store, so that a test can put a failing disk behind it. */
export type Connect = (path: string, key: Uint8Array, mode: ConnectionMode) => Connection;

/** `MDGC`: marks the file as a ledger of this program. */
export const applicationId = 0x4d444743;

const oldestSqlite = [3, 51, 3] as const;

/** What must hold while the program writes; read back after the first table access, because that is when the driver lowers `synchronous`. */
const asserted = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  recursive_triggers: 1,
  secure_delete: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  busy_timeout: 5000,
  wal_autocheckpoint: 200,
  temp_store: 2,
} as const;

/** Every page that is read again costs a decryption: room for the pages of some thousand cases. */
const cacheKibibytes = 32_000;

/** 接続する: `cipher` before `key`, a raw key, then every pragma that is not the driver's own default. */
export const connectEncrypted: Connect = (path, key, mode) => {
  if (mode === 'create' && existsSync(path)) throw new Error('a ledger is never created over a file');
  const connection = new Database(path, { readonly: mode === 'read', fileMustExist: mode !== 'create', timeout: 5000 });
  try {
    connection.pragma(`cipher = 'sqlcipher'`);
    connection.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
    if (mode === 'create') connection.pragma('journal_mode = WAL');
    connection.pragma('temp_store = MEMORY');
    connection.pragma(`cache_size = -${cacheKibibytes}`);
    connection.pragma('foreign_keys = ON');
    connection.pragma('recursive_triggers = ON');
    connection.pragma('secure_delete = ON');
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    connection.pragma('mmap_size = 0');
    connection.pragma('busy_timeout = 5000');
    connection.pragma('wal_autocheckpoint = 200');
    connection.prepare('SELECT count(*) FROM sqlite_schema').get();
    connection.pragma('synchronous = FULL');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
};

export type AssertionFailure =
  | { readonly code: 'sqliteTooOld'; readonly version: string }
  | { readonly code: 'settingNotInForce'; readonly setting: string; readonly value: string };

/** 開いたときの確認: says which setting is not in force; asked after a first SELECT on a table of the ledger. */
export function assertSettings(connection: Connection): Result<null, AssertionFailure> {
  const version = connection.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
  if (!isRecentEnough(version)) return fail({ code: 'sqliteTooOld', version });
  for (const [setting, expected] of Object.entries(asserted)) {
    const value: unknown = connection.pragma(setting, { simple: true });
    if (value !== expected) return fail({ code: 'settingNotInForce', setting, value: String(value) });
  }
  return succeed(null);
}

/** SQLite の版: 3.51.3 or later; older ones can lose commits with two connections. */
export function isRecentEnough(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, oldest] of oldestSqlite.entries()) {
    const part = parts[index] ?? 0;
    if (part !== oldest) return part > oldest;
  }
  return true;
}

/** SQLite の失敗符号: `SQLITE_FULL`, `SQLITE_IOERR_FSYNC` …; null where the error came from elsewhere. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null;
}

/** 短くする (truncating checkpoint): true where the whole log went into the file and nobody held it open. */
export function checkpoint(connection: Connection): boolean {
  const [row] = connection.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]; // the pragma's documented columns
  return row?.busy === 0;
}
