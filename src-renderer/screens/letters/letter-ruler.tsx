import { daysBetween, parsePlainDate } from '../../../src-shared/kernel/plain-date.ts';

type Props = {
  readonly postedOn: string;
  readonly dueOn: string;
  readonly acceptedUntil: string;
  readonly today: string;
  readonly tone: 'now' | 'due' | 'wait' | 'quiet';
};

const width = 138;
/** Room behind the post for the days that closed ones add. */
const most = 152;

/** 30日の経過: how much of the time is gone, the post on the due day, and dashed what closed days add (D2). */
export function LetterRuler({ postedOn, dueOn, acceptedUntil, today, tone }: Props) {
  const days = daysOf(postedOn, dueOn);
  const gone = Math.max(0, Math.min(daysOf(postedOn, today), daysOf(postedOn, acceptedUntil)));
  const added = daysOf(dueOn, acceptedUntil);
  const scale = width / days;
  const end = width + Math.min(added * scale, most - width - 2);
  const now = Math.min(gone * scale, end);
  return (
    <svg
      className="letter-ruler"
      data-tone={tone}
      viewBox={`0 0 ${most} 20`}
      role="img"
      aria-label={`投函から${daysOf(postedOn, today)}日目。期限は${days}日目${added > 0 ? `、休日のため${added}日あとまで` : ''}`}
    >
      <rect className="letter-ruler-track" x="0.5" y="8.5" width={width} height="7" />
      <rect className="letter-ruler-gone" x="0" y="8" width={Math.min(now, width)} height="8" />
      {added > 0 && <path className="letter-ruler-added" d={`M${width + 2} 12H${end}M${end} 8v8`} />}
      <path className="letter-ruler-post" d={`M${width} 5v14`} />
      {today <= acceptedUntil && <path className="letter-ruler-now" d={`M${now - 4} 1h8l-4 6z`} />}
    </svg>
  );
}

function daysOf(from: string, to: string): number {
  const [first, last] = [parsePlainDate(from), parsePlainDate(to)];
  return first === null || last === null ? 0 : daysBetween(first, last);
}
