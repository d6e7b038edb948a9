import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import type { Connection } from './connection.ts';
import type { EventRow } from './stored-event.ts';

function prepare(connection: Connection) {
  return {
    setting: connection.prepare<[string, string, string]>(
      'INSERT OR REPLACE INTO setting (ledger, setting, value) VALUES (?, ?, ?)',
    ),
    calendar: connection.prepare<[string, number, string, string | null, string]>(
      `INSERT OR IGNORE INTO calendar_entry (entry, arrival, content, record, dropped)
       VALUES (?, ?, ?, ?, EXISTS (SELECT 1 FROM taken_back WHERE named = ?))`,
    ),
    dropped: connection.prepare<[string]>('UPDATE calendar_entry SET dropped = 1 WHERE entry = ?'),
    policy: connection.prepare<[string, number, string, string, string]>(
      'INSERT OR IGNORE INTO policy_change (change, arrival, effective_from, settings, made_at) VALUES (?, ?, ?, ?, ?)',
    ),
    takenBack: connection.prepare<[string, number, string]>(
      `INSERT INTO taken_back (named, arrival, at) VALUES (?, ?, ?)
       ON CONFLICT (named) DO UPDATE SET at = min(at, excluded.at)`,
    ),
    holidays: connection.prepare<[string, number, number, string, string, string | null]>(
      'INSERT OR IGNORE INTO holiday_year (confirmation, arrival, year, days, made_at, record) VALUES (?, ?, ?, ?, ?, ?)',
    ),
  };
}

export type SettingsFold = (row: EventRow, event: KnownEvent) => void;

/** 設定の畳み込み: calendar, rules and holidays, so that every terminal says the same in whatever order the events arrive. */
export function settingsFold(connection: Connection): SettingsFold {
  const sql = prepare(connection);
  return (row, event) => {
    const { record, occurredAt } = event.envelope;
    switch (event.name) {
      case 'settingChanged/1':
        sql.setting.run(row.ledger, event.payload.setting, JSON.stringify(event.payload.to));
        return;
      case 'calendarEntryAdded/1': {
        const { entry } = event.payload;
        sql.calendar.run(entry, row.arrival, JSON.stringify(event.payload), record, entry);
        return;
      }
      case 'calendarEntryDropped/1':
        sql.takenBack.run(event.payload.entry, row.arrival, occurredAt);
        sql.dropped.run(event.payload.entry);
        return;
      case 'policyChanged/1': {
        const { change, effectiveFrom, settings } = event.payload;
        sql.policy.run(change, row.arrival, effectiveFrom, JSON.stringify(settings), occurredAt);
        return;
      }
      case 'policyChangeWithdrawn/1':
        sql.takenBack.run(event.payload.change, row.arrival, occurredAt);
        return;
      case 'holidaysConfirmed/1': {
        const { confirmation, year, days } = event.payload;
        sql.holidays.run(confirmation, row.arrival, year, JSON.stringify(days), occurredAt, record);
        return;
      }
      default:
        return;
    }
  };
}
