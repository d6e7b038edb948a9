import type { DateReading } from '../../components/date-field.tsx';
import type { DayReading } from './date-reading.ts';

/** 日付の読みを欄に渡す形にする: only what is read back; what is wrong stands at the row. */
export function shownReading(reading: DayReading): DateReading {
  if (reading.kind !== 'read' || reading.warning !== null) return null;
  return { ok: true, day: reading.day, strong: reading.strong, rest: reading.rest };
}

/** 生年月日の読み: in a short row without the western year. */
export function shownBirth(reading: DayReading, short: boolean): DateReading {
  const shown = shownReading(reading);
  if (!short || shown?.ok !== true) return shown;
  return { ...shown, rest: (shown.rest ?? '').replace(/^\(\d+年\)/u, '') };
}
