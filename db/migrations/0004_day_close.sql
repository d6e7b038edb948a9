-- Closed days, folded from the events that say so: of this ledger and of every other one whose events have arrived. What
-- arrives after a day's close counts on the day after it (B4).

CREATE TABLE closed_day (
  ledger TEXT NOT NULL,
  day TEXT NOT NULL,
  arrival INTEGER NOT NULL,
  close_hash TEXT NOT NULL,
  PRIMARY KEY (ledger, day)
) STRICT, WITHOUT ROWID;
