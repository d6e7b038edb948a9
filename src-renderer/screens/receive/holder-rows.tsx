import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { dateOf, type PlainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';
import { fullWidthKana } from '../../../src-shared/kernel/text-input.ts';
import { DateField } from '../../components/date-field.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { Segments } from '../../components/segments.tsx';
import { TextField } from '../../components/text-field.tsx';
import { readBirth, readCardExpiry } from './date-reading.ts';
import { fieldId, problemId } from './fields.ts';
import { type FormHandle, problemAt, rowProblems } from './form-handle.ts';
import { shownReading } from './shown-reading.ts';
import { SpelledRow } from './spelled-row.tsx';

type Props = { readonly form: FormHandle; readonly at: PlainDateTime };

const yesNo = [
  { value: 'no', label: 'いいえ' },
  { value: 'yes', label: 'はい' },
] as const;

/** 本人の行: name, kana, birth, address, and what the register says. */
export function HolderRows({ form, at }: Props) {
  const { typed, change } = form;
  const today = dateOf(at);
  return (
    <>
      <SpelledRow
        form={form}
        field="holder.name"
        label={typed.capacity === 'holder' ? '氏名' : '本人の氏名'}
        width="9"
        next="holder.kana"
        text={typed.name}
        spellings={typed.nameSpellings}
        onChange={(name, nameSpellings) => change({ name, nameSpellings })}
      />
      <FormRow label="フリガナ" problems={rowProblems(form, ['holder.kana'])}>
        <TextField
          id={fieldId('holder.kana')}
          label="フリガナ"
          labelled="hidden"
          value={typed.kana}
          onChange={(kana) => change({ kana })}
          onBlur={() => {
            form.leave('holder.kana');
            if (form.issueAt('holder.kana') === null) change({ kana: fullWidthKana(typed.kana) });
          }}
          problem={problemAt(form, 'holder.kana')}
          problemId={problemId('holder.kana')}
          marks={findMyNumbers(typed.kana)}
          maskMarks
        />
        <Segments
          legend="性別"
          legendShown="beside"
          id={fieldId('holder.sex')}
          options={[
            { value: 'female', label: '女' },
            { value: 'male', label: '男' },
          ]}
          value={typed.sex}
          onChange={(sex) => change({ sex })}
        />
      </FormRow>
      <FormRow label="生年月日" htmlFor={fieldId('holder.bornOn')} problems={rowProblems(form, ['holder.bornOn'])}>
        <DateField
          id={fieldId('holder.bornOn')}
          label="生年月日"
          width="9"
          value={typed.bornOn}
          onChange={(bornOn) => change({ bornOn })}
          onBlur={() => form.leave('holder.bornOn')}
          parse={(text) => shownReading(readBirth(text, today))}
          showProblem={false}
          problem={problemAt(form, 'holder.bornOn', (bornOn) => change({ bornOn }))}
          problemId={problemId('holder.bornOn')}
        />
      </FormRow>
      <SpelledRow
        form={form}
        field="holder.address"
        label="住所"
        width="full"
        next="holder.inRegister"
        text={typed.address}
        spellings={typed.addressSpellings}
        onChange={(address, addressSpellings) => change({ address, addressSpellings })}
      />
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
        <Segments
          legend="成年被後見人"
          legendShown="beside"
          id={fieldId('holder.adultWard')}
          options={yesNo}
          value={typed.adultWard ? 'yes' : 'no'}
          onChange={(value) => change({ adultWard: value === 'yes' })}
        />
      </FormRow>
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
        {typed.medium === 'myNumberCard' && (
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
    </>
  );
}
