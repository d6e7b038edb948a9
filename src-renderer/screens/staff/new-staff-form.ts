import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { halfWidth } from '../../words/counter-words.ts';

/** 新しい職員に入力したもの。 */
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

/** 新しい職員を確かめる: what any screen can tell without asking; the rest is the main process's to say. */
export function checkNewStaff(typed: NewStaffTyped): readonly NewStaffProblem[] {
  const problems: NewStaffProblem[] = [];
  if (halfWidth(typed.staffNumber) === '')
    problems.push({ field: 'staffNumber', message: '職員番号を入力してください。' });
  if (typed.name.trim() === '') problems.push({ field: 'name', message: '氏名を入力してください。' });
  if (typed.kana.trim() === '') problems.push({ field: 'kana', message: 'フリガナを入力してください。' });
  if (typed.password === '') problems.push({ field: 'password', message: 'パスワードを入力してください。' });
  else if (typed.password !== typed.passwordAgain)
    problems.push({ field: 'passwordAgain', message: '二つのパスワードが違います。もう一度入力してください。' });
  return problems;
}

/** 呼び出しに渡す職員: digits half width, kana full width. */
export function toNewStaff(typed: NewStaffTyped): Input<'staff.add'>['staff'] {
  return {
    staffNumber: halfWidth(typed.staffNumber),
    name: typed.name.trim(),
    kana: typed.kana.normalize('NFKC').trim(),
    password: typed.password.normalize('NFKC'),
  };
}
