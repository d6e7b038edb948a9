import * as z from 'zod';
import { Capacity, Entry, Id, SecondPerson } from '../codes.ts';
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
      acceptance: SecondPerson.nullable(),
    }),
    output: CaseDetail,
  },
  /** 責任者を待つ (B7, V7): leaves what the terminal shows with the held line, for a supervisor at another desk */
  'issue.askAcceptance': {
    access: 'clerk',
    input: z.strictObject({ ...Touch, line: z.int(), serial: z.string(), expiresOn: z.string(), reason: z.string() }),
    output: CaseDetail,
  },
  /** 失効を記録: a revocation by application (X1) after its reply, or one that waited (L3, X4, L4) */
  'revoke.record': {
    access: 'clerk',
    input: z.strictObject({ ...Touch, lines: z.array(z.int()).min(1) }),
    output: CaseDetail,
  },
  /**
   * 回答を受け付ける (D3, D4): `scanned` is the number on the letter. Where D3, D4 or D5 does not hold nothing changes but a
   * note beside the case; the failure names the field and says what to tell the visitor.
   */
  'reply.accept': {
    access: 'clerk',
    input: z.strictObject({
      ...Touch,
      scanned: z.string(),
      complete: z.boolean(),
      rightHand: z.boolean(),
      cardPresent: z.boolean(),
      visitor: z.strictObject({
        capacity: Capacity,
        documents: z.array(z.string()),
        name: z.string().nullable(),
        relation: z.string().nullable(),
      }),
      questionsAnswered: z.boolean().nullable(),
      note: z.string(),
    }),
    output: CaseDetail,
  },
  /**
   * 訂正を申請 (B1): names the entry and its fields; with `acceptance` the supervisor approves on this screen, without it the
   * request waits.
   */
  'correction.ask': {
    access: 'clerk',
    input: z.strictObject({
      requestId: Touch.requestId,
      case: Id,
      entry: Entry,
      changes: z.array(z.strictObject({ field: z.string(), to: z.string() })).min(1),
      reason: z.string(),
      acceptance: z.strictObject({ staffNumber: z.string(), password: z.string() }).nullable(),
    }),
    output: CaseDetail,
  },
} as const satisfies Record<string, Call>;
