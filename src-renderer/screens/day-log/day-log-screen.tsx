import { useContext, useEffect } from 'react';
import type { DayLogShown } from '../../../src-shared/contract/day-log-view.ts';
import { addDays, parsePlainDate, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyBox } from '../../components/empty-box.tsx';
import { Icon } from '../../components/icon.tsx';
import { Segments } from '../../components/segments.tsx';
import { Shown } from '../../components/shown.ts';
import { TaskTitle } from '../../components/task-title.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { useDayLogPrint } from '../../store/day-log-print-slice.ts';
import { useDayLog } from '../../store/day-log-slice.ts';
import { useExport } from '../../store/export-slice.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { officeNames } from '../../words/counter-words.ts';
import { dayOf, monthDayWeekday } from '../../words/day-words.ts';
import { ClosePanel } from './close-panel.tsx';
import { DayLogDetails } from './day-log-details.tsx';
import { DayLogPrint } from './day-log-print.tsx';
import { DayLogSheet } from './day-log-sheet.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { ExportNotices } from './export-notices.tsx';

const offices = [
  ...(['shiminka', 'sobue', 'heiwa'] as const).map((value) => ({ value, label: officeNames[value] })),
  { value: 'all' as const, label: '3か所' },
];

/** 日報: what a day's records of one office add up to; for supervisors and administrators. */
export function DayLogScreen() {
  const status = useProgram((program) => program.status);
  const log = useDayLog();
  const go = useTask((tasks) => tasks.go);
  const shown = useContext(Shown);
  const allowed = status?.user?.role === 'supervisor' || status?.user?.role === 'administrator';
  const today = status === null ? null : dayOf(status.now);
  const day = log.day ?? today;
  const office = log.office ?? status?.place?.office ?? null;
  const { load } = log;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read when the screen opens or the lock is lifted; turning the page reads by itself.
  useEffect(() => {
    if (shown && allowed && day !== null && office !== null) void load(day, office);
  }, [shown, allowed]);

  useStepBack(goHome);

  const { step: exportStep, choice, choose } = useExport();
  const lookAtSheet = useDayLogPrint((print) => print.look);
  const busy = exportStep === 'writing' ? '書き出しています。' : undefined;
  const shownDay = day === null ? null : parsePlainDate(day);
  const denied = '日報は責任者と管理者が扱います。';
  const empty = log.view === null ? 'まだ日報が出ていません。' : undefined;
  const nobody = log.view !== null && isQuiet(log.view);
  useFunctionKeys({
    F8: {
      label: log.listOpen ? '内訳を閉じる' : '内訳を見る',
      act: log.toggleList,
      disabledReason: allowed ? (empty ?? (nobody ? 'この日の受付はありません。' : undefined)) : denied,
    },
    F9: {
      label: '印刷',
      act: () => {
        if (day !== null && office !== null) void lookAtSheet({ day, office });
      },
      disabledReason: allowed ? empty : denied,
    },
    F10: {
      label: '書き出し',
      act: () => {
        if (shownDay !== null && office !== null) choose(shownDay, office);
      },
      disabledReason: allowed ? (busy ?? empty) : denied,
    },
  });
  if (!allowed || day === null || office === null || today === null) return <NotForClerks />;

  const turn = (days: number): void => {
    const from = parsePlainDate(day);
    if (from !== null) void load(addDays(from, days), office);
  };
  return (
    <div className="day-log-with-close">
      <main className="day-log">
        <TaskTitle
          title="日報"
          end={
            <>
              {log.step === 'loading' ? (
                <span className="support" role="status">
                  読んでいます
                </span>
              ) : (
                log.view !== null && <CloseWord view={log.view} />
              )}
              <Button small onPress={() => go({ kind: 'statistics' })}>
                月計・年度計
              </Button>
            </>
          }
        >
          <div className="day-log-day">
            <button type="button" aria-label="前の日" data-focus-first="" onClick={() => turn(-1)}>
              <Icon name="chevronLeft" />
            </button>
            <b aria-live="polite">{monthDayWeekday(day)}</b>
            <button
              type="button"
              aria-label="次の日"
              aria-disabled={day >= today || undefined}
              title={day >= today ? '今日より先の日報はありません' : undefined}
              onClick={() => {
                if (day < today) turn(1);
              }}
            >
              <Icon name="chevronRight" />
            </button>
          </div>
          <Segments legend="窓口" options={offices} value={office} onChange={(chosen) => void load(day, chosen)} />
        </TaskTitle>
        <ExportNotices />
        {log.failure !== null && (
          <Banner tone="stop" headline="日報を読めませんでした">
            <p>{log.failure.message}</p>
          </Banner>
        )}
        {nobody && <EmptyBox headline={`${monthDayWeekday(day)}の受付はありません。`}>‹ › で別の日を見ます。</EmptyBox>}
        {log.view !== null && !nobody && !log.listOpen && <DayLogSheet view={log.view} />}
        {log.view !== null && !nobody && log.listOpen && <DayLogDetails view={log.view} />}
        {choice !== null && exportStep === 'choosing' && <ExportDialog choice={choice} today={plainDate(today)} />}
        <DayLogPrint />
      </main>
      <ClosePanel day={day} office={office} />
    </div>
  );
}

/** 締めたか: in one word beside the title. */
function CloseWord({ view: { closes, unclosed } }: { readonly view: DayLogShown }) {
  if (closes.length === 0 && unclosed.length === 0) return null;
  const open = unclosed.length > 0;
  return (
    <span className="day-log-closed" data-tone={open ? 'heed' : 'good'}>
      <Icon name={open ? 'warning' : 'checkCircle'} />
      {open ? 'まだ締めていません' : '締めました'}
      {open && closes.length > 0 && ` (端末 ${unclosed.join(' ')})`}
    </span>
  );
}

/** A day on which nobody came, nothing went on, and nothing was corrected (B4). */
function isQuiet({ total, cases, letters, corrections }: DayLogShown): boolean {
  const byPost = letters.posted + letters.returned + letters.answered + letters.lapsed;
  return total.persons === 0 && cases.length === 0 && byPost === 0 && corrections.length === 0;
}

function NotForClerks() {
  return (
    <main className="day-log">
      <TaskTitle title="日報" />
      <Banner tone="info" headline="日報は責任者と管理者が見ます" announced={false}>
        <p>責任者に替わるには、F12でロックし、F8「別の職員に替わる」を押してください。</p>
      </Banner>
    </main>
  );
}
