import * as z from 'zod';

/**
 * 出来事 (event): what happened, in codes and ids only. Everything that tells of a person (names, dates made from a
 * birthday, serial numbers, free text) stands in the personal record that the event names, never here.
 */

const Id = z.string().regex(/^[0-9a-f]{32}$/);
const Kind = z.enum(['signature', 'userAuthentication']);
const Office = z.enum(['shiminka', 'sobue', 'heiwa']);
const Role = z.enum(['clerk', 'supervisor', 'administrator']);
const RuleCode = z.string().regex(/^[A-Z][0-9]{1,2}[a-z]?$/);

/** 判定の控え: one tested rule as the ledger keeps it; its words are in the program, its outcome is here. */
const FindingKept = z.strictObject({
  code: RuleCode,
  kind: Kind.nullable(),
  status: z.enum(['met', 'unmet', 'pending', 'unknown']),
  effect: z.enum(['refuse', 'route', 'note']),
});

const LineKept = z.strictObject({
  line: z.int().min(1).max(9),
  kind: Kind,
  procedure: z.enum(['issue', 'renew', 'revoke']),
  cause: z.enum(['X1', 'X2', 'X3', 'X3d', 'X4', 'X5']).nullable(),
});

/** 刷ったもの: a form of one case, or a list of many. */
const PrintedForm = z.enum([
  'application',
  'inquiryLetter',
  'revocation',
  'checklist',
  'receiptSlip',
  'addressLabel',
  'list',
]);

/** 出来事の中身 (payloads) by `type/version`. A shipped shape is never edited; a change is a new version. */
export const eventPayloads = {
  'ledgerOpened/1': z.strictObject({ practice: z.boolean(), publicKey: z.string() }),
  'staffAdded/1': z.strictObject({ staff: Id, role: Role }),
  'signedIn/1': z.strictObject({}),
  'signInFailed/1': z.strictObject({ staff: Id.nullable(), purpose: z.enum(['signIn', 'unlock', 'secondPerson']) }),
  'signedOut/1': z.strictObject({}),
  'locked/1': z.strictObject({ reason: z.enum(['key', 'idle']) }),
  'unlocked/1': z.strictObject({}),
  'caseReceived/1': z.strictObject({
    receiptDay: z.iso.date(),
    receiptOffice: Office,
    receiptTerminal: z.int().min(1).max(99),
    receiptNumber: z.int().min(1).max(9999),
    capacity: z.enum(['holder', 'agent', 'statutoryRepresentative']),
    documents: z.array(z.string()),
    lines: z.array(LineKept).min(1),
    fee: z.int().min(0),
  }),
  'caseVerified/1': z.strictObject({
    route: z.enum(['sameDay', 'inquiry']),
    lines: z.array(z.strictObject({ line: z.int(), accepted: z.boolean(), codes: z.array(RuleCode) })),
    findings: z.array(FindingKept),
  }),
  'caseRefused/1': z.strictObject({ codes: z.array(RuleCode).min(1), findings: z.array(FindingKept) }),
  'caseWithdrawn/1': z.strictObject({ lines: z.array(z.int()).min(1) }),
  'caseParked/1': z.strictObject({}),
  'caseTakenUp/1': z.strictObject({}),
  'holdPlaced/1': z.strictObject({ line: z.int(), rule: RuleCode }),
  'holdLifted/1': z.strictObject({
    line: z.int(),
    rule: RuleCode,
    how: z.enum(['readAgain', 'accepted']),
    approver: Id.nullable(),
  }),
  'certificateIssued/1': z.strictObject({
    line: z.int(),
    kind: Kind,
    decidedBy: z.enum(['V1', 'V2', 'V3', 'V4']),
    terminalPrevailed: z.boolean(),
  }),
  'lineRefused/1': z.strictObject({ line: z.int(), kind: Kind, codes: z.array(RuleCode).min(1) }),
  'shown/1': z.strictObject({
    what: z.enum(['home', 'case', 'knownCertificates', 'dayLog', 'drafts', 'printPreview']),
    cases: z.array(Id),
    rows: z.int().min(0),
  }),
  'exported/1': z.strictObject({
    what: z.enum(['dayLog']),
    format: z.enum(['csv']),
    day: z.iso.date(),
    office: Office,
    rows: z.int().min(0),
  }),
  /** 印刷: kept before the sheet leaves; it never changes the case, whose copy it counts */
  'printed/1': z.strictObject({
    form: PrintedForm,
    cases: z.array(Id),
    copy: z.int().min(1),
    to: z.enum(['printer', 'file']),
  }),
  /** 印刷できなかった: this copy does not exist, so that copies are those printed less those failed */
  'printFailed/1': z.strictObject({ form: PrintedForm, cases: z.array(Id), copy: z.int().min(1) }),
  'settingChanged/1': z.strictObject({ setting: z.string(), from: z.json(), to: z.json() }),
  'personErased/1': z.strictObject({ records: z.array(Id), basis: z.string(), approver: Id }),
  'erasureVerified/1': z.strictObject({ erasure: z.int(), found: z.int().min(0) }),
  'logsTakenIn/1': z.strictObject({ lines: z.int().min(0) }),
} as const;

