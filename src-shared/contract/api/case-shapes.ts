import * as z from 'zod';
import { Capacity, Day, Id, Instant, Kind, Procedure } from '../codes.ts';

export const Line = z.strictObject({
  line: z.int(),
  kind: Kind,
  procedure: Procedure,
  outcome: z.enum(['open', 'issued', 'renewed', 'revoked', 'refused', 'withdrawn']),
  refusedBy: z.array(z.string()),
  heldBy: z.string().nullable(),
});

/** 一覧の一行: one case as lists show it. `name` is null once the person was erased. */
export const CaseSummary = z.strictObject({
  case: Id,
  version: z.int(),
  receipt: z.string(),
  shortReceipt: z.string(),
  receivedAt: Instant,
  changedAt: Instant,
  name: z.string().nullable(),
  kana: z.string().nullable(),
  lines: z.array(Line),
  capacity: Capacity,
  route: z.enum(['sameDay', 'inquiry']).nullable(),
  step: z.enum(['received', 'verified', 'refused', 'withdrawn', 'finished']),
  held: z.string().nullable(),
  parked: z.boolean(),
  next: z.enum(['recordIssuance', 'readDateAgain', 'waitForLetter', 'nothing']),
  handler: z.string().nullable(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

const Bound = z.strictObject({ code: z.string(), on: Day });

/** 受付の全体: everything that the 発行の記録 screen needs. */
export const CaseDetail = z.strictObject({
  summary: CaseSummary,
  holder: z
    .strictObject({
      name: z.string(),
      kana: z.string(),
      bornOn: Day,
      sex: z.enum(['female', 'male']),
      address: z.string(),
      certificateName: z.string(),
      certificateAddress: z.string(),
      cardExpiresOn: Day.nullable(),
    })
    .nullable(),
  /** per line: our own date as judged today, and what the terminal issued once it is recorded */
  certificates: z.array(
    z.strictObject({
      line: z.int(),
      kind: Kind,
      verdict: z.enum(['accept', 'refuse', 'undecided']),
      ours: z
        .strictObject({ on: Day, decidedBy: z.enum(['V1', 'V2', 'V3', 'V4']), compared: z.array(Bound) })
        .nullable(),
      held: z.strictObject({ rule: z.string(), terminal: Day, times: z.int() }).nullable(),
      issued: z.strictObject({ serial: z.string(), expiresOn: Day, terminalPrevailed: z.boolean() }).nullable(),
      refusal: z.string().nullable(),
    }),
  ),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      kind: Kind.nullable(),
      status: z.enum(['met', 'unmet', 'pending', 'unknown']),
      effect: z.enum(['refuse', 'route', 'note']),
      text: z.string(),
      refusal: z.string().nullable(),
    }),
  ),
  told: z.array(z.string()),
  parkedNote: z.string().nullable(),
  history: z.array(z.strictObject({ at: Instant, what: z.string(), who: z.string().nullable() })),
});
export type CaseDetail = z.infer<typeof CaseDetail>;
