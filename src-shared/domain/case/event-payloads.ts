import * as z from 'zod';
import {
  Capacity,
  Cause,
  CertificateKept,
  EntryKey,
  FindingKept,
  Hash,
  Id,
  Kind,
  LineKept,
  Office,
  Proof,
  Role,
  RuleCode,
} from './kept-shapes.ts';

/** 符号: one word of a list that grows with the program (`listed-codes.ts`). */
const Code = z.string().regex(/^[a-zA-Z0-9]{1,40}$/);

/** 出来事の中身 (payloads) by `type/version`. A shipped shape is never edited; a change is a new version with a way up from the old one. */
export const eventPayloads = {
  'ledgerOpened/1': z.strictObject({ practice: z.boolean(), publicKey: z.string() }),
  'staffAdded/1': z.strictObject({ staff: Id, role: Role }),
  'signedIn/1': z.strictObject({}),
  'signInFailed/1': z.strictObject({ staff: Id.nullable(), purpose: z.enum(['signIn', 'unlock', 'secondPerson']) }),
  'signedOut/1': z.strictObject({}),
  'locked/1': z.strictObject({ reason: z.enum(['key', 'idle']) }),
  'unlocked/1': z.strictObject({}),

  /** `capacity` null: a notice (X3, X3d, X4), nobody came. `backEntry`: taken on paper (L4); `occurredAt` tells when. */
  'caseReceived/2': z.strictObject({
    receiptDay: z.iso.date(),
    receiptOffice: Office,
    receiptTerminal: z.int().min(1).max(99),
    receiptNumber: z.int().min(1).max(9999),
    capacity: Capacity.nullable(),
    documents: z.array(z.string()),
    proof: Proof.nullable(),
    lines: z.array(LineKept).min(1),
    backEntry: z.strictObject({ approver: Id.nullable() }).nullable(),
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
  /** V7, L3, and `L4` or `X4` where a second person is waited for */
  'holdPlaced/2': z.strictObject({ line: z.int(), rule: RuleCode }),
  'holdLifted/2': z.strictObject({
    line: z.int(),
    rule: RuleCode,
    how: z.enum(['readAgain', 'accepted', 'stopOver', 'approved']),
    approver: Id.nullable(),
  }),
  /** `procedure` as it was judged on the day: a renewal that came too late is an issue (V1). `replaces`: what loses effect by it. */
  'certificateIssued/2': z.strictObject({
    line: z.int(),
    kind: Kind,
    procedure: z.enum(['issue', 'renew']),
    decidedBy: z.enum(['V1', 'V2', 'V3', 'V4']),
    terminalPrevailed: z.boolean(),
    replaces: z.array(CertificateKept),
  }),
  'certificateRevoked/1': z.strictObject({
    line: z.int(),
    kind: Kind,
    cause: Cause,
    ends: z.array(CertificateKept),
    approver: Id.nullable(),
  }),
  'lineRefused/1': z.strictObject({ line: z.int(), kind: Kind, codes: z.array(RuleCode).min(1) }),
  /** 照会書の投函 (D2): the last day is fixed here; a later change of calendar does not move it. */
  'letterPosted/1': z.strictObject({
    number: z.int().min(1),
    postedOn: z.iso.date(),
    dueOn: z.iso.date(),
    acceptedUntil: z.iso.date(),
    batch: Id.nullable(),
  }),
  'letterReturned/1': z.strictObject({ number: z.int().min(1) }),
  'replyAccepted/1': z.strictObject({
    number: z.int().min(1),
    capacity: Capacity,
    documents: z.array(z.string()),
    questions: z.boolean(),
    findings: z.array(FindingKept),
  }),
  /** outside the case's own stream: notes beside it, which hinder nobody */
  'replyTurnedAway/1': z.strictObject({ codes: z.array(RuleCode).min(1) }),
  'contactAttempted/1': z.strictObject({
    how: z.enum(['telephone', 'visit', 'letter', 'other']),
    reached: z.boolean(),
  }),

  /** X5: one event over a range; every certificate of these kinds issued on these days and before this event is revoked */
  'issuerKeyRevoked/1': z.strictObject({
    kinds: z.array(Kind).min(1),
    issuedFrom: z.iso.date(),
    issuedUntil: z.iso.date(),
    covered: z.int().min(0),
  }),

  'approvalAsked/1': z.strictObject({
    request: Id,
    act: z.enum(['terminalDate', 'backEntry', 'recordedWrongly', 'correction']),
    line: z.int().nullable(),
    entry: EntryKey.nullable(),
  }),
  'approvalAnswered/1': z.strictObject({ request: Id, approved: z.boolean() }),
  'entryCorrected/1': z.strictObject({
    entry: EntryKey,
    line: z.int().nullable(),
    fields: z.array(z.string()).min(1),
    asked: Id,
    approver: Id,
    request: Id.nullable(),
  }),

  'personsJoined/1': z.strictObject({ join: Id, cases: z.tuple([Id, Id]) }),
  'personsParted/1': z.strictObject({ join: Id }),

  'calendarEntryAdded/1': z.strictObject({
    entry: Id,
    kind: z.enum(['systemStop', 'specialOpening', 'specialClosure']),
    /** `YYYY-MM-DDTHH:MM`; a closure is of whole days */
    from: z.string(),
    until: z.string(),
    offices: z.array(Office).min(1).nullable(),
  }),
  'calendarEntryDropped/1': z.strictObject({ entry: Id }),
  'policyChanged/1': z.strictObject({
    change: Id,
    effectiveFrom: z.iso.date(),
    settings: z.record(z.string(), z.json()),
  }),
  /** 予定の取りやめ: counts only where it was recorded before the change's own day; a rule that was in force stays what it was */
  'policyChangeWithdrawn/1': z.strictObject({ change: Id }),
  /** 祝日の確認: every holiday of the year by its day; what is not here is a working day. A later one of the same year prevails. */
  'holidaysConfirmed/1': z.strictObject({
    confirmation: Id,
    year: z.int().min(2000).max(9999),
    days: z.array(z.iso.date()).max(60),
  }),

  /** 締め (B4): the ledger's own events of the day, from `firstSeq` to `lastSeq`; `close` is the hash of what was signed */
  'dayClosed/1': z.strictObject({
    day: z.iso.date(),
    firstSeq: z.int().min(1),
    lastSeq: z.int().min(1),
    head: Hash,
    closeBefore: Hash.nullable(),
    close: Hash,
    checkedBy: Id,
  }),
  /** 欠番の説明 (B2): why no case bears this number of a terminal's day; the words are in the personal record */
  'receiptGapExplained/1': z.strictObject({
    office: Office,
    terminal: z.int().min(1).max(99),
    day: z.iso.date(),
    number: z.int().min(1).max(9999),
  }),

  /** `form` is a `PrintedCode` */
  'printed/2': z.strictObject({
    form: Code,
    cases: z.array(Id),
    copy: z.int().min(1),
    to: z.enum(['printer', 'file']),
  }),
  'printFailed/2': z.strictObject({ form: Code, cases: z.array(Id), copy: z.int().min(1) }),
  /** 見せたもの (B5): `what` is a `ShownCode` */
  'shown/3': z.strictObject({ what: Code, cases: z.array(Id), rows: z.int().min(0) }),
  /** `what` is an `ExportedCode`; `until`: last day of a range; `procedure`: what alone was written out */
  'exported/3': z.strictObject({
    what: Code,
    format: Code,
    day: z.iso.date(),
    until: z.iso.date().optional(),
    procedure: z.enum(['issue', 'renew', 'revoke']).optional(),
    office: Office.nullable(),
    rows: z.int().min(0),
  }),
  /** 書き出せなかった: no file stands, whether or not `exported` was recorded before */
  'exportFailed/1': z.strictObject({
    what: Code,
    format: Code,
    day: z.iso.date(),
    until: z.iso.date().optional(),
    procedure: z.enum(['issue', 'renew', 'revoke']).optional(),
    office: Office.nullable(),
    why: z.enum(['cancelled', 'failed']),
  }),
  /** 気づきを確かめた: `hint` is the pattern with its day and whom it concerns, in codes and ids; `found` how much it was then */
  'auditHintReviewed/1': z.strictObject({
    hint: z.string().regex(/^[a-zA-Z0-9/-]{1,200}$/),
    found: z.int().min(1),
    concerns: z.array(Id),
  }),
  /** 抽出: once for a day that is over; the ranks follow from `head`, so that anybody can draw it again and check */
  'sampleDrawn/1': z.strictObject({
    day: z.iso.date(),
    percent: z.int().min(0).max(100),
    finished: z.int().min(0),
    head: Hash,
    cases: z.array(z.strictObject({ case: Id, why: z.enum(['drawn', 'override']) })),
  }),
  /** 抽出確認: outside the case's own stream; nothing about the case changes. What was found is in the personal record */
  'sampleReviewed/1': z.strictObject({
    day: z.iso.date(),
    answers: z
      .array(
        z.strictObject({
          question: Code,
          finding: z
            .strictObject({
              finding: Id,
              severity: z.enum(['light', 'heavy']),
              follow: z.enum(['correct', 'tell', 'watch']),
              rule: RuleCode.nullable(),
            })
            .nullable(),
        }),
      )
      .min(1),
  }),
  'findingSettled/1': z.strictObject({
    finding: Id,
    how: z.enum(['corrected', 'told', 'watched', 'noNeed']),
    correction: EntryKey.nullable(),
  }),
  'settingChanged/1': z.strictObject({ setting: z.string(), from: z.json(), to: z.json() }),
  'personErased/1': z.strictObject({ records: z.array(Id), basis: z.string(), approver: Id }),
  'erasureVerified/1': z.strictObject({ erasure: z.int(), found: z.int().min(0) }),
  'logsTakenIn/1': z.strictObject({ lines: z.int().min(0) }),
} as const;
