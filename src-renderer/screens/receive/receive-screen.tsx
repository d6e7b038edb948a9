import { useEffect, useState } from 'react';
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
import { useReceive } from '../../store/receive-slice.ts';
import { TodayRail } from '../home/today-rail.tsx';
import { goOnAfter } from './after-recording.ts';
import { fieldId, isField } from './fields.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { ReceiveForm } from './receive-form-sheet.tsx';
import { isTouched } from './typed.ts';
import { useDraftKeeping } from './use-draft-keeping.ts';
import { useMinute } from './use-minute.ts';
import { usePanelKeys } from './use-panel-keys.ts';
import { useReceiveForm } from './use-receive-form.ts';

/** 受付 (F3): the form, and beside it at every key what the rules say. F11 is the one act that writes. */
export function ReceiveScreen({ draft }: { readonly draft: string | null }) {
  const at = useMinute();
  const office = useProgram((program) => program.status?.place?.office ?? 'shiminka');
  const slice = useReceive();
  const { form, known, blocking, sayAll } = useReceiveForm(at, office);
  const panel = usePanelKeys();
  const [attempt, setAttempt] = useState(0);
  const [leaving, setLeaving] = useState(false);
  useDraftKeeping();

  useEffect(() => {
    void useReceive.getState().open(draft);
  }, [draft]);
  const opening = slice.step === 'opening';
  useEffect(() => {
    if (!opening) goToField(fieldId('lines'));
  }, [opening]);
  const allMended = blocking.length === 0 && (slice.failure?.fields.length ?? 0) === 0;
  useEffect(() => {
    if (allMended) setAttempt(0);
  }, [allMended]);

  const { decision, missing, facts } = form.reading;
  const remaining = { toMend: blocking.length, missing: missing.length };
  const words = verdictWords(decision, remaining);
  const goToMissing = (field: string): void => panel.goTo(idOfMissing(field, form.reading.decision.needsSubstitution));

  const press = async (): Promise<void> => {
    if (slice.step !== 'typing') return;
    if (facts === null) {
      sayAll(true);
      const [first] = missing;
      if (blocking.length > 0) setAttempt((before) => before + 1);
      else if (first === undefined) panel.read();
      else {
        goToMissing(first.field);
        useKeyBar.getState().say(`${actWord(words)}には、あと${missing.length}つ要ります: ${first.text}`);
      }
      return;
    }
    if (decision.verdict === 'undecided') return;
    const received = await slice.record(facts, { verdict: decision.verdict, route: decision.route });
    if (received !== null) goOnAfter(received);
    else if ((useReceive.getState().failure?.fields.length ?? 0) > 0) setAttempt((before) => before + 1);
  };

  useFunctionKeys({
    F8: { label: '判定を読む', act: panel.read },
    F9: { label: '申請書', act: nothing, disabledReason: '申請書の印刷は、この版では扱えません。' },
    F11: {
      label: facts === null ? waitingActWord(words) : actWord(words),
      main: true,
      remaining: facts === null ? Math.max(remaining.toMend + remaining.missing, 1) : 0,
      waitingWord: slice.step === 'sending' ? '記録しています' : undefined,
      act: () => void press(),
    },
  });

  useStepBack(() => {
    if (panel.leave()) return;
    if (slice.failure !== null && !slice.doubtful) slice.clearFailure();
    else if (isTouched(form.typed)) setLeaving(true);
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
            decision={decision}
            missing={missing}
            today={dateOf(at)}
            represented={form.typed.capacity !== 'holder'}
            onGo={goToMissing}
          />
        }
      >
        <ReceiveForm
          form={form}
          at={at}
          known={known}
          attempt={attempt}
          inquiry={words.stamp === 'inquiry'}
          onAskAgain={() => void press()}
        />
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

function actWord({ stamp }: VerdictWords): string {
  if (stamp === 'refused') return '受付不可を記録';
  return stamp === 'inquiry' ? '照会で受け付ける' : '受け付ける';
}

/** While something is missing the count needs the room; the route is said by the panel, and by the key once it is sure. */
function waitingActWord({ stamp }: VerdictWords): string {
  return stamp === 'refused' ? '受付不可' : '受け付ける';
}

/** A missing 代替文字 is chosen below its field; everything else in the field itself. */
function idOfMissing(field: string, needsSubstitution: readonly ('name' | 'address')[]): string {
  if (!isField(field)) return fieldId('lines');
  const chooses =
    (field === 'holder.name' && needsSubstitution.includes('name')) ||
    (field === 'holder.address' && needsSubstitution.includes('address'));
  const chooser = `${fieldId(field)}-chooser-first`;
  return chooses && document.getElementById(chooser) !== null ? chooser : fieldId(field);
}
