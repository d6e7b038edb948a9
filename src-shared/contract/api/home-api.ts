import * as z from 'zod';
import { Day, Id, Instant, Kind } from '../codes.ts';
import { type Call, Nothing } from './call.ts';
import { CaseSummary } from './case-shapes.ts';
import { CurrentCertificate } from './receive-api.ts';

/** 失効した証明書: of which kind, and on which day it lost effect */
const EndedCertificate = z.strictObject({ kind: Kind, on: Day });

export const DraftSummary = z.strictObject({
  draft: Id,
  version: z.int(),
  task: z.enum(['receive', 'revoke']),
  title: z.string(),
  owner: z.string(),
  ownedByMe: z.boolean(),
  savedAt: Instant,
});
export type DraftSummary = z.infer<typeof DraftSummary>;

/** 今日の窓口の依頼: lists, and what is typed and not yet recorded. */
export const homeApi = {
  'home.today': {
    access: 'clerk',
    input: Nothing,
    output: z.strictObject({
      day: Day,
      cases: z.array(CaseSummary),
      drafts: z.array(DraftSummary),
      unfinishedBefore: z.array(CaseSummary),
      /** 照会の期限: open letters of this office that end within three days, and those that came back */
      lettersDueSoon: z.int(),
      /** B7: requests that wait for a supervisor */
      approvalsWaiting: z.int(),
      /** 抽出確認: cases and findings that wait for a second look, and days not drawn yet; null for a clerk */
      sampling: z.strictObject({ cases: z.int(), findings: z.int(), days: z.int() }).nullable(),
    }),
  },

  /** いまの証明書: those in our own ledger under this name and birth date; each non-empty answer is logged (B5) */
  'person.knownCertificates': {
    access: 'clerk',
    input: z.strictObject({ name: z.string(), bornOn: Day }),
    output: z.strictObject({ certificates: z.array(CurrentCertificate), ended: z.array(EndedCertificate) }),
  },

  'draft.save': {
    access: 'clerk',
    input: z.strictObject({
      draft: Id,
      /** the version that the screen saw; 0 for a new draft */
      version: z.int().min(0),
      task: z.enum(['receive', 'revoke']),
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
} as const satisfies Record<string, Call>;
