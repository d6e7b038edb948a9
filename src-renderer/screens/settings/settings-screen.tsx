import { useContext, useEffect, useRef, useState } from 'react';
import type { CalendarEntry } from '../../../src-shared/contract/api/settings-api.ts';
import { Banner } from '../../components/banner.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { EmptyBox } from '../../components/empty-box.tsx';
import { ErrorSummary, goToField } from '../../components/error-summary.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { Shown } from '../../components/shown.ts';
import { TaskTitle } from '../../components/task-title.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useSettings } from '../../store/settings-slice.ts';
import { useNow } from '../../store/use-now.ts';
import { dayOf } from '../../words/day-words.ts';
import { failureWords } from '../../words/failure-words.ts';
import { readEntry } from './calendar-form.ts';
import { CalendarList } from './calendar-list.tsx';
import { DropEntryDialog } from './drop-entry-dialog.tsx';
import { EntryRows, entryFieldId } from './entry-rows.tsx';
import { feeFieldId } from './fee-rows.tsx';
import { readFees } from './fees-form.ts';
import { FeesSection } from './fees-section.tsx';

type Tried = 'entry' | 'fees' | null;

const recordedWords = {
  entry: '暦に加えました',
  dropped: '暦の書き込みを取り消しました',
  fees: '手数料の変更を記録しました',
} as const;

/** 設定: the calendar of stops, openings and closures (L2, L3), and the fees (F1). */
export function SettingsScreen() {
  const role = useProgram((program) => program.status?.user?.role ?? 'clerk');
  useStepBack(goHome);
  if (role === 'clerk')
    return (
      <main className="task-main">
        <TaskTitle title="設定" />
        <Banner tone="info" headline="設定は責任者か管理者が変えます" announced={false}>
          <p>F12でロックし、F8「別の職員に替わる」で責任者に替わってください。</p>
        </Banner>
      </main>
    );
  return <SettingsForSupervisors administrator={role === 'administrator'} />;
}

function SettingsForSupervisors({ administrator }: { readonly administrator: boolean }) {
  const slice = useSettings();
  const { shown: settings, step, entry, fees, failure, recorded } = slice;
  const readOnly = useProgram((program) => program.status?.ledger?.state === 'readOnly');
  const now = useNow();
  const shown = useContext(Shown);
  const sheet = useRef<HTMLElement>(null);
  const [tried, setTried] = useState<Tried>(null);
  const [attempt, setAttempt] = useState(0);
  const [dropping, setDropping] = useState<CalendarEntry | null>(null);
  useEffect(() => {
    if (shown) void useSettings.getState().load();
  }, [shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the screen opens, and again once something was recorded, the first field is where it begins.
  useEffect(() => {
    if (dropping !== null) return;
    goToField(entryFieldId('kind'));
    // What was recorded is said at the top.
    if (recorded !== null) sheet.current?.scrollTo({ top: 0 });
  }, [recorded]);

  const entryReading = readEntry(entry);
  const feesReading = readFees(fees, dayOf(now));
  const decide = (what: 'entry' | 'fees'): void => {
    if (step !== 'idle') return;
    const reading = what === 'entry' ? entryReading : feesReading;
    setTried(reading.problems.length > 0 ? what : null);
    setAttempt((count) => count + 1);
    if (what === 'entry' && entryReading.entry !== null) void slice.addEntry(entryReading.entry);
    if (what === 'fees' && feesReading.change !== null) void slice.changeFees(feesReading.change);
  };
  const disabledReason = readOnly
    ? '台帳が読み取り専用のため、記録できません。'
    : step === 'sending'
      ? '記録しています。'
      : undefined;
  useFunctionKeys({
    F8: administrator ? { label: '手数料を記録', act: () => decide('fees'), disabledReason } : undefined,
    F11: { label: '暦に加える', main: true, act: () => decide('entry'), disabledReason },
  });

  const lines = problemLines(tried, entryReading.problems, feesReading.problems);
  const words = failure === null || dropping !== null ? null : failureWords(failure);
  return (
    <main ref={sheet} className="task-main">
      <div className="task-main-inner">
        <TaskTitle title="設定">
          <span className="support">暦と手数料。変えたことは、だれが・なぜとともに台帳に残ります</span>
        </TaskTitle>
        {words !== null && (
          <Banner tone="stop" headline={words.headline} onClose={slice.putAway}>
            <p>{words.text}</p>
            {failure?.fields.map(({ field, message }) => (
              <p key={field}>{message}</p>
            ))}
          </Banner>
        )}
        {recorded !== null && lines.length === 0 && (
          <Banner tone="success" headline={recordedWords[recorded]} onClose={slice.putAway}>
            <p>この台帳の判定は、この設定に従います。済んだ受付は変わりません。</p>
          </Banner>
        )}
        {lines.length > 0 && <ErrorSummary attempt={attempt} lines={lines} />}
        <section className="mt-3">
          <SectionHeading end={settings === null ? undefined : `${settings.rules.calendar.length}件`}>
            暦
          </SectionHeading>
          {settings === null ? (
            <EmptyBox headline="設定を読んでいます。" />
          ) : (
            <CalendarList entries={settings.rules.calendar} now={now} onDrop={setDropping} />
          )}
        </section>
        <section className="mt-6">
          <SectionHeading>暦に加える</SectionHeading>
          <CounterForm label="暦に加える" className="form-sheet mt-2">
            <EntryRows
              typed={entry}
              onChange={slice.typeEntry}
              problems={tried === 'entry' ? entryReading.problems : []}
            />
          </CounterForm>
        </section>
        {settings !== null && (
          <FeesSection
            now={settings.fees}
            rules={settings.rules}
            today={dayOf(now)}
            typed={fees}
            problems={tried === 'fees' ? feesReading.problems : []}
            onChange={administrator ? slice.typeFees : null}
          />
        )}
      </div>
      {dropping !== null && (
        <DropEntryDialog
          entry={dropping}
          busy={step === 'sending'}
          failure={failure}
          onStay={() => {
            slice.putAway();
            setDropping(null);
          }}
          onDrop={async (reason) => {
            if (await slice.dropEntry(dropping.entry, reason)) setDropping(null);
          }}
        />
      )}
    </main>
  );
}

const entryLabels = {
  kind: '種類',
  day: '日',
  from: '始まりの時刻',
  lastDay: '終わりの日',
  until: '終わりの時刻',
  offices: '窓口',
  reason: '理由',
} as const;

function problemLines(
  tried: Tried,
  entry: ReturnType<typeof readEntry>['problems'],
  fees: ReturnType<typeof readFees>['problems'],
) {
  if (tried === 'entry')
    return entry.map(({ field, message }) => ({ fieldId: entryFieldId(field), label: entryLabels[field], message }));
  if (tried === null) return [];
  const label = (field: string): string =>
    field === 'day' ? 'いつから' : field === 'reason' ? '変える理由' : `手数料${Number(field.split('-')[1]) + 1}`;
  return fees.map(({ field, message }) => ({ fieldId: feeFieldId(field), label: label(field), message }));
}
