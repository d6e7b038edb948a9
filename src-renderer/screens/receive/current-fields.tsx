import { type CertificateKind, KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { DateField } from '../../components/date-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { windowWord } from './current-window.ts';
import { readCertificateDay } from './date-reading.ts';
import { fieldId, problemId } from './fields.ts';
import { type FormHandle, problemAt } from './form-handle.ts';
import { shownReading } from './shown-reading.ts';
import type { TypedCertificate } from './typed.ts';

type Props = {
  readonly form: FormHandle;
  readonly kind: CertificateKind;
  readonly value: TypedCertificate;
  readonly onChange: (value: TypedCertificate) => void;
};

/** いまの証明書を打つ欄: what the card or the terminal shows; beside it whether it can be renewed. */
export function CurrentFields({ form, kind, value, onChange }: Props) {
  const field = `current.${kind}` as const;
  const problem = problemAt(form, field);
  const today = dateOf(form.reading.visit.at);
  const read = form.reading.visit.current.find(
    (each) => each.kind === kind && !form.known.certificates.some((known) => known === each),
  );
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
      <TextField
        id={`${fieldId(field)}-serial`}
        label="発行番号(任意)"
        labelled="beside"
        width="5"
        value={value.serial}
        onChange={(serial) => onChange({ ...value, serial })}
        onBlur={() => form.leave(field)}
        problem={problem}
        problemId={problemId(field)}
      />
      {read !== undefined && (
        <span className="form-row-aside">{windowWord(read, today, form.rules.policyOf(today))}</span>
      )}
    </fieldset>
  );
}
