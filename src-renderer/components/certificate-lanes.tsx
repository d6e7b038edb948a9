import { useId } from 'react';
import type { CertificateLife } from '../../src-shared/contract/api/person-api.ts';
import { KIND_NAMES } from '../../src-shared/domain/visit.ts';
import { dottedDay, westernDay } from '../words/day-words.ts';
import { endWord, type Lane, type LaneBar, laneHeight, laneLeft, lanesOf, laneWidth, procedureWord } from './lanes.ts';

type Props = {
  readonly lives: readonly CertificateLife[];
  readonly cardExpiresOn: string | null;
  readonly today: string;
};

const barTop = 6;
const barHeight = 24;
const top = 30;

/** 証明書の一生の絵: one lane a kind, past grey, present green, an end by a cause ×, the renewal window hatched. */
export function CertificateLanes({ lives, cardExpiresOn, today }: Props) {
  const hatch = useId();
  const drawing = lanesOf(lives, cardExpiresOn, today);
  if (drawing === null) return <p className="support lanes-none">証明書の記録はまだありません。</p>;
  const { lanes, card, years, now } = drawing;
  const rows = lanes.length + (card === null ? 0 : 1);
  const ground = top + rows * laneHeight;
  return (
    <figure className="lanes">
      <svg viewBox={`0 0 ${laneWidth} ${ground + 26}`} role="img" aria-label={spoken(lives, today)}>
        <defs>
          <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="lanes-hatch-ground" width="7" height="7" />
            <rect className="lanes-hatch-line" width="2.500" height="7" />
          </pattern>
        </defs>
        {years.map(({ x, label }) => (
          <g key={label}>
            <line className="lanes-year" x1={x} x2={x} y1={top} y2={ground} />
            <text x={x} y={ground + 20} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        {lanes.map((lane, index) => (
          <LaneRow key={lane.kind} lane={lane} y={top + index * laneHeight} hatch={`url(#${hatch})`} />
        ))}
        {card !== null && (
          <g transform={`translate(0 ${top + lanes.length * laneHeight})`}>
            <text className="lanes-name" x="0" y="24">
              カード
            </text>
            <rect className="lanes-card" x={card.from} y={barTop} width={card.to - card.from} height={barHeight} />
            <text className="lanes-word" x={card.from + 8} y="23">
              {card.words}
            </text>
          </g>
        )}
        <line className="lanes-today" x1={now} x2={now} y1={top - 12} y2={ground} />
        <text className="lanes-name" x={now + 5} y={top - 10} textAnchor={now > laneWidth - 60 ? 'end' : 'start'}>
          今日
        </text>
      </svg>
      <figcaption className="visually-hidden">
        <table>
          <caption>証明書の一生</caption>
          <thead>
            <tr>
              {['証明書', '手続', '発行の日', '満了日', '終わり'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lives.map((life) => (
              <tr key={`${life.case} ${life.line}`}>
                <th scope="row">{KIND_NAMES[life.kind]}</th>
                <td>{procedureWord(life)}</td>
                <td>{westernDay(life.issuedOn)}</td>
                <td>{westernDay(life.expiresOn)}</td>
                <td>{life.endedOn === null ? '—' : `${westernDay(life.endedOn)} ${endWord(life.cause)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figcaption>
    </figure>
  );
}

function LaneRow({ lane, y, hatch }: { readonly lane: Lane; readonly y: number; readonly hatch: string }) {
  return (
    <g transform={`translate(0 ${y})`}>
      <text className="lanes-name" x="0" y="24">
        {KIND_NAMES[lane.kind]}
      </text>
      <line className="lanes-rail" x1={laneLeft - 12} x2={laneLeft - 12} y1="0" y2={laneHeight} />
      {lane.bars.map((bar) => (
        <Bar key={`${bar.from} ${bar.to} ${bar.words}`} bar={bar} hatch={hatch} />
      ))}
      {lane.bars
        .filter(({ cause }) => cause !== null)
        .map(({ to }) => (
          <g key={to} transform={`translate(${to} ${barTop + barHeight / 2})`}>
            <circle className="lanes-end" r="10" />
            <path className="lanes-end-cross" d="M-4-4 4 4M4-4-4 4" />
          </g>
        ))}
    </g>
  );
}

function Bar({ bar, hatch }: { readonly bar: LaneBar; readonly hatch: string }) {
  const width = Math.max(3, bar.to - bar.from);
  return (
    <g>
      <rect
        className={bar.present ? 'lanes-bar lanes-present' : 'lanes-bar lanes-past'}
        x={bar.from}
        y={barTop}
        width={width}
        height={barHeight}
      />
      {bar.windowFrom !== null && (
        <rect
          className="lanes-window"
          x={bar.windowFrom}
          y={barTop}
          width={bar.to - bar.windowFrom}
          height={barHeight}
          fill={hatch}
        />
      )}
      {bar.words !== '' && (
        <text className={bar.present ? 'lanes-word lanes-word-present' : 'lanes-word'} x={bar.wordsAt} y="23">
          {bar.words}
        </text>
      )}
    </g>
  );
}

function spoken(lives: readonly CertificateLife[], today: string): string {
  const valid = lives.filter(({ endedOn, expiresOn }) => endedOn === null && expiresOn >= today);
  if (valid.length === 0) return '証明書の一生。いま有効なものはありません。';
  return `証明書の一生。いま有効: ${valid.map(({ kind, expiresOn }) => `${KIND_NAMES[kind]} ${dottedDay(expiresOn)}まで`).join('、')}`;
}
