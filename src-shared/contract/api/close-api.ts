import * as z from 'zod';
import { Day, Id, Instant, Kind, Office, Procedure, RequestId } from '../codes.ts';
import { DayLogGap } from '../day-log-view.ts';
import { type Call, Nothing } from './call.ts';

const Count = z.int().min(0).max(9999);
const Cell = { procedure: Procedure, kind: Kind } as const;

/** 締めた記録: the code is made from what was signed and from the chain's head. */
export const DayClosed = z.strictObject({
  code: z.string().regex(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/),
  closedAt: Instant,
  closedBy: z.string().nullable(),
  checkedBy: z.string().nullable(),
});
export type DayClosed = z.infer<typeof DayClosed>;

/** 端末の締め: a terminal that recorded something on the day; only this one's own days are closed here. */
export const TerminalClose = z.strictObject({
  office: Office,
  terminal: z.int(),
  own: z.boolean(),
  closed: DayClosed.nullable(),
});

/** 締められるか: `notOver` until the counter's hours have ended, `nothing` where this terminal recorded nothing about a case. */
const CloseState = z.enum(['open', 'notOver', 'nothing', 'closed']);

/** 締めの依頼: which days are open, what is compared, and the act itself, for one day or several. */
export const closeApi = {
  'close.overview': {
    access: 'supervisor',
    input: Nothing,
    output: z.strictObject({
      /** latest first; an office is closed when all its terminals that recorded something are */
      days: z.array(
        z.strictObject({ day: Day, office: Office, closed: z.boolean(), terminals: z.array(TerminalClose).min(1) }),
      ),
    }),
  },
  'close.preview': {
    access: 'supervisor',
    input: z.strictObject({ day: Day }),
    output: z.strictObject({
      day: Day,
      office: Office,
      terminal: z.int(),
      state: CloseState,
      cells: z.array(z.strictObject({ ...Cell, ours: Count, reported: Count.nullable() })),
      explanations: z.array(z.strictObject({ ...Cell, reason: z.string() })),
      /** 欠番 of this terminal; each must be explained before the day is closed (B2) */
      receiptGaps: z.array(DayLogGap.extend({ sequence: z.int() })),
      corrections: Count,
      /** 繰り越す受付, by name: shown, and not in what is signed */
      carriedOver: z.array(
        z.strictObject({ case: Id, shortReceipt: z.string(), name: z.string().nullable(), state: z.string() }),
      ),
      closed: DayClosed.nullable(),
    }),
  },
  /** 欠番の説明 (B2): of this terminal's own number, once, while the day is open */
  'close.explainGap': {
    access: 'supervisor',
    input: z.strictObject({
      requestId: RequestId,
      day: Day,
      number: z.int().min(1).max(9999),
      reason: z.string(),
    }),
    output: z.strictObject({ day: Day, number: z.int() }),
  },
  /** `ours` is what the screen compared: where it changed meanwhile nothing is closed. One sign-in for all the days. */
  'close.record': {
    access: 'supervisor',
    input: z.strictObject({
      requestId: RequestId,
      days: z
        .array(
          z.strictObject({
            day: Day,
            cells: z
              .array(z.strictObject({ ...Cell, ours: Count, reported: Count, reason: z.string() }))
              .min(6)
              .max(6),
          }),
        )
        .min(1)
        .max(31),
      acceptance: z.strictObject({ staffNumber: z.string(), password: z.string() }),
    }),
    output: z.strictObject({ closed: z.array(z.strictObject({ day: Day, code: z.string() })) }),
  },
} as const satisfies Record<string, Call>;
