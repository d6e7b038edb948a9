import { DateField } from '../../components/date-field.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { TextField } from '../../components/text-field.tsx';
import { readDay } from '../receive/date-reading.ts';
import { shownReading } from '../receive/shown-reading.ts';
import { type FeesProblem, type FeesTyped, type FeeTyped, withRoom } from './fees-form.ts';

type Props = {
  readonly typed: FeesTyped;
  readonly onChange: (change: Partial<FeesTyped>) => void;
  readonly problems: readonly FeesProblem[];
};

/** 手数料の欄の番号。 */
export function feeFieldId(field: string): string {
  return `settings-fee-${field}`;
}

/** 手数料の欄 (F1): a row a reason, the day from which the table holds, and why. */
export function FeeRows({ typed, onChange, problems }: Props) {
  const at = (...fields: readonly string[]) =>
    problems
      .filter(({ field }) => fields.includes(field))
      .map(({ field, message }) => ({ id: `${feeFieldId(field)}-problem`, problem: { message } }));
  const marks = (field: string) => ({ problem: at(field)[0]?.problem, problemId: at(field)[0]?.id });
  const write = (place: number, change: Partial<FeeTyped>): void =>
    onChange({ rows: withRoom(typed.rows.map((row, index) => (index === place ? { ...row, ...change } : row))) });
  return (
    <>
      {typed.rows.map((row, place) => (
        <FormRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; its texts change while they are typed.
          key={place}
          label={`手数料${place + 1}`}
          optional={place === typed.rows.length - 1}
          problems={at(`reason-${place}`, `yen-${place}`)}
          subjectEnd={place === typed.rows.length - 1}
        >
          <TextField
            id={feeFieldId(`reason-${place}`)}
            label={`手数料${place + 1}の理由`}
            labelled="hidden"
            width="12"
            value={row.reason}
            onChange={(reason) => write(place, { reason })}
            {...marks(`reason-${place}`)}
          />
          <TextField
            id={feeFieldId(`yen-${place}`)}
            label={`手数料${place + 1}の円`}
            labelled="hidden"
            width="3"
            inputMode="numeric"
            value={row.yen}
            onChange={(yen) => write(place, { yen })}
            beside={<span className="field-beside">円</span>}
            {...marks(`yen-${place}`)}
          />
        </FormRow>
      ))}
      <FormRow label="いつから" htmlFor={feeFieldId('day')} problems={at('day')}>
        <DateField
          id={feeFieldId('day')}
          label="いつから"
          value={typed.day}
          onChange={(day) => onChange({ day })}
          parse={(text) => shownReading(readDay(text))}
          showProblem={false}
          {...marks('day')}
        />
      </FormRow>
      <FormRow label="変える理由" htmlFor={feeFieldId('reason')} problems={at('reason')} subjectEnd>
        <TextField
          id={feeFieldId('reason')}
          label="変える理由"
          width="full"
          value={typed.reason}
          onChange={(reason) => onChange({ reason })}
          {...marks('reason')}
        />
      </FormRow>
    </>
  );
}
