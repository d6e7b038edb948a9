import * as z from 'zod';
import { sampleQuestions } from '../../domain/sampling.ts';
import { Day, Id, Instant, Kind, Office, RequestId } from '../codes.ts';
import { type Call, Nothing } from './call.ts';
import { CaseDetail } from './case-shapes.ts';

const Question = z.enum(sampleQuestions);
const Severity = z.enum(['light', 'heavy']);
const Follow = z.enum(['correct', 'tell', 'watch']);

/** 気づき of a second look, and what was done about it. */
export const SampleFinding = z.strictObject({
  finding: Id,
  question: Question,
  rule: z.string().nullable(),
  severity: Severity,
  follow: Follow,
  note: z.string().nullable(),
  settled: z
    .strictObject({
      how: z.enum(['corrected', 'told', 'watched', 'noNeed']),
      by: z.string().nullable(),
      at: Instant,
      note: z.string().nullable(),
    })
    .nullable(),
});
export type SampleFinding = z.infer<typeof SampleFinding>;

/** 抽出した受付 */
export const SampleCase = z.strictObject({
  day: Day,
  case: Id,
  receipt: z.string(),
  name: z.string().nullable(),
  procedures: z.string(),
  why: z.enum(['drawn', 'override']),
  /** rules of its exceptions, empty for one that was drawn */
  rules: z.array(z.string()),
  state: z.enum(['waiting', 'reviewed', 'finding']),
  /** whoever asks had a hand in it: somebody else gives it the second look (B7) */
  mine: z.boolean(),
  reviewedBy: z.string().nullable(),
  reviewedAt: Instant.nullable(),
  findings: z.int(),
  open: z.int(),
});
export type SampleCase = z.infer<typeof SampleCase>;

const Listed = z.strictObject({
  office: Office,
  from: Day,
  until: Day,
  days: z.array(
    z.strictObject({ day: Day, percent: z.int(), finished: z.int(), drawn: z.int(), overrides: z.int(), at: Instant }),
  ),
  cases: z.array(SampleCase),
});

/** 受付を確かめる: its record as it was kept, beside the form. */
const Opened = z.strictObject({
  sample: SampleCase,
  detail: CaseDetail,
  /** 受付のときの判定: rules by outcome */
  decision: z.strictObject({
    words: z.string(),
    findings: z.array(
      z.strictObject({ code: z.string(), status: z.enum(['met', 'unmet', 'pending', 'unknown']), kind: z.string() }),
    ),
  }),
  /** 発行の記録: our own date, the terminal's, and the dates that were compared then; gone once erased */
  issued: z.array(
    z.strictObject({
      kind: Kind,
      procedure: z.enum(['issue', 'renew']),
      serial: z.string(),
      issuedOn: Day,
      expiresOn: Day,
      ours: Day,
      decidedBy: z.string(),
      compared: z.array(z.strictObject({ code: z.string(), on: Day })),
    }),
  ),
  overrides: z.array(z.strictObject({ rule: z.string(), at: Instant, by: z.string().nullable(), reason: z.string() })),
  questions: z.array(Question),
  findings: z.array(SampleFinding),
});

export type OpenedSample = z.infer<typeof Opened>;

const Period = { from: Day, until: Day } as const;
const OneCase = { day: Day, case: Id } as const;

/** 抽出確認の依頼: a supervisor's second look at cases of this office; nothing about the case changes. */
export const samplingApi = {
  /** draws what is over and was not drawn yet, one day after another; answers the days */
  'sampling.draw': {
    access: 'supervisor',
    input: Nothing,
    output: z.strictObject({ days: z.array(Day) }),
  },
  /** between these days, and whatever still waits or has an open finding */
  'sampling.list': { access: 'supervisor', input: z.strictObject(Period), output: Listed },
  'sampling.open': { access: 'supervisor', input: z.strictObject(OneCase), output: Opened },
  'sampling.review': {
    access: 'supervisor',
    input: z.strictObject({
      requestId: RequestId,
      ...OneCase,
      answers: z.array(
        z.strictObject({
          question: Question,
          finding: z
            .strictObject({ note: z.string(), severity: Severity, follow: Follow, rule: z.string() })
            .nullable(),
        }),
      ),
    }),
    output: Opened,
  },
  /** `corrected` names the correction of this case that was made after the second look */
  'sampling.settle': {
    access: 'supervisor',
    input: z.strictObject({
      requestId: RequestId,
      finding: Id,
      how: z.enum(['corrected', 'told', 'watched', 'noNeed']),
      note: z.string(),
    }),
    output: Opened,
  },
  'sampling.statistics': {
    access: 'supervisor',
    input: z.strictObject(Period),
    output: z.strictObject({
      reviewed: z.int(),
      waiting: z.int(),
      withFinding: z.int(),
      counts: z.array(
        z.strictObject({
          question: Question,
          rule: z.string().nullable(),
          light: z.int(),
          heavy: z.int(),
          open: z.int(),
        }),
      ),
    }),
  },
  'sampling.export': {
    access: 'supervisor',
    input: z.strictObject({ requestId: RequestId, ...Period, format: z.enum(['csv', 'xlsx']) }),
    output: z.strictObject({ path: z.string(), rows: z.int() }),
  },
  'sampling.print': {
    access: 'supervisor',
    input: z.strictObject({ requestId: RequestId, ...Period, to: z.enum(['printer', 'file']) }),
    output: z.strictObject({ path: z.string().nullable(), rows: z.int() }),
  },
} as const satisfies Record<string, Call>;
