import type { ReactNode } from 'react';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { FormRow } from '../../components/form-row.tsx';
import { type FieldWidth, TextField } from '../../components/text-field.tsx';
import { type Field, fieldId, problemId } from './fields.ts';
import { type FormHandle, problemAt, rowProblems } from './form-handle.ts';

type Props = {
  readonly form: FormHandle;
  readonly field: Field;
  readonly label: string;
  readonly width: FieldWidth;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly optional?: boolean;
  readonly hint?: string | undefined;
};

/** 自由に書く欄: a 個人番号 in it is hidden at once. Named by its row, or by `labelled` where it shares one. */
export function FreeField({
  form,
  field,
  label,
  labelled = 'row',
  width,
  value,
  onChange,
  hint,
}: Props & { readonly labelled?: 'row' | 'beside' | 'hidden' }) {
  return (
    <TextField
      id={fieldId(field)}
      label={label}
      labelled={labelled}
      width={width}
      value={value}
      onChange={onChange}
      onBlur={() => form.leave(field)}
      problem={problemAt(form, field)}
      problemId={problemId(field)}
      marks={findMyNumbers(value)}
      maskMarks
      hint={hint}
    />
  );
}

/** 自由に書く行: one field, and what may stand after it. */
export function FreeRow({ children, ...props }: Props & { readonly children?: ReactNode }) {
  const { form, field, label, optional = false } = props;
  const alone = children === undefined;
  return (
    <FormRow
      label={label}
      {...(alone ? { htmlFor: fieldId(field) } : {})}
      optional={optional}
      problems={rowProblems(form, [field])}
    >
      <FreeField {...props} labelled={alone ? 'row' : 'hidden'} />
      {children}
    </FormRow>
  );
}
