import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { parseDateInput } from '../../../src-shared/kernel/date-input.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { halfWidth } from '../../words/counter-words.ts';

export type FeeTyped = { readonly reason: string; readonly yen: string };
export type FeesTyped = { readonly rows: readonly FeeTyped[]; readonly day: string; readonly reason: string };
export type FeesProblem = { readonly field: string; readonly message: string };

/** 手数料の行の数: as many as the contract takes. */
export const mostFees = 20;
const emptyRow: FeeTyped = { reason: '', yen: '' };

/** 手数料の欄: what is in force, and one row to go on with. */
export function feesOf(fees: readonly { readonly reason: string; readonly yen: number }[]): FeesTyped {
  return {
    rows: withRoom(fees.map(({ reason, yen }) => ({ reason, yen: String(yen) }))),
    day: '',
    reason: '',
  };
}

/** 次の行を置く: always one empty row at the end, up to the last. */
export function withRoom(rows: readonly FeeTyped[]): readonly FeeTyped[] {
  const last = rows.at(-1);
  const full = rows.length >= mostFees || (last !== undefined && isEmpty(last));
  return full ? rows : [...rows, emptyRow];
}

type Reading =
  | { readonly change: Omit<Input<'settings.changeFees'>, 'requestId'>; readonly problems: readonly [] }
  | { readonly change: null; readonly problems: readonly FeesProblem[] };

/** 手数料の変更を読む (F1): the whole table from a day on; an empty row is no row. */
export function readFees(typed: FeesTyped, today: string): Reading {
  const problems: FeesProblem[] = [];
  const fees = typed.rows.flatMap((row, place) => {
    if (isEmpty(row)) return [];
    const reason = row.reason.trim();
    const yen = halfWidth(row.yen).replace(/[,円]/gu, '');
    if (reason === '') problems.push({ field: `reason-${place}`, message: '手数料の理由を入力してください。' });
    else if (findMyNumbers(reason).length > 0)
      problems.push({ field: `reason-${place}`, message: '12桁の番号は入力しません。理由だけを入力してください。' });
    else if (typed.rows.findIndex((other) => other.reason.trim() === reason) !== place)
      problems.push({ field: `reason-${place}`, message: '同じ理由の行が、上にもあります。' });
    if (!/^\d{1,6}$/u.test(yen))
      problems.push({ field: `yen-${place}`, message: '金額は「200」のように数字で入力してください。' });
    return [{ reason, yen: Number(yen) }];
  });
  const day = parseDateInput(typed.day);
  if (!day.ok)
    problems.push({ field: 'day', message: typed.day.trim() === '' ? '日を入力してください。' : day.failure.message });
  else if (day.value < today)
    problems.push({ field: 'day', message: '今日より前からは変えられません。今日か、後の日を入力してください。' });
  const reason = checkFreeText('reason', typed.reason, { optional: false, least: 2 });
  if (!reason.ok) problems.push({ field: 'reason', message: reason.failure.message });
  if (problems.length > 0 || !day.ok || !reason.ok) return { change: null, problems };
  return { change: { effectiveFrom: day.value, fees, reason: reason.value }, problems: [] };
}

function isEmpty(row: FeeTyped): boolean {
  return row.reason.trim() === '' && row.yen.trim() === '';
}
