import { CAUSE_NAMES } from '../domain/revocation.ts';
import { spanOf } from '../domain/statistics/period.ts';
import { KIND_NAMES, OFFICE_NAMES } from '../domain/visit.ts';
import { type PlainDate, partsOf, plainDate } from '../kernel/plain-date.ts';
import { formatWarekiYear } from '../kernel/wareki.ts';
import { CAPACITY_NAMES, PROCEDURE_NAMES, ROUTE_NAMES } from './names-ja.ts';
import type {
  StatisticsBase,
  StatisticsLine,
  StatisticsOffice,
  StatisticsPeriod,
  StatisticsView,
} from './statistics-view.ts';

/** 統計の言葉: alike on the screen, on paper and in files. */

export const GROUP_NAMES: Readonly<Record<StatisticsLine['group'], string>> = {
  persons: '受付',
  certificates: '証明書',
  letters: '照会書',
  others: '訂正・手数料',
};

/** 記録がない: the ledger did not exist yet, which is neither 0 nor nothing. */
export const noRecord = '記録なし';

const partNames: Readonly<Record<string, string>> = {
  received: '受付 計',
  'routed.none': ROUTE_NAMES.none,
  'ended.refused': '受付不可',
  'ended.withdrawn': '取下げ',
  issued: '発行・更新 計',
  revoked: '失効 計',
  'letter.posted': '投函',
  'letter.answered': '回答',
  'letter.returned': '宛所不明',
  corrected: '訂正',
  fee: '手数料',
  'revoked.X5': CAUSE_NAMES.X5,
};

const words: Readonly<Record<string, string>> = {
  ...PROCEDURE_NAMES,
  ...CAPACITY_NAMES,
  ...ROUTE_NAMES,
  ...KIND_NAMES,
  ...CAUSE_NAMES,
};

/** 行の名前: `issued.renew.signature` is 更新 署名用. */
export function lineName(code: string): string {
  const whole = partNames[code];
  if (whole !== undefined) return whole;
  const [measure, ...parts] = code.split('.');
  const named = parts.map((part) => words[part] ?? part).join(' ');
  if (measure === 'routed') return `経路 ${named}`;
  if (measure === 'revoked' && parts.length === 1) return `失効 ${named}`;
  return parts[0] !== undefined && parts[0] in CAPACITY_NAMES && parts[0] !== 'notice' ? `来庁者 ${named}` : named;
}

/** 期間の名前: 令和8年11月, 令和8年度. */
export function periodName(period: StatisticsPeriod): string {
  const { from } = spanOf(period);
  const year = formatWarekiYear(from);
  return period.kind === 'month' ? `${year}${partsOf(from).month}月` : `${year}度`;
}

/** 統計の名前: 月計, 年度計. */
export function reportName(period: StatisticsPeriod): string {
  return period.kind === 'month' ? '月計' : '年度計';
}

/** 比べる期間の名前: 前月, 前年同月, 前年度. */
export function baseName(base: Pick<StatisticsBase, 'name'>, period: StatisticsPeriod): string {
  if (period.kind === 'fiscalYear') return '前年度';
  return base.name === 'before' ? '前月' : '前年同月';
}

/** 月日: 11月24日. */
export function dayWords(day: string): string {
  const { month, day: number } = partsOf(plainDate(day));
  return `${month}月${number}日`;
}

/** 日から日まで: 10月1日–24日, 4月1日–翌年3月31日. */
export function spanWords(from: string, until: string): string {
  const [first, last] = [partsOf(plainDate(from)), partsOf(plainDate(until))];
  if (first.year === last.year && first.month === last.month) return `${dayWords(from)}–${last.day}日`;
  return `${dayWords(from)}–${first.year === last.year ? '' : '翌年'}${dayWords(until)}`;
}

/** 比べる期間の言葉: what exactly stands there, said where it is not simply the whole of it. */
export function baseWords(base: StatisticsBase): string {
  if (base.coverage === 'none') return noRecord;
  const span = base.cut ? spanWords(base.from, base.until) : '';
  const since = base.coverage === 'partly' && base.since !== null ? `${dayWords(base.since)}からの記録` : '';
  return [span, since].filter((each) => each !== '').join('・');
}

/** 期間の進みの言葉: 途中(11月24日まで), 11月24日からの記録; nothing where the period is over and its record whole. */
export function progressWords(view: Pick<StatisticsView, 'progress' | 'today' | 'coverage' | 'since'>): string {
  if (view.coverage === 'none') return noRecord;
  const running = view.progress === 'running' ? `途中(${dayWords(view.today)}まで)` : '';
  const since = view.coverage === 'partly' && view.since !== null ? `${dayWords(view.since)}からの記録` : '';
  return [running, since].filter((each) => each !== '').join('・');
}

/** 統計の窓口の名前 */
export function statisticsOfficeName(office: StatisticsOffice): string {
  return office === 'all' ? 'すべての窓口' : OFFICE_NAMES[office];
}

/** 差の言葉: +12, ±0, −3; a dash where there is nothing to compare. */
export function differenceWords(difference: number | null): string {
  if (difference === null) return '—';
  if (difference === 0) return '±0';
  return `${difference > 0 ? '+' : '−'}${Math.abs(difference).toLocaleString('ja-JP')}`;
}

/** 比の言葉: 104.2%; a dash where there is none. */
export function ratioWords(ratio: number | null): string {
  return ratio === null ? '—' : `${percentOf(ratio).toFixed(1)}%`;
}

/** 百分率: one place after the point, as it is shown and written. */
export function percentOf(ratio: number): number {
  return Math.round(ratio * 1000) / 10;
}

/** 数の言葉: 1,234; 記録なし where there is none. */
export function countWords(count: number | null): string {
  return count === null ? noRecord : count.toLocaleString('ja-JP');
}

/** 週の言葉: 11/23–29. */
export function weekWords(monday: PlainDate | string, sunday: PlainDate | string): string {
  const [first, last] = [partsOf(plainDate(monday)), partsOf(plainDate(sunday))];
  const end = first.month === last.month ? `${last.day}` : `${last.month}/${last.day}`;
  return `${first.month}/${first.day}–${end}`;
}

/** 見せる行: a detail stands only where something was counted, now or then. */
export function worthShowing(line: StatisticsLine): boolean {
  if (line.level !== 'detail') return true;
  const counts = [line.value, ...line.compared.map(({ base }) => base), ...line.months, ...line.monthsBefore];
  return counts.some((count) => count !== null && count > 0);
}
