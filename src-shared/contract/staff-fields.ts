import { passwordProblem } from '../domain/password.ts';
import { checkText, readKana } from '../kernel/text-input.ts';
import type { FieldFailure } from './errors.ts';

/** 読めた値か、直す欄: `value` is null while anything is left to mend. */
export type Checked<Value> = { readonly value: Value | null; readonly failures: readonly FieldFailure[] };

export type TypedName = { readonly staffNumber: string; readonly name: string; readonly kana: string };
type NewStaff = TypedName & { readonly password: string };

function failed(field: string, message: string): FieldFailure {
  return { field, message, suggestion: null };
}

/** 職員の氏名の欄: number 3–10 digits, name, kana. */
export function checkStaffName(typed: TypedName): Checked<TypedName> {
  const failures: FieldFailure[] = [];
  const staffNumber = typed.staffNumber.normalize('NFKC').trim();
  if (!/^\d{3,10}$/.test(staffNumber))
    failures.push(failed('staffNumber', '職員番号は数字3桁から10桁で入力してください。'));
  const name = checkText(typed.name.trim(), { label: '氏名', max: 60, required: true });
  if (!name.ok) failures.push(failed('name', name.failure.message));
  const kana = readKana(typed.kana, { label: 'フリガナ', max: 60, required: true });
  if (!kana.ok) failures.push(failed('kana', kana.failure.message));
  if (!name.ok || !kana.ok || failures.length > 0) return { value: null, failures };
  return { value: { staffNumber, name: name.value, kana: kana.value }, failures };
}

/** 職員の欄: the name's, and a password by length over composition. */
export function checkNewStaff(typed: NewStaff): Checked<TypedName> {
  const named = checkStaffName(typed);
  const problem = passwordProblem(typed.password, typed);
  if (problem === null) return named;
  return { value: null, failures: [...named.failures, failed('password', problem)] };
}

/** 端末の欄: number 1–99, a name of up to 30 characters. */
export function checkPlace(typed: { readonly terminal: number; readonly terminalName: string }): Checked<{
  terminal: number;
  terminalName: string;
}> {
  const failures: FieldFailure[] = [];
  if (!Number.isInteger(typed.terminal) || typed.terminal < 1 || typed.terminal > 99) {
    failures.push(failed('terminal', '端末番号は1から99までの数字で入力してください。'));
  }
  const name = checkText(typed.terminalName.trim(), { label: '端末の名前', max: 30, required: true });
  if (!name.ok) failures.push(failed('terminalName', name.failure.message));
  if (!name.ok || failures.length > 0) return { value: null, failures };
  return { value: { terminal: typed.terminal, terminalName: name.value }, failures };
}
