import { useContext, useEffect, useState } from 'react';
import { SAMPLE_QUESTION_NAMES } from '../../../src-shared/domain/sampling.ts';
import { call } from '../../bridge/client.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { EmptyBox } from '../../components/empty-box.tsx';
import { ErrorSummary, goToField } from '../../components/error-summary.tsx';
import { ListFormatDialog } from '../../components/list-format-dialog.tsx';
import { PeriodFields } from '../../components/period-fields.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { Shown } from '../../components/shown.ts';
import { TaskTitle } from '../../components/task-title.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { type ListToPut, useListPutter } from '../../store/list-output.ts';
import { useProgram } from '../../store/program-slice.ts';
import { sampleKey, useSampling } from '../../store/sampling-slice.ts';
import { useNow } from '../../store/use-now.ts';
import { dayOf, monthDayWeekday } from '../../words/day-words.ts';
import { failureWords } from '../../words/failure-words.ts';
import { readDay } from '../receive/date-reading.ts';
import { shownReading } from '../receive/shown-reading.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { type ReviewProblem, readReview, reviewFieldId } from './review-form.ts';
import { ReviewPanel } from './review-panel.tsx';
import { SampleRecord } from './sample-record.tsx';
import { SamplingList } from './sampling-list.tsx';
import { SamplingStatistics } from './sampling-statistics.tsx';

const recordedWords = { reviewed: '抽出確認を記録しました', settled: '気づきを済ませました' } as const;

/** 抽出確認: the second look of a supervisor who had no hand in the case (B7). */
export function SamplingScreen() {
  const role = useProgram((program) => program.status?.user?.role ?? 'clerk');
  if (role === 'clerk') return <NotForClerks />;
  return <SamplingForSupervisors />;
}

function NotForClerks() {
  useStepBack(goHome);
  return (
    <main className="task-main">
      <TaskTitle title="抽出確認" />
      <Banner tone="info" headline="抽出確認は責任者と管理者がします" announced={false}>
        <p>責任者に替わるには、F12でロックし、F8「別の職員に替わる」を押してください。</p>
      </Banner>
    </main>
  );
}

function listToPut(period: { readonly from: string; readonly until: string } | null): ListToPut | null {
  if (period === null) return null;
  const { from, until } = period;
  return {
    key: `sampling ${from} ${until}`,
    title: '抽出確認の一覧',
    ask: (way, requestId) =>
      way === 'csv' || way === 'xlsx'
        ? call('sampling.export', { from, until, requestId, format: way })
        : call('sampling.print', { from, until, requestId, to: way }),
  };
}

