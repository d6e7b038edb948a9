import { DateField } from '../../components/date-field.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { TextField } from '../../components/text-field.tsx';
import { readDay } from '../receive/date-reading.ts';
import { shownReading } from '../receive/shown-reading.ts';
import { type AddedHoliday, type HolidaysProblem, withEmptyRow } from './holidays-form.ts';

type Props = {
  readonly added: readonly AddedHoliday[];
  readonly problems: readonly HolidaysProblem[];
  readonly onChange: (added: readonly AddedHoliday[]) => void;
};

/** 祝日の欄の番号。 */
export function holidayFieldId(field: string): string {
  return `settings-holiday-${field}`;
}

/** 加える祝日: what the official list has and ours has not; always one empty row to go on with. */
export function AddedHolidayRows({ added, problems, onChange }: Props) {
  const write = (place: number, change: Partial<AddedHoliday>): void =>
    onChange(withEmptyRow(added.map((row, index) => (index === place ? { ...row, ...change } : row))));
  const at = (...fields: readonly string[]) =>
    problems
      .filter(({ field }) => fields.includes(field))
      .map(({ field, message }) => ({ id: `${holidayFieldId(field)}-problem`, problem: { message } }));
  return added.map((row, place) => (
    <FormRow
      // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; its texts change while they are typed.
      key={place}
      label={`加える${place + 1}`}
      optional
      problems={at(`day-${place}`, `name-${place}`)}
    >
      <DateField
        id={holidayFieldId(`day-${place}`)}
        label="日"
        labelled="beside"
        value={row.day}
        onChange={(day) => write(place, { day })}
        parse={(text) => shownReading(readDay(text))}
        showProblem={false}
        problem={at(`day-${place}`)[0]?.problem}
        problemId={at(`day-${place}`)[0]?.id}
      />
      <TextField
        id={holidayFieldId(`name-${place}`)}
        label="名前"
        labelled="beside"
        width="9"
        value={row.name}
        onChange={(name) => write(place, { name })}
        problem={at(`name-${place}`)[0]?.problem}
        problemId={at(`name-${place}`)[0]?.id}
      />
    </FormRow>
  ));
}
