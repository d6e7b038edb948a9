import * as z from 'zod';
import { Day, Office, Procedure, RequestId } from '../codes.ts';
import { Cp932Replacement, DayLogFormat } from '../day-log-book.ts';
import { dayLogShown } from '../day-log-view.ts';
import type { Call } from './call.ts';
import { SheetPicture } from './print-api.ts';

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
      /** 仕事の番号: by which its progress is asked for; null where nobody will ask */
      job: RequestId.nullable().default(null),
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
  /** 見本: PNG pictures of the day's sheets, in base64 */
  'dayLog.preview': {
    access: 'supervisor',
    input: z.strictObject({ day: Day, office: z.union([Office, z.literal('all')]) }),
    output: z.strictObject({ pages: z.array(SheetPicture) }),
  },
  /** `path` is where the PDF lies; null on paper, and where this very request was answered before */
  'dayLog.print': {
    access: 'supervisor',
    input: z.strictObject({
      requestId: RequestId,
      day: Day,
      office: z.union([Office, z.literal('all')]),
      to: z.enum(['printer', 'file']),
    }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** null: no such export runs (any more) */
  'dayLog.exportProgress': {
    access: 'supervisor',
    input: z.strictObject({ job: RequestId }),
    output: z.strictObject({ days: z.int().min(0), total: z.int().min(1) }).nullable(),
  },
  /** false: it was too late, or there is no such export */
  'dayLog.exportCancel': {
    access: 'supervisor',
    input: z.strictObject({ job: RequestId }),
    output: z.strictObject({ stopped: z.boolean() }),
  },
} as const satisfies Record<string, Call>;
