import type { DayCount } from '../../src-shared/domain/statistics/day-counts.ts';
import type { KindCode, OfficeCode } from './ports.ts';

/** 足した件数: what the days of a span add up to. */
export type CountSum = DayCount & { readonly office: OfficeCode };

/** 統計の読み側: sums of the days, never a case or a person. */
export type StatisticsReads = {
  /** of all offices, both days included */
  readonly countsBetween: (from: string, until: string) => readonly CountSum[];
  /** the same by `YYYY-MM` */
  readonly countsByMonth: (from: string, until: string) => readonly (CountSum & { readonly month: string })[];
  /** from which day on this ledger knows of an office; offices that it knows nothing of are not there */
  readonly recordedSince: () => readonly { readonly office: OfficeCode; readonly day: string }[];
  /** certificates that have not lost effect, by their last day and by the office that issued them */
  readonly certificatesEndingByDay: (
    from: string,
    until: string,
  ) => readonly {
    readonly office: OfficeCode;
    readonly kind: KindCode;
    readonly expiresOn: string;
    readonly n: number;
  }[];
};
