import { dottedDay } from '../words/day-words.ts';

export type ExpiryMark = { readonly code: string; readonly words: string; readonly on: string };

type Props = {
  readonly today: string;
  readonly decided: ExpiryMark;
  /** same day as the decided one: named beside it, e.g. V4 */
  readonly alsoSameDay: readonly string[];
  /** what was compared but did not decide */
  readonly others: readonly ExpiryMark[];
};

const width = 388;
const left = 6;
const right = 14;

/** 満了日の帯: from today to the deciding date with a post; what did not decide is a hollow dot with its date. */
export function ExpiryBar({ today, decided, alsoSameDay, others }: Props) {
  const from = Date.parse(today);
  const to = Math.max(...[decided, ...others].map((mark) => Date.parse(mark.on)));
  const length = Math.max(to - from, 86_400_000) * (others.length === 0 ? 1.12 : 1);
  const place = (day: string): number => left + ((Date.parse(day) - from) / length) * (width - left - right);
  const post = place(decided.on);
  const last = others.toSorted((one, other) => one.on.localeCompare(other.on)).at(-1);
  const also = alsoSameDay.length === 0 ? '' : `(${alsoSameDay.join('・')}も同日)`;
  const words = `${decided.code} ${decided.words}${also} ${dottedDay(decided.on)}`;
  const half = drawnWidth(words) / 2;
  return (
    <svg className="expiry-bar" viewBox={`0 0 ${width} 74`} role="img" aria-label={spoken(words, others)}>
      <line className="expiry-bar-line" x1={left} x2={width - right} y1="36" y2="36" />
      <line className="expiry-bar-today" x1={left} x2={left} y1="24" y2="48" />
      <rect className="expiry-bar-span" x={left} y="31" width={Math.max(post - left, 1)} height="10" />
      <line className="expiry-bar-post" x1={post} x2={post} y1="21" y2="51" />
      <text className="expiry-bar-decided" x={Math.min(Math.max(post, half), width - half)} y="14" textAnchor="middle">
        {words}
      </text>
      <text x="2" y="66">
        今日
      </text>
      {others.map((mark) => (
        <circle key={`${mark.code} ${mark.on}`} className="expiry-bar-dot" cx={place(mark.on)} cy="36" r="6" />
      ))}
      {last !== undefined && (
        <text x={Math.min(place(last.on) + 8, width)} y="66" textAnchor="end">
          {last.code} {last.words} {dottedDay(last.on)}
        </text>
      )}
    </svg>
  );
}

function spoken(words: string, others: readonly ExpiryMark[]): string {
  const compared = others.map((mark) => `${mark.code} ${mark.words} ${dottedDay(mark.on)}`).join('、');
  return compared === '' ? `${words}まで。` : `${words}まで。比べた日付: ${compared}。`;
}

/** About how wide words are at 14 units: kana and kanji are square, digits and signs a little more than half of that. */
function drawnWidth(words: string): number {
  return [...words].reduce((sum, character) => sum + (character > '\u{2E7F}' ? 14.4 : 8.6), 0);
}
