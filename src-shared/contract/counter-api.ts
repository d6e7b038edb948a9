import * as z from 'zod';
import { CannotOpen } from './cannot-open.ts';
import { Capacity, Cause, Day, Id, Instant, Kind, Office, Procedure, RequestId, Role } from './codes.ts';
import { dayLogView } from './day-log-view.ts';

/**
 * 契約 (contract): every call between a screen and the main process, with its input, its output and who may make it.
 * Both sides parse; unknown keys are refused. What crosses is one method name and one JSON text each way.
 */

/** 台帳の具合 */
export const LedgerHealth = z.strictObject({
  state: z.enum(['normal', 'readOnly']),
  why: z.enum(['damaged', 'fileReadOnly', 'diskFull', 'rolledBack', 'unknownWrite']).nullable(),
  events: z.int(),
  checkedAtStart: z.int(),
  lastRecordedAt: z.string().nullable(),
  keyProtection: z.enum(['operatingSystem', 'ownerOnlyFile']),
});

/** いまの様子: what every screen's frame shows, and which screen may be shown at all. */
export const ProgramStatus = z.strictObject({
  phase: z.enum(['cannotOpen', 'setUp', 'signIn', 'locked', 'open']),
  /** why there is no ledger to work with, in words */
  cannotOpen: CannotOpen.nullable(),
  practice: z.boolean(),
  now: Instant,
  place: z.strictObject({ office: Office, terminal: z.int(), terminalName: z.string() }).nullable(),
  ledger: LedgerHealth.nullable(),
  counterHours: z.strictObject({ open: z.boolean(), code: z.string().nullable(), text: z.string() }).nullable(),
  notices: z.array(z.strictObject({ code: z.string(), headline: z.string(), text: z.string() })),
  user: z.strictObject({ staff: Id, staffNumber: z.string(), name: z.string(), role: Role }).nullable(),
  idleLockMinutes: z.number(),
  /** 練習の職員: whom anyone may sign in as; null on the real ledger */
  practiceStaff: z.array(z.strictObject({ staffNumber: z.string(), role: Role, password: z.string() })).nullable(),
  signInPausedUntil: Instant.nullable(),
  program: z.strictObject({ version: z.string(), host: z.string() }),
});
export type ProgramStatus = z.infer<typeof ProgramStatus>;

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

export const DraftSummary = z.strictObject({
  draft: Id,
  version: z.int(),
  task: z.literal('receive'),
  title: z.string(),
  owner: z.string(),
  ownedByMe: z.boolean(),
  savedAt: Instant,
});
export type DraftSummary = z.infer<typeof DraftSummary>;

const Spelling = z.strictObject({ index: z.int().min(0), original: z.string().min(1), substitute: z.string().min(1) });
const CurrentCertificate = z.strictObject({ kind: Kind, issuedOn: Day, expiresOn: Day });

