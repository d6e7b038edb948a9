import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { Checkbox } from '../../components/checkbox.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { TextField } from '../../components/text-field.tsx';
import { monthDayWeekday } from '../../words/day-words.ts';
import { readCertificateDay } from './date-reading.ts';
import { fieldId, problemId } from './fields.ts';
import { type FormHandle, problemAt, rowProblems } from './form-handle.ts';
import { FreeField } from './free-row.tsx';
import { shownReading } from './shown-reading.ts';

const happenedAt = 'backEntry.happenedAt';

/** 紙で受け付けたものの行 (L4): when it happened and why on paper; everything below is judged for that moment. */
export function PaperRows({ form }: { readonly form: FormHandle }) {
  const { typed, change } = form;
  if (!typed.onPaper) return null;
  const problem = problemAt(form, happenedAt);
  return (
    <FormRow label="紙の受付" subjectEnd problems={rowProblems(form, [happenedAt, 'backEntry.reason'])}>
      <DateField
        id={fieldId(happenedAt)}
        label="受け付けた日"
        labelled="beside"
        width="7"
        value={typed.paperDay}
        onChange={(paperDay) => change({ paperDay })}
        onBlur={() => form.leave(happenedAt)}
        parse={(text) => shownReading(readCertificateDay(text))}
        showProblem={false}
        problem={problem}
        problemId={problemId(happenedAt)}
      />
      <TextField
        id={`${fieldId(happenedAt)}-time`}
        label="時刻"
        labelled="beside"
        width="3"
        value={typed.paperTime}
        onChange={(paperTime) => change({ paperTime })}
        onBlur={() => form.leave(happenedAt)}
        problem={problem}
        problemId={problemId(happenedAt)}
      />
      <FreeField
        form={form}
        field="backEntry.reason"
        label="紙で受け付けた理由"
        labelled="beside"
        width="full"
        value={typed.paperReason}
        onChange={(paperReason) => change({ paperReason })}
      />
    </FormRow>
  );
}

/** 紙の受付に替える: a quiet switch in the title's row. */
export function PaperSwitch({ form }: { readonly form: FormHandle }) {
  const { typed, change, reading } = form;
  const day = dateOf(reading.visit.at);
  return (
    <span className="receive-paper">
      <Checkbox label="紙で受け付けたものを入力" checked={typed.onPaper} onChange={(onPaper) => change({ onPaper })} />
      {typed.onPaper && day !== dateOf(form.now) && <small>{monthDayWeekday(day)}の決まりで判定しています</small>}
    </span>
  );
}
