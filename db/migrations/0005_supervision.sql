-- Supervision: who may work where, the calendar's confirmation, who saw and did what, and the second look at cases. All of it is
-- folded from events.

-- 日報 (daily log)

-- Receipt numbers that a terminal passed over (B2): `arrival` is the reception that came after them. `cause` is what
-- the ledger knows by itself; `explained` the event by which a supervisor said why.
CREATE TABLE receipt_gap (
  ledger TEXT NOT NULL,
  day TEXT NOT NULL,
  number INTEGER NOT NULL,
  arrival INTEGER NOT NULL,
  cause TEXT CHECK (cause IN ('restored')),
  explained INTEGER,
  PRIMARY KEY (ledger, day, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX receipt_gap_arrival ON receipt_gap (arrival);

-- Days on which a terminal recorded something about a case, by its own clock: what it has to close, whenever it arrived here.
CREATE TABLE worked_day (
  day TEXT NOT NULL,
  ledger TEXT NOT NULL,
  PRIMARY KEY (day, ledger)
) STRICT, WITHOUT ROWID;

-- Receptions alone, so that weeks of them are counted without touching what else happened.
CREATE INDEX event_index_received ON event_index (office, day) WHERE name = 'caseReceived/2';

-- The epoch of a day's last reception: a number passed over between two epochs was given out before a restore.
ALTER TABLE receipt_counter ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;

-- 職員 (staff)

-- Everything but the names, which are personal data: `staff` holds those.
CREATE TABLE staff_standing (
  staff TEXT NOT NULL PRIMARY KEY CHECK (length(staff) = 32),
  role TEXT NOT NULL,
  offices TEXT,
  suspended INTEGER NOT NULL CHECK (suspended IN (0, 1)),
  own_password INTEGER NOT NULL CHECK (own_password IN (0, 1)),
  planned_from TEXT CHECK (planned_from IS NULL OR length(planned_from) = 10),
  planned_role TEXT,
  planned_suspended INTEGER,
  CHECK ((planned_from IS NULL) = (planned_role IS NULL) AND (planned_from IS NULL) = (planned_suspended IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_event (
  staff TEXT NOT NULL CHECK (length(staff) = 32),
  arrival INTEGER NOT NULL,
  PRIMARY KEY (staff, arrival)
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in (
  arrival INTEGER NOT NULL PRIMARY KEY,
  ledger TEXT NOT NULL CHECK (length(ledger) = 32),
  at TEXT NOT NULL,
  staff TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('signedIn', 'unlocked', 'failed', 'kept', 'reset'))
) STRICT;

CREATE INDEX sign_in_terminal ON sign_in (ledger, arrival);
CREATE INDEX sign_in_staff ON sign_in (staff, arrival);
-- Changes of name alone, so that an old day's log is told by the names of its day.
CREATE INDEX event_index_renamed ON event_index (day) WHERE name = 'staffRenamed/1';
CREATE INDEX case_state_handler ON case_state (handled_by) WHERE ended = 0;

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

-- What anybody did, in the order of time; the words are made from the event itself.
CREATE TABLE audit_entry (
  at TEXT NOT NULL,
  arrival INTEGER NOT NULL,
  actor TEXT,
  office TEXT NOT NULL,
  terminal INTEGER NOT NULL,
  act TEXT NOT NULL,
  subject TEXT,
  case_id TEXT,
  PRIMARY KEY (at, arrival)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_entry_actor ON audit_entry (actor, at, arrival);
CREATE INDEX audit_entry_act ON audit_entry (act, at, arrival);

-- On which days anything told of a case: one row however many lists showed it, so that it stays small.
CREATE TABLE audit_sight (
  case_id TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (case_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_hint_review (
  arrival INTEGER NOT NULL PRIMARY KEY,
  hint TEXT NOT NULL,
  found INTEGER NOT NULL
) STRICT;

CREATE INDEX audit_hint_review_hint ON audit_hint_review (hint);

-- 抽出確認 (sampling)

CREATE TABLE sample_draw (
  office TEXT NOT NULL,
  day TEXT NOT NULL,
  arrival INTEGER NOT NULL,
  percent INTEGER NOT NULL,
  finished INTEGER NOT NULL,
  PRIMARY KEY (office, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_case (
  office TEXT NOT NULL,
  day TEXT NOT NULL,
  case_id TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('drawn', 'override')),
  PRIMARY KEY (office, day, case_id)
) STRICT, WITHOUT ROWID;

-- A review may arrive before the draw does, and a settlement before its finding.
CREATE TABLE sample_review (
  office TEXT NOT NULL,
  day TEXT NOT NULL,
  case_id TEXT NOT NULL,
  arrival INTEGER NOT NULL,
  reviewer TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (office, day, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_finding (
  finding TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL,
  office TEXT NOT NULL,
  day TEXT NOT NULL,
  case_id TEXT NOT NULL,
  question TEXT NOT NULL,
  rule TEXT,
  severity TEXT NOT NULL CHECK (severity IN ('light', 'heavy')),
  follow TEXT NOT NULL CHECK (follow IN ('correct', 'tell', 'watch'))
) STRICT, WITHOUT ROWID;

CREATE INDEX sample_finding_day ON sample_finding (office, day);

CREATE TABLE sample_settlement (
  finding TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL,
  how TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 統計 (statistics)
-- What each day of each office adds up to: codes and counts, never anything of a person. '' where a measure is not of that column.
CREATE TABLE day_count (
  office TEXT NOT NULL,
  day TEXT NOT NULL,
  measure TEXT NOT NULL,
  procedure TEXT NOT NULL CHECK (procedure IN ('issue', 'renew', 'revoke', '')),
  kind TEXT NOT NULL CHECK (kind IN ('signature', 'userAuthentication', '')),
  detail TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (office, day, measure, procedure, kind, detail)
) STRICT, WITHOUT ROWID;
