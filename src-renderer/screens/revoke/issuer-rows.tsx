import type { RevocationCause } from '../../../src-shared/domain/visit.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { DateField } from '../../components/date-field.tsx';
import type { Problem } from '../../components/field-problem.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useIssuer } from '../../store/issuer-slice.ts';
import { readDay } from '../receive/date-reading.ts';
import { shownReading } from '../receive/shown-reading.ts';
import { CauseTable } from './cause-table.tsx';
import type { RangeField } from './issuer-form.ts';

/** 範囲の欄の印。 */
export function rangeFieldId(field: RangeField): string {
  return `issuer-${field}`;
}

type Props = {
  readonly onCause: (cause: RevocationCause) => void;
  readonly onCover: () => void;
  readonly onLeave: (field: RangeField) => void;
  readonly problemAt: (field: RangeField) => Problem | null;
};

/** 範囲の様式 (X5): which kinds, issued between which days, and by which notice. */
export function IssuerRows({ onCause, onCover, onLeave, problemAt }: Props) {
  const { typed, change, step } = useIssuer();
  const problems = (...fields: readonly RangeField[]) =>
    fields.flatMap((field) => {
      const problem = problemAt(field);
      return problem === null ? [] : [{ id: `${rangeFieldId(field)}-problem`, problem }];
    });
  const day = (field: 'issuedFrom' | 'issuedUntil', label: string) => (
    <DateField
      id={rangeFieldId(field)}
      label={label}
      labelled="beside"
      width="7"
      value={typed[field]}
      onChange={(value) => change(field === 'issuedFrom' ? { issuedFrom: value } : { issuedUntil: value })}
      onBlur={() => onLeave(field)}
      parse={(text) => shownReading(readDay(text))}
      showProblem={false}
      problem={problemAt(field)}
      problemId={`${rangeFieldId(field)}-problem`}
    />
  );
  return (
    <CounterForm label="範囲の様式" className="form-sheet receive-form revoke-form">
      <CauseTable
        value="X5"
        rangeRefusal={null}
        onChoose={(cause) => {
          if (cause !== 'X5') onCause(cause);
        }}
      />
      <FormRow label="証明書の種類">
        <Checkbox
          id={rangeFieldId('kinds')}
          label="署名用"
          checked={typed.signature}
          onChange={(signature) => change({ signature })}
        />
        <Checkbox
          label="利用者証明用"
          checked={typed.userAuthentication}
          onChange={(userAuthentication) => change({ userAuthentication })}
        />
      </FormRow>
      <FormRow label="発行日" problems={problems('issuedFrom', 'issuedUntil')}>
        {day('issuedFrom', 'はじめ')}
        {day('issuedUntil', 'おわり')}
        <Button onPress={onCover} shortcut="F8">
          {step === 'asking' ? '調べています' : '範囲を調べる'}
        </Button>
      </FormRow>
      <FormRow label="通知の内容" htmlFor={rangeFieldId('basis')} problems={problems('basis')}>
        <TextField
          id={rangeFieldId('basis')}
          label="通知の内容"
          width="full"
          value={typed.basis}
          onChange={(basis) => change({ basis })}
          onBlur={() => onLeave('basis')}
          problem={problemAt('basis')}
          problemId={`${rangeFieldId('basis')}-problem`}
          marks={findMyNumbers(typed.basis)}
          maskMarks
        />
      </FormRow>
    </CounterForm>
  );
}
