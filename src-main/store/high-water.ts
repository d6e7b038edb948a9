import { createHash } from 'node:crypto';
import { closeSync, existsSync, fdatasyncSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { syncFolder } from './disk.ts';

const Mark = z.strictObject({
  ledger: z.string(),
  epoch: z.int(),
  seq: z.int(),
  hash: z.string(),
  /** last receipt number given out, by day; the latest 31 days */
  receipts: z.record(z.iso.date(), z.int()),
});

/** 高水位: the furthest head that was ever answered, and the last receipt number of each day; lives outside the ledger. */
export type HighWaterMark = Readonly<z.infer<typeof Mark>>;

const slotBytes = 4096;
const keptDays = 31;

/**
 * 高水位の記録 (B2): two slots with a checksum, written in turn in place and synced, so that a torn write leaves the other one.
 * It only rises: an older head never replaces a newer one, and a receipt number is never forgotten by a later mark.
 */
export type HighWater = {
  readonly read: () => HighWaterMark | null;
  readonly raise: (mark: HighWaterMark) => void;
  readonly close: () => void;
};

/** 高水位を開く: creates an empty file where there is none and `mayWrite`. */
export function openHighWater(path: string, mayWrite: boolean): HighWater {
  if (!mayWrite) return { read: () => readAside(path), raise: () => {}, close: () => {} };
  const handle = existsSync(path) ? openSync(path, 'r+') : create(path);
  let open = true;
  return {
    read: () => newer(readSlots(handle)),
    raise: (mark) => {
      const slots = readSlots(handle);
      const before = newer(slots);
      const next = before === null ? mark : rise(before, mark);
      const target = newer(slots) === slots[0] && slots[0] !== null ? 1 : 0;
      writeSync(handle, encode(next), 0, slotBytes, target * slotBytes);
      fdatasyncSync(handle);
    },
    close: () => {
      if (open) closeSync(handle);
      open = false;
    },
  };
}

function create(path: string): number {
  const handle = openSync(path, 'wx+', 0o600);
  writeSync(handle, Buffer.alloc(2 * slotBytes, 0x20), 0, 2 * slotBytes, 0);
  fsyncSync(handle);
  syncFolder(dirname(path));
  return handle;
}

function readAside(path: string): HighWaterMark | null {
  if (!existsSync(path)) return null;
  const bytes = readOrNull(path);
  if (bytes === null) return null;
  return newer([decode(bytes.subarray(0, slotBytes)), decode(bytes.subarray(slotBytes, 2 * slotBytes))]);
}

/** What cannot be read is only ever asked for by a ledger that is read-only already. */
function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

type Slots = readonly [HighWaterMark | null, HighWaterMark | null];

function readSlots(handle: number): Slots {
  const bytes = Buffer.alloc(2 * slotBytes);
  readSync(handle, bytes, 0, bytes.length, 0);
  return [decode(bytes.subarray(0, slotBytes)), decode(bytes.subarray(slotBytes))];
}

function newer([first, second]: Slots): HighWaterMark | null {
  if (first === null || second === null) return first ?? second;
  if (isAhead(second, first)) return second;
  // Of two that are equally far each may remember numbers that the other does not.
  return isAhead(first, second) ? first : rise(first, second);
}

/** 進んでいるか: a later epoch, or further within one. */
export function isAhead(mark: { epoch: number; seq: number }, than: { epoch: number; seq: number }): boolean {
  return mark.epoch > than.epoch || (mark.epoch === than.epoch && mark.seq > than.seq);
}

function rise(before: HighWaterMark, mark: HighWaterMark): HighWaterMark {
  const head = mark.ledger === before.ledger && isAhead(before, mark) ? before : mark;
  const receipts: Record<string, number> = { ...before.receipts };
  for (const [day, number] of Object.entries(mark.receipts)) receipts[day] = Math.max(receipts[day] ?? 0, number);
  const latest = Object.entries(receipts)
    .sort(([left], [right]) => (left < right ? 1 : -1))
    .slice(0, keptDays);
  return { ...head, receipts: Object.fromEntries(latest) };
}

function encode(mark: HighWaterMark): Buffer {
  const text = JSON.stringify(mark);
  const line = Buffer.from(`${createHash('sha256').update(text).digest('hex')} ${text}`, 'utf8');
  if (line.length > slotBytes) throw new Error('the high-water mark outgrew its slot');
  return Buffer.concat([line, Buffer.alloc(slotBytes - line.length, 0x20)]);
}

function decode(slot: Buffer): HighWaterMark | null {
  const line = slot.toString('utf8').trimEnd();
  const text = line.slice(65);
  if (line.length < 66 || createHash('sha256').update(text).digest('hex') !== line.slice(0, 64)) return null;
  const parsed = Mark.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
