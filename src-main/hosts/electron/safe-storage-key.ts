import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyStore } from '../../app/ports.ts';
import { syncFolder } from '../../store/disk.ts';
import { KeyFileRefused, keyFile } from '../../store/key-file.ts';
import type { SealingStorage } from './electron-api.ts';

const keyLength = 32;

/**
 * 鍵の置き場所を選ぶ: a key that exists stays where it is, since it opens a file. A new one goes to the operating system's
 * store, or to the owner's key file where there is none; `basic_text` on Linux only looks like one.
 */
export async function keyStoreFor(
  storage: SealingStorage,
  folder: string,
  platform: NodeJS.Platform,
): Promise<KeyStore> {
  const plain = keyFile({ whenTooWide: 'repair' });
  const sealed = existsSync(sealedPath(folder));
  if (!sealed && holdsKey(plain, folder)) return plain;
  if (!(await isAvailable(storage, platform))) return sealed ? unopenable : plain;
  return sealed ? reading(storage, folder) : ((await creating(storage, folder)) ?? plain);
}

/** a refused key file is one all the same: whoever opens the ledger hears why */
function holdsKey(store: KeyStore, folder: string): boolean {
  try {
    return store.read(folder) !== null;
  } catch (error) {
    if (error instanceof KeyFileRefused) return true;
    throw error;
  }
}

async function isAvailable(storage: SealingStorage, platform: NodeJS.Platform): Promise<boolean> {
  if (platform === 'linux' && ['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend())) return false;
  return storage.isAsyncEncryptionAvailable();
}

/** 開けられない鍵: sealed for another user or machine, or the store is locked; it is never replaced. */
const unopenable: KeyStore = {
  protection: 'operatingSystem',
  read: () => {
    throw new KeyFileRefused('notAKey');
  },
  create: () => {
    throw new KeyFileRefused('alreadyThere');
  },
};

async function reading(storage: SealingStorage, folder: string): Promise<KeyStore> {
  try {
    const { result, shouldReEncrypt } = await storage.decryptStringAsync(readFileSync(sealedPath(folder)));
    if (!/^[0-9a-f]{64}$/.test(result)) return unopenable;
    if (shouldReEncrypt) await sealAgain(storage, folder, result);
    return { ...unopenable, read: (asked) => (asked === folder ? Buffer.from(result, 'hex') : null) };
  } catch {
    return unopenable;
  }
}

/**
 * The store's calls are synchronous and the sealing is not: the key is made and sealed here, and kept only if it is asked
 * for. Null where the seal does not open again: such a store would lose the ledger.
 */
async function creating(storage: SealingStorage, folder: string): Promise<KeyStore | null> {
  const key = randomBytes(keyLength);
  const sealed = await sealProven(storage, key.toString('hex'));
  if (sealed === null) return null;
  let kept = false;
  return {
    protection: 'operatingSystem',
    read: (asked) => (kept && asked === folder ? Buffer.from(key) : null),
    create: (asked) => {
      if (asked !== folder || existsSync(sealedPath(folder))) throw new KeyFileRefused('alreadyThere');
      write(sealedPath(folder), sealed);
      syncFolder(folder);
      kept = true;
      return Buffer.from(key);
    },
  };
}

async function sealProven(storage: SealingStorage, text: string): Promise<Buffer | null> {
  try {
    const sealed = await storage.encryptStringAsync(text);
    const { result } = await storage.decryptStringAsync(sealed);
    return result === text ? sealed : null;
  } catch {
    return null;
  }
}

/** The old seal still opens until the new one is whole, and goes on doing so where there will be no new one. */
async function sealAgain(storage: SealingStorage, folder: string, text: string): Promise<void> {
  const sealed = await sealProven(storage, text);
  if (sealed === null) return;
  const half = `${sealedPath(folder)}.part`;
  try {
    rmSync(half, { force: true });
    write(half, sealed);
    renameSync(half, sealedPath(folder));
    syncFolder(folder);
  } catch {
    rmSync(half, { force: true });
  }
}

function sealedPath(folder: string): string {
  return join(folder, 'ledger.key.sealed');
}

function write(path: string, sealed: Buffer): void {
  const handle = openSync(path, 'wx', 0o600);
  try {
    writeSync(handle, sealed);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
