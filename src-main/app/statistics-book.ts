import type {
  ForecastBook,
  ForecastView,
  StatisticsBase,
  StatisticsBook,
  StatisticsOffice,
  StatisticsPeriod,
  StatisticsView,
} from '../../src-shared/contract/statistics-view.ts';
import { lineName } from '../../src-shared/contract/statistics-words.ts';
import { type Coverage, compare, coverageOf } from '../../src-shared/domain/statistics/comparison.ts';
import { forecastOf, forecastReaches, forecastSpan } from '../../src-shared/domain/statistics/forecast.ts';
import { type StatisticLine, statisticLines, sumOf } from '../../src-shared/domain/statistics/lines.ts';
import {
  fiscalYearOf,
  monthsOfFiscalYear,
  periodAfter,
  periodYearBefore,
  progressOf,
  type Span,
  sameDaysOf,
  spanOf,
} from '../../src-shared/domain/statistics/period.ts';
import { type PlainDate, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { type Context, momentOf, openLedger } from './context.ts';
import type { LedgerReads, OfficeCode } from './ports.ts';
import type { CountSum } from './ports-statistics.ts';

const everyOffice: readonly OfficeCode[] = ['shiminka', 'sobue', 'heiwa'];
const officesOf = (office: StatisticsOffice): readonly OfficeCode[] => (office === 'all' ? everyOffice : [office]);

/** where the record of these offices begins, and how much of a span it covers */
function recordOf(reads: LedgerReads, office: StatisticsOffice) {
  const since = reads
    .recordedSince()
    .filter((each) => officesOf(office).includes(each.office))
    .map(({ day }) => plainDate(day))
    .toSorted();
  const within = (span: Span): { coverage: Coverage; since: PlainDate | null } => ({
    coverage: coverageOf(span, since),
    // Where one began within the span it is the one that makes the record short.
    since: since.findLast((day) => day > span.from && day <= span.until) ?? since.at(0) ?? null,
  });
  return { within };
}

type Record = ReturnType<typeof recordOf>;

/** 比べる期間: the same days of it where the period itself is not over. */
function basesOf(period: StatisticsPeriod, running: boolean, today: PlainDate, record: Record): StatisticsBase[] {
  const named = [
    ...(period.kind === 'month' ? [{ name: 'before' as const, base: periodAfter(period, -1) }] : []),
    { name: 'yearBefore' as const, base: periodYearBefore(period) },
  ];
  return named.map(({ name, base }) => {
    const span = running ? sameDaysOf(base, today) : spanOf(base);
    return { name, ...span, cut: running, ...record.within(span) };
  });
}

function monthsOf(year: number, today: PlainDate, record: Record) {
  return monthsOfFiscalYear(year).map((month) => {
    const span = spanOf({ kind: 'month', month });
    return { month, progress: progressOf(span, today), coverage: record.within(span).coverage };
  });
}

const earlierOf = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? one : other);

type Month = ReturnType<typeof monthsOf>[number];
type ByMonth = ReadonlyMap<string, readonly CountSum[]>;

function monthly(line: StatisticLine, months: readonly Month[], counts: ByMonth): (number | null)[] {
  return months.map(({ month, progress, coverage }) =>
    progress === 'ahead' || coverage === 'none' ? null : sumOf(line, counts.get(month) ?? []),
  );
}

