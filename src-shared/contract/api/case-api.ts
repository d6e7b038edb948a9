import * as z from 'zod';
import { Id } from '../codes.ts';
import { type Call, Touch } from './call.ts';
import { CaseDetail } from './case-shapes.ts';

/** 受付を進める依頼: open, find, hand over, withdraw, and record what the terminal issued. */
export const caseApi = {
  'case.open': { access: 'clerk', input: z.strictObject({ case: Id }), output: CaseDetail },
  'case.find': {
    access: 'clerk',
    input: z.strictObject({ receipt: z.string() }),
    output: z.strictObject({ case: Id }),
  },
  'case.takeUp': { access: 'clerk', input: z.strictObject({ ...Touch }), output: CaseDetail },
  'case.park': { access: 'clerk', input: z.strictObject({ ...Touch, note: z.string() }), output: CaseDetail },
  'case.withdraw': {
    access: 'clerk',
    input: z.strictObject({ ...Touch, lines: z.array(z.int()).min(1), reason: z.string() }),
    output: CaseDetail,
  },
  /** 発行できなくなった明細を受付不可にする: only where today's judgement refuses it */
  'case.refuseLine': { access: 'clerk', input: z.strictObject({ ...Touch, line: z.int() }), output: CaseDetail },

  /**
   * 発行を記録: what the terminal issued. A date unlike ours is a hold (V7), answered with the held detail; typed again alike
   * it is lifted, else `acceptance` carries the supervisor's sign-in and the reason.
   */
  'issue.record': {
    access: 'clerk',
    input: z.strictObject({
      ...Touch,
      certificates: z
        .array(z.strictObject({ line: z.int(), serial: z.string(), expiresOn: z.string() }))
        .min(1)
        .max(2),
      acceptance: z.strictObject({ staffNumber: z.string(), password: z.string(), reason: z.string() }).nullable(),
    }),
    output: CaseDetail,
  },
} as const satisfies Record<string, Call>;
