import * as z from 'zod';
import { Day, Id, Office, RequestId } from '../codes.ts';
import { type Call, Nothing } from './call.ts';

/** 暦の書き込み (L2, L3): a stop of the national system, a special opening or closure. Moments are `YYYY-MM-DDTHH:MM`. */
export const CalendarEntry = z.strictObject({
  entry: Id,
  kind: z.enum(['systemStop', 'specialOpening', 'specialClosure']),
  from: z.string(),
  until: z.string(),
  offices: z.array(Office).nullable(),
  reason: z.string(),
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

/** 決まりの変更 (⚙): from a day on; the domain's own schema reads `settings`. */
export const PolicyChange = z.strictObject({
  change: Id,
  effectiveFrom: Day,
  settings: z.record(z.string(), z.json()),
});
export type PolicyChange = z.infer<typeof PolicyChange>;

/** いまの決まり: what screens need to judge as the main process does. */
export const RulesInForce = z.strictObject({
  calendar: z.array(CalendarEntry),
  changes: z.array(PolicyChange),
});
export type RulesInForce = z.infer<typeof RulesInForce>;

const Settings = z.strictObject({
  rules: RulesInForce,
  fees: z.array(z.strictObject({ reason: z.string(), yen: z.int() })),
});

/** 設定の依頼: calendar by a supervisor, rules by an administrator; each change is an event with who and why. */
export const settingsApi = {
  'settings.view': { access: 'supervisor', input: Nothing, output: Settings },
  'settings.addCalendarEntry': {
    access: 'supervisor',
    input: z.strictObject({
      requestId: RequestId,
      kind: z.enum(['systemStop', 'specialOpening', 'specialClosure']),
      from: z.string(),
      until: z.string(),
      offices: z.array(Office).min(1).nullable(),
      reason: z.string(),
    }),
    output: Settings,
  },
  'settings.dropCalendarEntry': {
    access: 'supervisor',
    input: z.strictObject({ requestId: RequestId, entry: Id, reason: z.string() }),
    output: Settings,
  },
  /** 手数料 (F1) */
  'settings.changeFees': {
    access: 'administrator',
    input: z.strictObject({
      requestId: RequestId,
      effectiveFrom: z.string(),
      fees: z.array(z.strictObject({ reason: z.string(), yen: z.int() })).max(20),
      reason: z.string(),
    }),
    output: Settings,
  },
} as const satisfies Record<string, Call>;
