import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { standingPart } from '../../src-shared/domain/rules-in-force.ts';
import type { SettingsReads } from '../app/ports-settings.ts';
import type { Connection } from './connection.ts';
import { type EventRow, readStored } from './stored-event.ts';

/** 読み出しの SQL, by what it finds; the query-plan test holds each look-up to its index. */
export const settingsStatements = {
  calendar: `SELECT c.entry, c.content, p.fields, b.at FROM calendar_entry AS c
    LEFT JOIN personal_record AS p ON p.record = c.record LEFT JOIN taken_back AS b ON b.named = c.entry
    ORDER BY c.arrival`,
  // What was taken back on its own day or later had been in force: it stays what it was.
  policy: `SELECT c.change, c.effective_from, c.settings FROM policy_change AS c LEFT JOIN taken_back AS b ON b.named = c.change
    WHERE b.at IS NULL OR substr(b.at, 1, 10) >= c.effective_from ORDER BY c.effective_from, c.made_at, c.arrival`,
  holidays: `SELECT h.year, h.days, p.fields FROM holiday_year AS h LEFT JOIN personal_record AS p ON p.record = h.record
    ORDER BY h.made_at, h.arrival`,
  settingsEvents: `SELECT e.arrival, e.ledger, e.epoch, e.seq, e.arrived_at, e.prev, e.hash, e.body, l.own, p.fields
    FROM event_index AS i JOIN event AS e ON e.arrival = i.arrival JOIN ledger AS l ON l.ledger = e.ledger
    LEFT JOIN personal_record AS p ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq
    WHERE i.name IN ('calendarEntryAdded/1', 'calendarEntryDropped/1', 'policyChanged/1', 'policyChangeWithdrawn/1', 'holidaysConfirmed/1', 'settingChanged/1')
    ORDER BY i.arrival`,
} as const;

/** 設定の読み出し: the calendar, the rules and the holidays in force, and every event that made them so. */
export function settingsReads(connection: Connection): SettingsReads {
  const of = settingsStatements;
  const sql = {
    calendar: connection.prepare<[], { entry: string; content: string; fields: string | null; at: string | null }>(
      of.calendar,
    ),
    policy: connection.prepare<[], { change: string; effective_from: string; settings: string }>(of.policy),
    holidays: connection.prepare<[], { year: number; days: string; fields: string | null }>(of.holidays),
    settingsEvents: connection.prepare<[], EventRow>(of.settingsEvents),
  };
  return {
    calendarEntries: () =>
      sql.calendar.all().flatMap(({ entry, content, fields, at }) => {
        const { kind, from, until, offices } = JSON.parse(content); // written by the fold from a parsed payload
        const reason = fields === null ? '' : String(JSON.parse(fields).reason);
        const left = standingPart({ entry, kind, from, until, offices, reason }, at);
        return left === null ? [] : [left];
      }),
    policyChanges: () =>
      sql.policy.all().map(({ change, effective_from: effectiveFrom, settings }) => ({
        change,
        effectiveFrom,
        settings: JSON.parse(settings),
      })),
    holidayYears: () => {
      const years = new Map(sql.holidays.all().map(({ year, days, fields }) => [year, namedDays(days, fields)]));
      return [...years].map(([year, days]) => ({ year, days }));
    },
    settingsEvents: () =>
      sql.settingsEvents.all().flatMap((row): KnownEvent[] => {
        const stored = readStored(row);
        return stored.kind === 'known' ? [stored.event] : [];
      }),
  };
}

/** both written by the fold from what was parsed; a name that is not there any more leaves the day a holiday */
function namedDays(days: string, fields: string | null): { readonly on: string; readonly name: string }[] {
  const names: readonly { on: string; name: string }[] = fields === null ? [] : JSON.parse(fields).names;
  const listed: readonly string[] = JSON.parse(days);
  return listed.map((on) => ({ on, name: names.find((each) => each.on === on)?.name ?? '祝日' }));
}
