import type { ForecastView, StatisticsOffice, StatisticsView } from '../../src-shared/contract/statistics-view.ts';
import { lineName } from '../../src-shared/contract/statistics-words.ts';
import { compare } from '../../src-shared/domain/statistics/comparison.ts';
import { statisticLines } from '../../src-shared/domain/statistics/lines.ts';
import { addDays, plainDate } from '../../src-shared/kernel/plain-date.ts';

/** 見本の一年: how many of a line each month from April on brought; a line with no number of its own brings none. */
const monthly: Readonly<Record<string, readonly number[]>> = {
  received: [812, 641, 588, 602, 540, 577, 623, 468, 0, 0, 0, 0],
  'received.issue': [260, 190, 160, 170, 150, 160, 180, 130, 0, 0, 0, 0],
  'received.renew': [520, 430, 410, 412, 372, 397, 423, 320, 0, 0, 0, 0],
  'received.revoke': [32, 21, 18, 20, 18, 20, 20, 18, 0, 0, 0, 0],
  'received.holder': [740, 590, 540, 550, 490, 530, 570, 428, 0, 0, 0, 0],
  'received.agent': [40, 30, 28, 30, 30, 27, 31, 24, 0, 0, 0, 0],
  'received.statutoryRepresentative': [24, 16, 14, 16, 14, 14, 16, 12, 0, 0, 0, 0],
  'received.notice': [8, 5, 6, 6, 6, 6, 6, 4, 0, 0, 0, 0],
  'routed.sameDay': [730, 580, 532, 543, 484, 523, 563, 424, 0, 0, 0, 0],
  'routed.inquiry': [70, 52, 48, 51, 49, 46, 52, 38, 0, 0, 0, 0],
  'routed.none': [12, 9, 8, 8, 7, 8, 8, 6, 0, 0, 0, 0],
  'ended.refused': [12, 9, 8, 8, 7, 8, 8, 6, 0, 0, 0, 0],
  'ended.withdrawn': [3, 2, 2, 1, 2, 2, 1, 1, 0, 0, 0, 0],
  'issued.issue.signature': [230, 175, 150, 160, 140, 150, 165, 120, 0, 0, 0, 0],
  'issued.issue.userAuthentication': [240, 180, 152, 162, 142, 152, 170, 124, 0, 0, 0, 0],
  'issued.renew.signature': [500, 415, 392, 397, 360, 380, 410, 310, 0, 0, 0, 0],
  'issued.renew.userAuthentication': [510, 420, 396, 401, 362, 384, 413, 312, 0, 0, 0, 0],
  revoked: [34, 23, 19, 22, 19, 22, 22, 19, 0, 0, 0, 0],
  'revoked.signature': [30, 20, 17, 19, 17, 19, 19, 17, 0, 0, 0, 0],
  'revoked.userAuthentication': [4, 3, 2, 3, 2, 3, 3, 2, 0, 0, 0, 0],
  issued: [1480, 1190, 1090, 1120, 1004, 1066, 1158, 866, 0, 0, 0, 0],
  'revoked.X1.signature': [6, 4, 3, 4, 3, 4, 4, 3, 0, 0, 0, 0],
  'revoked.X3.signature': [20, 13, 12, 12, 12, 12, 12, 12, 0, 0, 0, 0],
  'revoked.X3d.signature': [4, 3, 2, 3, 2, 3, 3, 2, 0, 0, 0, 0],
  'revoked.X3d.userAuthentication': [4, 3, 2, 3, 2, 3, 3, 2, 0, 0, 0, 0],
  'letter.posted': [68, 50, 47, 50, 48, 45, 51, 37, 0, 0, 0, 0],
  'letter.answered': [61, 47, 44, 46, 45, 42, 47, 34, 0, 0, 0, 0],
  'letter.returned': [2, 1, 1, 2, 1, 0, 1, 1, 0, 0, 0, 0],
  corrected: [3, 1, 0, 2, 1, 1, 0, 1, 0, 0, 0, 0],
  fee: [4200, 3000, 2800, 3200, 2600, 2800, 3000, 2400, 0, 0, 0, 0],
};
/** the year before was a little quieter, and whole */
const monthlyBefore: Readonly<Record<string, readonly number[]>> = Object.fromEntries(
  Object.entries(monthly).map(([code, counts]) => {
    const [april = 0, ...rest] = counts.slice(0, 8).map((count) => Math.round(count * 0.9));
    return [code, [april, ...rest, rest[2] ?? 0, rest[3] ?? 0, rest[0] ?? 0, april]];
  }),
);

const names = ['04', '05', '06', '07', '08', '09', '10', '11', '12', '01', '02', '03'];
const monthsOf = (year: number) => names.map((month, index) => `${index < 9 ? year : year + 1}-${month}`);

