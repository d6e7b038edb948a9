import * as z from 'zod';
import type { EventName, EventPayload, PersonalRecord, RecordedEventName } from './event.ts';
import { Capacity, Cause, Id, Kind, Office, PrintedForm, Role, RuleCode, Serial, Spelling } from './kept-shapes.ts';

/** 上げ方: how an event of an earlier version is read today; `personal` null where it was erased. */
type Lifted<Name extends EventName> = {
  readonly name: Name;
  readonly payload: EventPayload<Name>;
  readonly personal: Name extends RecordedEventName ? PersonalRecord<Name> | null : null;
};

type Earlier = {
  readonly payload: z.ZodType;
  readonly personal: z.ZodType | null;
  /** called with what the two schemas above have parsed */
  readonly lift: (payload: never, personal: never) => Lifted<EventName>;
};

const Day = z.iso.date();

function earlier<Payload extends z.ZodType, Personal extends z.ZodType, Name extends EventName>(
  payload: Payload,
  personal: Personal | null,
  lift: (payload: z.infer<Payload>, personal: z.infer<Personal> | null) => Lifted<Name>,
): Earlier {
  return { payload, personal, lift: lift as unknown as Earlier['lift'] }; // what it is called with was parsed by the same two schemas
}

const HolderBefore = z.strictObject({
  name: z.string(),
  kana: z.string(),
  bornOn: Day,
  sex: z.enum(['female', 'male']),
  address: z.string(),
  inRegister: z.boolean(),
  adultWard: z.boolean(),
  medium: z.enum(['myNumberCard', 'residentCard']),
  cardExpiresOn: Day.nullable(),
  visitorName: z.string().nullable(),
  visitorReason: z.string().nullable(),
  nameSubstitutions: z.array(Spelling),
  addressSubstitutions: z.array(Spelling),
  current: z.array(z.strictObject({ kind: Kind, issuedOn: Day, expiresOn: Day })),
  texts: z.array(z.string()),
});

function liftHolder(before: z.infer<typeof HolderBefore>): PersonalRecord<'caseReceived/2'> {
  return {
    ...before,
    visitorRelation: null,
    visitorAddress: null,
    current: before.current.map((each) => ({ ...each, serial: null })),
    basis: null,
    backEntryReason: null,
  };
}

/** 前の版の本人の欄: lifted to today's; null where the fields are not of that version. */
export function earlierHolder(fields: unknown): PersonalRecord<'caseReceived/2'> | null {
  const parsed = HolderBefore.safeParse(fields);
  return parsed.success ? liftHolder(parsed.data) : null;
}

