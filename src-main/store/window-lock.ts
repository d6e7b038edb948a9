import Database from 'better-sqlite3';
import { sqliteCode } from './connection.ts';

/** 窓の錠: held while one window program works on the ledger. */
export type WindowLock = { readonly release: () => void };

/**
 * 窓は一つ: null where another window program holds the ledger. The lock is the operating system's own, taken by SQLite on an
 * empty file, so that it ends with its process however that dies, and no number of a dead process is ever believed.
 */
export function takeWindowLock(path: string): WindowLock | null {
  const holder = new Database(path, { timeout: 0 });
  try {
    holder.exec('BEGIN EXCLUSIVE');
    return {
      release: () => {
        if (holder.open) holder.close();
      },
    };
  } catch (error) {
    holder.close();
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY') === true) return null;
    throw error;
  }
}
