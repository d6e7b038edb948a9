import * as z from 'zod';
import { RequestId } from '../codes.ts';
import { forecastView, StatisticsOffice, StatisticsPeriod, statisticsView } from '../statistics-view.ts';
import type { Call } from './call.ts';

/** 統計の紙とファイル: the sums of a period, or the renewals to come. */
const Report = z.union([StatisticsPeriod, z.strictObject({ kind: z.literal('forecast') })]);
export type StatisticsReport = z.infer<typeof Report>;

export const StatisticsFormat = z.enum(['csv', 'xlsx', 'pdf']);
export type StatisticsFormat = z.infer<typeof StatisticsFormat>;

const Chosen = { requestId: RequestId, report: Report, office: StatisticsOffice } as const;

/** 統計の依頼: numbers alone, so that looking at them is no view of a person's record; what leaves is recorded (B5). */
export const statisticsApi = {
  'statistics.view': {
    access: 'supervisor',
    input: z.strictObject({ period: StatisticsPeriod, office: StatisticsOffice }),
    output: statisticsView,
  },
  'statistics.forecast': {
    access: 'supervisor',
    input: z.strictObject({ office: StatisticsOffice }),
    output: forecastView,
  },
  'statistics.export': {
    access: 'supervisor',
    input: z.strictObject({ ...Chosen, format: StatisticsFormat }),
    output: z.strictObject({ path: z.string(), rows: z.int() }),
  },
  'statistics.print': {
    access: 'supervisor',
    input: z.strictObject({ ...Chosen, to: z.enum(['printer', 'file']) }),
    output: z.strictObject({ path: z.string().nullable(), rows: z.int() }),
  },
} as const satisfies Record<string, Call>;
