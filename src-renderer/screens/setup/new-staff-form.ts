import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { checkNewStaff as checkFields } from '../../../src-shared/contract/staff-fields.ts';

/** 最初の管理者に入力したもの。 */
export type NewStaffTyped = {
  readonly staffNumber: string;
  readonly name: string;
  readonly kana: string;
  readonly password: string;
  readonly passwordAgain: string;
};

export type NewStaffField = keyof NewStaffTyped;
export type NewStaffProblem = { readonly field: NewStaffField; readonly message: string };

export const emptyNewStaff: NewStaffTyped = { staffNumber: '', name: '', kana: '', password: '', passwordAgain: '' };

/** 最初の管理者を確かめる: the contract's own rules, and that the password was typed alike twice. */
export function checkNewStaff(typed: NewStaffTyped): readonly NewStaffProblem[] {
  const problems = checkFields(typed).failures.flatMap(({ field, message }) =>
    isStaffField(field) ? [{ field, message }] : [],
  );
  if (problems.some((problem) => problem.field === 'password') || typed.password === typed.passwordAgain)
    return problems;
  return [...problems, { field: 'passwordAgain', message: '二つのパスワードが違います。もう一度入力してください。' }];
}

/** 呼び出しに渡す管理者: digits half width, kana full width, as the contract reads them. */
export function toNewStaff(typed: NewStaffTyped): Input<'setup.complete'>['administrator'] {
  const { value } = checkFields(typed);
  const { staffNumber, name, kana } = value ?? typed;
  return { staffNumber, name, kana, password: typed.password.normalize('NFKC') };
}

function isStaffField(field: string): field is NewStaffField {
  return field in emptyNewStaff;
}
