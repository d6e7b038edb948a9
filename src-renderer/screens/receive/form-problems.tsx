import { ErrorSummary } from '../../components/error-summary.tsx';
import type { UseReception } from '../../store/reception-slice.ts';
import { approvalProblem } from './approval.ts';
import { fieldId, fieldLabels } from './fields.ts';
import type { FormHandle } from './form-handle.ts';
import { ReceiveFailure } from './receive-failure.tsx';

type Props = {
  readonly useReception: UseReception;
  readonly form: FormHandle;
  readonly attempt: number;
  readonly onAskAgain: () => void;
};

/** 様式の上に出る指摘: what went wrong with the request, or after F11 the fields that must be mended. */
export function FormProblems({ useReception, form, attempt, onAskAgain }: Props) {
  const { failure, doubtful, clearFailure } = useReception();
  const lines = form.reading.issues.map(({ field, message }) => ({
    fieldId: fieldId(field),
    label: fieldLabels[field],
    message,
  }));
  const bannered =
    failure !== null && approvalProblem(failure) === null && (failure.fields.length === 0 || lines.length === 0);
  return (
    <>
      {bannered && (
        <ReceiveFailure failure={failure} doubtful={doubtful} onAskAgain={onAskAgain} onClose={clearFailure} />
      )}
      {attempt > 0 && lines.length > 0 && (
        <ErrorSummary lines={lines} attempt={attempt} headline={summaryHeadline(form)} />
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
