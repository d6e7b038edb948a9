import { monthDay, weekdayWord } from '../../words/day-words.ts';
import type { DueDay } from './due-days.ts';

/** 期限の暦 (D2): a cell a day; closed days are hatched, the last day that counts is framed. */
export function DueStrip({ days }: { readonly days: readonly DueDay[] }) {
  return (
    <ol className="due-strip" aria-label="期限の前後の日">
      {days.map(({ day, closed, notes, part, today }, index) => (
        <li key={day} data-closed={closed ? '' : undefined} data-part={part} data-today={today ? '' : undefined}>
          <b>
            {index > 0 && day.slice(5, 7) === days[index - 1]?.day.slice(5, 7)
              ? Number(day.slice(8))
              : shortDay(day, index)}
          </b>
          <span>{weekdayWord(day)}</span>
          {today && part !== 'last' && <small>今日</small>}
          {notes.map((note) => (
            <small key={note}>{note}</small>
          ))}
          <span className="visually-hidden">
            {monthDay(day)}
            {closed ? '・窓口は休み' : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The first cell stands for the sentence's month already; a month that begins says so. */
function shortDay(day: string, index: number): string {
  return index === 0 ? String(Number(day.slice(8))) : `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
}
