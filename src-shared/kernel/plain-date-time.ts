import { z } from 'zod';
import { type PlainDate, parsePlainDate } from './plain-date.ts';

/** 時刻 (clock time at the counter, `HH:MM`, 00:00–23:59). Text order is time order. */
export const PlainTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .brand<'PlainTime'>();
export type PlainTime = z.infer<typeof PlainTime>;

/** 日時 (counter time, `YYYY-MM-DDTHH:MM`, Japan's wall clock). Text order is time order. */
export const PlainDateTime = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) && parsePlainDate(text.slice(0, 10)) !== null,
  )
  .brand<'PlainDateTime'>();
export type PlainDateTime = z.infer<typeof PlainDateTime>;

/** 定数の日時: for literals in source; throws where the text is no such moment. */
export function plainDateTime(text: string): PlainDateTime {
  return PlainDateTime.parse(text);
}

/** 定数の時刻: for literals in source; throws where the text is no such time. */
export function plainTime(text: string): PlainTime {
  return PlainTime.parse(text);
}

/** 日時の日。 */
export function dateOf(at: PlainDateTime): PlainDate {
  // A PlainDateTime holds a day of the calendar by its schema.
  return at.slice(0, 10) as PlainDate;
}

/** 日時の時刻。 */
export function timeOf(at: PlainDateTime): PlainTime {
  // A PlainDateTime holds a clock time by its schema.
  return at.slice(11) as PlainTime;
}

/** 日と時刻から日時。 */
export function atTime(date: PlainDate, time: PlainTime): PlainDateTime {
  return plainDateTime(`${date}T${time}`);
}
