import { OFFICE_NAMES } from '../domain/visit.ts';
import { plainDate } from '../kernel/plain-date.ts';
import { formatMonthDay, formatWarekiWithWeekday } from '../kernel/wareki.ts';
import type { CalendarEntry } from './api/settings-api.ts';

type When = Pick<CalendarEntry, 'kind' | 'from' | 'until'>;

/** 暦の種類の名前。 */
export const CALENDAR_ENTRY_NAMES = {
  systemStop: 'システム停止',
  specialOpening: '臨時開庁',
  specialClosure: '臨時閉庁',
} as const satisfies Record<CalendarEntry['kind'], string>;

/** 暦の書き込みのとき: a day with its hours, whole days, or two moments. */
export function whenWords({ kind, from, until }: When): string {
  const [first, last] = [from.slice(0, 10), until.slice(0, 10)];
  const day = formatWarekiWithWeekday(plainDate(first));
  const lastDay = formatMonthDay(plainDate(last));
  if (kind === 'specialClosure') return first === last ? `${day}の一日` : `${day}から${lastDay}まで`;
  return `${day}${timeWords(from)}–${first === last ? '' : lastDay}${timeWords(until)}`;
}

/** 暦の書き込みの窓口。 */
export function whereWords({ kind, offices }: Pick<CalendarEntry, 'kind' | 'offices'>): string {
  if (kind === 'systemStop') return '統合端末';
  return offices === null ? 'すべての窓口' : offices.map((office) => OFFICE_NAMES[office]).join('・');
}

function timeWords(moment: string): string {
  return `${Number(moment.slice(11, 13))}:${moment.slice(14, 16)}`;
}
