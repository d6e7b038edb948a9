import type { DateReading } from './date-field.tsx';
import { DateField } from './date-field.tsx';

type Props = {
  /** ids are `<id>-from` and `<id>-until` */
  readonly id: string;
  readonly from: string;
  readonly until: string;
  readonly parse: (text: string) => DateReading;
  readonly problem: { readonly field: 'from' | 'until'; readonly message: string } | null;
  /** the task begins with the first day */
  readonly focusFirst?: boolean;
  readonly onChange: (change: { readonly from?: string; readonly until?: string }) => void;
};

/** 期間の欄: two days, from … until, both included. */
export function PeriodFields({ id, from, until, parse, problem, focusFirst = false, onChange }: Props) {
  const of = (field: 'from' | 'until') => (problem?.field === field ? { message: problem.message } : null);
  return (
    <>
      <DateField
        id={`${id}-from`}
        label="始まりの日"
        labelled="beside"
        width="7"
        value={from}
        parse={parse}
        showProblem={false}
        problem={of('from')}
        focusFirst={focusFirst}
        onChange={(value) => onChange({ from: value })}
      />
      <DateField
        id={`${id}-until`}
        label="終わりの日"
        labelled="beside"
        width="7"
        value={until}
        parse={parse}
        showProblem={false}
        problem={of('until')}
        onChange={(value) => onChange({ until: value })}
      />
    </>
  );
}
