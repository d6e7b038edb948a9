import { PROCEDURE_NAMES } from '../../../src-shared/contract/names-ja.ts';
import { type Period, periodAfter, periodOf, spanOf } from '../../../src-shared/domain/statistics/period.ts';
import { addDays, daysBetween, type PlainDate, partsOf } from '../../../src-shared/kernel/plain-date.ts';
import { formatWarekiYear } from '../../../src-shared/kernel/wareki.ts';
import type { ExportChoice, SpanKind } from '../../store/export-slice.ts';
import { officeNames } from '../../words/counter-words.ts';
import { monthDayWeekday } from '../../words/day-words.ts';
import { type DayReading, readDay } from '../receive/date-reading.ts';

const mostDays = 366;

/** 選んだ日: what is asked for, or which field to mend. */
export type ChosenDays =
  | { readonly ok: true; readonly day: string; readonly until: string | null; readonly words: string }
  | { readonly ok: false; readonly field: 'from' | 'until'; readonly message: string };

function periodIn({ span, day }: ExportChoice): Period | null {
  return span === 'month' || span === 'fiscalYear' ? periodOf(span, day) : null;
}

function wrongWords(reading: DayReading, name: string): string {
  return reading.kind === 'wrong' ? reading.message : `${name}の日を入力してください。`;
}

function daysTyped(choice: ExportChoice): ChosenDays {
  const [from, until] = [readDay(choice.from), readDay(choice.until)];
  if (from.kind !== 'read') return { ok: false, field: 'from', message: wrongWords(from, '始まり') };
  if (until.kind !== 'read') return { ok: false, field: 'until', message: wrongWords(until, '終わり') };
  const more = daysBetween(from.day, until.day);
  if (more < 0) return { ok: false, field: 'until', message: '終わりの日は、始まりの日かその後にしてください。' };
  if (more >= mostDays) return { ok: false, field: 'until', message: '一度に書き出せるのは366日までです。' };
  const words = `${monthDayWeekday(from.day)}から${monthDayWeekday(until.day)}までの${more + 1}日`;
  return { ok: true, day: from.day, until: until.day, words };
}

/** 日を決める: of the chosen kind of period; the words say it back. */
export function chosenDays(choice: ExportChoice): ChosenDays {
  if (choice.span === 'range') return daysTyped(choice);
  const period = periodIn(choice);
  if (period === null) return { ok: true, day: choice.day, until: null, words: monthDayWeekday(choice.day) };
  const { from, until } = spanOf(period);
  return { ok: true, day: from, until, words: `${periodWords(choice)}の${daysBetween(from, until) + 1}日` };
}

/** 期間の言葉: 11月24日(火), 令和8年11月, 令和8年度. */
export function periodWords(choice: ExportChoice): string {
  const period = periodIn(choice);
  if (period === null) return monthDayWeekday(choice.day);
  const { from } = spanOf(period);
  const year = formatWarekiYear(from);
  return period.kind === 'month' ? `${year}${partsOf(from).month}月` : `${year}度`;
}

/** 期間を送る: a day, a month or a fiscal year on, or back; null where it would lie after today. */
export function turned(choice: ExportChoice, steps: 1 | -1, today: PlainDate): PlainDate | null {
  const period = periodIn(choice);
  const day = period === null ? addDays(choice.day, steps) : spanOf(periodAfter(period, steps)).from;
  return day > today ? null : day;
}

export const spanKinds: readonly { readonly value: SpanKind; readonly label: string }[] = [
  { value: 'day', label: '一日' },
  { value: 'month', label: '月' },
  { value: 'fiscalYear', label: '年度' },
  { value: 'range', label: '日から日まで' },
];

export const officeChoices: readonly { readonly value: ExportChoice['office']; readonly label: string }[] = [
  ...(['shiminka', 'sobue', 'heiwa'] as const).map((value) => ({ value, label: officeNames[value] })),
  { value: 'all', label: 'すべて' },
];

export const procedureChoices: readonly { readonly value: ExportChoice['procedure']; readonly label: string }[] = [
  { value: 'every', label: 'すべて' },
  ...(['issue', 'renew', 'revoke'] as const).map((value) => ({ value, label: PROCEDURE_NAMES[value] })),
];
