import { useState } from 'react';
import type { CalendarEntry } from '../../../src-shared/contract/api/settings-api.ts';
import { CALENDAR_ENTRY_NAMES, whenWords, whereWords } from '../../../src-shared/contract/calendar-entry-words.ts';
import { isExpectedYear } from '../../../src-shared/domain/calendar.ts';
import { monthAfter } from '../../../src-shared/domain/calendar-month.ts';
import { warningsOf } from '../../../src-shared/domain/calendar-warnings.ts';
import { type PlainDate, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { Button } from '../../components/button.tsx';
import { CodeChip } from '../../components/code-chip.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { Segments } from '../../components/segments.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useRules } from '../../store/rules.ts';
import { useSettings } from '../../store/settings-slice.ts';
import { officeNames } from '../../words/counter-words.ts';
import { dottedDay, eraYear } from '../../words/day-words.ts';
import { useMinute } from '../receive/use-minute.ts';
import { CalendarDayPanel } from './calendar-day-panel.tsx';
import { allOffices, emptyEntry, readEntry } from './calendar-form.ts';
import { CalendarMonth, monthOfDay, sameDayOf } from './calendar-month.tsx';
import { EntryRows, entryFieldId } from './entry-rows.tsx';
import { SectionColumns, SectionNotices } from './section-frame.tsx';
import { TakeBackDialog } from './take-back-dialog.tsx';
import { whyNotRecord } from './why-not.ts';

const offices = allOffices.map((value) => ({ value, label: officeNames[value] }));

/** 暦 (L2, L3): the month of one office, what the chosen day is, and the form that writes into it. */
export function CalendarSection() {
  const settings = useSettings();
  const { entry: typed, step, look, typeEntry } = settings;
  const rules = useRules();
  const at = useMinute();
  const today = dateOf(at);
  const ownOffice = useProgram((program) => program.status?.place?.office ?? 'shiminka');
  const readOnly = useProgram((program) => program.status?.ledger?.state === 'readOnly');
  const [tried, setTried] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [dropping, setDropping] = useState<CalendarEntry | null>(null);
  const office = settings.office ?? ownOffice;
  const day: PlainDate = settings.day === null ? today : plainDate(settings.day);
  const month = settings.month ?? monthOfDay(day);

  const reading = readEntry(typed);
  const warnings =
    reading.entry === null ? [] : warningsOf(reading.entry, today, rules.policyOf(today), rules.calendar);
  const unread = warnings.filter(({ code }) => !typed.acknowledged.includes(code));
  const stand = (next: PlainDate): void => look({ day: next, month: monthOfDay(next) });
  const turn = (steps: number): void => {
    const next = sameDayOf(day, steps);
    if (next !== null) look({ day: next, month: monthAfter(month, steps) });
  };
  const choose = (chosen: PlainDate): void => {
    stand(chosen);
    typeEntry({ day: dottedDay(chosen) });
    goToField(entryFieldId('kind'));
  };
  const decide = async (): Promise<void> => {
    if (step !== 'idle') return;
    const wrong = reading.entry === null || unread.length > 0;
    setTried(wrong);
    setAttempt((count) => count + 1);
    if (reading.entry === null || unread.length > 0) return;
    const added = reading.entry;
    const words = `${CALENDAR_ENTRY_NAMES[added.kind]}を暦に加えました`;
    if (await settings.send('settings.addCalendarEntry', added, words, { entry: emptyEntry }))
      goToField(entryFieldId('kind'));
  };
  useFunctionKeys({
    F8: { label: '日を選ぶ', act: () => document.querySelector<HTMLElement>('.month-day[tabindex="0"]')?.focus() },
    F11: { label: '暦に加える', main: true, act: () => void decide(), disabledReason: whyNotRecord(readOnly, step) },
  });

  const problems = tried ? reading.problems : [];
  const lines = [
    ...problems.map(({ field, message }) => ({ fieldId: entryFieldId(field), label: entryLabels[field], message })),
    ...(tried && reading.entry !== null && unread.length > 0
      ? [
          {
            fieldId: entryFieldId('acknowledged'),
            label: '確かめること',
            message: unread.map(({ text }) => text).join(''),
          },
        ]
      : []),
  ];
  const entries = settings.shown?.rules.calendar ?? [];
  return (
    <>
      <SectionNotices lines={lines} attempt={attempt} quiet={dropping !== null} />
      <SectionColumns
        panelLabel="選んだ日と書き込み"
        panel={
          <>
            <CalendarDayPanel
              day={day}
              office={office}
              rules={rules}
              entries={entries}
              history={settings.shown?.history ?? []}
              now={at}
              onDrop={setDropping}
            />
            <SectionHeading>暦に加える</SectionHeading>
            <CounterForm label="暦に加える" className="form-sheet mt-2">
              <EntryRows typed={typed} onChange={typeEntry} problems={problems} warnings={warnings} />
            </CounterForm>
          </>
        }
      >
        <div className="month-head">
          <h2 className="month-title">
            {eraYear(day)}
            {month.month}月<small>({month.year}年)</small>
          </h2>
          <Button small shortcut="PgUp" onPress={() => turn(-1)}>
            前の月
          </Button>
          <Button small shortcut="PgDn" onPress={() => turn(1)}>
            次の月
          </Button>
          <Segments legend="窓口" options={offices} value={office} onChange={(chosen) => look({ office: chosen })} />
        </div>
        <CalendarMonth
          month={month}
          office={office}
          rules={rules}
          today={today}
          day={day}
          onStand={stand}
          onChoose={choose}
        />
        <p className="month-rule">
          <CodeChip code="L2" /> 平日の9:00から17:00まで。土日・祝日・12月29日から1月3日までは休みです。
          <span className="month-key" data-closed="">
            斜線
          </span>
          は受け付けない日です。
          {isExpectedYear(day, rules.calendar) && <b>{month.year}年の祝日は見込みです。</b>}
        </p>
      </SectionColumns>
      {dropping !== null && (
        <TakeBackDialog
          headline={`${CALENDAR_ENTRY_NAMES[dropping.kind]}を取り消します`}
          verb="取消しを記録"
          reasonLabel="取り消す理由"
          onClose={() => setDropping(null)}
          onTakeBack={(reason) =>
            settings.send(
              'settings.dropCalendarEntry',
              { entry: dropping.entry, reason },
              '暦の書き込みを取り消しました',
            )
          }
        >
          <p>
            {whenWords(dropping)}・{whereWords(dropping)}({dropping.reason}
            )。過ぎた日は、書き込みのまま変わりません。書き込んだことと取り消したことは、どちらも台帳に残ります。
          </p>
        </TakeBackDialog>
      )}
    </>
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
