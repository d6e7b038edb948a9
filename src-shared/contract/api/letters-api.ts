import * as z from 'zod';
import { ContactHow, Day, Id, RequestId } from '../codes.ts';
import { type Call, Nothing, Touch } from './call.ts';
import { CaseDetail, CaseSummary, Contact, Letter } from './case-shapes.ts';

/** 照会の一行: a case that is to be posted, out, back, lapsed or answered, with what was tried to reach the holder. */
export const LetterRow = z.strictObject({
  summary: CaseSummary,
  state: z.enum(['toPost', 'open', 'lapsed', 'returned', 'replied']),
  /** days until the last day of acceptance: 0 is today, negative is past; null where no letter is out */
  daysLeft: z.int().nullable(),
  visitorName: z.string().nullable(),
  visitorRelation: z.string().nullable(),
  letters: z.array(Letter),
  contacts: z.array(Contact),
});
export type LetterRow = z.infer<typeof LetterRow>;

const LetterList = z.strictObject({ day: Day, letters: z.array(LetterRow) });

/** 照会の依頼 (D1–D6). A list is sorted by the days left, lapsed and returned ones first. */
export const lettersApi = {
  /** of this office; lapsed ones for 60 days */
  'letters.list': { access: 'clerk', input: Nothing, output: LetterList },
  /** of every office whose cases this ledger knows */
  'letters.everywhere': { access: 'supervisor', input: Nothing, output: LetterList },
  /** 投函: one letter or a day's batch, all of them or none */
  'letters.post': {
    access: 'clerk',
    input: z.strictObject({
      requestId: RequestId,
      cases: z
        .array(z.strictObject({ case: Id, version: z.int() }))
        .min(1)
        .max(500),
    }),
    output: z.strictObject({
      posted: z.array(z.strictObject({ case: Id, receipt: z.string(), letter: Letter })),
    }),
  },
  /** 宛所不明 (D6) */
  'letters.returned': { access: 'clerk', input: z.strictObject({ ...Touch, note: z.string() }), output: CaseDetail },
  /** 連絡を記録 (D6): a note beside the case, also after it has lapsed */
  'letters.contact': {
    access: 'clerk',
    input: z.strictObject({
      requestId: RequestId,
      case: Id,
      how: ContactHow,
      reached: z.boolean(),
      note: z.string(),
    }),
    output: CaseDetail,
  },
} as const satisfies Record<string, Call>;
