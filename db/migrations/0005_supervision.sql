-- Supervision: who may work where, the calendar's confirmation, who saw and did what, and the second look at cases. All of it is
-- folded from events.

-- 職員 (staff)

-- 設定 (settings and calendar)

-- The order of two changes of one day is that in which they were made, whichever arrived first.
ALTER TABLE policy_change ADD COLUMN made_at TEXT NOT NULL DEFAULT '';

-- When a calendar entry or a planned change was taken back; it may arrive before what it names does.
CREATE TABLE taken_back (
  named TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every holiday of a year as a supervisor confirmed it; the latest of a year stands.
CREATE TABLE holiday_year (
  confirmation TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL,
  year INTEGER NOT NULL,
  days TEXT NOT NULL,
  made_at TEXT NOT NULL,
  record TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX event_index_settings ON event_index (arrival) WHERE name IN (
  'calendarEntryAdded/1', 'calendarEntryDropped/1', 'policyChanged/1', 'policyChangeWithdrawn/1', 'holidaysConfirmed/1', 'settingChanged/1'
);

-- 監査 (audit)

-- 抽出確認 (sampling)

-- 統計 (statistics)
