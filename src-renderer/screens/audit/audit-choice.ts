import type { AuditRow } from '../../../src-shared/contract/api/audit-api.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { addDays, type PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { readDay } from '../receive/date-reading.ts';

/** 監査の絞り込み as typed: the days as text, everything else chosen; an empty text chooses all. */
export type AuditTyped = {
  readonly from: string;
  readonly until: string;
  readonly staff: string;
  readonly office: AuditRow['office'] | '';
  readonly act: AuditRow['act'] | '';
};

export type AuditChosen = Omit<Input<'audit.list'>, 'before'>;
export type ChoiceField = 'from' | 'until';

const usualDays = 7;

/** はじめの絞り込み: the last seven days, everybody, everything. */
export function usualTyped(today: string): AuditTyped {
  // The clock's own day is one of the calendar.
  return { from: addDays(today as PlainDate, 1 - usualDays), until: today, staff: '', office: '', act: '' };
}

/** 絞り込みを読む: what to ask for, or which day must be mended. */
export function readChoice(
  typed: AuditTyped,
  person: string | null,
):
  | { readonly chosen: AuditChosen; readonly problem: null }
  | { readonly chosen: null; readonly problem: { readonly field: ChoiceField; readonly message: string } } {
  const days = readPeriod(typed);
  if (days.problem !== null) return { chosen: null, problem: days.problem };
  const { staff, office, act } = typed;
  return {
    chosen: {
      ...days.period,
      staff: staff === '' ? null : staff,
      office: office === '' ? null : office,
      act: act === '' ? null : act,
      person,
    },
    problem: null,
  };
}

/** 期間を読む: two days in order. */
export function readPeriod(typed: {
  readonly from: string;
  readonly until: string;
}):
  | { readonly period: { readonly from: string; readonly until: string }; readonly problem: null }
  | { readonly period: null; readonly problem: { readonly field: ChoiceField; readonly message: string } } {
  const wrong = (field: ChoiceField, message: string) => ({ period: null, problem: { field, message } }) as const;
  const from = readDay(typed.from);
  const until = readDay(typed.until);
  if (from.kind !== 'read') return wrong('from', wordsOf(from, '始まりの日を入力してください。'));
  if (until.kind !== 'read') return wrong('until', wordsOf(until, '終わりの日を入力してください。'));
  if (until.day < from.day) return wrong('until', '終わりの日が、始まりの日より前です。日を確かめてください。');
  return { period: { from: from.day, until: until.day }, problem: null };
}

function wordsOf(reading: ReturnType<typeof readDay>, blank: string): string {
  return reading.kind === 'wrong' ? reading.message : blank;
}
