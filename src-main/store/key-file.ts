import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { KeyStore } from '../app/ports.ts';
import { syncFolder } from './disk.ts';

/** 鍵ファイルの断り: the file is there and must not be used as it is. */
export class KeyFileRefused extends Error {
  readonly why: 'permissionsTooWide' | 'notAKey' | 'alreadyThere' | 'unreadable';
  constructor(why: KeyFileRefused['why']) {
    super(`key file refused: ${why}`);
    this.name = 'KeyFileRefused';
    this.why = why;
  }
}

export type KeyFileOptions = {
  /** `refuse` throws where others may read the file; `repair` narrows it to its owner and tells `noticed` */
  readonly whenTooWide: 'refuse' | 'repair';
  readonly noticed?: () => void;
};

/** 鍵ファイル: a random 32-byte key, readable by its owner alone. It protects copies and backups, not this machine. */
export function keyFile(options: KeyFileOptions): KeyStore {
  return {
    protection: 'ownerOnlyFile',
    read: (folder) => {
      const path = keyPath(folder);
      if (!existsSync(path)) return null;
      const text = readAsOwner(path, options).trim();
      if (!/^[0-9a-f]{64}$/.test(text)) throw new KeyFileRefused('notAKey');
      return Buffer.from(text, 'hex');
    },
    create: (folder) => {
      const path = keyPath(folder);
      if (existsSync(path)) throw new KeyFileRefused('alreadyThere');
      const key = randomBytes(32);
      // Whole under its name or not there: half a key would open nothing and stand in the way of a new one.
      const unfinished = `${path}.unfinished`;
      rmSync(unfinished, { force: true });
      const handle = openSync(unfinished, 'wx', 0o600);
      try {
        writeSync(handle, `${key.toString('hex')}\n`);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      putInPlace(unfinished, path);
      syncFolder(folder);
      return key;
    },
  };
}

function keyPath(folder: string): string {
  return join(folder, 'ledger.key');
}

/** Never over a key that came meanwhile, since that one opens a file. */
function putInPlace(unfinished: string, path: string): void {
  try {
    linkSync(unfinished, path);
  } catch (error) {
    if (existsSync(path)) throw new KeyFileRefused('alreadyThere');
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    renameSync(unfinished, path); // a file system without links
    return;
  }
  rmSync(unfinished);
}

/** A file of another owner cannot be narrowed, and perhaps not read: that is for the administrator, not a defect. */
function readAsOwner(path: string, options: KeyFileOptions): string {
  try {
    narrow(path, options);
    return readFileSync(path, 'ascii');
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw new KeyFileRefused('unreadable');
    throw error;
  }
}

/** Windows reports no group and no others here: there the folder's own access list must keep them out. */
function narrow(path: string, options: KeyFileOptions): void {
  if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return;
  if (options.whenTooWide === 'refuse') throw new KeyFileRefused('permissionsTooWide');
  chmodSync(path, 0o600);
  options.noticed?.();
}
