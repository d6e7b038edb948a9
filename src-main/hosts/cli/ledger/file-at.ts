import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fail, succeed } from '../../../../src-shared/kernel/result.ts';
import type { Files } from '../../../app/ports.ts';

/** 決まった場所へ書く: the file takes its name only when all of it is on the disk; what stood there before is replaced at once. */
export function fileAt(path: string): Files {
  return {
    save: (_name, content) => {
      const half = `${path}.${process.pid}.part`;
      try {
        const file = openSync(half, 'wx', 0o600);
        try {
          writeFileSync(file, content);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        renameSync(half, path);
        return succeed({ path });
      } catch (error) {
        discard(half);
        return fail({ code: 'fileNotWritten', detail: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}

/** a half file that was never begun, because its folder is none, cannot be removed either */
function discard(half: string): void {
  try {
    rmSync(half, { force: true });
  } catch {
    // the failure that is being told says more
  }
}
