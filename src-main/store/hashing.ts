import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** 連鎖の始まり: what the first event of a ledger continues. */
export const noPredecessor = '0'.repeat(64);

const eventDomain = Buffer.from('inazawa-madoguchi/event/1\n', 'ascii');

/** 鎖の位置: where an event stands; `prev` is the hash of the one before. */
export type Link = { readonly ledger: string; readonly epoch: number; readonly seq: number; readonly prev: string };

/** 出来事のハッシュ: SHA-256(domain ‖ ledger id, 16 bytes ‖ epoch, 8 ‖ seq, 8, big-endian ‖ prev, 32 ‖ the stored bytes of the body). */
export function eventHash(link: Link, body: string): string {
  const place = Buffer.alloc(16);
  place.writeBigUInt64BE(BigInt(link.epoch), 0);
  place.writeBigUInt64BE(BigInt(link.seq), 8);
  return createHash('sha256')
    .update(eventDomain)
    .update(Buffer.from(link.ledger, 'hex'))
    .update(place)
    .update(Buffer.from(link.prev, 'hex'))
    .update(body, 'utf8')
    .digest('hex');
}

/** 約束値 (commitment): HMAC-SHA-256 of the fields under the record's salt; says nothing once the salt is gone. */
export function commitment(salt: Uint8Array, fields: string): string {
  return createHmac('sha256', salt).update(fields, 'utf8').digest('hex');
}

/** 約束値の照合 */
export function keepsCommitment(salt: Uint8Array, fields: string, promised: string): boolean {
  const found = Buffer.from(commitment(salt, fields), 'hex');
  const expected = Buffer.from(promised, 'hex');
  return found.length === expected.length && timingSafeEqual(found, expected);
}