/** 見本の月計: November of 2026, which has run until its 24th; the ledger begins with April of 2025. */
export function sampleStatistics(
  change: Partial<StatisticsView> = {},
  counts: Readonly<Record<string, { readonly value: number; readonly bases: readonly number[] }>> = {},
): StatisticsView {
  const period = change.period ?? { kind: 'month', month: '2026-11' };
  const year = period.kind === 'fiscalYear';
  const recorded = { coverage: 'whole', since: '2025-04-01' } as const;
  const bases = year
    ? [{ name: 'yearBefore' as const, from: '2025-04-01', until: '2025-11-24', cut: true, ...recorded }]
    : [
        { name: 'before' as const, from: '2026-10-01', until: '2026-10-24', cut: true, ...recorded },
        { name: 'yearBefore' as const, from: '2025-11-01', until: '2025-11-24', cut: true, ...recorded },
      ];
  return {
    period,
    from: year ? '2026-04-01' : '2026-11-01',
    until: year ? '2027-03-31' : '2026-11-30',
    today: '2026-11-24',
    progress: 'running',
    ...recorded,
    office: 'shiminka',
    practice: false,
    bases,
    fiscalYear: 2026,
    months: monthsOf(2026).map((month, index) => ({
      month,
      progress: index < 7 ? 'over' : index === 7 ? 'running' : 'ahead',
      coverage: 'whole',
    })),
    monthsBefore: monthsOf(2025).map((month) => ({ month, progress: 'over', coverage: 'whole' })),
    lines: statisticLines.map(({ code, group, level, unit }) => {
      const months = names.map((_, index) => (index > 7 ? null : (monthly[code]?.[index] ?? 0)));
      const monthsBefore = names.map((_, index) => monthlyBefore[code]?.[index] ?? 0);
      const total = months.reduce<number>((sum, count) => sum + (count ?? 0), 0);
      const value = counts[code]?.value ?? (year ? total : (months[7] ?? 0));
      const before = year
        ? [monthsBefore.slice(0, 8).reduce((sum, count) => sum + count, 0)]
        : [months[6] ?? 0, monthsBefore[7] ?? 0];
      return {
        ...{ code, group, level, label: lineName(code), unit, value, months, monthsBefore },
        compared: (counts[code]?.bases ?? before).map((base) => compare(value, base, 'whole')),
      };
    }),
    offices: [],
    ...change,
  };
}

/** 見本のすべての窓口: 平和支所 has no record yet. */
export function sampleOfAllOffices(change: Partial<StatisticsView> = {}): StatisticsView {
  const recorded = { coverage: 'whole', since: '2025-04-01' } as const;
  return sampleStatistics({
    office: 'all',
    offices: [
      { office: 'shiminka', ...recorded, received: 402, issued: 744, revoked: 15, fee: 2000 },
      { office: 'sobue', ...recorded, received: 66, issued: 122, revoked: 3, fee: 400 },
      { office: 'heiwa', coverage: 'none', since: null, received: null, issued: null, revoked: null, fee: null },
    ],
    ...change,
  });
}

/** 見本の見込み: so many a week, rising and falling through the year. */
export function sampleForecast(office: StatisticsOffice = 'all'): ForecastView {
  const monday = plainDate('2026-11-23');
  const weeksOf = (share: number) =>
    Array.from({ length: 53 }, (_, index) => {
      const wave = (phase: number) => Math.round(share * (20 + 14 * Math.sin((index + phase) / 6)));
      return {
        monday: addDays(monday, index * 7),
        ending: { signature: wave(0), userAuthentication: wave(2) },
        opening: { signature: wave(12), userAuthentication: wave(14) },
      };
    });
  const open = { signature: 214, userAuthentication: 231 };
  const shares = { shiminka: 3, sobue: 1, heiwa: 0.5 } as const;
  const offices = (['shiminka', 'sobue', 'heiwa'] as const)
    .filter((each) => office === 'all' || office === each)
    .map((each) => ({ office: each, weeks: weeksOf(shares[each]), open }));
  const add = (index: number, of: 'ending' | 'opening') => ({
    signature: offices.reduce((sum, { weeks }) => sum + (weeks[index]?.[of].signature ?? 0), 0),
    userAuthentication: offices.reduce((sum, { weeks }) => sum + (weeks[index]?.[of].userAuthentication ?? 0), 0),
  });
  return {
    today: '2026-11-24',
    from: monday,
    until: '2027-11-28',
    office,
    practice: false,
    weeks: Array.from({ length: 53 }, (_, index) => ({
      monday: addDays(monday, index * 7),
      ending: add(index, 'ending'),
      opening: add(index, 'opening'),
    })),
    open,
    offices,
  };
}
