import { useEffect, useState } from 'react';
import { systemStopAt } from '../../../src-shared/domain/calendar.ts';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { Banner } from '../../components/banner.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { VerdictAnnouncer } from '../../components/reasons/verdict-announcer.tsx';
import { VerdictStrip } from '../../components/reasons/verdict-strip.tsx';
import { TaskColumns } from '../../components/task-columns.tsx';
import { useFunctionKeys, useKeyBar } from '../../keyboard/function-keys.ts';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { useIssue } from '../../store/issue-slice.ts';
import { usePrint } from '../../store/print-slice.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useRules } from '../../store/rules.ts';
import { useTask } from '../../store/task-slice.ts';
import { TodayRail } from '../home/today-rail.tsx';
import { useMinute } from '../receive/use-minute.ts';
import { usePanelKeys } from '../receive/use-panel-keys.ts';
import { CaseHead } from './case-head.tsx';
import { CaseNotices } from './case-notices.tsx';
import { isDateHeld, isOnlyRevocation, type Standing, standingOf, wordsOfStanding } from './case-standing.ts';
import {
  acceptanceIds,
  expiryId,
  type LineReading,
  leftToAsk,
  linesToRevoke,
  readIssueForm,
  serialId,
} from './issue-form.ts';
import { IssuePanel } from './issue-panel.tsx';
import { IssueSheet } from './issue-sheet.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

/** 発行の記録: what the terminal issued, compared with our own date; on a difference it stops until somebody looked again (V7). */
export function IssueRecordScreen({ caseId }: { readonly caseId: string }) {
  const at = useMinute();
  const today = dateOf(at);
  const { calendar } = useRules();
  const stopped = systemStopAt(at, calendar) !== null;
  const slice = useIssue();
  const { typed, acceptance, failure, step } = slice;
  const panel = usePanelKeys();
  const [sayProblems, setSayProblems] = useState(false);
  const [revoking, setRevoking] = useState(false);
  const detail = slice.caseId === caseId ? slice.detail : null;

  useEffect(() => {
    void useIssue.getState().open(caseId);
    setSayProblems(false);
    setRevoking(false);
  }, [caseId]);

  // A printing stands in the case's own history.
  useEffect(
    () =>
      usePrint.subscribe((now, before) => {
        if (now.leftCount !== before.leftCount && now.cases.includes(caseId)) void useIssue.getState().open(caseId);
      }),
    [caseId],
  );

  const standing: Standing | null = detail === null ? null : standingOf(detail, stopped);
  const reading = detail === null ? null : readIssueForm(detail, typed, acceptance, today);
  const readOnly = useProgram((program) => program.status?.ledger?.state === 'readOnly');
  const firstField = firstFieldOf(reading, standing);
  const acceptanceOpen = reading?.acceptanceOpen ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the supervisor's step has just opened; nobody has left anything out of it yet.
  useEffect(() => setSayProblems(false), [acceptanceOpen]);
  useEffect(() => {
    if (firstField !== null) goToField(firstField);
  }, [firstField]);

  const toRevoke = detail === null ? [] : linesToRevoke(detail);
  const revoke = async (): Promise<void> => {
    if (!(await slice.revoke(toRevoke.map(({ line }) => line)))) return;
    setRevoking(false);
    useTask.getState().tell(null);
  };

  const ask = async (held: LineReading): Promise<void> => {
    setSayProblems(true);
    const { line } = held.certificate;
    const left = leftToAsk(held, acceptance.reason);
    if (left !== null) {
      panel.goTo(left.fieldId);
      useKeyBar.getState().say(`責任者を待つには: ${left.text}`);
    } else if (held.serial !== null && held.day.kind === 'read') {
      const wanted = { line, serial: held.serial, expiresOn: held.day.day };
      // Asked: the fields are empty again, and nothing is missing from them.
      if (await slice.askAcceptance(wanted, acceptance.reason.trim())) setSayProblems(false);
    }
  };

  const press = async (): Promise<void> => {
    if (reading === null || step !== 'idle') return;
    if (standing === 'toRevoke') {
      setRevoking(true);
      return;
    }
    setSayProblems(true);
    const [first] = reading.left;
    if (first !== undefined) {
      panel.goTo(first.fieldId);
      useKeyBar.getState().say(`発行を記録するには、あと${reading.left.length}つ要ります: ${first.text}`);
      return;
    }
    const done = await slice.record(reading.certificates, reading.accepted);
    if (!done) {
      const field = useIssue.getState().failure?.fields[0]?.field;
      if (field?.startsWith('acceptance.') === true) panel.goTo(acceptanceIds.password);
      return;
    }
    setSayProblems(false);
    // What was said when the case came in is no news any more.
    useTask.getState().tell(null);
  };

  const revokes = standing === 'toRevoke' || (detail !== null && isOnlyRevocation(detail));
  useFunctionKeys({
    F8: { label: '判定を読む', act: panel.read },
    F9: {
      label: '印刷',
      act: () => void usePrint.getState().choose(caseId),
      disabledReason: detail === null ? '読み込んでいます。' : undefined,
    },
    F11: {
      label: revokes ? '失効を記録' : '発行を記録',
      main: true,
      act: () => void press(),
      remaining: standing === 'toRevoke' ? 0 : (reading?.left.length ?? 1),
      waitingWord: waitingWord(step, standing, reading?.left.length ?? 0),
      disabledReason: reasonNot(standing, readOnly, revokes ? '失効' : '発行'),
    },
  });

  // What was typed stays with its case; nothing is lost by stepping back.
  useStepBack(() => {
    if (panel.leave()) return;
    if (failure !== null && !slice.doubtful && detail !== null) slice.clearFailure();
    else goHome();
  });

  const rail = <TodayRail current={caseId} />;
  if (detail === null || standing === null || reading === null) {
    return (
      <TaskColumns rail={rail} panelLabel="判定" panelOpen={false} strip={null} panel={null}>
        {failure === null ? (
          <p role="status">受付を読んでいます。</p>
        ) : (
          <Banner tone="stop" headline="この受付を開けませんでした">
            <p>{failure.message}</p>
          </Banner>
        )}
      </TaskColumns>
    );
  }
  const words = { ...wordsOfStanding(standing, detail), code: null };
  const held = detail.certificates.find(isDateHeld) ?? null;
  const inQuestion = held ?? detail.certificates.findLast(({ ours }) => ours !== null) ?? null;
  const now = reading.lines.find(({ certificate }) => certificate.line === inQuestion?.line)?.day;
  const terminal =
    now?.kind === 'read' ? now.day : (inQuestion?.issued?.expiresOn ?? inQuestion?.held?.terminal ?? null);
  return (
    <>
      <TaskColumns
        rail={rail}
        panelLabel="判定"
        panelOpen={panel.panelOpen}
        strip={<VerdictStrip words={words} missing={[]} />}
        panel={
          <IssuePanel detail={detail} standing={standing} today={today} inQuestion={inQuestion} terminal={terminal} />
        }
      >
        <CaseHead detail={detail} standing={standing} today={today} />
        <CaseNotices
          detail={detail}
          standing={standing}
          failure={failure}
          doubtful={slice.doubtful}
          onAskAgain={() => void press()}
          onTakeUp={() => void slice.takeUp()}
          onClose={slice.clearFailure}
        />
        <IssueSheet
          detail={detail}
          standing={standing}
          reading={reading}
          sayProblems={sayProblems}
          onAsk={(line) => void ask(line)}
        />
      </TaskColumns>
      {revoking && (
        <RevokeDialog
          detail={detail}
          lines={toRevoke}
          busy={step === 'sending'}
          trouble={failure?.message ?? null}
          onStay={() => {
            slice.clearFailure();
            setRevoking(false);
          }}
          onRevoke={() => void revoke()}
        />
      )}
      <VerdictAnnouncer words={`${words.headline}。${words.reason}。`} />
    </>
  );
}

