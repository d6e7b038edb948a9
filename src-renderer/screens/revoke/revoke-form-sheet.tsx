import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { CounterForm } from '../../components/counter-form.tsx';
import { RevocationLanes } from '../../components/revocation-lanes.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { TaskTitle } from '../../components/task-title.tsx';
import { useRevoke } from '../../store/revoke-slice.ts';
import { CurrentRow } from '../receive/current-row.tsx';
import { FeeRow } from '../receive/fee-row.tsx';
import { FormProblems } from '../receive/form-problems.tsx';
import { HolderRows } from '../receive/holder-rows.tsx';
import { PaperRows, PaperSwitch } from '../receive/paper-rows.tsx';
import type { SheetProps } from '../receive/reception-screen.tsx';
import { StopNote } from '../receive/stop-note.tsx';
import { isTouched } from '../receive/typed.ts';
import { NoteRow } from '../receive/visitor-rows.tsx';
import { CauseTable } from './cause-table.tsx';
import { causeChosen } from './cause-words.ts';
import { lanesOf } from './lanes-of-form.ts';
import { AnewQuestion, BasisRow, ComerRows, RevokedRow } from './revoke-rows.tsx';

type Props = SheetProps & { readonly rangeRefusal: string | null; readonly onRange: () => void };

/** 失効の様式: whose certificates, by which cause, and what stands afterwards. */
export function RevokeForm({ form, attempt, onAskAgain, approval, rangeRefusal, onRange }: Props) {
  const draft = useRevoke((revoke) => revoke.draft);
  const { typed, change, reading } = form;
  const { cause } = typed;
  const represented = typed.capacity !== 'holder' && reading.visit.visitor.capacity !== null;
  return (
    <>
      <TaskTitle title="失効">
        <span className="receive-number">番号は記録時に付きます</span>
        {(draft !== null || isTouched(typed)) && <StateChip state="draft" />}
      </TaskTitle>
      <FormProblems useReception={useRevoke} form={form} attempt={attempt} onAskAgain={onAskAgain} />
      <CounterForm label="失効の様式" className="form-sheet receive-form revoke-form">
        <PaperRows form={form} />
        <HolderRows form={form} represented={represented} compact />
        <CurrentRow form={form} />
        <CauseTable
          value={cause}
          rangeRefusal={rangeRefusal}
          onChoose={(chosen) => {
            if (chosen === 'X5') onRange();
            else change(causeChosen(chosen));
          }}
        />
        <RevokedRow form={form} />
        {cause !== null && (
          <section className="revoke-lanes">
            <SectionHeading>失効したあとの証明書</SectionHeading>
            <RevocationLanes label="失効したあとの証明書" today={dateOf(reading.visit.at)} lanes={lanesOf(reading)} />
          </section>
        )}
        <BasisRow form={form} />
        <AnewQuestion form={form} />
        <ComerRows form={form} />
        <FeeRow form={form} />
        {cause !== null && <NoteRow form={form} />}
      </CounterForm>
      {approval}
      <StopNote form={form} />
      <PaperSwitch form={form} />
    </>
  );
}
