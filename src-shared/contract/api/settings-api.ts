import * as z from 'zod';
import { Day, Id, Instant, Office, RequestId } from '../codes.ts';
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

/** 確かめた祝日 (L2): every holiday of a year. */
export const HolidayYear = z.strictObject({
  year: z.int(),
  days: z.array(z.strictObject({ on: Day, name: z.string() })),
});
export type HolidayYear = z.infer<typeof HolidayYear>;

/** いまの決まり: what screens need to judge as the main process does. */
export const RulesInForce = z.strictObject({
  calendar: z.array(CalendarEntry),
  changes: z.array(PolicyChange),
  holidays: z.array(HolidayYear),
});
export type RulesInForce = z.infer<typeof RulesInForce>;

/** 変更の記録: one change of the settings in words, with who and why. `named` is the entry or the change that it made or took back. */
export const SettingsRecord = z.strictObject({
  at: Instant,
  who: z.string().nullable(),
  office: Office,
  act: z.enum(['entryAdded', 'entryDropped', 'policyChanged', 'changeWithdrawn', 'holidaysConfirmed', 'placeChanged']),
  /** the rule it belongs to */
  code: z.string().nullable(),
  what: z.string(),
  /** the day from which it holds; null where it held at once or names its days itself */
  effectiveFrom: Day.nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  reason: z.string(),
  named: Id.nullable(),
  /** the days of a calendar entry, or of the year of holidays */
  covers: z.strictObject({ from: Day, until: Day }).nullable(),
  /** it was taken back later: by whom and why */
  takenBack: z.strictObject({ at: Instant, who: z.string().nullable(), reason: z.string() }).nullable(),
});
export type SettingsRecord = z.infer<typeof SettingsRecord>;

const Settings = z.strictObject({
  rules: RulesInForce,
  fees: z.array(z.strictObject({ reason: z.string(), yen: z.int() })),
  /** the latest first */
  history: z.array(SettingsRecord),
});

/** 設定の依頼: calendar and holidays by a supervisor, rules by an administrator; each change is an event with who and why. */
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
      /** the warnings that were read on the screen; one that was not is told instead of recording */
      acknowledged: z.array(z.string()).max(10).default([]),
    }),
    output: Settings,
  },
  'settings.dropCalendarEntry': {
    access: 'supervisor',
    input: z.strictObject({ requestId: RequestId, entry: Id, reason: z.string() }),
    output: Settings,
  },
  /** 祝日の確認 (L2): the whole list of the year */
  'settings.confirmHolidays': {
    access: 'supervisor',
    input: z.strictObject({
      requestId: RequestId,
      year: z.int(),
      days: z.array(z.strictObject({ on: z.string(), name: z.string() })).max(60),
      reason: z.string(),
    }),
    output: Settings,
  },
  /** 決まりの変更 (⚙) */
  'settings.changePolicy': {
    access: 'administrator',
    input: z.strictObject({
      requestId: RequestId,
      effectiveFrom: z.string(),
      settings: z.record(z.string(), z.json()),
      reason: z.string(),
    }),
    output: Settings,
  },
  /** 予定の変更の取りやめ: before its day */
  'settings.withdrawChange': {
    access: 'administrator',
    input: z.strictObject({ requestId: RequestId, change: Id, reason: z.string() }),
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
