import * as z from 'zod';
import { Day, Office, Procedure } from '../codes.ts';
import { Cp932Replacement, DayLogFormat } from '../day-log-book.ts';
import { dayLogShown } from '../day-log-view.ts';
import type { Call } from './call.ts';

/** 日報の依頼 */
export const dayLogApi = {
  'dayLog.view': {
    access: 'supervisor',
    input: z.strictObject({ day: Day, office: z.union([Office, z.literal('all')]) }),
    output: dayLogShown,
  },
  'dayLog.export': {
    access: 'supervisor',
    input: z.strictObject({
      day: Day,
      /** last day of a range that begins with `day`; null: that day alone */
      until: Day.nullable().default(null),
      office: z.union([Office, z.literal('all')]),
      procedure: Procedure.nullable().default(null),
      format: DayLogFormat,
      /** CP932 alone; null: where something does not fit, nothing is written and `charactersDoNotFit` lists it */
      replacement: Cp932Replacement.nullable().default(null),
    }),
    /** `replaced`: how many characters stand replaced, where that was asked for */
    output: z.strictObject({ path: z.string(), rows: z.int(), replaced: z.int().min(0).optional() }),
  },
} as const satisfies Record<string, Call>;
