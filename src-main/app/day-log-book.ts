import type { DayLogBook, DayLogCover, DayLogPage } from '../../src-shared/contract/day-log-book.ts';
import { addDays, daysBetween, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { closeProofsOf } from './close-proofs.ts';
import { type Context, momentOf, openLedger, placeOf } from './context.ts';
import { type DayLogSource, dayLogViewOf, everyOffice } from './day-log-view.ts';
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

/** 日報を一枚: the day with the closes of its terminals. */
export function dayLogPageOf(
  source: DayLogSource,
  office: OfficeCode,
  day: string,
  procedure: DayLogBook['procedure'],
): DayLogPage {
  return {
    view: dayLogViewOf(source, office, day, procedure),
    closes: closeProofsOf(source.reads, office, day),
  };
}

/** つづりの表紙: what is chosen, and who writes it out when. */
export function dayLogCoverOf(context: Context, choice: DayLogChoice): DayLogCover {
  const { ledger, terminal } = placeOf(openLedger(context).reads);
  return {
    from: choice.day,
    until: choice.until ?? choice.day,
    offices: choice.office === 'all' ? everyOffice : [choice.office],
    procedure: choice.procedure,
    practice: context.slot.practice,
    ledger,
    terminal,
    writtenAt: momentOf(context).instant,
    writtenBy: context.desk.user()?.name ?? '',
  };
}
