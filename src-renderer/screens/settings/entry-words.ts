import type { CalendarEntry } from '../../../src-shared/contract/api/settings-api.ts';
import { officeNames } from '../../words/counter-words.ts';
import { dayOf, eraYear, monthDayWeekday, timeWord } from '../../words/day-words.ts';

/** 暦の書き込みのとき: a day with its hours, a whole day, or two moments. */
export function whenWords({ kind, from, until }: CalendarEntry): string {
  const day = `${eraYear(from)}${monthDayWeekday(dayOf(from))}`;
  if (kind === 'specialClosure') return `${day}の一日`;
  const ends = dayOf(until) === dayOf(from) ? timeWord(until) : `${monthDayWeekday(dayOf(until))}${timeWord(until)}`;
  return `${day}${timeWord(from)}–${ends}`;
}

/** 暦の書き込みの窓口。 */
export function whereWords({ kind, offices }: CalendarEntry): string {
  if (kind === 'systemStop') return '統合端末';
  return offices === null ? 'すべての窓口' : offices.map((office) => officeNames[office]).join('・');
}

/** 終わったか: nothing about a moment that has passed can be taken back. */
export function isOver({ until }: CalendarEntry, now: string): boolean {
  return until <= now.slice(0, 16);
}
