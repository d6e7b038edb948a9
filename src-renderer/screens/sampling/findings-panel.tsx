import { useState } from 'react';
import type { OpenedSample, SampleFinding } from '../../../src-shared/contract/api/sampling-api.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import {
  FINDING_FOLLOW_NAMES,
  FINDING_SETTLED_NAMES,
  FINDING_SEVERITY_NAMES,
  SAMPLE_QUESTION_NAMES,
} from '../../../src-shared/domain/sampling.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { Button } from '../../components/button.tsx';
import { CodeChip } from '../../components/code-chip.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { FieldProblem } from '../../components/field-problem.tsx';
import { RadioChoice } from '../../components/radio-choice.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { SettleTyped } from '../../store/sampling-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { dayOf, monthDayWeekday, timeWord } from '../../words/day-words.ts';

type Settle = (finding: string, how: NonNullable<SettleTyped['how']>, note: string) => void;
type Props = {
  readonly opened: OpenedSample;
  readonly settling: Readonly<Record<string, SettleTyped>>;
  readonly busy: boolean;
  readonly whyNot: string | undefined;
  readonly onType: (finding: string, change: Partial<SettleTyped>) => void;
  readonly onSettle: Settle;
};

/** 確かめた結果: who looked, what was found, and what was done about each finding. */
export function FindingsPanel({ opened, settling, busy, whyNot, onType, onSettle }: Props) {
  const go = useTask((tasks) => tasks.go);
  const { sample, findings } = opened;
  return (
    <section className="panel-section">
      <SectionHeading end={`${findings.length}件`}>確かめた結果</SectionHeading>
      <p>
        {sample.reviewedBy ?? '—'}さんが
        {sample.reviewedAt !== null && `${monthDayWeekday(dayOf(sample.reviewedAt))}${timeWord(sample.reviewedAt)}に`}
        確かめました。{findings.length === 0 && '問題はありませんでした。'}
      </p>
      {findings.map((finding) => (
        <Finding
          key={finding.finding}
          finding={finding}
          typed={settling[finding.finding] ?? { how: null, note: '' }}
          busy={busy}
          whyNot={whyNot}
          onType={(change) => onType(finding.finding, change)}
          onSettle={onSettle}
        />
      ))}
      {findings.some(({ follow, settled }) => follow === 'correct' && settled === null) && (
        <div className="letter-acts">
          <Button small onPress={() => go({ kind: 'ledger', caseId: sample.case })}>
            台帳を開いて訂正を申請する
          </Button>
        </div>
      )}
    </section>
  );
}

const hows = (['corrected', 'told', 'watched', 'noNeed'] as const).map((value) => ({
  value,
  label: FINDING_SETTLED_NAMES[value],
}));

type FindingProps = {
  readonly finding: SampleFinding;
  readonly typed: SettleTyped;
  readonly busy: boolean;
  readonly whyNot: string | undefined;
  readonly onType: (change: Partial<SettleTyped>) => void;
  readonly onSettle: Settle;
};

function Finding({ finding, typed, busy, whyNot, onType, onSettle }: FindingProps) {
  const [tried, setTried] = useState(false);
  const { finding: id, question, rule, severity, follow, note, settled } = finding;
  const checked = checkFreeText('note', typed.note, { optional: false, least: 5, label: 'したこと' });
  const noteId = `settle-${id}`;
  const settle = (): void => {
    setTried(true);
    if (!checked.ok) goToField(noteId);
    else if (typed.how !== null) onSettle(id, typed.how, checked.value);
  };
  return (
    <div className="sample-finding" data-settled={settled === null ? undefined : ''}>
      <h3>
        {SAMPLE_QUESTION_NAMES[question]} {rule !== null && <CodeChip code={rule} />}
      </h3>
      <p>{note ?? '(消去済)'}</p>
      <p className="support">
        {FINDING_SEVERITY_NAMES[severity]}・{FINDING_FOLLOW_NAMES[follow]}
      </p>
      {settled !== null && (
        <p>
          <b>{FINDING_SETTLED_NAMES[settled.how]}</b> {settled.note ?? '(消去済)'}{' '}
          <span className="support">
            {settled.by ?? '—'} {monthDayWeekday(dayOf(settled.at))}
          </span>
        </p>
      )}
      {settled === null && (
        <CounterForm label={`${SAMPLE_QUESTION_NAMES[question]}の始末`} className="approval-answer" onDecide={settle}>
          {tried && typed.how === null && (
            <FieldProblem id={`${noteId}-how`} problem={{ message: 'どう済ませたかを選んでください。' }} />
          )}
          <RadioChoice
            legend="どう済ませたか"
            stacked
            options={hows}
            value={typed.how}
            onChange={(how) => onType({ how })}
          />
          <TextField
            id={noteId}
            label="したこと"
            labelled="above"
            width="full"
            value={typed.note}
            onChange={(changed) => onType({ note: changed })}
            marks={findMyNumbers(typed.note)}
            maskMarks
            problem={tried && !checked.ok ? { message: checked.failure.message } : null}
          />
          <div className="letter-acts">
            <Button small busy={busy} disabledReason={whyNot} onPress={settle}>
              気づきを済ませる
            </Button>
          </div>
        </CounterForm>
      )}
    </div>
  );
}
