import { useEffect, useRef, useState } from 'react';
import type { CaseDetail, CaseSummary } from '../../../src-shared/contract/api/case-shapes.ts';
import { call } from '../../bridge/client.ts';
import { lostAnswers, newRequestId } from '../../bridge/request-id.ts';
import { Button } from '../../components/button.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyBox } from '../../components/empty-box.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { FieldProblem } from '../../components/field-problem.tsx';
import { RadioChoice } from '../../components/radio-choice.tsx';
import { useTask } from '../../store/task-slice.ts';
import { kindsWord, proceduresWord } from '../../words/counter-words.ts';
import { dayOf, monthDay, timeWord } from '../../words/day-words.ts';
import { CorrectionFields } from './correction-fields.tsx';
import {
  type CorrectionProblem,
  type CorrectionTyped,
  correctableEntries,
  freshCorrection,
  problemsOfFailure,
  readCorrection,
} from './correction-form.ts';

type CaseToCorrect = Pick<CaseSummary, 'case' | 'receipt' | 'receivedAt' | 'lines'>;

type Props = {
  /** whose entries may be corrected; the first is offered first */
  readonly cases: readonly CaseToCorrect[];
  /** the first case where it has been read already */
  readonly detail?: CaseDetail;
  readonly onClose: () => void;
  readonly onRecorded: (detail: CaseDetail) => void;
};

/** 訂正を申請 (F8, B1): names the entry and its fields, says why, and is approved here by a supervisor or waits for one (B7). */
export function CorrectionDialog({ cases, detail: given, onClose, onRecorded }: Props) {
  const [caseId, setCaseId] = useState(cases[0]?.case ?? null);
  const [detail, setDetail] = useState<CaseDetail | null>(given ?? null);
  const [entryId, setEntryId] = useState<string | null>(null);
  const [typed, setTyped] = useState<CorrectionTyped>(freshCorrection);
  const [said, setSaid] = useState<readonly CorrectionProblem[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const requestId = useRef<string | null>(null);

  useEffect(() => {
    if (caseId === null || detail?.summary.case === caseId) return;
    let wanted = true;
    void call('case.open', { case: caseId }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setDetail(answer.value);
      else setTrouble(answer.failure.message);
    });
    return () => {
      wanted = false;
    };
  }, [caseId, detail]);

  const read = detail?.summary.case === caseId ? detail : null;
  const entries = read === null ? [] : correctableEntries(read);
  const entry = entries.find((each) => each.entry === entryId) ?? entries.at(-1) ?? null;

  const change = (part: Partial<CorrectionTyped>): void => {
    setTyped({ ...typed, ...part });
    setSaid([]);
    setTrouble(null);
  };
  const decide = async (): Promise<void> => {
    if (entry === null || read === null || sending) return;
    const { changes, problems } = readCorrection(entry, typed);
    setSaid(problems);
    const [first] = problems;
    if (first !== undefined) {
      goToField(first.fieldId);
      return;
    }
    setSending(true);
    requestId.current ??= newRequestId();
    const answer = await call('correction.ask', {
      requestId: requestId.current,
      case: read.summary.case,
      entry: entry.entry,
      changes,
      reason: typed.reason,
      acceptance: typed.way === 'here' ? typed.supervisor : null,
    });
    setSending(false);
    if (answer.ok) {
      useTask.getState().tell(doneWords(typed.way));
      onRecorded(answer.value);
      onClose();
      return;
    }
    const { failure } = answer;
    if (!lostAnswers.includes(failure.code)) requestId.current = null;
    const pointed = problemsOfFailure(failure);
    setTyped({ ...typed, supervisor: { ...typed.supervisor, password: '' } });
    setSaid(pointed);
    setTrouble(failure.message);
    const [firstPointed] = pointed;
    if (firstPointed !== undefined) goToField(firstPointed.fieldId);
  };

  return (
    <Dialog
      wide
      headline="訂正を申請します"
      onStepBack={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Esc">
            やめる
          </Button>
          <Button
            kind="main"
            busy={sending}
            onPress={() => void decide()}
            disabledReason={entry === null ? '訂正できる記録がありません' : undefined}
          >
            {typed.way === 'here' ? '訂正を記録' : '承認を求める'}
          </Button>
        </>
      }
    >
      <p>もとの記録は消えません。訂正は今日の日報に載り、どちらも読めます。</p>
      <CounterForm label="訂正の申請" className="correction-form" onDecide={() => void decide()}>
        {cases.length > 1 && (
          <div className="correction-part">
            <h3>訂正する受付</h3>
            <RadioChoice
              stacked
              legend="訂正する受付"
              options={cases.map((each) => ({ value: each.case, label: caseWords(each) }))}
              value={caseId}
              onChange={(chosen) => {
                setCaseId(chosen);
                setEntryId(null);
                change({ values: {} });
              }}
            />
          </div>
        )}
        {read === null && trouble === null && <p role="status">読んでいます。</p>}
        {read !== null && entries.length === 0 && (
          <EmptyBox headline="この受付には、訂正できる記録がありません。">消去された記録は訂正できません。</EmptyBox>
        )}
        {entries.length > 1 && (
          <div className="correction-part">
            <h3>訂正する記録</h3>
            <RadioChoice
              stacked
              legend="訂正する記録"
              options={entries.toReversed().map(({ entry: id, what, at, who }) => ({
                value: id,
                label: [what, `${monthDay(dayOf(at))} ${timeWord(at)}`, who].filter(Boolean).join('・'),
              }))}
              value={entry?.entry ?? null}
              onChange={(chosen) => {
                setEntryId(chosen);
                change({ values: {} });
              }}
            />
          </div>
        )}
        {entry !== null && <CorrectionFields entry={entry} typed={typed} problems={said} onChange={change} />}
      </CounterForm>
      <div role="alert">
        {trouble !== null && <FieldProblem id="correction-trouble" problem={{ message: trouble }} />}
      </div>
    </Dialog>
  );
}

function caseWords({ receipt, receivedAt, lines }: CaseToCorrect): string {
  return `${receipt} ${monthDay(dayOf(receivedAt))} ${proceduresWord(lines)}・${kindsWord(lines)}`;
}

function doneWords(way: CorrectionTyped['way']) {
  return way === 'here'
    ? ({ tone: 'success', headline: '訂正を記録しました', text: 'もとの記録も、経過から読めます。' } as const)
    : ({
        tone: 'info',
        headline: '訂正の承認を責任者に求めました',
        text: '責任者が承認するまで、記録はもとのままです。',
      } as const);
}
