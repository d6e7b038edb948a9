import { type PlainDate, weekdayOf } from '../../src-shared/kernel/plain-date.ts';
import { formatWareki, formatWarekiYear, formatWesternWithWareki } from '../../src-shared/kernel/wareki.ts';

const weekdays = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** Every day that the contract lets through is an ISO day; the brand is only for arithmetic. */
function plain(day: string): PlainDate {
  return day as PlainDate;
}

/** 和暦の日: 令和8年11月24日. */
export function eraDay(day: string): string {
  return formatWareki(plain(day));
}

/** 和暦の年: 令和8年. */
export function eraYear(day: string): string {
  return formatWarekiYear(plain(day));
}

/** 曜日の一字: 火. */
export function weekdayWord(day: string): string {
  return weekdays[weekdayOf(plain(day))] ?? '';
}

/** 月日: 11月24日. */
export function monthDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

/** 月日と曜日: 11月24日(火). */
export function monthDayWeekday(day: string): string {
  return `${monthDay(day)}(${weekdayWord(day)})`;
}

/** 狭い所の月日: 11/24. */
export function shortMonthDay(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;
}

/** 西暦が先の日: 2030年4月1日 and 令和12年 in one, as cards and terminals show it. */
export function westernDay(day: string): string {
  return `${day.slice(0, 4)}年${monthDay(day)}`;
}

/** 西暦と和暦の日: 2030年(令和12年)4月1日. */
export function bothDay(day: string): string {
  return formatWesternWithWareki(plain(day));
}

/** 点で区切った日: 2030.4.1. */
export function dottedDay(day: string): string {
  return `${Number(day.slice(0, 4))}.${Number(day.slice(5, 7))}.${Number(day.slice(8, 10))}`;
}

/** 瞬間の日: the calendar day of an instant with Japan's offset. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

/** 瞬間の時刻: 9:05, 17:00. */
export function timeWord(instant: string): string {
  return `${Number(instant.slice(11, 13))}:${instant.slice(14, 16)}`;
}
