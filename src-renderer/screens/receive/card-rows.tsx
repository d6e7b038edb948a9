import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { DateField } from '../../components/date-field.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { Segments } from '../../components/segments.tsx';
import { readCardExpiry } from './date-reading.ts';
import { fieldId, problemId } from './fields.ts';
import { type FormHandle, problemAt, rowProblems } from './form-handle.ts';
import { asksForCertificate } from './lines-of-form.ts';
import { shownReading } from './shown-reading.ts';

/** 対象者の行 (E1, E3): what the register says. */
export function EligibilityRow({ form }: { readonly form: FormHandle }) {
  const { typed, change } = form;
  return (
    <FormRow label="対象者" subjectEnd>
      <Segments
        legend="住民基本台帳"
        legendShown="beside"
        id={fieldId('holder.inRegister')}
        options={[
          { value: 'yes', label: '記録あり' },
          { value: 'no', label: 'なし' },
        ]}
        value={typed.inRegister ? 'yes' : 'no'}
        onChange={(value) => change({ inRegister: value === 'yes' })}
      />
      {asksForCertificate(typed) && (
        <Segments
          legend="成年被後見人"
          legendShown="beside"
          id={fieldId('holder.adultWard')}
          options={[
            { value: 'no', label: 'いいえ' },
            { value: 'yes', label: 'はい' },
          ]}
          value={typed.adultWard ? 'yes' : 'no'}
          onChange={(value) => change({ adultWard: value === 'yes' })}
        />
      )}
    </FormRow>
  );
}

/** カードの行 (M1, M2): its end is asked for where a certificate is put on it. */
export function CardRow({ form }: { readonly form: FormHandle }) {
  const { typed, change } = form;
  const today = dateOf(form.reading.visit.at);
  return (
    <FormRow label="カード" problems={rowProblems(form, ['card.expiresOn'])}>
      <Segments
        legend="カード"
        id={fieldId('card.medium')}
        options={[
          { value: 'myNumberCard', label: 'マイナンバーカード' },
          { value: 'residentCard', label: '住基カード' },
        ]}
        value={typed.medium}
        onChange={(medium) => change({ medium })}
      />
      {typed.medium === 'myNumberCard' && asksForCertificate(typed) && (
        <DateField
          id={fieldId('card.expiresOn')}
          label="期限"
          labelled="beside"
          width="5"
          value={typed.cardExpiresOn}
          onChange={(cardExpiresOn) => change({ cardExpiresOn })}
          onBlur={() => form.leave('card.expiresOn')}
          parse={(text) => shownReading(readCardExpiry(text, today))}
          showProblem={false}
          problem={problemAt(form, 'card.expiresOn', (cardExpiresOn) => change({ cardExpiresOn }))}
          problemId={problemId('card.expiresOn')}
        />
      )}
    </FormRow>
  );
}
