import type { DayLogBook } from '../../src-shared/contract/day-log-book.ts';
import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { addDays, daysBetween, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { type Context, momentOf, openLedger, placeOf } from './context.ts';
import { dayLogViewOf, everyOffice } from './day-log-view.ts';
import type { OfficeCode } from './ports.ts';

/** 一度に書き出せる日数: a fiscal year. */
export const mostDaysExported = 366;

export type DayLogChoice = {
  readonly day: string;
  readonly until: string | null;
  readonly office: OfficeCode | 'all';
  readonly procedure: DayLogBook['procedure'];
};

/** 書き出す日: null where the range ends before it begins, or is too long. */
export function daysOf({ day, until }: Pick<DayLogChoice, 'day' | 'until'>): readonly string[] | null {
  const from = plainDate(day);
  const more = until === null ? 0 : daysBetween(from, plainDate(until));
  if (more < 0 || more >= mostDaysExported) return null;
  return Array.from({ length: more + 1 }, (_, index) => addDays(from, index));
}

/** 日報をつづる: every day of the range, and in each the offices; a range is its days and nothing else. */
export function dayLogViewsOf(context: Context, choice: DayLogChoice, days: readonly string[]): readonly DayLogView[] {
  const offices = choice.office === 'all' ? everyOffice : [choice.office];
  return days.flatMap((day) => offices.map((office) => dayLogViewOf(context, office, day, choice.procedure)));
}

/** つづりの表紙: the head is the ledger's at this moment, so that it holds the record of the export (B5). */
export function dayLogBookOf(context: Context, choice: DayLogChoice, views: readonly DayLogView[]): DayLogBook {
  const { reads } = openLedger(context);
  const { ledger, terminal } = placeOf(reads);
  const { events, head } = reads.count();
  return {
    from: choice.day,
    until: choice.until ?? choice.day,
    offices: choice.office === 'all' ? everyOffice : [choice.office],
    procedure: choice.procedure,
    practice: context.slot.practice,
    views,
    ledger,
    terminal,
    events,
    head,
    writtenAt: momentOf(context).instant,
    writtenBy: context.desk.user()?.name ?? '',
  };
}
