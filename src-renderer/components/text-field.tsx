import { type HTMLAttributes, type KeyboardEvent, type ReactNode, useId } from 'react';
import { FieldMarks, type MarkedSpan } from './field-marks.tsx';
import { FieldProblem, MendButton, type Problem } from './field-problem.tsx';
import { Icon } from './icon.tsx';

export type FieldWidth = '3' | '5' | '7' | '9' | '12' | 'full';

export type TextFieldProps = {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  /** `row`: the row's label cell names it; `beside`: small, before the field; `above`: on its own line; `hidden`: for the ear only */
  readonly labelled?: 'row' | 'beside' | 'above' | 'hidden';
  readonly width?: FieldWidth;
  readonly type?: 'text' | 'password';
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly maxLength?: number;
  readonly problem?: Problem | null | undefined;
  /** id of a message that stands elsewhere (the row shows it); without it the field shows its own */
  readonly problemId?: string | undefined;
  readonly readOnly?: boolean;
  readonly disabledReason?: string | undefined;
  /** words while something is looked up, e.g. 探しています */
  readonly busy?: string | undefined;
  /** what is said beside the field: a reading, a hint */
  readonly beside?: ReactNode;
  readonly hint?: string | undefined;
  readonly marks?: readonly MarkedSpan[];
  /** shows the marked digits as dots (個人番号らしい数字) */
  readonly maskMarks?: boolean;
  readonly focusFirst?: boolean;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
};

/** 入力欄: plain, read-only, disabled with its reason, busy, or with what must be mended. */
export function TextField(props: TextFieldProps) {
  const { id, label, labelled = 'row', width = '9', problem = null, disabledReason, hint } = props;
  const ownProblemId = useId();
  const noteId = useId();
  const problemId = props.problemId ?? ownProblemId;
  const showsOwnProblem = problem !== null && props.problemId === undefined;
  const note = disabledReason ?? hint;
  const described = [problem === null ? null : problemId, note === undefined ? null : noteId].filter(
    (each) => each !== null,
  );
  const labelClass = labelled === 'hidden' ? 'visually-hidden' : 'field-label';
  return (
    <div className={`field ${labelled === 'above' ? 'field-stacked' : ''} ${width === 'full' ? 'field-grows' : ''}`}>
      {labelled !== 'row' && (
        <label htmlFor={id} className={labelClass}>
          {label}
        </label>
      )}
      {showsOwnProblem && labelled !== 'above' && <FieldProblem id={problemId} problem={problem} />}
      <span className={`field-control width-${width}`}>
        <input
          id={id}
          className="field-input"
          type={props.type ?? 'text'}
          value={props.value}
          inputMode={props.inputMode}
          maxLength={props.maxLength}
          readOnly={props.readOnly === true || disabledReason !== undefined}
          aria-disabled={disabledReason !== undefined || undefined}
          aria-invalid={problem !== null || undefined}
          aria-describedby={described.length > 0 ? described.join(' ') : undefined}
          autoComplete={props.type === 'password' ? 'new-password' : 'off'}
          spellCheck={false}
          data-focus-first={props.focusFirst === true ? '' : undefined}
          onChange={(event) => props.onChange(event.target.value)}
          onBlur={props.onBlur}
          onKeyDown={props.onKeyDown}
        />
        {props.marks !== undefined && props.marks.length > 0 && (
          <FieldMarks text={props.value} spans={props.marks} masked={props.maskMarks === true} />
        )}
      </span>
      {showsOwnProblem && labelled === 'above' && <FieldProblem id={problemId} problem={problem} />}
      <MendButton problem={problem} />
      {props.busy !== undefined && (
        <span className="field-beside field-beside-support field-busy" role="status">
          <span className="turning inline-flex">
            <Icon name="ring" />
          </span>
          {props.busy}
        </span>
      )}
      {note !== undefined && (
        <span id={noteId} className="field-beside field-beside-support">
          {note}
        </span>
      )}
      {props.beside}
    </div>
  );
}
