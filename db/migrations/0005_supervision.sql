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

-- 設定 (settings and calendar)

-- 監査 (audit)

-- 抽出確認 (sampling)

-- 統計 (statistics)
