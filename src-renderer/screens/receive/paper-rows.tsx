import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { Checkbox } from '../../components/checkbox.tsx';
import { DateField } from '../../components/date-field.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { TextField } from '../../components/text-field.tsx';
import { monthDayWeekday } from '../../words/day-words.ts';
import { readDay } from './date-reading.ts';
import { fieldId, problemId } from './fields.ts';
import { type FormHandle, problemAt, rowProblems } from './form-handle.ts';
import { FreeRow } from './free-row.tsx';
import { shownReading } from './shown-reading.ts';

const happenedAt = 'backEntry.happenedAt';

/** 紙で受け付けたものの行 (L4): when it happened and why on paper; everything below is judged for that moment. */
export function PaperRows({ form }: { readonly form: FormHandle }) {
  const { typed, change } = form;
  if (!typed.onPaper) return null;
  const problem = problemAt(form, happenedAt);
  return (
    <>
      <FormRow label="受け付けた日" problems={rowProblems(form, [happenedAt])}>
        <DateField
          id={fieldId(happenedAt)}
          label="受け付けた日"
          labelled="hidden"
          width="7"
          value={typed.paperDay}
          onChange={(paperDay) => change({ paperDay })}
          onBlur={() => form.leave(happenedAt)}
          parse={(text) => shownReading(readDay(text))}
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
      </FormRow>
      <FreeRow
        form={form}
        field="backEntry.reason"
        label="紙での理由"
        width="full"
        value={typed.paperReason}
        onChange={(paperReason) => change({ paperReason })}
      />
    </>
  );
}

/** 紙の受付に替える: a quiet switch in the title's row. */
export function PaperSwitch({ form }: { readonly form: FormHandle }) {
  const { typed, change, reading } = form;
  const day = dateOf(reading.visit.at);
  return (
    <span className="receive-paper">
      <Checkbox
        label="紙で受け付けたものを入力"
        checked={typed.onPaper}
        onChange={(onPaper) => {
          change({ onPaper });
          // Its fields stand at the top of the form.
          if (onPaper) requestAnimationFrame(() => goToField(fieldId(happenedAt)));
        }}
      />
      {typed.onPaper && day !== dateOf(form.now) && <small>{monthDayWeekday(day)}の決まりで判定しています</small>}
    </span>
  );
}
