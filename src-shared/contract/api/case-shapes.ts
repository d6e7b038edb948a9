import * as z from 'zod';
import { Capacity, Cause, ContactHow, Day, Entry, Id, Instant, Kind, Procedure, Proof } from '../codes.ts';

export const Line = z.strictObject({
  line: z.int(),
  kind: Kind,
  procedure: Procedure,
  cause: Cause.nullable(),
  fee: z.int(),
  outcome: z.enum(['open', 'issued', 'renewed', 'revoked', 'refused', 'withdrawn']),
  refusedBy: z.array(z.string()),
  heldBy: z.string().nullable(),
});

/** 照会書 (D2, D6): one posting; `acceptedUntil` is the last day on which a reply counts. */
export const Letter = z.strictObject({
  number: z.int(),
  postedOn: Day,
  dueOn: Day,
  acceptedUntil: Day,
  returned: z.boolean(),
});
export type Letter = z.infer<typeof Letter>;

/** 一覧の一行: one case as lists show it. `name` is null once the person was erased; `capacity` null is a notice. */
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
  capacity: Capacity.nullable(),
  route: z.enum(['sameDay', 'inquiry']).nullable(),
  step: z.enum([
    'received',
    'verified',
    'letterPosted',
    'letterReturned',
    'replyAccepted',
    'refused',
    'withdrawn',
    'finished',
  ]),
  /** D5: follows from today's date, never from an event */
  lapsed: z.boolean(),
  /** the last letter that went out */
  letter: Letter.nullable(),
  held: z.string().nullable(),
  parked: z.boolean(),
  /** 訂正あり (B1) */
  corrected: z.boolean(),
  /** a request for this case waits for a supervisor (B7) */
  asked: z.boolean(),
  next: z.enum([
    'recordIssuance',
    'recordRevocation',
    'readDateAgain',
    'waitForSystem',
    'waitForSecondPerson',
    'postLetter',
    'waitForReply',
    'postAgain',
    'nothing',
  ]),
  handler: z.string().nullable(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

const Bound = z.strictObject({ code: z.string(), on: Day });

/** 連絡の記録 (D6): reached or not, how, and by whom. */
export const Contact = z.strictObject({
  at: Instant,
  how: ContactHow,
  reached: z.boolean(),
  note: z.string(),
  who: z.string().nullable(),
});
export type Contact = z.infer<typeof Contact>;

/** 訂正 (B1): what stood there, what stands there now, and who asked and approved. */
export const Correction = z.strictObject({
  entry: Entry,
  at: Instant,
  reason: z.string(),
  changes: z.array(z.strictObject({ field: z.string(), label: z.string(), from: z.string(), to: z.string() })),
  asked: z.string().nullable(),
  approver: z.string().nullable(),
});
export type Correction = z.infer<typeof Correction>;

/** 明細の全体: our own date as judged today, and what became of it. */
export const CaseLine = z.strictObject({
  line: z.int(),
  kind: Kind,
  procedure: Procedure,
  cause: Cause.nullable(),
  verdict: z.enum(['accept', 'refuse', 'undecided']),
  /** W2, V1: a renewal whose certificate ended meanwhile; the clerk is told before going on */
  becameIssue: z.boolean(),
  ours: z.strictObject({ on: Day, decidedBy: z.enum(['V1', 'V2', 'V3', 'V4']), compared: z.array(Bound) }).nullable(),
  held: z.strictObject({ rule: z.string(), terminal: Day.nullable(), times: z.int() }).nullable(),
  issued: z.strictObject({ serial: z.string(), expiresOn: Day, terminalPrevailed: z.boolean() }).nullable(),
  /** the certificate that this line ended, or would end: what is known of it */
  ends: z
    .strictObject({ serial: z.string().nullable(), issuedOn: Day.nullable(), expiresOn: Day.nullable() })
    .nullable(),
  refusal: z.string().nullable(),
});
export type CaseLine = z.infer<typeof CaseLine>;

/** 受付の全体: everything that the screens of one case need. */
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
  visitor: z.strictObject({
    name: z.string().nullable(),
    relation: z.string().nullable(),
    reason: z.string().nullable(),
    documents: z.array(z.string()),
    proof: Proof.nullable(),
  }),
  basis: z.string().nullable(),
  backEntryReason: z.string().nullable(),
  certificates: z.array(CaseLine),
  letters: z.array(Letter),
  contacts: z.array(Contact),
  corrections: z.array(Correction),
  /** what waits for a supervisor on this case (B7) */
  waiting: z.array(z.strictObject({ request: Id, act: z.string(), asked: z.string().nullable(), at: Instant })),
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
  /** `correctable`: fields of this entry that a correction may name, with what stands there now */
  history: z.array(
    z.strictObject({
      entry: Entry,
      at: Instant,
      recordedAt: Instant,
      what: z.string(),
      who: z.string().nullable(),
      office: z.string(),
      correctable: z.array(z.strictObject({ field: z.string(), label: z.string(), value: z.string() })),
    }),
  ),
});
export type CaseDetail = z.infer<typeof CaseDetail>;
