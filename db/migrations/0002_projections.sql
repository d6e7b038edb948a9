-- Projections: folded from events and personal records, dropped and rebuilt at will. No foreign keys, so that the
-- verifier can fold the same events into temporary tables of the same shape and compare.

CREATE TABLE projection_state (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  fold TEXT NOT NULL
) STRICT;

CREATE TABLE event_index (
  arrival INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  known INTEGER NOT NULL CHECK (known IN (0, 1)),
  office TEXT NOT NULL,
  day TEXT NOT NULL,
  case_id TEXT,
  case_version INTEGER
) STRICT;

CREATE INDEX event_index_day ON event_index (office, day, arrival);
CREATE INDEX event_index_case ON event_index (case_id, case_version, arrival) WHERE case_id IS NOT NULL;

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
) STRICT;

CREATE INDEX case_state_receipt ON case_state (office, day, terminal, number);
CREATE INDEX case_state_unfinished ON case_state (office, day) WHERE ended = 0;

CREATE TABLE case_line (
  case_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  kind TEXT NOT NULL,
  procedure TEXT NOT NULL,
  outcome TEXT NOT NULL,
  hold_rule TEXT,
  PRIMARY KEY (case_id, line)
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
) STRICT;

CREATE INDEX certificate_serial ON certificate (serial);
CREATE INDEX certificate_case ON certificate (case_id);

CREATE TABLE holder_key (
  case_id TEXT NOT NULL PRIMARY KEY,
  record TEXT NOT NULL,
  kana_key TEXT NOT NULL,
  kanji_key TEXT NOT NULL,
  born_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX holder_key_kana ON holder_key (kana_key);
CREATE INDEX holder_key_kanji ON holder_key (kanji_key);
CREATE INDEX holder_key_birth ON holder_key (born_on, kanji_key);

CREATE TABLE receipt_counter (
  ledger TEXT NOT NULL,
  day TEXT NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (ledger, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  staff TEXT NOT NULL PRIMARY KEY,
  staff_number TEXT NOT NULL,
  name TEXT NOT NULL,
  kana TEXT NOT NULL,
  role TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX staff_by_number ON staff (staff_number);

CREATE TABLE setting (
  ledger TEXT NOT NULL,
  setting TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (ledger, setting)
) STRICT, WITHOUT ROWID;
