import * as z from 'zod';
import { auditActs } from '../../domain/audit-acts.ts';
import { auditPatterns } from '../../domain/audit-patterns.ts';
import { Day, Id, Instant, Office, RequestId, Role } from '../codes.ts';
import type { Call } from './call.ts';

const Act = z.enum(auditActs);

/** 続きの場所: the last row of the page before. */
const Place = z.strictObject({ at: z.string(), arrival: z.int() });

/** 監査の絞り込み: days, both included; `person` is any case of the person. */
const Choice = {
  from: Day,
  until: Day,
  staff: Id.nullable(),
  office: Office.nullable(),
  act: Act.nullable(),
  person: Id.nullable(),
} as const;

/** 監査の一行: who did what, when, where, of whom and how many. */
export const AuditRow = z.strictObject({
  place: Place,
  at: Instant,
  who: z.string().nullable(),
  role: Role.nullable(),
  office: Office,
  terminal: z.int(),
  act: Act,
  what: z.string(),
  /** receipt number and name, where it tells of one or two */
  of: z.string(),
  case: Id.nullable(),
  count: z.int().nullable(),
  /** 含まれるかもしれない: an export of a range names nobody; it may hold the person that was asked for */
  mayContain: z.boolean(),
});
export type AuditRow = z.infer<typeof AuditRow>;

export const AuditStaff = z.strictObject({ staff: Id, name: z.string(), staffNumber: z.string(), role: Role });
export type AuditStaff = z.infer<typeof AuditStaff>;

/** 気づき: a hint with its entries; no verdict. */
export const AuditHintShown = z.strictObject({
  hint: z.string(),
  pattern: z.enum(auditPatterns),
  day: Day,
  title: z.string(),
  words: z.string(),
  who: z.array(z.string()),
  found: z.int(),
  threshold: z.int(),
  rows: z.array(AuditRow),
  more: z.boolean(),
});
export type AuditHintShown = z.infer<typeof AuditHintShown>;

const Hints = z.strictObject({
  from: Day,
  until: Day,
  hints: z.array(AuditHintShown),
  /** how many concern whoever asks: another supervisor looks into them */
  mine: z.int(),
});

/** 監査の依頼 (B5): for supervisors and administrators; looking at it is an entry of its own. */
export const auditApi = {
  'audit.list': {
    access: 'supervisor',
    input: z.strictObject({ ...Choice, before: Place.nullable() }),
    output: z.strictObject({
      rows: z.array(AuditRow),
      more: z.boolean(),
      staff: z.array(AuditStaff),
      person: z.strictObject({ case: Id, name: z.string() }).nullable(),
    }),
  },
  /** over at most 31 days: the last ones of the range */
  'audit.hints': { access: 'supervisor', input: z.strictObject({ from: Day, until: Day }), output: Hints },
  'audit.reviewHint': {
    access: 'supervisor',
    input: z.strictObject({ requestId: RequestId, hint: z.string(), from: Day, until: Day, note: z.string() }),
    output: Hints,
  },
  'audit.export': {
    access: 'supervisor',
    input: z.strictObject({ requestId: RequestId, ...Choice, format: z.enum(['csv', 'xlsx']) }),
    output: z.strictObject({ path: z.string(), rows: z.int() }),
  },
  'audit.print': {
    access: 'supervisor',
    input: z.strictObject({ requestId: RequestId, ...Choice, to: z.enum(['printer', 'file']) }),
    output: z.strictObject({ path: z.string().nullable(), rows: z.int() }),
  },
} as const satisfies Record<string, Call>;
