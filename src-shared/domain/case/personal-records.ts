import * as z from 'zod';
import type { eventPayloads } from './event-payloads.ts';
import { Change, Kind, Serial, Spelling } from './kept-shapes.ts';

const Day = z.iso.date();

/** 個人の記録 (personal records) by the event that brings them: the only home of personal data. */
export const personalRecords = {
  'staffAdded/1': z.strictObject({ staffNumber: z.string(), name: z.string(), kana: z.string() }),
  'caseReceived/2': z.strictObject({
    name: z.string(),
    kana: z.string(),
    bornOn: Day,
    sex: z.enum(['female', 'male']),
    address: z.string(),
    inRegister: z.boolean(),
    adultWard: z.boolean(),
    medium: z.enum(['myNumberCard', 'residentCard']).nullable(),
    cardExpiresOn: Day.nullable(),
    visitorName: z.string().nullable(),
    visitorRelation: z.string().nullable(),
    visitorAddress: z.string().nullable(),
    visitorReason: z.string().nullable(),
    nameSubstitutions: z.array(Spelling),
    addressSubstitutions: z.array(Spelling),
    current: z.array(z.strictObject({ kind: Kind, issuedOn: Day, expiresOn: Day, serial: Serial.nullable() })),
    /** 通知の内容: which notice a revocation rests on (X3–X4) */
    basis: z.string().nullable(),
    backEntryReason: z.string().nullable(),
    texts: z.array(z.string()),
  }),
  'caseWithdrawn/1': z.strictObject({ reason: z.string() }),
  'caseParked/1': z.strictObject({ note: z.string() }),
  'caseRefused/1': z.strictObject({ told: z.array(z.string()), note: z.string() }),
  /** `ours` and `terminal` where the dates differ (V7) */
  'holdPlaced/2': z.strictObject({ kind: Kind, ours: Day.nullable(), terminal: Day.nullable() }),
  'holdLifted/2': z.strictObject({ reason: z.string() }),
  'certificateIssued/2': z.strictObject({
    serial: Serial,
    issuedOn: Day,
    expiresOn: Day,
    ours: Day,
    compared: z.array(z.strictObject({ code: z.string(), on: Day })),
    replaced: z.strictObject({ serial: Serial.nullable(), issuedOn: Day, expiresOn: Day }).nullable(),
  }),
  'certificateRevoked/1': z.strictObject({
    serial: Serial.nullable(),
    issuedOn: Day.nullable(),
    expiresOn: Day.nullable(),
  }),
  'letterReturned/1': z.strictObject({ note: z.string() }),
  'replyAccepted/1': z.strictObject({
    visitorName: z.string().nullable(),
    visitorRelation: z.string().nullable(),
    note: z.string(),
  }),
  'replyTurnedAway/1': z.strictObject({ note: z.string() }),
  'contactAttempted/1': z.strictObject({ note: z.string() }),
  'issuerKeyRevoked/1': z.strictObject({ basis: z.string() }),
  'approvalAsked/1': z.strictObject({
    reason: z.string(),
    serial: Serial.nullable(),
    expiresOn: Day.nullable(),
    changes: z.array(Change),
  }),
  'approvalAnswered/1': z.strictObject({ note: z.string() }),
  'entryCorrected/1': z.strictObject({ reason: z.string(), changes: z.array(Change).min(1) }),
  'personsJoined/1': z.strictObject({ reason: z.string() }),
  'personsParted/1': z.strictObject({ reason: z.string() }),
  'calendarEntryAdded/1': z.strictObject({ reason: z.string() }),
  'calendarEntryDropped/1': z.strictObject({ reason: z.string() }),
  /** 差の理由: why the terminal's report counts otherwise, a text for each cell that differs */
  'dayClosed/1': z.strictObject({
    explanations: z.array(z.strictObject({ procedure: z.string(), kind: Kind, reason: z.string() })),
  }),
  'receiptGapExplained/1': z.strictObject({ reason: z.string() }),
  'policyChanged/1': z.strictObject({ reason: z.string() }),
  'auditHintReviewed/1': z.strictObject({ note: z.string() }),
  'sampleReviewed/1': z.strictObject({
    notes: z.array(z.strictObject({ question: z.string(), note: z.string() })),
  }),
  'findingSettled/1': z.strictObject({ note: z.string() }),
  'policyChangeWithdrawn/1': z.strictObject({ reason: z.string() }),
  'holidaysConfirmed/1': z.strictObject({
    names: z.array(z.strictObject({ on: Day, name: z.string() })),
    reason: z.string(),
  }),
} as const satisfies Partial<Record<keyof typeof eventPayloads, z.ZodType>>;