function firstFieldOf(reading: ReturnType<typeof readIssueForm> | null, standing: Standing | null): string | null {
  if (standing === 'held') {
    const held = reading?.lines.find(({ certificate }) => isDateHeld(certificate));
    return held === undefined ? null : expiryId(held.certificate.line);
  }
  const first = reading?.lines.find(({ certificate }) => certificate.verdict === 'accept');
  return standing === 'toRecord' && first !== undefined ? serialId(first.certificate.line) : null;
}

function waitingWord(step: string, standing: Standing | null, left: number): string | undefined {
  if (step === 'sending') return '記録しています';
  return standing === 'held' && left > 0 ? '停止中' : undefined;
}

function reasonNot(standing: Standing | null, readOnly: boolean, what: string): string | undefined {
  switch (standing) {
    case null:
      return '読み込んでいます。';
    case 'toRecord':
    case 'toRevoke':
    case 'held':
      return readOnly ? '台帳が読み取り専用のため、記録できません。' : undefined;
    case 'toPost':
    case 'posted':
      return `照会の受付です。回答を受け付けるまで、${what}を記録できません。`;
    case 'returned':
      return `照会書が戻りました。もう一度投函し、回答を受け付けるまで、${what}を記録できません。`;
    case 'lapsed':
      return `回答の期限が切れたため、この受付では${what}できません。新しい申請が要ります。`;
    case 'systemStopped':
      return `全国のシステムが止まっています。再開してから${what}を記録してください。`;
    case 'waitingPerson':
      return `責任者の承認を待っています。承認されるまで、${what}を記録できません。`;
    case 'notAllowed':
      return '今日の判定では発行できません。判定の根拠を確かめてください。';
    default:
      return 'この受付は済んでいます。';
  }
}
