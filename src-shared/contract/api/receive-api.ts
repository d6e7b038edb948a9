import * as z from 'zod';
import { Capacity, Cause, Day, Id, Kind, Procedure, Proof, RequestId, SecondPerson } from '../codes.ts';
import type { Call } from './call.ts';

const Spelling = z.strictObject({ index: z.int().min(0), original: z.string().min(1), substitute: z.string().min(1) });
/** いまの証明書: from our own ledger, or typed from the card (`serial` null where it is not known) */
export const CurrentCertificate = z.strictObject({
  kind: Kind,
  issuedOn: Day,
  expiresOn: Day,
  serial: z.string().nullable(),
});
export type CurrentCertificate = z.infer<typeof CurrentCertificate>;

/** 受付の内容: the facts of a visit as they will be recorded (days parsed, kana full width). */
export const ReceiveFacts = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        kind: Kind,
        procedure: Procedure,
        cause: Cause.nullable(),
        /** F1: a row of the fee table; null is free */
        feeReason: z.string().nullable(),
      }),
    )
    .min(1)
    .max(4),
  holder: z.strictObject({
    name: z.string(),
    kana: z.string(),
    bornOn: z.string(),
    sex: z.enum(['female', 'male']),
    address: z.string(),
    inRegister: z.boolean(),
    adultWard: z.boolean(),
  }),
  /** medium null: a notice asks for no card */
  card: z.strictObject({ medium: z.enum(['myNumberCard', 'residentCard']).nullable(), expiresOn: z.string() }),
  visitor: z.strictObject({
    /** null: a notice (X3, X3d, X4) alone, nobody came */
    capacity: Capacity.nullable(),
    documents: z.array(z.string()),
    name: z.string().nullable(),
    /** 続柄 */
    relation: z.string().nullable(),
    address: z.string().nullable(),
    reason: z.string().nullable(),
    /** I8: how the power of a statutory representative was shown */
    proof: Proof.nullable(),
  }),
  /** 通知の内容 (X3–X4): which notice the revocation rests on */
  basis: z.string().nullable(),
  current: z.array(CurrentCertificate),
  substitutions: z.strictObject({ name: z.array(Spelling), address: z.array(Spelling) }),
});
export type ReceiveFacts = z.infer<typeof ReceiveFacts>;

export const Received = z.strictObject({
  case: Id,
  version: z.int(),
  receipt: z.string(),
  verdict: z.enum(['accept', 'refuse']),
  route: z.enum(['sameDay', 'inquiry']).nullable(),
  told: z.array(z.string()),
  /** how many certificates lost effect at once (X2–X4, and X1 in person) */
  revoked: z.int(),
  /** the rule by which the case waits: L3, or L4 / X4 for a second person */
  held: z.string().nullable(),
});
export type Received = z.infer<typeof Received>;

/** 受付の依頼 */
export const receiveApi = {
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
      /** L4: taken on paper; `happenedAt` is `YYYY-MM-DDTHH:MM` */
      backEntry: z.strictObject({ happenedAt: z.string(), reason: z.string() }).nullable(),
      /** B7, for X4 and L4: the second person signs in here, or the case waits for a supervisor */
      approval: z.union([SecondPerson, z.literal('wait')]).nullable(),
    }),
    output: Received,
  },
} as const satisfies Record<string, Call>;
