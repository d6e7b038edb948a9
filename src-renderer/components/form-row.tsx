import type { ReactNode } from 'react';
import { FieldProblem, type Problem } from './field-problem.tsx';

type Props = {
  readonly label: string;
  readonly children: ReactNode;
  /** id of the row's one field; without it the row is a group of fields with the label as its legend */
  readonly htmlFor?: string;
  readonly optional?: boolean;
  /** the last row of a subject: a darker rule follows */
  readonly subjectEnd?: boolean;
  /** problems of the row's fields, above them; give each field the matching `problemId` */
  readonly problems?: readonly { readonly id: string; readonly problem: Problem }[];
};

/** 様式の一行: label cell left, fields right, one subject a row. */
export function FormRow({ label, children, htmlFor, optional = false, subjectEnd = false, problems = [] }: Props) {
  const words = (
    <>
      {label}
      {optional && <small>任意</small>}
    </>
  );
  const fields = (
    <div className="form-row-fields">
      {problems.map(({ id, problem }) => (
        <FieldProblem key={id} id={id} problem={problem} />
      ))}
      {children}
    </div>
  );
  return (
    <div
      className="form-row"
      data-problem={problems.length > 0 ? '' : undefined}
      data-subject-end={subjectEnd ? '' : undefined}
    >
      {htmlFor === undefined ? (
        <fieldset>
          <legend className="form-row-label">{words}</legend>
          {fields}
        </fieldset>
      ) : (
        <>
          <label className="form-row-label" htmlFor={htmlFor}>
            {words}
          </label>
          {fields}
        </>
      )}
    </div>
  );
}
