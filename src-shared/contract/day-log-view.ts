import * as z from 'zod';

const Count = z.int().min(0);

/** 日報の一行: one case of the day's list. */
export const DayLogCase = z.strictObject({
  case: z.string(),
  receipt: z.string(),
  shortReceipt: z.string(),
  receivedAt: z.string(),
  finishedAt: z.string().nullable(),
  name: z.string().nullable(),
  procedure: z.string(),
  kinds: z.string(),
  capacity: z.string(),
  route: z.string(),
  result: z.string(),
  codes: z.array(z.string()),
  fee: Count,
  handler: z.string().nullable(),
});

/** 手続ごとの件数: persons by result on the left, certificates on the right. A mixed visit counts as one person under its first line's procedure. */
export const DayLogRow = z.strictObject({
  procedure: z.enum(['issue', 'renew', 'revoke']),
  persons: Count,
  sameDayDone: Count,
  inquiry: Count,
  refused: Count,
  withdrawn: Count,
  open: Count,
  signature: Count,
  userAuthentication: Count,
});

/** 日報 (daily log) of one office and day. */
export const dayLogView = z.strictObject({
  day: z.iso.date(),
  office: z.enum(['shiminka', 'sobue', 'heiwa']),
  practice: z.boolean(),
  rows: z.array(DayLogRow),
  total: DayLogRow.omit({ procedure: true }),
  byCapacity: z.array(
    z.strictObject({ capacity: z.enum(['holder', 'agent', 'statutoryRepresentative', 'notice']), persons: Count }),
  ),
  byRoute: z.array(z.strictObject({ route: z.enum(['sameDay', 'inquiry', 'none']), persons: Count })),
  /** state chips: how the cases received today stand now */
  byState: z.array(
    z.strictObject({
      state: z.enum([
        'issued',
        'revoked',
        'inquiry',
        'replied',
        'returned',
        'lapsed',
        'open',
        'held',
        'refused',
        'withdrawn',
      ]),
      persons: Count,
    }),
  ),
  /** arrivals by half hour, one entry a case in order */
  arrivals: z.array(
    z.strictObject({ slot: z.string(), procedure: z.enum(['issue', 'renew', 'revoke']), agent: z.boolean() }),
  ),
  minutesToIssue: z.array(z.strictObject({ minutes: Count, procedure: z.enum(['issue', 'renew', 'revoke']) })),
  byHandler: z.array(z.strictObject({ handler: z.string(), persons: Count })),
  fees: Count,
  receiptGaps: z.array(z.string()),
  /** 照会書: what happened with letters on the day, and how many are out at its end */
  letters: z.strictObject({ posted: Count, returned: Count, answered: Count, lapsed: Count, open: Count }),
  /** 訂正 made on the day, whatever day they correct (B1, B4) */
  corrections: z.array(
    z.strictObject({
      at: z.string(),
      receipt: z.string(),
      entryDay: z.string(),
      fields: z.string(),
      asked: z.string().nullable(),
      approver: z.string().nullable(),
    }),
  ),
  /** 締め (B4): the code of each terminal that has closed the day at this office, e.g. 端末 S1 */
  closes: z.array(z.strictObject({ terminal: z.string(), code: z.string(), closedAt: z.string() })),
  cases: z.array(DayLogCase),
});
export type DayLogView = z.infer<typeof dayLogView>;
