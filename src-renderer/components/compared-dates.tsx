import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type Props = {
  readonly title: string;
  readonly serial: string | null;
  readonly ours: string;
  readonly oursNote: ReactNode;
  readonly theirs: string;
  readonly theirsNote: ReactNode;
};

/** 日付を並べる: our date and the terminal's, = or ≠; only the part that differs is double-underlined. */
export function ComparedDates({ title, serial, ours, oursNote, theirs, theirsNote }: Props) {
  const same = ours === theirs;
  return (
    <div className="compared-dates" data-same={same ? 'yes' : 'no'}>
      <div>
        <b>{title}</b>
        {serial !== null && <div className="support">{serial}</div>}
      </div>
      <div>
        <Day day={ours} other={theirs} />
        <div className="support">{oursNote}</div>
      </div>
      <div className="compared-dates-sign" aria-hidden="true">
        {same ? '=' : '≠'}
      </div>
      <div>
        <Day day={theirs} other={ours} />
        <div className="support">{theirsNote}</div>
      </div>
      <div>
        <span className="compared-dates-result">
          <Icon name={same ? 'checkDisc' : 'stopDisc'} />
          {same ? '一致' : '相違'}
        </span>
        {!same && <div className="support">{differenceWord(ours, theirs)}</div>}
      </div>
    </div>
  );
}

function Day({ day, other }: { readonly day: string; readonly other: string }) {
  const parts = [
    { unit: '年', text: day.slice(0, 4), differs: day.slice(0, 4) !== other.slice(0, 4) },
    { unit: '月', text: String(Number(day.slice(5, 7))), differs: day.slice(5, 7) !== other.slice(5, 7) },
    { unit: '日', text: String(Number(day.slice(8))), differs: day.slice(8) !== other.slice(8) },
  ];
  return (
    <p className="compared-dates-date">
      {parts.map((part) => (
        <span key={part.unit}>
          {part.differs ? <mark>{part.text}</mark> : part.text}
          {part.unit}
        </span>
      ))}
    </p>
  );
}

function differenceWord(ours: string, theirs: string): string {
  const days = Math.round(Math.abs(Date.parse(theirs) - Date.parse(ours)) / 86_400_000);
  return `${days.toLocaleString('ja-JP')}日違い`;
}
