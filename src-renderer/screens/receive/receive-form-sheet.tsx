import { CounterForm } from '../../components/counter-form.tsx';
import { Icon } from '../../components/icon.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { TaskSteps, TaskTitle } from '../../components/task-title.tsx';
import { useReceive } from '../../store/receive-slice.ts';
import { CardRow, EligibilityRow } from './card-rows.tsx';
import { CurrentRow } from './current-row.tsx';
import { FeeRow } from './fee-row.tsx';
import { FormProblems } from './form-problems.tsx';
import { HolderRows } from './holder-rows.tsx';
import { PaperRows, PaperSwitch } from './paper-rows.tsx';
import { CapacityRow, ProcedureRow } from './procedure-rows.tsx';
import type { SheetProps } from './reception-screen.tsx';
import { StopNote } from './stop-note.tsx';
import { isTouched } from './typed.ts';
import { NoteRow, VisitorRows } from './visitor-rows.tsx';

/** 受付の様式: title, what went wrong, and the ruled rows in reading order. */
export function ReceiveForm({ form, attempt, words, onAskAgain, approval }: SheetProps) {
  const draft = useReceive((receive) => receive.draft);
  const inquiry = words.stamp === 'inquiry';
  const represented = form.typed.capacity !== 'holder';
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
      <FormProblems useReception={useReceive} form={form} attempt={attempt} onAskAgain={onAskAgain} />
      <CounterForm label="受付の様式" className="form-sheet receive-form">
        <PaperRows form={form} />
        <ProcedureRow form={form} />
        <CapacityRow form={form} />
        <HolderRows form={form} represented={represented} compact={represented} />
        <EligibilityRow form={form} />
        <CardRow form={form} />
        <CurrentRow form={form} />
        <VisitorRows form={form} />
        <FeeRow form={form} />
        <NoteRow form={form} />
      </CounterForm>
      {approval}
      <StopNote form={form} />
      {inquiry && (
        <p className="receive-next">
          <Icon name="arrowRight" />
          <span>
            <b>受け付けると</b>、照会書の投函を待ちます。控えを来庁者に渡します。
          </span>
        </p>
      )}
      <PaperSwitch form={form} />
    </>
  );
}