export type EventName = keyof typeof eventPayloads;
export type EventPayload<Name extends EventName> = z.infer<(typeof eventPayloads)[Name]>;

/** 封筒 (envelope): the same around every event, whichever terminal wrote it. Instants are `YYYY-MM-DDTHH:MM:SS.mmm+09:00`. */
export const EventEnvelope = z.strictObject({
  type: z.string(),
  version: z.int().min(1),
  case: Id.nullable(),
  /** 受付の版: 1 for the first event of a case, then one more each; null outside a case. */
  caseVersion: z.int().min(1).nullable(),
  /** hash of the case's event that this one continues; null for its first, and outside a case. */
  continues: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  actor: Id.nullable(),
  role: Role.nullable(),
  office: Office,
  terminal: z.int().min(1).max(99),
  policy: z.string(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  payload: z.json(),
  record: Id.nullable(),
  commit: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;

const Serial = z.string().max(40);
const Spelling = z.strictObject({ index: z.int(), original: z.string(), substitute: z.string() });

/** 個人の記録 (personal records) by the event that brings them: the only home of personal data. */
export const personalRecords = {
  'staffAdded/1': z.strictObject({ staffNumber: z.string(), name: z.string(), kana: z.string() }),
  'caseReceived/1': z.strictObject({
    name: z.string(),
    kana: z.string(),
    bornOn: z.iso.date(),
    sex: z.enum(['female', 'male']),
    address: z.string(),
    inRegister: z.boolean(),
    adultWard: z.boolean(),
    medium: z.enum(['myNumberCard', 'residentCard']),
    cardExpiresOn: z.iso.date().nullable(),
    visitorName: z.string().nullable(),
    visitorReason: z.string().nullable(),
    nameSubstitutions: z.array(Spelling),
    addressSubstitutions: z.array(Spelling),
    current: z.array(z.strictObject({ kind: Kind, issuedOn: z.iso.date(), expiresOn: z.iso.date() })),
    texts: z.array(z.string()),
  }),
  'caseWithdrawn/1': z.strictObject({ reason: z.string() }),
  'caseParked/1': z.strictObject({ note: z.string() }),
  'caseRefused/1': z.strictObject({ told: z.array(z.string()), note: z.string() }),
  'holdPlaced/1': z.strictObject({ kind: Kind, ours: z.iso.date(), terminal: z.iso.date() }),
  'holdLifted/1': z.strictObject({ reason: z.string() }),
  'certificateIssued/1': z.strictObject({
    serial: Serial,
    issuedOn: z.iso.date(),
    expiresOn: z.iso.date(),
    ours: z.iso.date(),
    compared: z.array(z.strictObject({ code: z.string(), on: z.iso.date() })),
  }),
} as const satisfies Partial<Record<EventName, z.ZodType>>;

export type RecordedEventName = keyof typeof personalRecords;
export type PersonalRecord<Name extends RecordedEventName> = z.infer<(typeof personalRecords)[Name]>;

/** 新しい出来事: what a handler asks the ledger to append; the ledger adds key, chain, commitment and `recordedAt`. */
export type NewEvent<Name extends EventName = EventName> = Name extends EventName
  ? {
      readonly name: Name;
      readonly case: string | null;
      readonly occurredAt: string;
      readonly payload: EventPayload<Name>;
      readonly personal: Name extends RecordedEventName ? PersonalRecord<Name> : null;
    }
  : never;

/** 読み戻した出来事: one stored event, its payload read back; `personal` is null where there is none or it was erased. */
export type KnownEvent<Name extends EventName = EventName> = Name extends EventName
  ? {
      readonly name: Name;
      readonly key: { readonly ledger: string; readonly epoch: number; readonly seq: number };
      readonly hash: string;
      readonly envelope: EventEnvelope;
      readonly payload: EventPayload<Name>;
      readonly personal: (Name extends RecordedEventName ? PersonalRecord<Name> : null) | null;
    }
  : never;
