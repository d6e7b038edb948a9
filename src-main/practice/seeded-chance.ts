import { createHash } from 'node:crypto';
import type { Chance } from '../app/ports.ts';

/** 決まった乱数: always the same for one seed. For made-up people alone; the real ledger never uses it. */
export type SeededChance = Chance & {
  /** a whole number from 0 to below `limit` */
  readonly below: (limit: number) => number;
  /** one of these, each as likely as the others */
  readonly pick: <List extends readonly [unknown, ...unknown[]]>(from: List) => List[number];
};

export function seededChance(seed: string): SeededChance {
  let block = 0;
  let left = Buffer.alloc(0);
  const take = (bytes: number): Buffer => {
    while (left.length < bytes) {
      left = Buffer.concat([left, createHash('sha256').update(`${seed}/${block}`).digest()]);
      block += 1;
    }
    const taken = left.subarray(0, bytes);
    left = left.subarray(bytes);
    return taken;
  };
  const below = (limit: number) => take(6).readUIntBE(0, 6) % limit;
  return {
    hex: (bytes) => take(bytes).toString('hex'),
    below,
    pick: (from) => from[below(from.length)] ?? from[0],
  };
}
