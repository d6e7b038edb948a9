import type { Input } from '../../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { checkPlace } from '../../../src-shared/contract/staff-fields.ts';
import { halfWidth } from '../../words/counter-words.ts';
import { checkNewStaff, emptyNewStaff, type NewStaffField, type NewStaffTyped, toNewStaff } from './new-staff-form.ts';

type Office = Input<'setup.complete'>['office'];

/** 最初の設定に入力したもの。 */
export type SetupTyped = {
  readonly office: Office | null;
  readonly terminal: string;
  readonly terminalName: string;
  readonly administrator: NewStaffTyped;
};

export type SetupField = 'office' | 'terminal' | 'terminalName' | NewStaffField;
export type SetupProblem = { readonly field: SetupField; readonly message: string };

export const emptySetup: SetupTyped = { office: null, terminal: '', terminalName: '', administrator: emptyNewStaff };

/** 欄の名前: the words of each label, for the form and its summary. */
export const setupLabels: Readonly<Record<SetupField, string>> = {
  office: '窓口',
  terminal: '端末の番号',
  terminalName: '端末の名前',
  staffNumber: '職員番号',
  name: '氏名',
  kana: 'フリガナ',
  password: 'パスワード',
  passwordAgain: 'パスワード(もう一度)',
};

/** 最初の設定を読む: what the call needs, or which fields to mend, in the order of the page. */
export function readSetup(
  typed: SetupTyped,
):
  | { readonly ok: true; readonly input: Input<'setup.complete'> }
  | { readonly ok: false; readonly problems: readonly SetupProblem[] } {
  const problems: SetupProblem[] = [];
  if (typed.office === null) problems.push({ field: 'office', message: '窓口を選んでください。' });
  const place = checkPlace({ terminal: terminalNumber(typed.terminal), terminalName: typed.terminalName });
  for (const { field, message } of place.failures) if (isSetupField(field)) problems.push({ field, message });
  problems.push(...checkNewStaff(typed.administrator));
  if (typed.office === null || place.value === null || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    input: {
      office: typed.office,
      ...place.value,
      administrator: toNewStaff(typed.administrator),
    },
  };
}

/** 本体からの指摘を欄に当てる: `administrator.name` and `name` are the same field here. */
export function setupProblems(failure: Failure): readonly SetupProblem[] {
  return failure.fields.flatMap(({ field, message }) => {
    const name = field.split('.').at(-1) ?? field;
    return isSetupField(name) ? [{ field: name, message }] : [];
  });
}

/** Only plain digits are a number here: an empty field must not become 0, nor 1e1 become 10. */
function terminalNumber(typed: string): number {
  const digits = halfWidth(typed);
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
}

function isSetupField(name: string): name is SetupField {
  return name in setupLabels;
}
