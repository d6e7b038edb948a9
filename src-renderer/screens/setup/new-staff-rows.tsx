import { passwordLength } from '../../../src-shared/domain/password.ts';
import { FormRow } from '../../components/form-row.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { NewStaffField, NewStaffTyped } from './new-staff-form.ts';

type Props = {
  readonly idPrefix: string;
  readonly typed: NewStaffTyped;
  readonly onChange: (typed: NewStaffTyped) => void;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
};

const rows: readonly { readonly field: NewStaffField; readonly label: string; readonly hint?: string }[] = [
  { field: 'staffNumber', label: '職員番号' },
  { field: 'name', label: '氏名', hint: '名字と名前のあいだを空けます' },
  { field: 'kana', label: 'フリガナ' },
  { field: 'password', label: 'パスワード', hint: `${passwordLength.least}文字以上。本人が決めて、本人が入力します` },
  { field: 'passwordAgain', label: 'もう一度' },
];

/** 最初の管理者の欄. */
export function NewStaffRows({ idPrefix, typed, onChange, problems }: Props) {
  return rows.map(({ field, label, hint }) => {
    const message = problems.find((problem) => problem.field === field)?.message;
    const problem = message === undefined ? null : { message };
    const id = `${idPrefix}-${field}`;
    const problemId = `${id}-problem`;
    const secret = field === 'password' || field === 'passwordAgain';
    return (
      <FormRow
        key={field}
        label={label}
        htmlFor={id}
        problems={problem === null ? [] : [{ id: problemId, problem }]}
        subjectEnd={field === 'passwordAgain'}
      >
        <TextField
          id={id}
          label={label}
          width="12"
          type={secret ? 'password' : 'text'}
          inputMode={field === 'staffNumber' ? 'numeric' : undefined}
          value={typed[field]}
          onChange={(value) => onChange({ ...typed, [field]: value })}
          problem={problem}
          problemId={problem === null ? undefined : problemId}
          hint={hint}
        />
      </FormRow>
    );
  });
}