/** 前の版の出来事 by `type/version`: kept as they were stored, read as today's. A stored shape is never edited. */
export const earlierEvents: Readonly<Record<string, Earlier>> = {
  'staffAdded/1': earlier(
    z.strictObject({ staff: Id, role: Role }),
    z.strictObject({ staffNumber: z.string(), name: z.string(), kana: z.string() }),
    ({ staff, role }, personal) => ({
      name: 'staffAdded/2',
      // Everybody typed a password of their own then, and worked wherever there was a terminal.
      payload: { staff, role, offices: null, password: 'own', approver: null },
      personal: personal === null ? null : { ...personal, reason: '' },
    }),
  ),
  'signInFailed/1': earlier(
    z.strictObject({ staff: Id.nullable(), purpose: z.enum(['signIn', 'unlock', 'secondPerson']) }),
    null,
    (payload) => ({ name: 'signInFailed/2', payload: { ...payload, why: 'password' }, personal: null }),
  ),
  'caseReceived/1': earlier(
    z.strictObject({
      receiptDay: Day,
      receiptOffice: Office,
      receiptTerminal: z.int().min(1).max(99),
      receiptNumber: z.int().min(1).max(9999),
      capacity: Capacity,
      documents: z.array(z.string()),
      lines: z
        .array(
          z.strictObject({
            line: z.int().min(1).max(9),
            kind: Kind,
            procedure: z.enum(['issue', 'renew', 'revoke']),
            cause: Cause.nullable(),
          }),
        )
        .min(1),
      fee: z.int().min(0),
    }),
    HolderBefore,
    ({ fee, lines, ...payload }, personal) => ({
      name: 'caseReceived/2',
      payload: {
        ...payload,
        proof: null,
        backEntry: null,
        // The sum was kept for the visit alone; it stands with the first line.
        lines: lines.map((line, index) => ({ ...line, fee: index === 0 ? fee : 0 })),
      },
      personal: personal === null ? null : liftHolder(personal),
    }),
  ),
  'holdPlaced/1': earlier(
    z.strictObject({ line: z.int(), rule: RuleCode }),
    z.strictObject({ kind: Kind, ours: Day, terminal: Day }),
    (payload, personal) => ({ name: 'holdPlaced/2', payload, personal }),
  ),
  'holdLifted/1': earlier(
    z.strictObject({
      line: z.int(),
      rule: RuleCode,
      how: z.enum(['readAgain', 'accepted']),
      approver: Id.nullable(),
    }),
    z.strictObject({ reason: z.string() }),
    (payload, personal) => ({ name: 'holdLifted/2', payload, personal }),
  ),
  'certificateIssued/1': earlier(
    z.strictObject({
      line: z.int(),
      kind: Kind,
      decidedBy: z.enum(['V1', 'V2', 'V3', 'V4']),
      terminalPrevailed: z.boolean(),
    }),
    z.strictObject({
      serial: Serial,
      issuedOn: Day,
      expiresOn: Day,
      ours: Day,
      compared: z.array(z.strictObject({ code: z.string(), on: Day })),
    }),
    (payload, personal) => ({
      name: 'certificateIssued/2',
      // Only V2 tells a renewal; what it replaced was not kept.
      payload: { ...payload, procedure: payload.decidedBy === 'V2' ? 'renew' : 'issue', replaces: [] },
      personal: personal === null ? null : { ...personal, replaced: null },
    }),
  ),
  'shown/1': earlier(
    z.strictObject({
      what: z.enum(['home', 'case', 'knownCertificates', 'dayLog', 'drafts']),
      cases: z.array(Id),
      rows: z.int().min(0),
    }),
    null,
    (payload) => ({ name: 'shown/3', payload, personal: null }),
  ),
  'exported/1': earlier(
    z.strictObject({
      what: z.enum(['dayLog']),
      format: z.enum(['csv']),
      day: Day,
      office: Office,
      rows: z.int().min(0),
    }),
    null,
    (payload) => ({ name: 'exported/3', payload, personal: null }),
  ),
  'shown/2': earlier(
    z.strictObject({
      what: z.enum([
        'home',
        'case',
        'knownCertificates',
        'dayLog',
        'drafts',
        'letters',
        'search',
        'person',
        'endingSoon',
        'approvals',
        'issuerRange',
        'printPreview',
      ]),
      cases: z.array(Id),
      rows: z.int().min(0),
    }),
    null,
    (payload) => ({ name: 'shown/3', payload, personal: null }),
  ),
  'exported/2': earlier(
    z.strictObject({
      what: z.enum(['dayLog', 'today', 'letters', 'lettersEverywhere', 'endingSoon', 'unfinished', 'person']),
      format: z.enum(['csv', 'csvCp932', 'xlsx', 'pdf', 'json']),
      day: Day,
      until: Day.optional(),
      procedure: z.enum(['issue', 'renew', 'revoke']).optional(),
      office: Office.nullable(),
      rows: z.int().min(0),
    }),
    null,
    (payload) => ({ name: 'exported/3', payload, personal: null }),
  ),
  'printed/1': earlier(
    z.strictObject({ form: PrintedForm, cases: z.array(Id), copy: z.int().min(1), to: z.enum(['printer', 'file']) }),
    null,
    (payload) => ({ name: 'printed/2', payload, personal: null }),
  ),
  'printFailed/1': earlier(
    z.strictObject({ form: PrintedForm, cases: z.array(Id), copy: z.int().min(1) }),
    null,
    (payload) => ({ name: 'printFailed/2', payload, personal: null }),
  ),
};
