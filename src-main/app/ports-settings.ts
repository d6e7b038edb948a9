import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import type { CalendarEntryKept, HolidayYearKept, PolicyChangeKept } from '../../src-shared/domain/rules-in-force.ts';

/** 設定の読み側 */
export type SettingsReads = {
  /** 暦の書き込み with what is left of those that were taken back, in the order in which they came */
  readonly calendarEntries: () => readonly (CalendarEntryKept & { readonly entry: string })[];
  /** 決まりの変更 not withdrawn, in the order of their days; of one day as they were made */
  readonly policyChanges: () => readonly PolicyChangeKept[];
  /** 確かめた祝日: the latest confirmation of each year */
  readonly holidayYears: () => readonly HolidayYearKept[];
  /** every change of the settings, in the order in which it came, also what was taken back */
  readonly settingsEvents: () => readonly KnownEvent[];
};
