import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fail, succeed } from '../../src-shared/kernel/result.ts';
import type { Files } from '../app/ports.ts';

/**
 * 書き出しの置き場所: a folder of finished files. A file gets its name only when all of it is on the disk, and an earlier
 * export of the same name is kept: the new one is numbered.
 */
export function exportFolder(folder: string): Files {
  return {
    save: (name, content) => {
      const half = join(folder, `.${name}.${process.pid}.part`);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const file = openSync(half, 'w', 0o600);
        try {
          writeSync(file, content);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        const path = reserve(folder, name);
        renameSync(half, path);
        return succeed({ path });
      } catch (error) {
        rmSync(half, { force: true });
        return fail({ code: 'fileNotWritten', detail: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}

/** takes the first free name by creating it, so that two exports at once never share one */
function reserve(folder: string, name: string): string {
  const dot = name.lastIndexOf('.');
  for (let number = 1; number < 1000; number += 1) {
    const candidate = number === 1 ? name : `${name.slice(0, dot)} (${number})${name.slice(dot)}`;
    const path = join(folder, candidate);
    try {
      closeSync(openSync(path, 'wx', 0o600));
      return path;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
  throw new Error('no free name is left for this export');
}
