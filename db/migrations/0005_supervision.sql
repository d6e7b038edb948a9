-- Supervision: who may work where, the calendar's confirmation, who saw and did what, and the second look at cases. All of it is
-- folded from events.

-- 職員 (staff)

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
