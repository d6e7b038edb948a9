import { dottedDay, monthDay } from '../words/day-words.ts';

/** 証明書の一本: from its issue to its end; `lost` ended by a cause on `endedOn`, `offered` is one that could be issued. */
export type LaneBar = {
  readonly state: 'stands' | 'lost' | 'past' | 'offered';
  readonly from: string;
  readonly until: string;
  readonly endedOn: string | null;
  /** inside the bar, where there is room */
  readonly words: string;
  /** after the bar */
  readonly note: string;
};

export type Lane = {
  readonly label: string;
  /** null: no such certificate is known; `words` says so */
  readonly bar: LaneBar | null;
  readonly words: string;
  /** a date that did not decide, e.g. V1 2031.8.15 */
  readonly other: { readonly code: string; readonly on: string } | null;
};

type Props = { readonly today: string; readonly lanes: readonly Lane[]; readonly label: string };

const width = 706;
const left = 118;
const right = 8;
const top = 26;
const step = 41;
const bar = 24;
// Words after the longest bar stand inside the drawing.
const share = 0.64;
// V1 2031.12.31 and its dot
const otherWidth = 108;
const day = 86_400_000;

/** 失効したあとの証明書: one lane a kind; past grey, present green, offered an outline, an end by a cause ×. */
export function RevocationLanes({ today, lanes, label }: Props) {
  const days = lanes.flatMap(({ bar: each, other }) => [
    ...(each === null ? [] : [each.from, each.until]),
    ...(other === null ? [] : [other.on]),
  ]);
  const from = Math.min(...[today, ...days].map((each) => Date.parse(each))) - 120 * day;
  const bars = lanes.flatMap(({ bar: each }) => (each === null ? [] : [Date.parse(each.until)]));
  const span = Math.max(
    (Math.max(Date.parse(today) + 365 * day, ...bars) - from) / share,
    longest(days, from),
    ...lanes.map((lane) => spanOf(lane, from)),
  );
  const place = (on: string): number => left + ((Date.parse(on) - from) / span) * (width - left - right);
  const height = top + lanes.length * step + 20;
  const now = place(today);
  return (
    <svg className="after-lanes" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken(label, today, lanes)}>
      {years(from, span).map((year) => (
        <g key={year}>
          <line
            className="after-lanes-year"
            x1={place(`${year}-01-01`)}
            x2={place(`${year}-01-01`)}
            y1={top - 6}
            y2={height - 18}
          />
          {place(`${year}-01-01`) < width - 36 && (
            <text className="after-lanes-axis" x={place(`${year}-01-01`) + 4} y={height - 4}>
              {year}
            </text>
          )}
        </g>
      ))}
      {lanes.map((lane, index) => (
        <LaneRow key={lane.label} lane={lane} y={top + index * step} place={place} now={now} />
      ))}
      <line className="after-lanes-today" x1={now} x2={now} y1={top - 8} y2={height - 18} />
      <text className="after-lanes-today-word" x={Math.max(now, left)} y="13" textAnchor="middle">
        今日 {monthDay(today)}
      </text>
      {lanes.map((lane, index) =>
        lane.bar === null || lane.bar.endedOn === null ? null : (
          <g
            key={lane.label}
            className="after-lanes-end"
            transform={`translate(${place(lane.bar.endedOn)} ${top + index * step + bar / 2})`}
          >
            <circle r="10" />
            <path d="m-4-4 8 8m0-8-8 8" />
          </g>
        ),
      )}
    </svg>
  );
}

type RowProps = {
  readonly lane: Lane;
  readonly y: number;
  readonly place: (on: string) => number;
  readonly now: number;
};

function LaneRow({ lane, y, place, now }: RowProps) {
  const { bar: each, other } = lane;
  const middle = y + bar / 2 + 5;
  if (each === null) {
    return (
      <g>
        <text className="after-lanes-label" x="0" y={middle}>
          {lane.label}
        </text>
        <text className="after-lanes-none" x={now + 10} y={middle}>
          {lane.words}
        </text>
      </g>
    );
  }
  const start = place(each.from);
  const end = place(each.until);
  const lost = each.endedOn === null ? null : place(each.endedOn);
  const solid = Math.max((lost ?? end) - start, 2);
  const fits = drawnWidth(each.words) + 10 <= solid;
  const note = fits ? each.note : `${each.words} ${each.note}`;
  const noteEnds = end + 8 + drawnWidth(note);
  return (
    <g data-state={each.state}>
      <text className="after-lanes-label" x="0" y={middle}>
        {lane.label}
      </text>
      {lost !== null && (
        <rect className="after-lanes-rest" x={lost} y={y} width={Math.max(end - lost, 0)} height={bar} />
      )}
      <rect className="after-lanes-bar" x={start} y={y} width={solid} height={bar} />
      {fits && (
        <text className="after-lanes-words" x={start + 9} y={middle}>
          {each.words}
        </text>
      )}
      <text className="after-lanes-note" x={Math.max(end, lost ?? end) + 8} y={middle}>
        {note}
      </text>
      {other !== null && place(other.on) < width - right && place(other.on) - otherWidth > noteEnds && (
        <g className="after-lanes-other">
          <circle cx={place(other.on)} cy={y + bar / 2} r="6" />
          <text x={place(other.on) - 10} y={middle} textAnchor="end">
            {other.code} {dottedDay(other.on)}
          </text>
        </g>
      )}
    </g>
  );
}

/** What follows an ended bar is not cut at the edge: its words stand beside it, since nothing of it goes on. */
function spanOf({ bar: each }: Lane, from: number): number {
  if (each === null || each.endedOn === null) return 0;
  const room = width - left - right - 16 - drawnWidth(`${each.words} ${each.note}`);
  return ((Date.parse(each.until) - from) * (width - left - right)) / Math.max(room, 100);
}

function longest(days: readonly string[], from: number): number {
  return Math.max(0, ...days.map((on) => Date.parse(on) - from)) * 1.06;
}

function years(from: number, span: number): readonly number[] {
  const first = new Date(from).getUTCFullYear() + 1;
  const last = new Date(from + span).getUTCFullYear();
  const all = Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
  const every = Math.ceil(all.length / 9);
  return all.filter((_, index) => index % every === 0);
}

function spoken(label: string, today: string, lanes: readonly Lane[]): string {
  const each = lanes.map(({ label: name, bar: one, words }) =>
    one === null ? `${name}: ${words}` : `${name}: ${one.words}。${one.note}`,
  );
  return `${label}。今日は${monthDay(today)}。${each.join('。')}。`;
}

/** About how wide words are at 14 units: kana and kanji are square, digits and signs a little more than half of that. */
function drawnWidth(words: string): number {
  return [...words].reduce((sum, character) => sum + (character > '\u{2E7F}' ? 14.4 : 8.6), 0);
}
