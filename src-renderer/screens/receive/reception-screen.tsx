import { type ReactNode, useEffect, useState } from 'react';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { goToField } from '../../components/error-summary.tsx';
import { ReasonsPanel } from '../../components/reasons/reasons-panel.tsx';
import { VerdictAnnouncer } from '../../components/reasons/verdict-announcer.tsx';
import { VerdictStrip } from '../../components/reasons/verdict-strip.tsx';
import { announcement, type VerdictWords, verdictWords } from '../../components/reasons/verdict-words.ts';
import { TaskColumns } from '../../components/task-columns.tsx';
import { useFunctionKeys, useKeyBar } from '../../keyboard/function-keys.ts';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { useProgram } from '../../store/program-slice.ts';
import type { UseReception } from '../../store/reception-slice.ts';
import { useRules } from '../../store/rules.ts';
import { TodayRail } from '../home/today-rail.tsx';
import { goOnAfter } from './after-recording.ts';
import { approvalOf, approvalProblem, approvalRule, missingApproval, noApproval } from './approval.ts';
import { ApprovalBox } from './approval-box.tsx';
import { type Field, fieldId, isField } from './fields.ts';
import type { FormHandle } from './form-handle.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { asksForVisitor } from './lines-of-form.ts';
import { isTouched } from './typed.ts';
import { useDraftKeeping } from './use-draft-keeping.ts';
import { useMinute } from './use-minute.ts';
import { usePanelKeys } from './use-panel-keys.ts';
import { useReceptionForm } from './use-reception-form.ts';

/** F11 の言葉: once it writes, and while something is left. */
export type ActWords = { readonly act: string; readonly waiting: string };

export type SheetProps = {
  readonly form: FormHandle;
  /** how often F11 was pressed in vain; 0 once everything is mended */
  readonly attempt: number;
  readonly words: VerdictWords;
  readonly onAskAgain: () => void;
  /** 責任者の確認, where one is asked for */
  readonly approval: ReactNode;
};

type Props = {
  readonly useReception: UseReception;
  readonly draft: string | null;
  readonly firstField: Field;
  /** F9: its label, and which form can be printed once it is recorded */
  readonly paper: { readonly label: string; readonly form: string };
  readonly actWords: (words: VerdictWords) => ActWords;
  readonly sheet: (props: SheetProps) => ReactNode;
};

