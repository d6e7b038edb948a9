import type { PlainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';
import type { Problem } from '../../components/field-problem.tsx';
import type { Rules } from '../../store/rules.ts';
import type { Field } from './fields.ts';
import { problemId } from './fields.ts';
import type { FieldIssue, FormReading, KnownOfHolder } from './receive-form.ts';
import type { Typed } from './typed.ts';

/** 様式の取っ手: what a row of the form reads, changes and tells. */
export type FormHandle = {
  readonly typed: Typed;
  readonly reading: FormReading;
  /** the clock's own minute; what was taken on paper is judged for `reading.visit.at` */
  readonly now: PlainDateTime;
  readonly rules: Rules;
  readonly known: KnownOfHolder;
  /** the ledger is being searched for this holder */
  readonly looking: boolean;
  readonly change: (change: Partial<Typed>) => void;
  /** the clerk left the field: what was only half typed may be said now */
  readonly leave: (field: Field) => void;
  /** what is shown at a field now */
  readonly issueAt: (field: Field) => FieldIssue | null;
};

/** 欄の指摘を部品に渡す形にする: the mend button puts the meant value into the field. */
export function problemAt(form: FormHandle, field: Field, take?: (value: string) => void): Problem | null {
  const issue = form.issueAt(field);
  if (issue === null) return null;
  const { message, mend } = issue;
  if (mend === null || take === undefined) return { message };
  return { message, mend: { label: mend.label, act: () => take(mend.value) } };
}

/** 行に出す指摘: those of its fields, each with the id that the field names. */
export function rowProblems(
  form: FormHandle,
  fields: readonly Field[],
): readonly { readonly id: string; readonly problem: Problem }[] {
  return fields.flatMap((field) => {
    const problem = problemAt(form, field);
    return problem === null ? [] : [{ id: problemId(field), problem }];
  });
}
