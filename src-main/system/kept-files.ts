import { succeed } from '../../src-shared/kernel/result.ts';
import type { Files } from '../app/ports.ts';

/** まとめて置く: what is written piece by piece is kept in memory and saved as one, where nothing shall lie on a disk by itself. */
export function savedAsOne(save: Files['save']): Files {
  return {
    save,
    open: async (name) => {
      const chunks: Uint8Array[] = [];
      return succeed({
        write: async (chunk) => {
          chunks.push(chunk);
          return succeed(null);
        },
        finish: async () => save(name, Buffer.concat(chunks)),
        discard: async () => {
          chunks.length = 0;
        },
      });
    },
  };
}
