import { type KeyboardEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import { type CalendarDay, type Month, monthAfter, monthOf } from '../../../src-shared/domain/calendar-month.ts';
import type { Office } from '../../../src-shared/domain/visit.ts';
import { addDays, daysInMonth, type PlainDate, plainDateOf, weekdayOf } from '../../../src-shared/kernel/plain-date.ts';
import { Icon } from '../../components/icon.tsx';
import type { Rules } from '../../store/rules.ts';
import { monthDayWeekday } from '../../words/day-words.ts';
import { dayMarks, dayWords } from './calendar-day-words.ts';

type Props = {
  readonly month: Month;
  readonly office: Office;
  readonly rules: Rules;
  readonly today: string;
  /** the day on which the keyboard stands */
  readonly day: PlainDate;
  readonly onStand: (day: PlainDate) => void;
  readonly onChoose: (day: PlainDate) => void;
};

const weekdays = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** 月の暦: arrows go by day and week, PageUp and PageDown by month, Home and End to the ends of the week; Enter opens the form for the day. */
export function CalendarMonth({ month, office, rules, today, day, onStand, onChoose }: Props) {
  const box = useRef<HTMLTableElement>(null);
  const days = monthOf(month, office, rules.policyOf, rules.calendar);
  const stand = (next: PlainDate | null): void => {
    if (next === null) return;
    flushSync(() => onStand(next));
    box.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = dayByKey(event.key, day);
    if (next === undefined) return;
    event.preventDefault();
    stand(next);
  };
  return (
    <table ref={box} className="month" onKeyDown={move}>
      <caption className="visually-hidden">
        {month.year}年{month.month}月の暦。矢印で日、PageUpとPageDownで月を選び、Enterで書き込みます。
      </caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week.find((each) => each !== null)?.day}>
            {week.map((each, place) =>
              each === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has nothing but its place.
                <td key={place} className="month-empty" />
              ) : (
                <DayCell
                  key={each.day}
                  of={each}
                  today={each.day === today}
                  standing={each.day === day}
                  onStand={() => onStand(each.day)}
                  onChoose={() => onChoose(each.day)}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = {
  readonly of: CalendarDay;
  readonly today: boolean;
  readonly standing: boolean;
  readonly onStand: () => void;
  readonly onChoose: () => void;
};

function DayCell({ of, today, standing, onStand, onChoose }: CellProps) {
  return (
    <td data-closed={of.hours.length === 0 ? '' : undefined} data-expected={of.expected ? '' : undefined}>
      <button
        type="button"
        className="month-day"
        tabIndex={standing ? 0 : -1}
        aria-current={today ? 'date' : undefined}
        data-standing={standing ? '' : undefined}
        onFocus={onStand}
        onClick={onChoose}
      >
        <span className="visually-hidden">{`${monthDayWeekday(of.day)} ${dayWords(of)}`}</span>
        <span className="month-number" aria-hidden="true">
          {Number(of.day.slice(8))}
          {today && <small>今日</small>}
          {of.expected && <small className="month-expected">見込み</small>}
        </span>
        {dayMarks(of).map(({ icon, tone, text }) => (
          <span key={text} className="month-mark" data-tone={tone} aria-hidden="true">
            {icon !== null && <Icon name={icon} />}
            {text}
          </span>
        ))}
      </button>
    </td>
  );
}

/** 週に分ける: Sunday first; null before the first and after the last day. */
function weeksOf(days: readonly CalendarDay[]): readonly (readonly (CalendarDay | null)[])[] {
  const before = Array.from({ length: days[0]?.weekday ?? 0 }, () => null);
  const cells = [...before, ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, place) => cells[week * 7 + place] ?? null),
  );
}

/** undefined where the key is none of ours, null where there is no such day */
function dayByKey(key: string, day: PlainDate): PlainDate | null | undefined {
  const weekday = weekdayOf(day);
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, -weekday);
    case 'End':
      return addDays(day, 6 - weekday);
    case 'PageUp':
      return sameDayOf(day, -1);
    case 'PageDown':
      return sameDayOf(day, 1);
    default:
      return undefined;
  }
}

/** 前か後の月の同じ日: the last day of the month where it has no such day. */
export function sameDayOf(day: PlainDate, steps: number): PlainDate | null {
  const [year, month, of] = day.split('-').map(Number);
  if (year === undefined || month === undefined || of === undefined) return null;
  const next = monthAfter({ year, month }, steps);
  return plainDateOf(next.year, next.month, Math.min(of, daysInMonth(next.year, next.month)));
}

/** 日の月。 */
export function monthOfDay(day: string): Month {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
}
