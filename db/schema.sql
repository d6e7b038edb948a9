-- Generated from db/migrations by `node src-main/store/schema-snapshot.ts`; never edited. user_version 5.

CREATE TABLE approval (
  request TEXT NOT NULL PRIMARY KEY,
  act TEXT NOT NULL,
  case_id TEXT NOT NULL,
  line INTEGER,
  asked_by TEXT,
  asked_at TEXT NOT NULL,
  office TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'declined')),
  arrival INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX approval_case ON approval (case_id);

CREATE INDEX approval_waiting ON approval (asked_at) WHERE state = 'waiting';

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

CREATE INDEX audit_entry_act ON audit_entry (act, at, arrival);

CREATE INDEX audit_entry_actor ON audit_entry (actor, at, arrival);

CREATE TABLE audit_hint_review (
  arrival INTEGER NOT NULL PRIMARY KEY,
  hint TEXT NOT NULL,
  found INTEGER NOT NULL
) STRICT;

CREATE INDEX audit_hint_review_hint ON audit_hint_review (hint);

CREATE TABLE audit_sight (
  case_id TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (case_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_entry (
  entry TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL,
  content TEXT NOT NULL,
  record TEXT,
  dropped INTEGER NOT NULL CHECK (dropped IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE case_line (
  case_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  kind TEXT NOT NULL,
  procedure TEXT NOT NULL,
  outcome TEXT NOT NULL,
  hold_rule TEXT,
  PRIMARY KEY (case_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_state (
  case_id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  head TEXT NOT NULL,
  step TEXT NOT NULL,
  ended INTEGER NOT NULL CHECK (ended IN (0, 1)),
  blocked TEXT CHECK (blocked IN ('unknownEvent', 'fork')),
  office TEXT NOT NULL,
  terminal INTEGER NOT NULL,
  day TEXT NOT NULL,
  number INTEGER NOT NULL,
  received_at TEXT NOT NULL,
  record TEXT,
  handled_by TEXT,
  state TEXT NOT NULL
, route TEXT, accepted_until TEXT) STRICT;

CREATE INDEX case_state_handler ON case_state (handled_by) WHERE ended = 0;

CREATE INDEX case_state_letters ON case_state (accepted_until, office) WHERE ended = 0 AND route = 'inquiry';

CREATE INDEX case_state_receipt ON case_state (office, day, terminal, number);

CREATE INDEX case_state_unfinished ON case_state (office, day) WHERE ended = 0;

CREATE TABLE case_view (
  case_id TEXT NOT NULL,
  arrival INTEGER NOT NULL,
  PRIMARY KEY (case_id, arrival)
) STRICT, WITHOUT ROWID;

CREATE TABLE certificate (
  arrival INTEGER NOT NULL PRIMARY KEY,
  case_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  kind TEXT NOT NULL,
  serial TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  expires_on TEXT NOT NULL,
  ended_on TEXT,
  record TEXT NOT NULL
, issued_at TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX certificate_case ON certificate (case_id);

CREATE INDEX certificate_expires ON certificate (expires_on, kind);

CREATE INDEX certificate_issued ON certificate (issued_on, kind);

CREATE INDEX certificate_serial ON certificate (serial);

CREATE TABLE certificate_end (
  case_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  arrival INTEGER NOT NULL,
  ended_on TEXT NOT NULL,
  cause TEXT NOT NULL,
  PRIMARY KEY (case_id, line, arrival)
) STRICT, WITHOUT ROWID;

CREATE VIEW certificate_life AS
SELECT t.arrival, t.case_id, t.line, t.kind, t.serial, t.issued_on, t.expires_on, t.record,
  coalesce(
    (SELECT e.ended_on FROM certificate_end AS e WHERE e.case_id = t.case_id AND e.line = t.line ORDER BY e.ended_on, e.arrival LIMIT 1),
    (SELECT min(substr(r.at, 1, 10)) FROM issuer_range AS r
      WHERE r.kind = t.kind AND t.issued_on BETWEEN r.issued_from AND r.issued_until AND t.issued_at <= r.at)
  ) AS ended_on,
  coalesce(
    (SELECT e.cause FROM certificate_end AS e WHERE e.case_id = t.case_id AND e.line = t.line ORDER BY e.ended_on, e.arrival LIMIT 1),
    (SELECT 'X5' FROM issuer_range AS r
      WHERE r.kind = t.kind AND t.issued_on BETWEEN r.issued_from AND r.issued_until AND t.issued_at <= r.at LIMIT 1)
  ) AS cause
FROM certificate AS t;

CREATE TABLE closed_day (
  ledger TEXT NOT NULL,
  day TEXT NOT NULL,
  arrival INTEGER NOT NULL,
  close_hash TEXT NOT NULL,
  PRIMARY KEY (ledger, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
  arrival INTEGER NOT NULL PRIMARY KEY,
  case_id TEXT NOT NULL,
  line INTEGER,
  entry_ledger TEXT NOT NULL,
  entry_epoch INTEGER NOT NULL,
  entry_seq INTEGER NOT NULL,
  record TEXT NOT NULL
) STRICT;

CREATE INDEX correction_case ON correction (case_id, arrival);

CREATE TABLE credential (
  staff TEXT NOT NULL PRIMARY KEY CHECK (length(staff) = 32),
  credential TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE day_close (
  ledger TEXT NOT NULL REFERENCES ledger (ledger),
  day TEXT NOT NULL CHECK (length(day) = 10),
  epoch INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  head TEXT NOT NULL CHECK (length(head) = 64),
  counts TEXT NOT NULL,
  close_before TEXT CHECK (close_before IS NULL OR length(close_before) = 64),
  closed_by TEXT NOT NULL CHECK (length(closed_by) = 32),
  checked_by TEXT NOT NULL CHECK (length(checked_by) = 32),
  signature TEXT NOT NULL CHECK (length(signature) = 128),
  PRIMARY KEY (ledger, day),
  CHECK (closed_by <> checked_by)
) STRICT;

CREATE TRIGGER day_close_never_changes BEFORE UPDATE ON day_close
BEGIN
  SELECT RAISE(ABORT, 'a closed day never changes');
END;

CREATE TRIGGER day_close_never_goes BEFORE DELETE ON day_close
BEGIN
  SELECT RAISE(ABORT, 'a closed day never goes');
END;

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

CREATE TABLE draft (
  draft TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL,
  task TEXT NOT NULL,
  version INTEGER NOT NULL,
  saved_at TEXT NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE erased_record (
  record TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  arrival INTEGER NOT NULL PRIMARY KEY,
  ledger TEXT NOT NULL REFERENCES ledger (ledger),
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  arrived_at TEXT NOT NULL CHECK (length(arrived_at) = 29),
  prev TEXT NOT NULL CHECK (length(prev) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  body TEXT NOT NULL,
  UNIQUE (ledger, epoch, seq)
) STRICT;

CREATE TRIGGER event_is_next_link BEFORE INSERT ON event
WHEN NOT (
  (
    (NEW.epoch = 1 AND NEW.seq = 1
      AND NEW.prev = '0000000000000000000000000000000000000000000000000000000000000000'
      AND NEW.hash = (SELECT genesis FROM ledger WHERE ledger = NEW.ledger)
      AND NOT EXISTS (SELECT 1 FROM event WHERE ledger = NEW.ledger))
    OR (EXISTS (SELECT 1 FROM event WHERE ledger = NEW.ledger AND epoch = NEW.epoch AND seq = NEW.seq - 1 AND hash = NEW.prev)
      AND NOT EXISTS (SELECT 1 FROM event WHERE ledger = NEW.ledger AND epoch = NEW.epoch AND seq >= NEW.seq))
    OR (NEW.epoch > 1
      AND EXISTS (SELECT 1 FROM event WHERE ledger = NEW.ledger AND epoch = NEW.epoch - 1 AND seq = NEW.seq - 1 AND hash = NEW.prev)
      AND NOT EXISTS (SELECT 1 FROM event WHERE ledger = NEW.ledger AND epoch >= NEW.epoch))
  )
  AND NEW.arrival > coalesce((SELECT max(arrival) FROM event), 0)
)
BEGIN
  SELECT RAISE(ABORT, 'not the next link');
END;

CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
BEGIN
  SELECT RAISE(ABORT, 'an event never changes');
END;

CREATE TRIGGER event_never_goes BEFORE DELETE ON event
BEGIN
  SELECT RAISE(ABORT, 'an event never goes');
END;

CREATE TABLE event_index (
  arrival INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  known INTEGER NOT NULL CHECK (known IN (0, 1)),
  office TEXT NOT NULL,
  day TEXT NOT NULL,
  case_id TEXT,
  case_version INTEGER
) STRICT;

CREATE INDEX event_index_case ON event_index (case_id, case_version, arrival) WHERE case_id IS NOT NULL;

CREATE INDEX event_index_day ON event_index (office, day, arrival);

CREATE INDEX event_index_letters ON event_index (office, day) WHERE name = 'letterPosted/1';

CREATE INDEX event_index_received ON event_index (office, day) WHERE name = 'caseReceived/2';

CREATE INDEX event_index_renamed ON event_index (day) WHERE name = 'staffRenamed/1';

CREATE INDEX event_index_settings ON event_index (arrival) WHERE name IN (
  'calendarEntryAdded/1', 'calendarEntryDropped/1', 'policyChanged/1', 'policyChangeWithdrawn/1', 'holidaysConfirmed/1', 'settingChanged/1'
);

CREATE TABLE holder_key (
  case_id TEXT NOT NULL PRIMARY KEY,
  record TEXT NOT NULL,
  kana_key TEXT NOT NULL,
  kanji_key TEXT NOT NULL,
  born_on TEXT NOT NULL
, person TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;

CREATE INDEX holder_key_birth ON holder_key (born_on, kanji_key);

CREATE INDEX holder_key_kana ON holder_key (kana_key, person);

CREATE INDEX holder_key_kanji ON holder_key (kanji_key, kana_key, person);

CREATE INDEX holder_key_person ON holder_key (person);

CREATE TABLE holiday_year (
  confirmation TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL,
  year INTEGER NOT NULL,
  days TEXT NOT NULL,
  made_at TEXT NOT NULL,
  record TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE issuer_range (
  arrival INTEGER NOT NULL,
  kind TEXT NOT NULL,
  issued_from TEXT NOT NULL,
  issued_until TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (arrival, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX issuer_range_kind ON issuer_range (kind, issued_from);

CREATE TABLE ledger (
  ledger TEXT NOT NULL PRIMARY KEY CHECK (length(ledger) = 32),
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  office TEXT NOT NULL CHECK (office IN ('shiminka', 'sobue', 'heiwa')),
  terminal INTEGER NOT NULL CHECK (terminal BETWEEN 1 AND 99),
  public_key TEXT NOT NULL CHECK (length(public_key) = 64),
  genesis TEXT NOT NULL CHECK (length(genesis) = 64),
  own INTEGER NOT NULL CHECK (own IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX ledger_own ON ledger (own) WHERE own = 1;

CREATE TABLE person_join (
  join_id TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL,
  one_case TEXT NOT NULL,
  other_case TEXT NOT NULL,
  parted INTEGER NOT NULL CHECK (parted IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX person_join_one ON person_join (one_case);

CREATE INDEX person_join_other ON person_join (other_case);

CREATE TABLE personal_record (
  ledger TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  record TEXT NOT NULL UNIQUE CHECK (length(record) = 32),
  salt BLOB NOT NULL CHECK (length(salt) = 32),
  fields TEXT NOT NULL,
  PRIMARY KEY (ledger, epoch, seq),
  FOREIGN KEY (ledger, epoch, seq) REFERENCES event (ledger, epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER personal_record_comes_once BEFORE INSERT ON personal_record
WHEN EXISTS (SELECT 1 FROM personal_record WHERE record = NEW.record)
  OR EXISTS (SELECT 1 FROM personal_record WHERE ledger = NEW.ledger AND epoch = NEW.epoch AND seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM erased_record WHERE record = NEW.record)
BEGIN
  SELECT RAISE(ABORT, 'a personal record comes once');
END;

CREATE TRIGGER personal_record_goes_by_erasure BEFORE DELETE ON personal_record
WHEN NOT EXISTS (SELECT 1 FROM erased_record WHERE record = OLD.record)
BEGIN
  SELECT RAISE(ABORT, 'a personal record goes by erasure only');
END;

CREATE TRIGGER personal_record_never_changes BEFORE UPDATE ON personal_record
BEGIN
  SELECT RAISE(ABORT, 'a personal record never changes');
END;

CREATE TABLE policy_change (
  change TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL,
  effective_from TEXT NOT NULL,
  settings TEXT NOT NULL
, made_at TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;

CREATE TABLE projection_state (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  fold TEXT NOT NULL
) STRICT;

CREATE TABLE receipt_counter (
  ledger TEXT NOT NULL,
  day TEXT NOT NULL,
  last INTEGER NOT NULL, epoch INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (ledger, day)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE request (
  request TEXT NOT NULL PRIMARY KEY CHECK (length(request) BETWEEN 1 AND 200),
  ledger TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  first_seq INTEGER,
  last_seq INTEGER,
  result TEXT NOT NULL,
  CHECK ((first_seq IS NULL) = (last_seq IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_case (
  office TEXT NOT NULL,
  day TEXT NOT NULL,
  case_id TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('drawn', 'override')),
  PRIMARY KEY (office, day, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_draw (
  office TEXT NOT NULL,
  day TEXT NOT NULL,
  arrival INTEGER NOT NULL,
  percent INTEGER NOT NULL,
  finished INTEGER NOT NULL,
  PRIMARY KEY (office, day)
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

CREATE TABLE sample_review (
  office TEXT NOT NULL,
  day TEXT NOT NULL,
  case_id TEXT NOT NULL,
  arrival INTEGER NOT NULL,
  reviewer TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (office, day, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_settlement (
  finding TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL,
  how TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  ledger TEXT NOT NULL,
  setting TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (ledger, setting)
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in (
  arrival INTEGER NOT NULL PRIMARY KEY,
  ledger TEXT NOT NULL CHECK (length(ledger) = 32),
  at TEXT NOT NULL,
  staff TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('signedIn', 'unlocked', 'failed', 'kept', 'reset'))
) STRICT;

CREATE INDEX sign_in_staff ON sign_in (staff, arrival);

CREATE INDEX sign_in_terminal ON sign_in (ledger, arrival);

CREATE TABLE staff (
  staff TEXT NOT NULL PRIMARY KEY,
  staff_number TEXT NOT NULL,
  name TEXT NOT NULL,
  kana TEXT NOT NULL,
  role TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX staff_by_number ON staff (staff_number);

CREATE TABLE staff_event (
  staff TEXT NOT NULL CHECK (length(staff) = 32),
  arrival INTEGER NOT NULL,
  PRIMARY KEY (staff, arrival)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE taken_back (
  named TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE terminal_key (
  ledger TEXT NOT NULL PRIMARY KEY REFERENCES ledger (ledger),
  seed BLOB NOT NULL CHECK (length(seed) = 32)
) STRICT;

CREATE TABLE witness (
  ledger TEXT NOT NULL CHECK (length(ledger) = 32),
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  head TEXT NOT NULL CHECK (length(head) = 64),
  signature TEXT NOT NULL,
  came_from TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (ledger, epoch, seq, head)
) STRICT;

CREATE TABLE worked_day (
  day TEXT NOT NULL,
  ledger TEXT NOT NULL,
  PRIMARY KEY (day, ledger)
) STRICT, WITHOUT ROWID;
