import { CALENDAR_ENTRY_NAMES } from '../../../src-shared/contract/calendar-entry-words.ts';
import type { CalendarWarning } from '../../../src-shared/domain/calendar-warnings.ts';
import { Checkbox } from '../../components/checkbox.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { Icon } from '../../components/icon.tsx';
import { Segments } from '../../components/segments.tsx';
import { TextField } from '../../components/text-field.tsx';
import { officeNames } from '../../words/counter-words.ts';
import { readDay } from '../receive/date-reading.ts';
import { shownReading } from '../receive/shown-reading.ts';
import { allOffices, type EntryField, type EntryProblem, type EntryTyped } from './calendar-form.ts';

type Props = {
  readonly typed: EntryTyped;
  readonly onChange: (change: Partial<EntryTyped>) => void;
  readonly problems: readonly EntryProblem[];
  readonly warnings: readonly CalendarWarning[];
};

const kinds = (['systemStop', 'specialOpening', 'specialClosure'] as const).map((value) => ({
  value,
  label: CALENDAR_ENTRY_NAMES[value],
}));
const told: Readonly<Record<NonNullable<EntryTyped['kind']>, string>> = {
  systemStop: '受付はでき、発行と失効は停止のあと(L3)',
  specialOpening: 'ふだん閉まっている日や時間に受け付けます(L2)',
  specialClosure: '一日じゅう受け付けません(L2)',
};

/** 暦の欄の番号。 */
export function entryFieldId(field: EntryField | 'acknowledged'): string {
  return `settings-entry-${field}`;
}

/** 暦に加える欄: what is asked depends on the kind; a closure has no hours, a stop no offices. */
export function EntryRows({ typed, onChange, problems, warnings }: Props) {
  const { kind } = typed;
  const at = (...fields: readonly EntryField[]) =>
    problems
      .filter(({ field }) => fields.includes(field))
      .map(({ field, message }) => ({ id: `${entryFieldId(field)}-problem`, problem: { message } }));
  const of = (field: EntryField) => at(field)[0];
  const day = (field: 'day' | 'lastDay', label: string, labelled: 'hidden' | 'beside') => (
    <DateField
      id={entryFieldId(field)}
      label={label}
      labelled={labelled}
      value={typed[field]}
      onChange={(value) => onChange({ [field]: value })}
      parse={(text) => shownReading(readDay(text))}
      showProblem={false}
      problem={of(field)?.problem}
      problemId={of(field)?.id}
    />
  );
  const time = (field: 'from' | 'until', label: string) => (
    <TextField
      id={entryFieldId(field)}
      label={label}
      labelled="beside"
      width="3"
      value={typed[field]}
      onChange={(value) => onChange({ [field]: value })}
      problem={of(field)?.problem}
      problemId={of(field)?.id}
    />
  );
  return (
    <>
      <FormRow label="種類" problems={at('kind')} subjectEnd>
        <Segments
          id={entryFieldId('kind')}
          legend="種類"
          options={kinds}
          value={kind}
          onChange={(chosen) => onChange({ kind: chosen })}
        />
        {kind !== null && <span className="form-row-aside">{told[kind]}</span>}
      </FormRow>
      <FormRow
        label={kind === 'specialOpening' || kind === null ? '日' : '始まり'}
        problems={at('day', ...(kind === 'systemStop' ? ['from' as const] : []))}
      >
        {day('day', kind === 'specialOpening' || kind === null ? '日' : '始まりの日', 'hidden')}
        {kind === 'systemStop' && time('from', '始まりの時刻')}
      </FormRow>
      {kind === 'systemStop' && (
        <FormRow label="終わり" problems={at('lastDay', 'until')}>
          {day('lastDay', '終わりの日', 'hidden')}
          {time('until', '終わりの時刻')}
          <span className="form-row-aside">同じ日のうちなら、日は空けておけます</span>
        </FormRow>
      )}
      {kind === 'specialClosure' && (
        <FormRow label="終わり" optional problems={at('lastDay')}>
          {day('lastDay', '終わりの日', 'hidden')}
          <span className="form-row-aside">続けて休む日まで。1日だけなら空けておけます</span>
        </FormRow>
      )}
      {kind === 'specialOpening' && (
        <FormRow label="時刻" problems={at('from', 'until')}>
          {time('from', '始まりの時刻')}
          {time('until', '終わりの時刻')}
        </FormRow>
      )}
      {kind !== 'systemStop' && (
        <FormRow label="窓口" problems={at('offices')}>
          {allOffices.map((office, place) => (
            <Checkbox
              key={office}
              {...(place === 0 ? { id: entryFieldId('offices') } : {})}
              label={officeNames[office]}
              checked={typed.offices.includes(office)}
              onChange={(chosen) =>
                onChange({
                  offices: allOffices.filter((each) => (each === office ? chosen : typed.offices.includes(each))),
                })
              }
              problemId={of('offices')?.id}
            />
          ))}
        </FormRow>
      )}
      <FormRow label="理由" htmlFor={entryFieldId('reason')} problems={at('reason')} subjectEnd>
        <TextField
          id={entryFieldId('reason')}
          label="理由"
          width="full"
          value={typed.reason}
          onChange={(reason) => onChange({ reason })}
          problem={of('reason')?.problem}
          problemId={of('reason')?.id}
        />
      </FormRow>
      {warnings.length > 0 && (
        <div className="entry-warnings">
          {warnings.map(({ code, text }) => (
            <p key={code}>
              <Icon name="warning" />
              {text}
            </p>
          ))}
          <Checkbox
            id={entryFieldId('acknowledged')}
            label="このことを確かめて加える"
            checked={warnings.every(({ code }) => typed.acknowledged.includes(code))}
            onChange={(read) => onChange({ acknowledged: read ? warnings.map(({ code }) => code) : [] })}
          />
        </div>
      )}
    </>
  );
}
