import type { RulesInForce } from '../../src-shared/contract/api/settings-api.ts';
import type { LedgerReads } from './ports.ts';

/** いまの決まりを渡す: what screens judge with; nothing before there is a ledger. */
export function rulesOf(reads: LedgerReads | null): RulesInForce {
  if (reads === null) return { calendar: [], changes: [], holidays: [] };
  return {
    calendar: reads
      .calendarEntries()
      .map((entry) => ({ ...entry, offices: entry.offices === null ? null : [...entry.offices] })),
    holidays: reads.holidayYears().map(({ year, days }) => ({ year, days: days.map((day) => ({ ...day })) })),
    changes: reads.policyChanges().map(({ change, effectiveFrom, settings }) => ({
      change,
      effectiveFrom,
      // Stored from a payload that was parsed as JSON.
      settings: settings as RulesInForce['changes'][number]['settings'],
    })),
  };
}
