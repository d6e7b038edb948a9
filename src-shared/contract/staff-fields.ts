import { checkText, readKana } from '../kernel/text-input.ts';
import type { FieldFailure } from './errors.ts';

/** 読めた値か、直す欄: `value` is null while anything is left to mend. */
export type Checked<Value> = { readonly value: Value | null; readonly failures: readonly FieldFailure[] };

type NewStaff = {
  readonly staffNumber: string;
  readonly name: string;
  readonly kana: string;
  readonly password: string;
};

const leastPassword = 10;
const mostPassword = 128;

function failed(field: string, message: string): FieldFailure {
  return { field, message, suggestion: null };
}

/** 職員の欄: number 3–10 digits, name, kana, password by length over composition (10 characters at least). */
export function checkNewStaff(typed: NewStaff): Checked<{ staffNumber: string; name: string; kana: string }> {
  const failures: FieldFailure[] = [];
  const staffNumber = typed.staffNumber.normalize('NFKC').trim();
  if (!/^\d{3,10}$/.test(staffNumber))
    failures.push(failed('staffNumber', '職員番号は数字3桁から10桁で入力してください。'));
  const name = checkText(typed.name.trim(), { label: '氏名', max: 60, required: true });
  if (!name.ok) failures.push(failed('name', name.failure.message));
  const kana = readKana(typed.kana, { label: 'フリガナ', max: 60, required: true });
  if (!kana.ok) failures.push(failed('kana', kana.failure.message));
  const length = [...typed.password].length;
  if (length < leastPassword) failures.push(failed('password', `パスワードは${leastPassword}文字以上にしてください。`));
  else if (length > mostPassword)
    failures.push(failed('password', `パスワードは${mostPassword}文字までにしてください。`));
  else if (typed.password.normalize('NFKC').includes(staffNumber) && staffNumber !== '') {
    failures.push(failed('password', '職員番号を含まないパスワードにしてください。'));
  }
  if (!name.ok || !kana.ok || failures.length > 0) return { value: null, failures };
  return { value: { staffNumber, name: name.value, kana: kana.value }, failures };
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
