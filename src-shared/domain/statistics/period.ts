import {
  addDays,
  addMonths,
  daysInMonth,
  firstOfMonthAfter,
  type PlainDate,
  partsOf,
  plainDate,
  plainDateOf,
} from '../../kernel/plain-date.ts';

/** 統計の期間: a month (`YYYY-MM`) or a fiscal year, named by the year in which its 1 April lies. */
export type Period =
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'fiscalYear'; readonly year: number };

/** 日から日まで: both days are inside. */
export type Span = { readonly from: PlainDate; readonly until: PlainDate };

/** 期間の進み: `running` until its last day is over. */
export type Progress = 'over' | 'running' | 'ahead';

const monthsAYear = 12;
const firstFiscalMonth = 4;

/** その日の年度: April begins it, so that 31 March still belongs to the year before. */
export function fiscalYearOf(day: PlainDate): number {
  const { year, month } = partsOf(day);
  return month >= firstFiscalMonth ? year : year - 1;
}

/** その日の月: `YYYY-MM`. */
export function monthOf(day: PlainDate): string {
  return day.slice(0, 7);
}

/** 月のはじめの日 */
export function firstDayOf(month: string): PlainDate {
  return plainDate(`${month}-01`);
}

/** 期間の日々: from its first day to its last. */
export function spanOf(period: Period): Span {
  const from = period.kind === 'month' ? firstDayOf(period.month) : firstDayOf(`${fourDigits(period.year)}-04`);
  return { from, until: addDays(firstOfMonthAfter(from, period.kind === 'month' ? 1 : monthsAYear), -1) };
}

/** 年度の月: April to March. */
export function monthsOfFiscalYear(year: number): readonly string[] {
  const { from } = spanOf({ kind: 'fiscalYear', year });
  return Array.from({ length: monthsAYear }, (_, index) => monthOf(firstOfMonthAfter(from, index)));
}

/** 期間をずらす: so many months or fiscal years on, or back. */
export function periodAfter(period: Period, steps: number): Period {
  if (period.kind === 'fiscalYear') return { kind: 'fiscalYear', year: period.year + steps };
  return { kind: 'month', month: monthOf(firstOfMonthAfter(firstDayOf(period.month), steps)) };
}

/** 前年の同じ期間: the month a year before; of a fiscal year the one before. */
export function periodYearBefore(period: Period): Period {
  return periodAfter(period, period.kind === 'month' ? -monthsAYear : -1);
}

/** その日の入る期間 */
export function periodOf(kind: Period['kind'], day: PlainDate): Period {
  return kind === 'month' ? { kind, month: monthOf(day) } : { kind, year: fiscalYearOf(day) };
}

/** 期間の進み: the last day itself is not over yet. */
export function progressOf({ from, until }: Span, today: PlainDate): Progress {
  if (until < today) return 'over';
  return from <= today ? 'running' : 'ahead';
}

/**
 * 同じ日まで: the part of `base` that compares with a period of the same kind which has run until `today`. A day number that its month
 * does not have is the last day of that month.
 */
export function sameDaysOf(base: Period, today: PlainDate): Span {
  const { from, until } = spanOf(base);
  if (base.kind === 'month') {
    const { year, month } = partsOf(from);
    const day = Math.min(partsOf(today).day, daysInMonth(year, month));
    return { from, until: plainDateOf(year, month, day) ?? until };
  }
  const years = base.year - fiscalYearOf(today);
  return { from, until: addMonths(today, years * monthsAYear) };
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}
