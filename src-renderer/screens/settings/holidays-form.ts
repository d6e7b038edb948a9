import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import type { Calendar } from '../../../src-shared/domain/calendar.ts';
import { type HolidayRow, holidaysOfYear, problemsOfHolidays } from '../../../src-shared/domain/holiday-years.ts';
import { parseDateInput } from '../../../src-shared/kernel/date-input.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';

export type AddedHoliday = { readonly day: string; readonly name: string };

/** 祝日に入力したもの: which of the listed days stay, what is added, and what it was compared with. */
export type HolidaysTyped = {
  readonly year: number;
  readonly kept: readonly string[];
  readonly added: readonly AddedHoliday[];
  readonly reason: string;
};

export type HolidaysProblem = { readonly field: string; readonly message: string };

const emptyRow: AddedHoliday = { day: '', name: '' };

/** 祝日の欄のはじめ: every day of the year as the calendar has it. */
export function holidaysTypedOf(year: number, calendar: Calendar): HolidaysTyped {
  return { year, kept: holidaysOfYear(year, calendar).map(({ on }) => on), added: [emptyRow], reason: '' };
}

/** 次の行を置く: always one empty row at the end. */
export function withEmptyRow(added: readonly AddedHoliday[]): readonly AddedHoliday[] {
  const last = added.at(-1);
  return last !== undefined && isEmpty(last) ? added : [...added, emptyRow];
}

type Reading = {
  /** the list as it would stand; what cannot be read yet is left out */
  readonly rows: readonly HolidayRow[];
  readonly confirmation: Omit<Input<'settings.confirmHolidays'>, 'requestId'> | null;
  readonly problems: readonly HolidaysProblem[];
};

/** 祝日の確認を読む (L2): the whole list of the year, or what to mend in which field. */
export function readHolidays(typed: HolidaysTyped, today: PlainDate, calendar: Calendar): Reading {
  const problems: HolidaysProblem[] = [];
  const kept = holidaysOfYear(typed.year, calendar).filter(({ on }) => typed.kept.includes(on));
  const added = typed.added.flatMap((row, place) => {
    if (isEmpty(row)) return [];
    const day = parseDateInput(row.day);
    if (!day.ok) {
      problems.push({
        field: `day-${place}`,
        message: row.day.trim() === '' ? '日を入力してください。' : day.failure.message,
      });
      return [];
    }
    if (findMyNumbers(row.name).length > 0)
      problems.push({
        field: `name-${place}`,
        message: '12桁の番号は入力しません。祝日の名前だけを入力してください。',
      });
    return [{ place, row: { on: day.value as string, name: row.name.trim() } }];
  });
  const rows = [...kept, ...added.map(({ row }) => row)];
  for (const { place, field, message } of problemsOfHolidays(typed.year, rows, today, calendar)) {
    const of = added[place - kept.length]?.place;
    const name = field === 'on' ? 'day' : 'name';
    problems.push({ field: of === undefined ? 'kept' : `${name}-${of}`, message });
  }
  const reason = checkFreeText('reason', typed.reason, { optional: false, least: 2, label: '照らしたもの' });
  if (!reason.ok) problems.push({ field: 'reason', message: reason.failure.message });
  const sorted = rows.toSorted((left, right) => (left.on < right.on ? -1 : 1));
  if (problems.length > 0 || !reason.ok) return { rows: sorted, confirmation: null, problems };
  return { rows: sorted, confirmation: { year: typed.year, days: sorted, reason: reason.value }, problems: [] };
}

function isEmpty(row: AddedHoliday): boolean {
  return row.day.trim() === '' && row.name.trim() === '';
}
