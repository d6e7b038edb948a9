import type { Problem } from './field-problem.tsx';
import { Icon } from './icon.tsx';
import { type FieldWidth, TextField } from './text-field.tsx';

/** 日付の読み: the day that was understood with how it reads, or what is wrong; null while nothing is typed. */
export type DateReading =
  | { readonly ok: true; readonly day: string; readonly strong: string; readonly rest?: string }
  | {
      readonly ok: false;
      readonly message: string;
      readonly suggestion: { readonly text: string; readonly label: string } | null;
    }
  | null;

type Props = {
  readonly id: string;
  readonly label: string;
  readonly labelled?: 'row' | 'beside' | 'above' | 'hidden';
  /** exactly what was typed; it is never rewritten under the clerk's hands */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly parse: (text: string) => DateReading;
  /** the message is shown once the field was left, or at once where the form says so */
  readonly showProblem?: boolean;
  readonly problem?: Problem | null | undefined;
  readonly problemId?: string | undefined;
  readonly width?: FieldWidth;
  readonly disabledReason?: string | undefined;
  readonly readOnly?: boolean;
  readonly focusFirst?: boolean;
  readonly onBlur?: () => void;
};

/** 日付の欄: keeps what was typed and reads it back beside it, e.g. ✓ 昭和63年4月1日(1988年)・満38歳. */
export function DateField(props: Props) {
  const { parse, showProblem = true, value, onChange } = props;
  const reading = value.trim() === '' ? null : parse(value);
  return (
    <TextField
      id={props.id}
      label={props.label}
      labelled={props.labelled ?? 'row'}
      width={props.width ?? '7'}
      value={value}
      onChange={onChange}
      problem={props.problem ?? (showProblem ? problemOf(reading, onChange) : null)}
      problemId={props.problemId}
      disabledReason={props.disabledReason}
      readOnly={props.readOnly === true}
      focusFirst={props.focusFirst === true}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      beside={<ReadBack reading={reading} />}
    />
  );
}

/** 日付の指摘: what the reading says is wrong, with the meant day as a button; also for a row that shows it itself. */
export function problemOf(reading: DateReading, onChange: (value: string) => void): Problem | null {
  if (reading === null || reading.ok) return null;
  const { message, suggestion } = reading;
  if (suggestion === null) return { message };
  return { message, mend: { label: suggestion.label, act: () => onChange(suggestion.text) } };
}

function ReadBack({ reading }: { readonly reading: DateReading }) {
  return (
    <span className="field-beside date-field-reading" aria-live="polite">
      {reading?.ok === true && (
        <>
          <Icon name="check" />
          <span>
            <b>{reading.strong}</b>
            {reading.rest}
          </span>
        </>
      )}
    </span>
  );
}
