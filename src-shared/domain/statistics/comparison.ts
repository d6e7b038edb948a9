import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Span } from './period.ts';

/** 記録のある範囲: `none` before the ledger's first day, `partly` where it began within the span. */
export type Coverage = 'none' | 'partly' | 'whole';

/** 記録のある範囲を見る: `since` is the first day of each office that is counted; an office that is not known here counts for none. */
export function coverageOf({ from, until }: Span, since: readonly PlainDate[]): Coverage {
  if (since.every((day) => day > until)) return 'none';
  return since.every((day) => day <= from) ? 'whole' : 'partly';
}

/** 比べた数: null where there is nothing to compare with. `ratio` is 1 where both are equal. */
export type Compared = {
  readonly base: number | null;
  readonly difference: number | null;
  readonly ratio: number | null;
};

/**
 * 比べる: with a span whose record is whole. Of one that began within it the value stands alone, since a difference would tell of the
 * ledger's beginning and not of the counter; a ratio to nothing is none (never ∞).
 */
export function compare(value: number | null, base: number, coverage: Coverage): Compared {
  if (coverage === 'none') return { base: null, difference: null, ratio: null };
  if (coverage === 'partly' || value === null) return { base, difference: null, ratio: null };
  return { base, difference: value - base, ratio: base === 0 ? null : value / base };
}
