import * as z from 'zod';
import { Capacity, Kind, Office, Procedure } from './codes.ts';

const Count = z.int().min(0);
const Capacities = z.union([Capacity, z.literal('notice')]);
const Route = z.enum(['sameDay', 'inquiry', 'none']);
const Result = z.enum(['sameDayDone', 'inquiry', 'refused', 'withdrawn', 'open']);
const State = z.enum([
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
]);

/** 日報の一行: one case of the day's list. */
export const DayLogCase = z.strictObject({
  case: z.string(),
  /** where it was received */
  office: Office,
  receipt: z.string(),
  shortReceipt: z.string(),
  receiptDay: z.iso.date(),
  receivedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** 後着: recorded on an earlier day at another terminal, and counted on the day on which it arrived (B4) */
  late: z.boolean(),
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

const certificates = { signature: Count, userAuthentication: Count } as const;

/** 手続ごとの件数: persons by result on the left, certificates on the right. A mixed visit counts as one person under its first line's procedure. */
export const DayLogRow = z.strictObject({
  procedure: Procedure,
  persons: Count,
  sameDayDone: Count,
  inquiry: Count,
  refused: Count,
  withdrawn: Count,
  open: Count,
  ...certificates,
});

/** 来た人のほかの証明書: issued after a reply, after a revocation in the same visit, or for a case that counts as a person elsewhere. */
export const DayLogBesides = z.strictObject({
  origin: z.enum(['reply', 'reissue', 'carried']),
  cases: Count,
  ...certificates,
});

/** 照らす欄: certificates of one procedure and kind, as the terminal's own report counts them. */
const CellCount = z.strictObject({ procedure: Procedure, kind: Kind, count: Count });

/** 掛け合わせた件数: procedure × kind × route × capacity × result; only what there was. */
const Cross = z.strictObject({
  persons: z.array(
    z.strictObject({
      procedure: Procedure,
      kinds: z.union([Kind, z.literal('both')]),
      route: Route,
      capacity: Capacities,
      result: Result,
      count: Count,
    }),
  ),
  certificates: z.array(
    z.strictObject({
      procedure: Procedure,
      kind: Kind,
      route: Route,
      capacity: Capacities,
      result: z.enum(['issued', 'renewed', 'revoked']),
      count: Count,
    }),
  ),
});

/** 例外の扱い: what a second person let through, with the reason; `reason` null where it was erased, empty where none is asked for. */
export const DayLogOverride = z.strictObject({
  rule: z.enum(['V7', 'L4', 'X4']),
  at: z.string(),
  receipt: z.string(),
  by: z.string().nullable(),
  reason: z.string().nullable(),
});

/** 満了日の相違 (V7) that came up or was settled on the day. */
export const DayLogDifference = z.strictObject({
  at: z.string(),
  receipt: z.string(),
  kind: Kind,
  how: z.enum(['readAgain', 'accepted', 'open']),
  by: z.string().nullable(),
});

/** 欠番 (B2), with what is known of it; both null where nobody has explained it yet. */
export const DayLogGap = z.strictObject({
  /** `S01 0003` */
  number: z.string(),
  receipt: z.string(),
  cause: z.literal('restored').nullable(),
  explained: z.strictObject({ at: z.string(), by: z.string().nullable(), reason: z.string().nullable() }).nullable(),
});
export type DayLogGap = z.infer<typeof DayLogGap>;

/** 端末の締め: the code, who closed and who checked, and where this ledger knows it what the national terminal reported. */
export const DayLogClose = z.strictObject({
  terminal: z.string(),
  code: z.string(),
  closedAt: z.string(),
  closedBy: z.string().nullable(),
  checkedBy: z.string().nullable(),
  reported: z.array(CellCount).nullable(),
  reasons: z.array(z.strictObject({ procedure: Procedure, kind: Kind, reason: z.string() })),
});

const shape = {
  day: z.iso.date(),
  practice: z.boolean(),
  rows: z.array(DayLogRow),
  besides: z.array(DayLogBesides),
  /** certificates: those issued, wherever they stand above; those ended stand in the row of 失効 */
  total: DayLogRow.omit({ procedure: true }),
  cells: z.array(CellCount),
  cross: Cross,
  byCapacity: z.array(z.strictObject({ capacity: Capacities, persons: Count })),
  byRoute: z.array(z.strictObject({ route: Route, persons: Count })),
  /** state chips: how the cases received today stand now */
  byState: z.array(z.strictObject({ state: State, persons: Count })),
  /** arrivals by half hour, one entry a case in order */
  arrivals: z.array(z.strictObject({ slot: z.string(), procedure: Procedure, agent: z.boolean() })),
  minutesToIssue: z.array(z.strictObject({ minutes: Count, procedure: Procedure })),
  /** 時ごと: `hour` 9 is from 9:00 until before 10:00 */
  byHour: z.array(z.strictObject({ hour: Count, renew: Count, issue: Count, revoke: Count, agents: Count })),
  /** 担当: persons by who has their case, certificates by who recorded them; null where nobody is known */
  byHandler: z.array(z.strictObject({ handler: z.string().nullable(), persons: Count, issued: Count, revoked: Count })),
  fees: Count,
  receiptGaps: z.array(DayLogGap),
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
  overrides: z.array(DayLogOverride),
  differences: z.array(DayLogDifference),
  /** 締め (B4): of each terminal that has closed the day */
  closes: z.array(DayLogClose),
  /** terminals that recorded something on the day and have not closed it, e.g. 端末 S1 */
  unclosed: z.array(z.string()),
  cases: z.array(DayLogCase),
} as const;

/** 日報 (daily log) of one office and day. */
export const dayLogView = z.strictObject({ ...shape, office: Office });
export type DayLogView = z.infer<typeof dayLogView>;

/** 3か所の日報: the same, with the sums of all offices. */
export type DayLogSum = Omit<DayLogView, 'office'> & { readonly office: 'all' };

/** 画面に出す日報: of one office or of all, with how many came in on each of the last four weeks' days. */
export const dayLogShown = z.strictObject({
  ...shape,
  office: z.union([Office, z.literal('all')]),
  recent: z.array(
    z.strictObject({
      day: z.iso.date(),
      persons: Count,
      /** the counter was open that day */
      open: z.boolean(),
    }),
  ),
});
export type DayLogShown = z.infer<typeof dayLogShown>;
