import type { DayLogShown } from '../../../src-shared/contract/day-log-view.ts';
import { plainDate, weekdayOf } from '../../../src-shared/kernel/plain-date.ts';

export type RecentDay = DayLogShown['recent'][number];

/** 週ごとに分ける: Monday to Friday, and a Saturday or Sunday on which the counter was open or somebody came. */
export function shownWeeks(recent: DayLogShown['recent']): readonly (readonly RecentDay[])[] {
  const weeks: RecentDay[][] = [];
  let newWeek = true;
  for (const each of recent) {
    const weekday = weekdayOf(plainDate(each.day));
    if (weekday === 1) newWeek = true;
    if ((weekday === 0 || weekday === 6) && !each.open && each.persons === 0) continue;
    if (newWeek) weeks.push([]);
    newWeek = false;
    weeks.at(-1)?.push(each);
  }
  return weeks;
}

/** 平均: persons a day over the open days before this one, from the first on which anybody came; null where there was none. */
export function meanOf(recent: DayLogShown['recent'], day: string): number | null {
  const first = recent.find(({ persons }) => persons > 0)?.day ?? day;
  const before = recent.filter((each) => each.day >= first && each.day < day && (each.open || each.persons > 0));
  return before.length === 0 ? null : before.reduce((sum, { persons }) => sum + persons, 0) / before.length;
}
