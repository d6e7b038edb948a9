-- Supervision: who may work where, the calendar's confirmation, who saw and did what, and the second look at cases. All of it is
-- folded from events.

-- 職員 (staff)

-- 設定 (settings and calendar)

-- 監査 (audit)

-- 抽出確認 (sampling)

-- 統計 (statistics)