/** 受付の内容: the facts of a visit as they will be recorded (days parsed, kana full width). */
export const ReceiveFacts = z.strictObject({
  lines: z
    .array(z.strictObject({ kind: Kind, procedure: Procedure, cause: Cause.nullable() }))
    .min(1)
    .max(2),
  holder: z.strictObject({
    name: z.string(),
    kana: z.string(),
    bornOn: z.string(),
    sex: z.enum(['female', 'male']),
    address: z.string(),
    inRegister: z.boolean(),
    adultWard: z.boolean(),
  }),
  card: z.strictObject({ medium: z.enum(['myNumberCard', 'residentCard']), expiresOn: z.string() }),
  visitor: z.strictObject({
    capacity: Capacity,
    documents: z.array(z.string()),
    name: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  current: z.array(CurrentCertificate),
  substitutions: z.strictObject({ name: z.array(Spelling), address: z.array(Spelling) }),
});
export type ReceiveFacts = z.infer<typeof ReceiveFacts>;

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

export const Received = z.strictObject({
  case: Id,
  version: z.int(),
  receipt: z.string(),
  verdict: z.enum(['accept', 'refuse']),
  route: z.enum(['sameDay', 'inquiry']).nullable(),
  told: z.array(z.string()),
});
export type Received = z.infer<typeof Received>;

export const Staff = z.strictObject({
  staff: Id,
  staffNumber: z.string(),
  name: z.string(),
  kana: z.string(),
  role: Role,
});
const NewStaff = z.strictObject({ staffNumber: z.string(), name: z.string(), kana: z.string(), password: z.string() });
const Nothing = z.strictObject({});
const Touch = { requestId: RequestId, case: Id, version: z.int() } as const;

/** だれが呼べるか: `anyone` before sign-in too; else at least this role, signed in and not locked. */
export type Access = 'anyone' | 'locked' | 'clerk' | 'supervisor' | 'administrator';

type Call = { readonly access: Access; readonly input: z.ZodType; readonly output: z.ZodType };

export const counterApi = {
  'program.status': { access: 'anyone', input: Nothing, output: ProgramStatus },

  'setup.complete': {
    access: 'anyone',
    input: z.strictObject({
      office: Office,
      terminal: z.int(),
      terminalName: z.string(),
      administrator: NewStaff,
    }),
    output: ProgramStatus,
  },
  'session.signIn': {
    access: 'anyone',
    input: z.strictObject({ staffNumber: z.string(), password: z.string() }),
    output: ProgramStatus,
  },
  'session.lock': {
    access: 'clerk',
    input: z.strictObject({ reason: z.enum(['key', 'idle']) }),
    output: ProgramStatus,
  },
  'session.unlock': { access: 'locked', input: z.strictObject({ password: z.string() }), output: ProgramStatus },
  /** 別の職員に替わる, and signing out; allowed while locked */
  'session.signOut': { access: 'locked', input: Nothing, output: ProgramStatus },

  'staff.list': { access: 'administrator', input: Nothing, output: z.strictObject({ staff: z.array(Staff) }) },
  'staff.add': {
    access: 'administrator',
    input: z.strictObject({ requestId: RequestId, role: Role, staff: NewStaff }),
    output: z.strictObject({ staff: z.array(Staff) }),
  },

  'home.today': {
    access: 'clerk',
    input: Nothing,
    output: z.strictObject({
      day: Day,
      cases: z.array(CaseSummary),
      drafts: z.array(DraftSummary),
      unfinishedBefore: z.array(CaseSummary),
    }),
  },

  /** いまの証明書: those in our own ledger under this name and birth date; each non-empty answer is logged (B5) */
  'person.knownCertificates': {
    access: 'clerk',
    input: z.strictObject({ name: z.string(), bornOn: Day }),
    output: z.strictObject({ certificates: z.array(CurrentCertificate) }),
  },

  'draft.save': {
    access: 'clerk',
    input: z.strictObject({
      draft: Id,
      /** the version that the screen saw; 0 for a new draft */
      version: z.int().min(0),
      task: z.literal('receive'),
      title: z.string().max(120),
      content: z.string().max(65_536),
    }),
    output: z.strictObject({ version: z.int() }),
  },
  /** opens a draft; taking over a colleague's makes it one's own */
  'draft.open': {
    access: 'clerk',
    input: z.strictObject({ draft: Id }),
    output: z.strictObject({ draft: DraftSummary, content: z.string() }),
  },
  'draft.discard': { access: 'clerk', input: z.strictObject({ draft: Id }), output: Nothing },

  'receive.record': {
    access: 'clerk',
    input: z.strictObject({
      requestId: RequestId,
      draft: Id.nullable(),
      facts: ReceiveFacts,
      /** what the screen showed when F11 was pressed; where the main process judges otherwise it answers `decisionChanged` */
      shown: z.strictObject({
        verdict: z.enum(['accept', 'refuse']),
        route: z.enum(['sameDay', 'inquiry']).nullable(),
      }),
      note: z.string(),
    }),
    output: Received,
  },

  'case.open': { access: 'clerk', input: z.strictObject({ case: Id }), output: CaseDetail },
  'case.find': {
    access: 'clerk',
    input: z.strictObject({ receipt: z.string() }),
    output: z.strictObject({ case: Id }),
  },
  'case.takeUp': { access: 'clerk', input: z.strictObject({ ...Touch }), output: CaseDetail },
  'case.park': { access: 'clerk', input: z.strictObject({ ...Touch, note: z.string() }), output: CaseDetail },
  'case.withdraw': {
    access: 'clerk',
    input: z.strictObject({ ...Touch, lines: z.array(z.int()).min(1), reason: z.string() }),
    output: CaseDetail,
  },
  /** 発行できなくなった明細を受付不可にする: only where today's judgement refuses it */
  'case.refuseLine': { access: 'clerk', input: z.strictObject({ ...Touch, line: z.int() }), output: CaseDetail },

  /**
   * 発行を記録: what the terminal issued. A date unlike ours is a hold (V7), answered with the held detail; typed again alike
   * it is lifted, else `acceptance` carries the supervisor's sign-in and the reason.
   */
  'issue.record': {
    access: 'clerk',
    input: z.strictObject({
      ...Touch,
      certificates: z
        .array(z.strictObject({ line: z.int(), serial: z.string(), expiresOn: z.string() }))
        .min(1)
        .max(2),
      acceptance: z.strictObject({ staffNumber: z.string(), password: z.string(), reason: z.string() }).nullable(),
    }),
    output: CaseDetail,
  },

  'dayLog.view': { access: 'supervisor', input: z.strictObject({ day: Day, office: Office }), output: dayLogView },
  'dayLog.export': {
    access: 'supervisor',
    input: z.strictObject({ day: Day, office: Office, format: z.enum(['csv']) }),
    output: z.strictObject({ path: z.string(), rows: z.int() }),
  },

  'ledger.verify': {
    access: 'clerk',
    input: Nothing,
    output: z.strictObject({
      events: z.int(),
      head: z.string(),
      broken: z.strictObject({ seq: z.int(), what: z.string() }).nullable(),
    }),
  },
} as const satisfies Record<string, Call>;

export type Method = keyof typeof counterApi;
/** Input as a caller may write it. */
export type Input<Name extends Method> = z.input<(typeof counterApi)[Name]['input']>;
export type Output<Name extends Method> = z.output<(typeof counterApi)[Name]['output']>;