/** 月計・年度計を読む: null where the period has not begun. */
export function statisticsView(
  context: Context,
  period: StatisticsPeriod,
  office: StatisticsOffice,
): StatisticsView | null {
  const { reads } = openLedger(context);
  const { day: today } = momentOf(context);
  const span = spanOf(period);
  const progress = progressOf(span, today);
  if (progress === 'ahead') return null;
  const record = recordOf(reads, office);
  const offices = officesOf(office);
  const here = (sums: readonly CountSum[]): readonly CountSum[] => sums.filter((sum) => offices.includes(sum.office));
  // What came after today's close counts tomorrow (B4): it is in no sum that goes as far as today.
  const counts = reads.countsBetween(span.from, earlierOf(today, span.until));
  const bases = basesOf(period, progress === 'running', today, record);
  const countsOfBases = bases.map(({ from, until }) => here(reads.countsBetween(from, until)));
  const fiscalYear = period.kind === 'month' ? fiscalYearOf(span.from) : period.year;
  const [months, monthsBefore] = [monthsOf(fiscalYear, today, record), monthsOf(fiscalYear - 1, today, record)];
  const twoYears = reads.countsByMonth(
    spanOf({ kind: 'fiscalYear', year: fiscalYear - 1 }).from,
    earlierOf(today, spanOf({ kind: 'fiscalYear', year: fiscalYear }).until),
  );
  const byMonth: ByMonth = Map.groupBy(
    twoYears.filter((sum) => offices.includes(sum.office)),
    ({ month }) => month,
  );
  const recorded = record.within(span);
  return {
    period,
    ...span,
    today,
    progress,
    ...recorded,
    office,
    practice: context.slot.practice,
    bases,
    fiscalYear,
    months,
    monthsBefore,
    lines: statisticLines.map((line) => {
      const value = recorded.coverage === 'none' ? null : sumOf(line, here(counts));
      const { code, group, level, unit } = line;
      return {
        ...{ code, group, level, label: lineName(code), unit, value },
        compared: bases.map(({ coverage }, index) =>
          compare(recorded.coverage === 'whole' ? value : null, sumOf(line, countsOfBases[index] ?? []), coverage),
        ),
        months: monthly(line, months, byMonth),
        monthsBefore: monthly(line, monthsBefore, byMonth),
      };
    }),
    offices: office === 'all' ? everyOffice.map((each) => ofOneOffice(reads, each, span, counts)) : [],
  };
}

const lineOf = (code: string): StatisticLine => {
  const line = statisticLines.find((each) => each.code === code);
  if (line === undefined) throw new Error(`no line ${code}`);
  return line;
};
const [received, issued, revoked, fee] = [lineOf('received'), lineOf('issued'), lineOf('revoked'), lineOf('fee')];

function ofOneOffice(
  reads: LedgerReads,
  office: OfficeCode,
  span: Span,
  counts: readonly CountSum[],
): StatisticsView['offices'][number] {
  const recorded = recordOf(reads, office).within(span);
  const own = counts.filter((sum) => sum.office === office);
  const sum = (line: StatisticLine): number | null => (recorded.coverage === 'none' ? null : sumOf(line, own));
  return {
    office,
    ...recorded,
    received: sum(received),
    issued: sum(issued),
    revoked: sum(revoked),
    fee: sum(fee),
  };
}

/** 更新の見込みを読む (W1): by the office that issued, with the policy of today. */
export function forecastView(context: Context, office: StatisticsOffice): ForecastView {
  const { reads } = openLedger(context);
  const { day: today, policy } = momentOf(context);
  const endings = reads
    .certificatesEndingByDay(today, forecastReaches(today, policy))
    .map(({ expiresOn, ...each }) => ({ ...each, expiresOn: plainDate(expiresOn) }));
  const of = (which: readonly OfficeCode[]) => {
    const { weeks, open } = forecastOf(
      endings.filter((each) => which.includes(each.office)),
      today,
      policy,
    );
    return { weeks: [...weeks], open };
  };
  return {
    today,
    ...forecastSpan(today),
    office,
    practice: context.slot.practice,
    ...of(officesOf(office)),
    offices: officesOf(office).map((each) => ({ office: each, ...of([each]) })),
  };
}

type Cover = { readonly writtenAt: string; readonly writtenBy: string };

function coverOf(context: Context): Cover {
  return { writtenAt: momentOf(context).instant, writtenBy: context.desk.user()?.name ?? '' };
}

/** 統計をつづる: null where the period has not begun. */
export function statisticsBook(
  context: Context,
  period: StatisticsPeriod,
  office: StatisticsOffice,
): StatisticsBook | null {
  const first = statisticsView(context, period, office);
  if (first === null) return null;
  const each = office === 'all' ? everyOffice.map((one) => statisticsView(context, period, one)) : [];
  return { views: [first, ...each.filter((view) => view !== null)], ...coverOf(context) };
}

/** 見込みをつづる */
export function forecastBook(context: Context, office: StatisticsOffice): ForecastBook {
  return { view: forecastView(context, office), ...coverOf(context) };
}
