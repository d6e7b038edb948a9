import { useContext, useEffect } from 'react';
import type { StatisticsFormat } from '../../../src-shared/contract/api/statistics-api.ts';
import type { StatisticsPeriod, StatisticsView } from '../../../src-shared/contract/statistics-view.ts';
import { baseName, periodName, progressWords } from '../../../src-shared/contract/statistics-words.ts';
import { type PlainDate, parsePlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { Banner } from '../../components/banner.tsx';
import { type FormatChoice, FormatDialog } from '../../components/format-dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { Segments } from '../../components/segments.tsx';
import { Shown } from '../../components/shown.ts';
import { TaskTitle } from '../../components/task-title.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { useTurnKeys } from '../../keyboard/turn-keys.ts';
import { useProgram } from '../../store/program-slice.ts';
import { mayTurn, periodShown, useStatistics } from '../../store/statistics-slice.ts';
import { officeNames } from '../../words/counter-words.ts';
import { dayOf } from '../../words/day-words.ts';
import { ForecastSheet } from './forecast-sheet.tsx';
import { StatisticsSheet } from './statistics-sheet.tsx';

const kinds = [
  { value: 'month', label: '月計' },
  { value: 'fiscalYear', label: '年度計' },
  { value: 'forecast', label: '更新の見込み' },
] as const;

const offices = [
  { value: 'all', label: 'すべて' },
  ...(['shiminka', 'sobue', 'heiwa'] as const).map((value) => ({ value, label: officeNames[value] })),
] as const;

const formats: readonly FormatChoice<StatisticsFormat>[] = [
  { format: 'csv', name: 'CSV(UTF-8)', words: 'ほかのプログラムに渡す表です。' },
  { format: 'xlsx', name: 'Excel', words: '人が読む表です。日は和暦で見え、数はそのまま計算できます。' },
  { format: 'pdf', name: 'PDF', words: '図のあるA4の紙です。' },
];

/** 統計: months, fiscal years and the renewals to come, by office; for supervisors and administrators. */
export function StatisticsScreen() {
  const status = useProgram((program) => program.status);
  const allowed = status?.user?.role === 'supervisor' || status?.user?.role === 'administrator';
  const today = status === null ? null : parsePlainDate(dayOf(status.now));
  useStepBack(goHome);
  if (today === null) return null;
  return allowed ? <Statistics today={today} /> : <NotForClerks />;
}

function Statistics({ today }: { readonly today: PlainDate }) {
  const statistics = useStatistics();
  const shown = useContext(Shown);
  const { kind, office, view, forecast, failure, step, sending, choosing, load, choose, turn, put } = statistics;
  const period = periodShown(statistics, today);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read when the screen opens or the lock is lifted; choosing and turning read by themselves.
  useEffect(() => {
    if (shown) void load(today);
  }, [shown]);
  useTurnKeys((by) => void turn(by, today));
  const reason =
    sending !== null
      ? sending === 'printer'
        ? '印刷しています。'
        : '書き出しています。'
      : view === null && forecast === null
        ? 'まだ統計が出ていません。'
        : undefined;
  useFunctionKeys(
    {
      F9: { label: '印刷', act: () => void put('printer'), disabledReason: reason },
      F10: { label: '書き出し', act: statistics.chooseFormat, disabledReason: reason },
    },
    { narrow: ['F1', 'F9', 'F10', 'F12'] },
  );
  return (
    <main className="day-log statistics">
      <TaskTitle
        title="統計"
        end={
          <>
            {step === 'loading' && (
              <span className="support" role="status">
                読んでいます
              </span>
            )}
            {period !== null && <KeyHint keys={['←', '→']} words="めくる" />}
          </>
        }
      >
        <Segments
          legend="統計の種類"
          options={kinds}
          value={kind}
          onChange={(value) => void choose({ kind: value }, today)}
        />
        {period !== null && <Turner period={period} today={today} onTurn={(by) => void turn(by, today)} />}
        <Segments
          legend="窓口"
          options={offices}
          value={office}
          onChange={(value) => void choose({ office: value }, today)}
        />
      </TaskTitle>
      {failure !== null && (
        <Banner tone="stop" headline="統計を読めませんでした">
          <p>{failure.message}</p>
        </Banner>
      )}
      <div aria-busy={step === 'loading' || undefined}>
        {view !== null && progressWords(view) !== '' && (
          <p className="statistics-lead">
            <Icon name="clock" /> {periodName(view.period)}は{progressWords(view)}
            {view.coverage === 'none' ? 'です。台帳の初日より前のため、0とは限りません。' : 'です。'}
            {basesWords(view)}
          </p>
        )}
        {view !== null && <StatisticsSheet view={view} />}
        {forecast !== null && <ForecastSheet view={forecast} />}
      </div>
      {choosing && (
        <FormatDialog formats={formats} onChoose={(format) => void put(format)} onClose={statistics.putAway} />
      )}
    </main>
  );
}

/** 比べ方: which periods are cut to the same days; nothing where none is compared. */
function basesWords({ bases, period }: StatisticsView): string {
  const cut = bases.filter((base) => base.cut && base.coverage === 'whole').map((base) => baseName(base, period));
  return cut.length === 0 ? '' : `${cut.join('・')}とは、同じ日までで比べます。`;
}

type TurnerProps = {
  readonly period: StatisticsPeriod;
  readonly today: PlainDate;
  readonly onTurn: (by: -1 | 1) => void;
};

function Turner({ period, today, onTurn }: TurnerProps) {
  const unit = period.kind === 'month' ? '月' : '年度';
  const last = !mayTurn(period, 1, today);
  return (
    <div className="day-log-day">
      <button type="button" aria-label={`前の${unit}`} data-focus-first="" onClick={() => onTurn(-1)}>
        <Icon name="chevronLeft" />
      </button>
      <b aria-live="polite">{periodName(period)}</b>
      <button
        type="button"
        aria-label={`次の${unit}`}
        aria-disabled={last || undefined}
        title={last ? `今の${unit}より先はありません` : undefined}
        onClick={() => {
          if (!last) onTurn(1);
        }}
      >
        <Icon name="chevronRight" />
      </button>
    </div>
  );
}

function NotForClerks() {
  return (
    <main className="day-log">
      <TaskTitle title="統計" />
      <Banner tone="info" headline="統計は責任者と管理者が見ます" announced={false}>
        <p>責任者に替わるには、F12でロックし、F8「別の職員に替わる」を押してください。</p>
      </Banner>
    </main>
  );
}
