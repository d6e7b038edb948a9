import * as z from 'zod';
import type { LetterOffset } from '../../src-shared/contract/print-view.ts';
import type { LedgerReads } from './ports.ts';

export const offsetSetting = 'letterOffset';
const noOffset: LetterOffset = { xMm: 0, yMm: 0 };

/** 宛名の位置の控え: in tenths of a millimetre, since the ledger keeps whole numbers alone. */
const KeptOffset = z.strictObject({ xTenths: z.int(), yTenths: z.int() });

export function keptOffset({ xMm, yMm }: LetterOffset): z.infer<typeof KeptOffset> {
  return { xTenths: Math.round(xMm * 10), yTenths: Math.round(yMm * 10) };
}

/** 控えを読む: in the middle of the usual window where nothing was kept. */
export function offsetOf(kept: unknown): LetterOffset {
  const read = KeptOffset.safeParse(kept);
  return read.success ? { xMm: read.data.xTenths / 10, yMm: read.data.yTenths / 10 } : noOffset;
}

/** 宛名の位置: as last set at this terminal. */
export function letterOffset(reads: Pick<LedgerReads, 'setting'>): LetterOffset {
  return offsetOf(reads.setting(offsetSetting));
}
