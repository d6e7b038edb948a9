import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { succeed } from '../../src-shared/kernel/result.ts';
import type { Files } from '../app/ports.ts';
import { syncFolder } from '../store/disk.ts';
import { discardHalf, fileNotWritten, halfNameOf, openHalf, sweepHalves } from './half-file.ts';

/**
 * 書き出しの置き場所: a folder of finished files. A file gets its name only when all of it is on the disk, and an earlier
 * export of the same name is kept: the new one is numbered.
 */
export function exportFolder(folder: string): Files {
  const halfOf = (name: string): string => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return join(folder, halfNameOf(name));
  };
  const nameFor = (name: string) => (half: string) => {
    const path = giveName(folder, name, half);
    syncFolder(folder);
    return path;
  };
  return {
    save: (name, content) => {
      let half: string | null = null;
      try {
        half = halfOf(name);
        const file = openSync(half, 'wx', 0o600);
        try {
          // Not writeSync: on a disk that runs full it stores a part and says so only in its answer.
          writeFileSync(file, content);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        return succeed({ path: nameFor(name)(half) });
      } catch (error) {
        if (half !== null) discardHalf(half);
        return fileNotWritten(error);
      }
    },
    open: async (name) => {
      try {
        const half = halfOf(name);
        sweepHalves(folder, () => true);
        return await openHalf(half, nameFor(name));
      } catch (error) {
        return fileNotWritten(error);
      }
    },
  };
}

/** takes the first free name for the finished file, so that two exports at once never share one */
function giveName(folder: string, name: string, half: string): string {
  const dot = name.lastIndexOf('.');
  for (let number = 1; number < 1000; number += 1) {
    const path = join(folder, number === 1 ? name : `${name.slice(0, dot)} (${number})${name.slice(dot)}`);
    try {
      linkSync(half, path);
      rmSync(half, { force: true });
      return path;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'EEXIST') continue;
      if (code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP' || code === 'ENOSYS') {
        if (moveWithoutLink(half, path)) return path;
        continue;
      }
      throw error;
    }
  }
  throw new Error('no free name is left for this export');
}

/** for a disk that knows no second name for one file (exFAT): takes the name empty, then moves onto it; false where it is taken */
function moveWithoutLink(half: string, path: string): boolean {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  try {
    renameSync(half, path);
    return true;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}