function SamplingForSupervisors() {
  const slice = useSampling();
  const { step, listed, opened, period, failure, recorded, statistics } = slice;
  const readOnly = useProgram((program) => program.status?.ledger?.state === 'readOnly');
  const today = dayOf(useNow());
  const shown = useContext(Shown);
  const [tried, setTried] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [choosing, setChoosing] = useState(false);
  const { put, busy } = useListPutter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: read when the screen opens or the lock is lifted; the day that turns meanwhile is drawn the next time.
  useEffect(() => {
    if (shown) void useSampling.getState().begin(today);
  }, [shown]);
  const key = opened === null ? null : sampleKey(opened.sample);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another case is in hand; nothing is missing from it yet, and it begins with its first question.
  useEffect(() => {
    setTried(false);
    const [first] = opened?.questions ?? [];
    if (first !== undefined) goToField(reviewFieldId(first, 'verdict'));
  }, [key]);

  const typed = key === null ? {} : (slice.answers[key] ?? {});
  const reading = readReview(opened?.questions ?? [], typed);
  const waiting = opened?.sample.state === 'waiting';
  const record = (): void => {
    if (!waiting || step !== 'idle') return;
    setTried(true);
    setAttempt((count) => count + 1);
    if (reading.answers !== null) void slice.review(reading.answers);
  };
  const why = readOnly
    ? '台帳が読み取り専用のため、記録できません。'
    : opened === null
      ? '先に受付を開いてください。'
      : !waiting
        ? 'この受付は、もう確かめてあります。'
        : opened.sample.mine
          ? 'あなたが関わった受付です。別の責任者が確かめます(B7)。'
          : undefined;
  const toPut = listToPut(listed);
  const cannotPut = busy ?? (toPut === null ? 'まだ読んでいません。' : undefined);
  useFunctionKeys({
    F9: { label: '印刷', act: () => toPut !== null && put(toPut, 'printer'), disabledReason: cannotPut },
    F10: { label: '書き出し', act: () => setChoosing(true), disabledReason: cannotPut },
    F11: {
      label: '抽出確認を記録',
      main: true,
      act: record,
      remaining: why === undefined && reading.problems.length > 0 ? reading.problems.length : undefined,
      waitingWord: step === 'sending' ? '記録しています' : undefined,
      disabledReason: why,
    },
  });
  useStepBack(() => {
    if (failure !== null || recorded !== null) slice.putAway();
    else if (opened !== null) slice.close();
    else goHome();
  });

  const lines = tried && waiting ? reading.problems.map(lineOf) : [];
  return (
    <div className="letters sampling" data-opened={opened === null ? undefined : ''}>
      <main className="letters-main">
        <TaskTitle
          title="抽出確認"
          end={
            (step === 'loading' || step === 'opening') && (
              <span className="support" role="status">
                読んでいます
              </span>
            )
          }
        >
          <span className="support">
            {opened === null
              ? '終わった日の受付から選ばれたものを、関わらなかった責任者が確かめます'
              : `${opened.sample.receipt}・${monthDayWeekday(opened.sample.day)}の分`}
          </span>
        </TaskTitle>
        <div className="case-notices" aria-busy={step === 'loading' || step === 'opening'}>
          {failure !== null && (
            <Banner tone="stop" headline={failureWords(failure).headline} onClose={slice.putAway}>
              <p>{failureWords(failure).text}</p>
              {failure.fields.map(({ field, message }) => (
                <p key={field}>{message}</p>
              ))}
              {slice.doubtful && waiting && (
                <p>
                  <Button small onPress={record}>
                    もう一度確かめる
                  </Button>
                </p>
              )}
            </Banner>
          )}
          {recorded !== null && (
            <Banner tone="success" headline={recordedWords[recorded]} onClose={slice.putAway}>
              <p>受付そのものは変わっていません。Escで一覧へ戻ります。</p>
            </Banner>
          )}
          {lines.length > 0 && <ErrorSummary attempt={attempt} lines={lines} />}
        </div>
        {opened === null && listed !== null && listed.cases.length === 0 && (
          <EmptyBox headline="抽出した受付はありません。">
            日が終わると、その日の済んだ受付と例外の扱いから選ばれます。
          </EmptyBox>
        )}
        {opened === null && listed !== null && listed.cases.length > 0 && (
          <SamplingList
            listed={listed}
            last={null}
            busy={step === 'loading'}
            onOpen={(day, caseId) => void slice.open(day, caseId)}
          />
        )}
        {opened !== null && <SampleRecord opened={opened} />}
      </main>
      <aside className="letters-panel" aria-label={opened === null ? '期間と集計' : '確かめる'}>
        {opened === null && period !== null && (
          <section className="panel-section">
            <SectionHeading>期間</SectionHeading>
            <CounterForm label="期間" className="sampling-period" onDecide={() => void slice.load()}>
              <PeriodFields
                id="sampling"
                from={period.from}
                until={period.until}
                parse={(text) => shownReading(readDay(text))}
                problem={slice.problem}
                onChange={slice.type}
              />
              <Button small onPress={() => void slice.load()}>
                この日で読む
              </Button>
            </CounterForm>
          </section>
        )}
        {opened === null && statistics !== null && <SamplingStatistics statistics={statistics} />}
        {opened !== null && waiting && (
          <ReviewPanel
            opened={opened}
            typed={typed}
            problems={tried ? reading.problems : []}
            busy={step === 'sending'}
            whyNot={why}
            onAnswer={slice.answer}
            onRecord={record}
          />
        )}
        {opened !== null && !waiting && (
          <FindingsPanel
            opened={opened}
            settling={slice.settling}
            busy={step === 'sending'}
            whyNot={readOnly ? '台帳が読み取り専用のため、記録できません。' : undefined}
            onType={slice.typeSettling}
            onSettle={(finding, how, note) => void slice.settle(finding, how, note)}
          />
        )}
      </aside>
      {choosing && toPut !== null && (
        <ListFormatDialog
          title="抽出確認の一覧"
          onClose={() => setChoosing(false)}
          onChoose={(format) => {
            setChoosing(false);
            put(toPut, format);
          }}
        />
      )}
    </div>
  );
}

function lineOf({ question, field, message }: ReviewProblem) {
  return { fieldId: reviewFieldId(question, field), label: SAMPLE_QUESTION_NAMES[question], message };
}
