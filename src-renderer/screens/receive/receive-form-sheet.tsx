import type { PlainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';
import { CounterForm } from '../../components/counter-form.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Icon } from '../../components/icon.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { TaskSteps, TaskTitle } from '../../components/task-title.tsx';
import { type Known, useReceive } from '../../store/receive-slice.ts';
import { CurrentRow } from './current-row.tsx';
import { fieldId, fieldLabels } from './fields.ts';
import type { FormHandle } from './form-handle.ts';
import { HolderRows } from './holder-rows.tsx';
import { ProcedureRows } from './procedure-rows.tsx';
import { ReceiveFailure } from './receive-failure.tsx';
import { isTouched } from './typed.ts';
import { VisitorRows } from './visitor-rows.tsx';

type Props = {
  readonly form: FormHandle;
  readonly at: PlainDateTime;
  readonly known: Known['certificates'];
  /** how often F11 was pressed in vain; 0 once everything is mended */
  readonly attempt: number;
  readonly inquiry: boolean;
  readonly onAskAgain: () => void;
};

/** 受付の様式: title, what went wrong, and the ruled rows in reading order. */
export function ReceiveForm({ form, at, known, attempt, inquiry, onAskAgain }: Props) {
  const { failure, doubtful, clearFailure, looking, draft } = useReceive();
  const lines = form.reading.issues.map(({ field, message }) => ({
    fieldId: fieldId(field),
    label: fieldLabels[field],
    message,
  }));
  const bannered = failure !== null && (failure.fields.length === 0 || lines.length === 0);
  return (
    <>
      <TaskTitle
        title="受付"
        end={
          <TaskSteps
            steps={inquiry ? ['受付', '照会・回答', '発行の記録'] : ['受付', '端末で発行', '発行の記録']}
            current={0}
          />
        }
      >
        <span className="receive-number">番号は受付時に付きます</span>
        {(draft !== null || isTouched(form.typed)) && <StateChip state="draft" />}
      </TaskTitle>
      {bannered && (
        <ReceiveFailure failure={failure} doubtful={doubtful} onAskAgain={onAskAgain} onClose={clearFailure} />
      )}
      {attempt > 0 && lines.length > 0 && (
        <ErrorSummary lines={lines} attempt={attempt} headline={summaryHeadline(form)} />
      )}
      <CounterForm label="受付の様式" className="form-sheet receive-form">
        <ProcedureRows form={form} />
        <HolderRows form={form} at={at} />
        <CurrentRow form={form} known={known} looking={looking} />
        <VisitorRows form={form} />
      </CounterForm>
      {inquiry && (
        <p className="receive-next">
          <Icon name="arrowRight" />
          <span>
            <b>受け付けると</b>、照会書の投函を待ちます。控えを来庁者に渡します。
          </span>
        </p>
      )}
    </>
  );
}

/** What stops the record, and apart from it what only has to be looked at (an expired card is refused, not mended). */
function summaryHeadline({ reading }: FormHandle): string {
  const toMend = reading.issues.filter(({ blocks }) => blocks).length;
  const toCheck = reading.issues.length - toMend;
  if (toMend === 0) return `確かめるところが${toCheck}つあります`;
  return toCheck === 0
    ? `直すところが${toMend}つあります`
    : `直すところが${toMend}つ、確かめるところが${toCheck}つあります`;
}
