-- Supervision: who may work where, the calendar's confirmation, who saw and did what, and the second look at cases. All of it is
-- folded from events.

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
CREATE INDEX case_state_handler ON case_state (handled_by) WHERE ended = 0;

-- 設定 (settings and calendar)

-- 監査 (audit)

-- 抽出確認 (sampling)

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
