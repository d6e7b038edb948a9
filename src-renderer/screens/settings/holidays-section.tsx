import { useState } from 'react';
import {
  changedHolidays,
  confirmableYears,
  holidaysOfYear,
  isCertainYear,
} from '../../../src-shared/domain/holiday-years.ts';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { CheckList } from '../../components/check-list.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { Icon } from '../../components/icon.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { Segments } from '../../components/segments.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useRules } from '../../store/rules.ts';
import { useSettings } from '../../store/settings-slice.ts';
import { dayOf, eraYear, monthDayWeekday, shortMonthDay } from '../../words/day-words.ts';
import { useMinute } from '../receive/use-minute.ts';
import { AddedHolidayRows, holidayFieldId } from './added-holiday-rows.tsx';
import { type HolidaysTyped, holidaysTypedOf, readHolidays } from './holidays-form.ts';
import { SectionColumns, SectionNotices } from './section-frame.tsx';
import { whyNotRecord } from './why-not.ts';

/** 祝日 (L2): once a year the official list is compared, day by day, and the year is confirmed; until then its days are 見込み. */
export function HolidaysSection() {
  const settings = useSettings();
  const rules = useRules();
  const today = dateOf(useMinute());
  const readOnly = useProgram((program) => program.status?.ledger?.state === 'readOnly');
  const [tried, setTried] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const years = confirmableYears(today);
  const typed = settings.holidays ?? holidaysTypedOf(years.at(-1) ?? Number(today.slice(0, 4)), rules.calendar);
  const reading = readHolidays(typed, today, rules.calendar);
  const listed = holidaysOfYear(typed.year, rules.calendar);
  const changed = changedHolidays(listed, reading.rows);
  const type = (change: Partial<HolidaysTyped>): void => settings.typeHolidays({ ...typed, ...change });
  const decide = async (): Promise<void> => {
    if (settings.step !== 'idle') return;
    setTried(reading.confirmation === null);
    setAttempt((count) => count + 1);
    if (reading.confirmation === null) return;
    await settings.send('settings.confirmHolidays', reading.confirmation, `${typed.year}年の祝日を確かめました`, {
      holidays: null,
    });
  };
  useFunctionKeys({
    F11: {
      label: `${typed.year}年の確認を記録`,
      main: true,
      act: () => void decide(),
      disabledReason: whyNotRecord(readOnly, settings.step),
    },
  });
  const problems = tried ? reading.problems : [];
  const confirmed = settings.shown?.history.find(
    ({ act, covers }) => act === 'holidaysConfirmed' && covers?.from.startsWith(`${typed.year}-`),
  );
  const certain = isCertainYear(typed.year, rules.calendar);
  return (
    <>
      <SectionNotices
        attempt={attempt}
        lines={problems.map(({ field, message }) => ({
          fieldId: holidayFieldId(field),
          label: labelOf(field),
          message,
        }))}
      />
      <SectionColumns
        panelLabel="祝日を確かめる"
        panel={
          <>
            <SectionHeading>確かめる</SectionHeading>
            <p>
              次の年の祝日は、毎年2月の初めに官報(暦要項)で公表され、内閣府の一覧に載ります。紙か別の端末で見て、左の一覧と1日ずつ照らしてください。3月になっても確かめていない年は、今日の窓口のお知らせに出ます。
            </p>
            <CounterForm label="祝日を確かめる" className="form-sheet mt-2">
              <AddedHolidayRows added={typed.added} problems={problems} onChange={(added) => type({ added })} />
              <FormRow
                label="照らしたもの"
                htmlFor={holidayFieldId('reason')}
                subjectEnd
                problems={problemsAt(problems, 'reason')}
              >
                <TextField
                  id={holidayFieldId('reason')}
                  label="照らしたもの"
                  width="full"
                  value={typed.reason}
                  onChange={(reason) => type({ reason })}
                  problem={problemsAt(problems, 'reason')[0]?.problem}
                  problemId={problemsAt(problems, 'reason')[0]?.id}
                />
              </FormRow>
            </CounterForm>
            <div className="rule-preview" aria-live="polite">
              <b>いま → これから</b>
              <p>
                {listed.length}日 → {reading.rows.length}日{changed.length === 0 && '(ちがいはありません)'}
              </p>
              {changed.map(({ on, name, what, before }) => (
                <p key={on}>
                  {monthDayWeekday(on)} {before !== null && what === 'renamed' ? `${before} → ` : ''}
                  {name} <b>{what === 'removed' ? '外す' : what === 'added' ? '加える' : '名前を変える'}</b>
                </p>
              ))}
              <p className="support">確かめると、この年の暦と期限から「見込み」が消えます。</p>
            </div>
          </>
        }
      >
        <div className="month-head">
          <Segments
            id={holidayFieldId('year')}
            legend="年"
            options={years.map((year) => ({ value: String(year), label: `${year}年` }))}
            value={String(typed.year)}
            onChange={(year) => settings.typeHolidays(holidaysTypedOf(Number(year), rules.calendar))}
          />
          <p className="holiday-state" data-certain={certain ? '' : undefined}>
            <Icon name={certain ? 'checkCircle' : 'dashedCircle'} />
            {stateWords(certain, confirmed)}
          </p>
        </div>
        <SectionHeading end={`${listed.length}日`}>
          {eraYear(`${typed.year}-12-31`)}({typed.year}年)の祝日
        </SectionHeading>
        <p className="support">一覧にない日は、Spaceで外します。過ぎた日は変えられません。</p>
        <CheckList
          id={holidayFieldId('kept')}
          label={`${typed.year}年の祝日`}
          outWord="外す"
          options={listed.map(({ on, name }) => ({
            value: on,
            label: `${monthDayWeekday(on)} ${name}`,
            ...(certain ? {} : { note: '見込み' }),
          }))}
          chosen={typed.kept}
          onChange={(kept) => type({ kept })}
          problemId={problemsAt(problems, 'kept')[0]?.id}
        />
      </SectionColumns>
    </>
  );
}

function stateWords(certain: boolean, confirmed: { at: string; who: string | null } | undefined): string {
  if (confirmed !== undefined) return `確かめました(${confirmed.who ?? '不明'} ${shortMonthDay(dayOf(confirmed.at))})`;
  return certain ? 'はじめから確かな年です(公表された一覧から入れました)' : '見込みです。まだ確かめていません';
}

function problemsAt(problems: ReturnType<typeof readHolidays>['problems'], field: string) {
  return problems
    .filter((problem) => problem.field === field)
    .map(({ message }) => ({ id: `${holidayFieldId(field)}-problem`, problem: { message } }));
}

function labelOf(field: string): string {
  if (field === 'reason') return '照らしたもの';
  return field === 'kept' ? '祝日の一覧' : `加える祝日${Number(field.split('-')[1]) + 1}`;
}
