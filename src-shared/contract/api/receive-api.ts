import * as z from 'zod';
import { Capacity, Cause, Day, Id, Kind, Procedure, RequestId } from '../codes.ts';
import type { Call } from './call.ts';

const Spelling = z.strictObject({ index: z.int().min(0), original: z.string().min(1), substitute: z.string().min(1) });
export const CurrentCertificate = z.strictObject({ kind: Kind, issuedOn: Day, expiresOn: Day });

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

export const Received = z.strictObject({
  case: Id,
  version: z.int(),
  receipt: z.string(),
  verdict: z.enum(['accept', 'refuse']),
  route: z.enum(['sameDay', 'inquiry']).nullable(),
  told: z.array(z.string()),
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
    }),
    output: Received,
  },
} as const satisfies Record<string, Call>;
