import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { succeed } from '../../../../src-shared/kernel/result.ts';
import type { Files } from '../../../app/ports.ts';
import { syncFolder } from '../../../store/disk.ts';
import { discardHalf, fileNotWritten, halfBeside, openHalf, sweepHalves } from '../../../system/half-file.ts';

/** 決まった場所へ書く: the file takes its name only when all of it is on the disk; what stood there before is replaced at once. */
export function fileAt(path: string): Files {
  const giveName = (half: string): string => {
    renameSync(half, path);
    syncFolder(dirname(path));
    return path;
  };
  return {
    save: (_name, content) => {
      const half = halfBeside(path);
      try {
        const file = openSync(half, 'wx', 0o600);
        try {
          writeFileSync(file, content);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        return succeed({ path: giveName(half) });
      } catch (error) {
        discardHalf(half);
        return fileNotWritten(error);
      }
    },
    open: async () => {
      // The folder is the user's own: of what lies there only halves of this very file are ours.
      sweepHalves(dirname(path), (name) => name === basename(path));
      return openHalf(halfBeside(path), giveName);
    },
  };
}