/** 受付と失効の画面: the form, and beside it at every key what the rules say. F11 is the one act that writes. */
export function ReceptionScreen({ useReception, draft, firstField, paper, actWords, sheet }: Props) {
  const now = useMinute();
  const office = useProgram((program) => program.status?.place?.office ?? 'shiminka');
  const user = useProgram((program) => program.status?.user ?? null);
  const rules = useRules();
  const slice = useReception();
  const { form, blocking, sayAll } = useReceptionForm(useReception, now, office, rules);
  const panel = usePanelKeys();
  const [attempt, setAttempt] = useState(0);
  const [leaving, setLeaving] = useState(false);
  const [approval, setApproval] = useState(noApproval);
  useDraftKeeping(useReception);

  useEffect(() => {
    void useReception.getState().open(draft);
  }, [draft, useReception]);
  const opening = slice.step === 'opening';
  useEffect(() => {
    if (!opening) goToField(fieldId(firstField));
  }, [opening, firstField]);
  const allMended = blocking.length === 0 && (slice.failure?.fields.length ?? 0) === 0;
  useEffect(() => {
    if (allMended) setAttempt(0);
  }, [allMended]);

  const { typed, reading } = form;
  const { decision, ready } = reading;
  const second = approvalRule(typed, user?.role ?? null);
  const unapproved = missingApproval(second, approval);
  const missing = [...reading.missing, ...unapproved];
  const open = ready === null || unapproved.length > 0;
  const remaining = { toMend: blocking.length, missing: missing.length };
  const words = verdictWords(decision, remaining);
  const acts = actWords(words);
  const goToMissing = (field: string): void => panel.goTo(idOfMissing(field, decision.needsSubstitution, firstField));

  const press = async (): Promise<void> => {
    if (slice.step !== 'typing') return;
    if (ready === null || unapproved.length > 0) {
      sayAll(true);
      const [first] = missing;
      if (blocking.length > 0) setAttempt((before) => before + 1);
      else if (first === undefined) panel.read();
      else {
        goToMissing(first.field);
        useKeyBar.getState().say(`${acts.act}には、あと${missing.length}つ要ります: ${first.text}`);
      }
      return;
    }
    if (decision.verdict === 'undecided') return;
    const received = await slice.record({
      ...ready,
      shown: { verdict: decision.verdict, route: decision.route },
      approval: approvalOf(second, approval, typed),
    });
    if (received !== null) goOnAfter(received, ready.facts.lines);
    else afterFailure();
  };

  const afterFailure = (): void => {
    const { failure, doubtful } = useReception.getState();
    if ((failure?.fields.length ?? 0) > 0) setAttempt((before) => before + 1);
    // What is asked again under the same number must stay as it was sent.
    if (!doubtful) setApproval((before) => ({ ...before, password: '' }));
    if (approvalProblem(failure) !== null) goToMissing('approval');
  };

  useFunctionKeys({
    F8: { label: '判定を読む', act: panel.read },
    F9: { label: paper.label, act: nothing, disabledReason: `${paper.form}は、記録したあとに印刷できます。` },
    F11: {
      label: open ? acts.waiting : acts.act,
      main: true,
      remaining: open ? Math.max(remaining.toMend + remaining.missing, 1) : 0,
      waitingWord: slice.step === 'sending' ? '記録しています' : undefined,
      act: () => void press(),
    },
  });

  useStepBack(() => {
    if (panel.leave()) return;
    if (slice.failure !== null && !slice.doubtful) slice.clearFailure();
    else if (isTouched(typed)) setLeaving(true);
    else goHome();
  });

  return (
    <>
      <TaskColumns
        rail={<TodayRail current={slice.draft} />}
        panelLabel="判定"
        panelOpen={panel.panelOpen}
        strip={<VerdictStrip words={words} missing={missing} />}
        panel={
          <ReasonsPanel
            words={words}
            visit={reading.visit}
            decision={decision}
            missing={missing}
            today={dateOf(reading.visit.at)}
            rules={rules}
            represented={asksForVisitor(typed) && typed.capacity !== 'holder'}
            onGo={goToMissing}
          />
        }
      >
        {sheet({
          form,
          attempt,
          words,
          onAskAgain: () => void press(),
          approval:
            second === null ? null : (
              <ApprovalBox
                rule={second}
                value={approval}
                onChange={(value) => {
                  if (approvalProblem(slice.failure) !== null) slice.clearFailure();
                  if (!slice.doubtful) setApproval(value);
                }}
                problem={approvalProblem(slice.failure)}
                requestedBy={user?.name ?? null}
              />
            ),
        })}
      </TaskColumns>
      <VerdictAnnouncer words={announcement(words, remaining)} />
      {leaving && (
        <LeaveDialog
          onStay={() => setLeaving(false)}
          onDiscard={() => {
            setLeaving(false);
            void slice.discard();
            goHome();
          }}
          onKeep={() => {
            setLeaving(false);
            void slice.putAside().then((kept) => {
              if (kept) goHome();
            });
          }}
        />
      )}
    </>
  );
}

const nothing = (): void => undefined;

/** A missing 代替文字 is chosen below its field; everything else in the field itself. */
function idOfMissing(field: string, needsSubstitution: readonly ('name' | 'address')[], firstField: Field): string {
  if (!isField(field)) return fieldId(firstField);
  const chooses =
    (field === 'holder.name' && needsSubstitution.includes('name')) ||
    (field === 'holder.address' && needsSubstitution.includes('address'));
  const chooser = `${fieldId(field)}-chooser-first`;
  return chooses && document.getElementById(chooser) !== null ? chooser : fieldId(field);
}
