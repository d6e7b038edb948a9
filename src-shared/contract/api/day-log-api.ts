import * as z from 'zod';
import { Day, Office } from '../codes.ts';
import { dayLogView } from '../day-log-view.ts';
import type { Call } from './call.ts';

/** 日報の依頼 */
export const dayLogApi = {
  'dayLog.view': { access: 'supervisor', input: z.strictObject({ day: Day, office: Office }), output: dayLogView },
  'dayLog.export': {
    access: 'supervisor',
    input: z.strictObject({ day: Day, office: Office, format: z.enum(['csv']) }),
    output: z.strictObject({ path: z.string(), rows: z.int() }),
  },
} as const satisfies Record<string, Call>;
