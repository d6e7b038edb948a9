import * as z from 'zod';
import { Day, type Kind, Office } from './codes.ts';

const Count = z.int().min(0);
const Month = z.string().regex(/^2\d{3}-(?:0[1-9]|1[0-2])$/);

/** 統計の期間: a month, or a fiscal year by the year of its 1 April. */
export const StatisticsPeriod = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('month'), month: Month }),
  z.strictObject({ kind: z.literal('fiscalYear'), year: z.int().min(2001).max(2998) }),
]);
export type StatisticsPeriod = z.infer<typeof StatisticsPeriod>;

/** 統計の窓口: one office, or all that the ledger knows. */
export const StatisticsOffice = z.union([Office, z.literal('all')]);
export type StatisticsOffice = z.infer<typeof StatisticsOffice>;

/** 記録のある範囲: `none` before the ledger's first day, `partly` where it began within the span. */
const CoverageKept = z.enum(['none', 'partly', 'whole']);

const Recorded = {
  coverage: CoverageKept,
  /** from which day on there is a record; null where there never was one */
  since: Day.nullable(),
} as const;

/** 比べる期間: `cut` where the period itself is not over, so that the same days are compared. */
export const StatisticsBase = z.strictObject({
  name: z.enum(['before', 'yearBefore']),
  from: Day,
  until: Day,
  cut: z.boolean(),
  ...Recorded,
});
export type StatisticsBase = z.infer<typeof StatisticsBase>;

const Monthly = z.array(Count.nullable()).length(12);

/** 統計の一行: `value` null where nothing was recorded yet; `compared` in the order of the bases; months from April on, null where there is no record or the month lies ahead. */
export const StatisticsLine = z.strictObject({
  code: z.string(),
  group: z.enum(['persons', 'certificates', 'letters', 'others']),
  level: z.enum(['total', 'part', 'detail']),
  label: z.string(),
  unit: z.enum(['人', '枚', '通', '件', '円']),
  value: Count.nullable(),
  compared: z.array(
    z.strictObject({ base: Count.nullable(), difference: z.int().nullable(), ratio: z.number().min(0).nullable() }),
  ),
  months: Monthly,
  monthsBefore: Monthly,
});
export type StatisticsLine = z.infer<typeof StatisticsLine>;

const MonthKept = z.strictObject({
  month: Month,
  progress: z.enum(['over', 'running', 'ahead']),
  coverage: CoverageKept,
});

/** 月計・年度計: sums of days, of one office or of all; never a person. */
export const statisticsView = z.strictObject({
  period: StatisticsPeriod,
  from: Day,
  until: Day,
  /** the last day that is counted, where the period is not over */
  today: Day,
  progress: z.enum(['over', 'running']),
  ...Recorded,
  office: StatisticsOffice,
  practice: z.boolean(),
  bases: z.array(StatisticsBase).min(1),
  /** the fiscal year that the period lies in, and the one before */
  fiscalYear: z.int(),
  months: z.array(MonthKept).length(12),
  monthsBefore: z.array(MonthKept).length(12),
  lines: z.array(StatisticsLine).min(1),
  /** each office by itself, where all are asked for */
  offices: z.array(
    z.strictObject({
      office: Office,
      ...Recorded,
      received: Count.nullable(),
      issued: Count.nullable(),
      revoked: Count.nullable(),
      fee: Count.nullable(),
    }),
  ),
});
export type StatisticsView = z.infer<typeof statisticsView>;

const ByKind = z.strictObject({ signature: Count, userAuthentication: Count });
const Weeks = {
  /** by weeks from Monday on: certificates by their last day, and by the first day on which they can be renewed (W1) */
  weeks: z.array(z.strictObject({ monday: Day, ending: ByKind, opening: ByKind })).min(1),
  /** those that can be renewed already */
  open: ByKind,
} as const;

/** 更新の見込み: certificates in force of our own ledger, as numbers; of one office (that issued them) or of all. */
export const forecastView = z.strictObject({
  today: Day,
  from: Day,
  until: Day,
  office: StatisticsOffice,
  practice: z.boolean(),
  ...Weeks,
  offices: z.array(z.strictObject({ office: Office, ...Weeks })),
});
export type ForecastView = z.infer<typeof forecastView>;
export type ForecastWeekView = ForecastView['weeks'][number];

export const kindOrder: readonly z.infer<typeof Kind>[] = ['signature', 'userAuthentication'];

/** 統計のつづり: what is written out or printed; where all offices are asked for, their sum comes first and then each. */
export type StatisticsBook = {
  readonly views: readonly [StatisticsView, ...StatisticsView[]];
  readonly writtenAt: string;
  readonly writtenBy: string;
};

/** 見込みのつづり */
export type ForecastBook = { readonly view: ForecastView; readonly writtenAt: string; readonly writtenBy: string };
