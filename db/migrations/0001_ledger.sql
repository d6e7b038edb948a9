-- Base tables: what cannot be rebuilt from anything else.

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

CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
BEGIN
  SELECT RAISE(ABORT, 'an event never changes');
END;

CREATE TRIGGER event_never_goes BEFORE DELETE ON event
BEGIN
  SELECT RAISE(ABORT, 'an event never goes');
END;

-- The next link: the genesis, the successor within an epoch, or the first of the epoch that follows. `arrival` only grows.
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

-- Stored in the order of the events, so that a new one never splits an old page. The salt stands before the fields: it is
-- never cut by a page, and the search after an erasure can rely on finding it whole.
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

-- Which records a personErased event named; the only ones that may go. Folded from events.
CREATE TABLE erased_record (
  record TEXT NOT NULL PRIMARY KEY,
  arrival INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER personal_record_never_changes BEFORE UPDATE ON personal_record
BEGIN
  SELECT RAISE(ABORT, 'a personal record never changes');
END;

CREATE TRIGGER personal_record_goes_by_erasure BEFORE DELETE ON personal_record
WHEN NOT EXISTS (SELECT 1 FROM erased_record WHERE record = OLD.record)
BEGIN
  SELECT RAISE(ABORT, 'a personal record goes by erasure only');
END;

CREATE TRIGGER personal_record_comes_once BEFORE INSERT ON personal_record
WHEN EXISTS (SELECT 1 FROM personal_record WHERE record = NEW.record)
  OR EXISTS (SELECT 1 FROM personal_record WHERE ledger = NEW.ledger AND epoch = NEW.epoch AND seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM erased_record WHERE record = NEW.record)
BEGIN
  SELECT RAISE(ABORT, 'a personal record comes once');
END;

CREATE TABLE request (
  request TEXT NOT NULL PRIMARY KEY CHECK (length(request) BETWEEN 1 AND 200),
  ledger TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  first_seq INTEGER,
  last_seq INTEGER,
  result TEXT NOT NULL,
  CHECK ((first_seq IS NULL) = (last_seq IS NULL))
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

CREATE TABLE draft (
  draft TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL,
  task TEXT NOT NULL,
  version INTEGER NOT NULL,
  saved_at TEXT NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE credential (
  staff TEXT NOT NULL PRIMARY KEY CHECK (length(staff) = 32),
  credential TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The Ed25519 seed of this terminal: never in an event, an export or the ledger row.
CREATE TABLE terminal_key (
  ledger TEXT NOT NULL PRIMARY KEY REFERENCES ledger (ledger),
  seed BLOB NOT NULL CHECK (length(seed) = 32)
) STRICT;
