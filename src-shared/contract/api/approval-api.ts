import * as z from 'zod';
import { Day, Id, Instant, Kind, Office, RequestId } from '../codes.ts';
import { type Call, Nothing } from './call.ts';

/** 承認待ち (B7): what a colleague asked, and what would be recorded. */
export const ApprovalRow = z.strictObject({
  request: Id,
  act: z.enum(['terminalDate', 'backEntry', 'recordedWrongly', 'correction']),
  case: Id,
  receipt: z.string(),
  name: z.string().nullable(),
  office: Office,
  asked: z.string().nullable(),
  askedByMe: z.boolean(),
  askedAt: Instant,
  reason: z.string(),
  /** what is asked, one sentence a line */
  words: z.array(z.string()),
});
export type ApprovalRow = z.infer<typeof ApprovalRow>;

const Range = {
  kinds: z.array(Kind).min(1).max(2),
  issuedFrom: z.string(),
  issuedUntil: z.string(),
} as const;

/** X5 が及ぶもの: counts by kind and office, and the certificates of our own ledger. */
export const IssuerRange = z.strictObject({
  counts: z.array(z.strictObject({ kind: Kind, office: Office, certificates: z.int() })),
  total: z.int(),
  certificates: z.array(
    z.strictObject({
      case: Id,
      receipt: z.string(),
      name: z.string().nullable(),
      kind: Kind,
      serial: z.string(),
      issuedOn: Day,
      expiresOn: Day,
    }),
  ),
});
export type IssuerRange = z.infer<typeof IssuerRange>;

/** 責任者の依頼: what waits for a second person (B7), and the issuer's key (X5). */
export const approvalApi = {
  'approval.list': {
    access: 'clerk',
    input: Nothing,
    output: z.strictObject({ waiting: z.array(ApprovalRow) }),
  },
  /** never one's own request */
  'approval.answer': {
    access: 'supervisor',
    input: z.strictObject({ requestId: RequestId, request: Id, approve: z.boolean(), note: z.string() }),
    output: z.strictObject({ waiting: z.array(ApprovalRow) }),
  },
  /** at most 500 certificates are named; the counts hold them all */
  'issuer.cover': { access: 'supervisor', input: z.strictObject({ ...Range }), output: IssuerRange },
  'issuer.revoke': {
    access: 'supervisor',
    input: z.strictObject({ requestId: RequestId, ...Range, basis: z.string(), shownTotal: z.int() }),
    output: IssuerRange,
  },
} as const satisfies Record<string, Call>;
