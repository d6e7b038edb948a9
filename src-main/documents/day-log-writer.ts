import type { DayLogPage, DayLogPlace, UnfitCharacter } from '../../src-shared/contract/day-log-book.ts';

/**
 * 日報の書き手: a file piece by piece, so that a year never lies in memory at once. `end` comes after the last page, when the
 * ledger's place that holds the record of this export is known.
 */
export type DayLogWriter = {
  readonly begin: () => string | Uint8Array;
  readonly page: (page: DayLogPage) => string | Uint8Array;
  readonly end: (place: DayLogPlace) => string | Uint8Array | Promise<Uint8Array>;
  /** CP932 alone: what does not fit so far, and how many characters stand replaced */
  readonly unfit?: () => readonly (UnfitCharacter & { readonly case: string | null })[];
  readonly replaced?: () => number;
};
