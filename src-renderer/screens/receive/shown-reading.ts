import type { DateReading } from '../../components/date-field.tsx';
import type { DayReading } from './date-reading.ts';

/** 日付の読みを欄に渡す形にする: only what is read back; what is wrong stands at the row. */
export function shownReading(reading: DayReading): DateReading {
  if (reading.kind !== 'read' || reading.warning !== null) return null;
  return { ok: true, day: reading.day, strong: reading.strong, rest: reading.rest };
}
