import { type PlainDate, partsOf, plainDate, weekdayOf } from './plain-date.ts';

/** 元号: name, letter, and the day on which it begins; it ends on the day before the next one begins. */
export type Era = { readonly name: string; readonly letter: string; readonly startsOn: PlainDate };

/** 元号の一覧, the newest first. */
export const ERAS: readonly [Era, ...Era[]] = [
  { name: '令和', letter: 'R', startsOn: plainDate('2019-05-01') },
  { name: '平成', letter: 'H', startsOn: plainDate('1989-01-08') },
  { name: '昭和', letter: 'S', startsOn: plainDate('1926-12-25') },
  { name: '大正', letter: 'T', startsOn: plainDate('1912-07-30') },
  { name: '明治', letter: 'M', startsOn: plainDate('1868-01-25') },
];

/** 新暦のはじめ: until 明治5年 days were counted by the old lunar calendar, so no era date is shown before it. */
export const ERA_DISPLAY_STARTS_ON: PlainDate = plainDate('1873-01-01');

const WEEKDAYS = '日月火水木金土';

/** 元号と年: null before 明治6. */
export function eraOf(date: PlainDate): { readonly era: Era; readonly year: number } | null {
  if (date < ERA_DISPLAY_STARTS_ON) return null;
  const era = ERAS.find(({ startsOn }) => startsOn <= date);
  if (era === undefined) return null;
  return { era, year: partsOf(date).year - partsOf(era.startsOn).year + 1 };
}

/** 和暦の年 (令和8年, 令和元年); the western year before 明治6. */
export function formatWarekiYear(date: PlainDate): string {
  const found = eraOf(date);
  if (found === null) return `${partsOf(date).year}年`;
  return `${found.era.name}${found.year === 1 ? '元' : found.year}年`;
}

/** 和暦 (令和8年11月24日); western before 明治6. */
export function formatWareki(date: PlainDate): string {
  const { month, day } = partsOf(date);
  return `${formatWarekiYear(date)}${month}月${day}日`;
}

/** 和暦と西暦年 (昭和63年4月1日(1988年)): for births. */
export function formatWarekiWithWestern(date: PlainDate): string {
  return eraOf(date) === null ? formatWareki(date) : `${formatWareki(date)}(${partsOf(date).year}年)`;
}

/** 西暦 (2030年4月1日)。 */
export function formatWestern(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

/** 西暦と和暦年 (2030年(令和12年)4月1日): for what a card or the terminal shows in western years. */
export function formatWesternWithWareki(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  return eraOf(date) === null ? formatWestern(date) : `${year}年(${formatWarekiYear(date)})${month}月${day}日`;
}

/** 月日と曜日 (11月25日(水)): for lists. */
export function formatMonthDay(date: PlainDate): string {
  const { month, day } = partsOf(date);
  return `${month}月${day}日(${WEEKDAYS.charAt(weekdayOf(date))})`;
}

/** 和暦と曜日 (令和8年11月24日(火))。 */
export function formatWarekiWithWeekday(date: PlainDate): string {
  return `${formatWareki(date)}(${WEEKDAYS.charAt(weekdayOf(date))})`;
}
