import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { fullWidthKana } from '../../../src-shared/kernel/text-input.ts';
import { DateField } from '../../components/date-field.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { Segments } from '../../components/segments.tsx';
import { TextField } from '../../components/text-field.tsx';
import { readBirth } from './date-reading.ts';
import { fieldId, problemId } from './fields.ts';
import { type FormHandle, problemAt, rowProblems } from './form-handle.ts';
import { shownBirth } from './shown-reading.ts';
import { SpelledRow } from './spelled-row.tsx';

type Props = {
  readonly form: FormHandle;
  /** the name as somebody else's: 本人の氏名 */
  readonly represented: boolean;
  /** name and kana share a row, birth and sex another: where the form is long otherwise */
  readonly compact: boolean;
};

/** 本人の行: name, kana, sex, birth and address. */
export function HolderRows({ form, represented, compact }: Props) {
  const { typed, change } = form;
  const label = represented ? '本人の氏名' : '氏名';
  return (
    <>
      <SpelledRow
        form={form}
        field="holder.name"
        label={label}
        width="9"
        next="holder.kana"
        text={typed.name}
        spellings={typed.nameSpellings}
        onChange={(name, nameSpellings) => change({ name, nameSpellings })}
        {...(compact ? { beside: <KanaField form={form} />, besideField: 'holder.kana' } : {})}
      />
      {!compact && (
        <FormRow label="フリガナ" problems={rowProblems(form, ['holder.kana'])}>
          <KanaField form={form} />
          <SexChoice form={form} />
        </FormRow>
      )}
      <BirthRow form={form} compact={compact} />
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
    </>
  );
}

function BirthRow({ form, compact }: { readonly form: FormHandle; readonly compact: boolean }) {
  const { typed, change, reading, rules } = form;
  const today = dateOf(reading.visit.at);
  return (
    <FormRow
      label="生年月日"
      {...(compact ? {} : { htmlFor: fieldId('holder.bornOn') })}
      problems={rowProblems(form, ['holder.bornOn'])}
    >
      <DateField
        id={fieldId('holder.bornOn')}
        label="生年月日"
        labelled={compact ? 'hidden' : 'row'}
        width={compact ? '7' : '9'}
        value={typed.bornOn}
        onChange={(bornOn) => change({ bornOn })}
        onBlur={() => form.leave('holder.bornOn')}
        parse={(text) => shownBirth(readBirth(text, today, rules.policyOf(today)), compact)}
        showProblem={false}
        problem={problemAt(form, 'holder.bornOn', (bornOn) => change({ bornOn }))}
        problemId={problemId('holder.bornOn')}
      />
      {compact && <SexChoice form={form} short />}
    </FormRow>
  );
}

function KanaField({ form }: { readonly form: FormHandle }) {
  const { typed, change } = form;
  return (
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
  );
}

function SexChoice({ form, short = false }: { readonly form: FormHandle; readonly short?: boolean }) {
  return (
    <Segments
      legend="性別"
      legendShown={short ? 'hidden' : 'beside'}
      id={fieldId('holder.sex')}
      options={[
        { value: 'female', label: '女' },
        { value: 'male', label: '男' },
      ]}
      value={form.typed.sex}
      onChange={(sex) => form.change({ sex })}
    />
  );
}
