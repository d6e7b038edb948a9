import type { PlainDate } from '../kernel/plain-date.ts';

/** 期限を決める規則。 */
export type BoundCode = 'V1' | 'V2' | 'V3' | 'V4';

/** 比べた日付: a date, and the rule that allows no later one. */
export type Bound = { readonly code: BoundCode; readonly on: PlainDate };

/** 有効期間の満了日: the earliest of what V1/V2, V3 and V4 allow, which of them decided, and the caps nobody knew. */
export type Expiry = {
  readonly on: PlainDate;
  readonly decidedBy: BoundCode;
  readonly compared: readonly Bound[];
  readonly unknownCaps: readonly ('V3' | 'V4')[];
};
