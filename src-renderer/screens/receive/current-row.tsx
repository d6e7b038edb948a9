import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { ChosenItem } from '../../components/chosen-item.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { Segments } from '../../components/segments.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Known } from '../../store/receive-slice.ts';
import { bothDay } from '../../words/day-words.ts';
import { readCertificateDay } from './date-reading.ts';
import { fieldId, problemId } from './fields.ts';
import { type FormHandle, problemAt, rowProblems } from './form-handle.ts';
import { shownReading } from './shown-reading.ts';
import type { TypedCertificate } from './typed.ts';

type Props = {
  readonly form: FormHandle;
  readonly known: Known['certificates'];
  readonly looking: boolean;
};

/** いまの証明書の行: those our own ledger knows stand there; for the rest the clerk says what the terminal shows. */
export function CurrentRow({ form, known, looking }: Props) {
  const { typed, change, reading } = form;
  const knownForAll = reading.visit.lines.every(({ kind }) => known.some((each) => each.kind === kind));
  const asks = known.length === 0 || !knownForAll;
  return (
    <FormRow
      label="いまの証明書"
      subjectEnd
      problems={rowProblems(form, ['current.userAuthentication', 'current.signature'])}
    >
      {known.map((each) => (
        <ChosenItem
          key={`${each.kind} ${each.expiresOn}`}
          label={`${KIND_NAMES[each.kind]} ${bothDay(each.expiresOn)}まで`}
          note="台帳の記録"
        />
      ))}
      {asks && (
        <Segments
          legend={known.length === 0 ? 'いまの証明書' : 'ほかの証明書'}
          legendShown={known.length === 0 ? 'hidden' : 'beside'}
          id={fieldId('current')}
          options={[
            { value: 'none', label: 'なし' },
            { value: 'some', label: 'あり' },
          ]}
          value={typed.currentAnswer}
          onChange={(currentAnswer) => change({ currentAnswer })}
        />
      )}
      {asks && typed.currentAnswer === null && (
        <span className="form-row-aside">{looking ? '台帳を探しています' : '統合端末の表示を確かめます'}</span>
      )}
      {asks && typed.currentAnswer === 'some' && (
        <>
          <CertificateDates
            form={form}
            kind="userAuthentication"
            value={typed.currentUserAuthentication}
            onChange={(currentUserAuthentication) => change({ currentUserAuthentication })}
          />
          <CertificateDates
            form={form}
            kind="signature"
            value={typed.currentSignature}
            onChange={(currentSignature) => change({ currentSignature })}
          />
        </>
      )}
    </FormRow>
  );
}

type DatesProps = {
  readonly form: FormHandle;
  readonly kind: 'signature' | 'userAuthentication';
  readonly value: TypedCertificate;
  readonly onChange: (value: TypedCertificate) => void;
};

function CertificateDates({ form, kind, value, onChange }: DatesProps) {
  const field = `current.${kind}` as const;
  const problem = problemAt(form, field);
  return (
    <fieldset className="receive-current">
      <legend>{KIND_NAMES[kind]}</legend>
      <TextField
        id={fieldId(field)}
        label="発行日"
        labelled="beside"
        width="5"
        value={value.issuedOn}
        onChange={(issuedOn) => onChange({ ...value, issuedOn })}
        problem={problem}
        problemId={problemId(field)}
      />
      <DateField
        id={`${fieldId(field)}-expiresOn`}
        label="満了日"
        labelled="beside"
        width="5"
        value={value.expiresOn}
        onChange={(expiresOn) => onChange({ ...value, expiresOn })}
        onBlur={() => form.leave(field)}
        parse={(text) => shownReading(readCertificateDay(text))}
        showProblem={false}
        problem={problem}
        problemId={problemId(field)}
      />
    </fieldset>
  );
}
