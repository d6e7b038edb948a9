-- Every procedure: letters with their last day, what a certificate ended by, corrections, requests, joined records, and the
-- calendar and policy of the counter. All of it is folded from events.

ALTER TABLE case_state ADD COLUMN route TEXT;
ALTER TABLE case_state ADD COLUMN accepted_until TEXT;

CREATE INDEX case_state_letters ON case_state (accepted_until, office) WHERE ended = 0 AND route = 'inquiry';

ALTER TABLE certificate ADD COLUMN issued_at TEXT NOT NULL DEFAULT '';

CREATE INDEX certificate_expires ON certificate (expires_on, kind);
CREATE INDEX certificate_issued ON certificate (issued_on, kind);

-- By which event a certificate lost effect; it may arrive before the certificate does.
CREATE TABLE certificate_end (
  case_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  arrival INTEGER NOT NULL,
  ended_on TEXT NOT NULL,
  cause TEXT NOT NULL,
  PRIMARY KEY (case_id, line, arrival)
) STRICT, WITHOUT ROWID;

-- X5: a range of issue days of one kind; it covers what was issued before `at`, whenever that arrives.
CREATE TABLE issuer_range (
  arrival INTEGER NOT NULL,
  kind TEXT NOT NULL,
  issued_from TEXT NOT NULL,
  issued_until TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (arrival, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_index_letters ON event_index (office, day) WHERE name = 'letterPosted/1';

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

CREATE INDEX approval_waiting ON approval (asked_at) WHERE state = 'waiting';
CREATE INDEX approval_case ON approval (case_id);

CREATE INDEX issuer_range_kind ON issuer_range (kind, issued_from);

-- The exact record of a holder: cases that bear the same one are one person. Personal data, as the other keys are.
ALTER TABLE holder_key ADD COLUMN person TEXT NOT NULL DEFAULT '';

DROP INDEX holder_key_kana;
DROP INDEX holder_key_kanji;
CREATE INDEX holder_key_kana ON holder_key (kana_key, person);
CREATE INDEX holder_key_kanji ON holder_key (kanji_key, kana_key, person);
CREATE INDEX holder_key_person ON holder_key (person);

-- Who looked at a case or printed from it (B5); lists of many cases are not in it.
CREATE TABLE case_view (
  case_id TEXT NOT NULL,
  arrival INTEGER NOT NULL,
  PRIMARY KEY (case_id, arrival)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_join (
  join_id TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL,
  one_case TEXT NOT NULL,
  other_case TEXT NOT NULL,
  parted INTEGER NOT NULL CHECK (parted IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX person_join_one ON person_join (one_case);
CREATE INDEX person_join_other ON person_join (other_case);

CREATE TABLE calendar_entry (
  entry TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL,
  content TEXT NOT NULL,
  record TEXT,
  dropped INTEGER NOT NULL CHECK (dropped IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE policy_change (
  change TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL,
  effective_from TEXT NOT NULL,
  settings TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A certificate with what ended it before its time: an event that names it, or a range of its issuer's key (X5).
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
