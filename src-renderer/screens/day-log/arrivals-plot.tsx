import type { DayLogView } from '../../../src-shared/contract/day-log-view.ts';
import { dayProcedures, halfHours, normalSlot, type Procedure } from './day-log-words.ts';

type Arrival = DayLogView['arrivals'][number];

const column = 41;
const square = 28;
const step = 31;
const order: readonly Procedure[] = ['renew', 'issue', 'revoke'];

/** 時刻ごとの受付: one square a case, a column a half hour; 更新 filled, 新規 hollow, 失効 crossed, an agent has a dot. */
export function ArrivalsPlot({ arrivals }: { readonly arrivals: DayLogView['arrivals'] }) {
  const slots = halfHours(arrivals.map((arrival) => arrival.slot));
  const bySlot = slots.map((slot) => ({
    slot,
    arrivals: order.flatMap((procedure) =>
      arrivals.filter((arrival) => normalSlot(arrival.slot) === slot && arrival.procedure === procedure),
    ),
  }));
  const tallest = Math.max(3, ...bySlot.map((each) => each.arrivals.length));
  const ground = tallest * step + 20;
  const width = slots.length * column + 8;
  return (
    <figure className="plot">
      <svg
        viewBox={`0 0 ${width} ${ground + 24}`}
        role="img"
        aria-label={`時刻ごとの受付、あわせて${arrivals.length}人`}
      >
        {bySlot.map(({ slot, arrivals: here }, index) => {
          const x = 4 + index * column;
          return (
            <g key={slot}>
              {here.map((arrival, height) => (
                // Squares of one column are alike but for what they show; their place is their identity.
                <Square
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  key={height}
                  arrival={arrival}
                  x={x + (column - square) / 2}
                  y={ground - (height + 1) * step + 2}
                />
              ))}
              {here.length > 0 && (
                <text className="plot-count" x={x + column / 2} y={ground - here.length * step - 6} textAnchor="middle">
                  {here.length}
                </text>
              )}
              {slot.endsWith(':00') && (
                <text className="plot-axis" x={x} y={ground + 18}>
                  {Number(slot.slice(0, 2))}時
                </text>
              )}
            </g>
          );
        })}
        <line className="plot-line" x1="0" x2={width} y1={ground} y2={ground} />
      </svg>
      <figcaption className="visually-hidden">
        <table>
          <caption>時刻ごとの受付</caption>
          <thead>
            <tr>
              <th scope="col">時刻</th>
              {order.map((procedure) => (
                <th key={procedure} scope="col">
                  {dayProcedures[procedure]}
                </th>
              ))}
              <th scope="col">うち代理人</th>
            </tr>
          </thead>
          <tbody>
            {bySlot.map(({ slot, arrivals: here }) => (
              <tr key={slot}>
                <th scope="row">{slot}</th>
                {order.map((procedure) => (
                  <td key={procedure}>{here.filter((arrival) => arrival.procedure === procedure).length}</td>
                ))}
                <td>{here.filter((arrival) => arrival.agent).length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figcaption>
    </figure>
  );
}

/** 凡例: what each square means. */
export function ArrivalsLegend() {
  const items: readonly { readonly words: string; readonly arrival: Omit<Arrival, 'slot'> }[] = [
    { words: '更新', arrival: { procedure: 'renew', agent: false } },
    { words: '新規', arrival: { procedure: 'issue', agent: false } },
    { words: '失効', arrival: { procedure: 'revoke', agent: false } },
    { words: '代理人', arrival: { procedure: 'renew', agent: true } },
  ];
  return (
    <span className="plot-legend">
      {items.map(({ words, arrival }) => (
        <span key={words}>
          <svg viewBox={`0 0 ${square} ${square}`} aria-hidden="true">
            <Square arrival={arrival} x={0} y={0} />
          </svg>
          {words}
        </span>
      ))}
    </span>
  );
}

type SquareProps = { readonly arrival: Omit<Arrival, 'slot'>; readonly x: number; readonly y: number };

function Square({ arrival, x, y }: SquareProps) {
  const middle = square / 2;
  return (
    <g className={`square square-${arrival.procedure}`} transform={`translate(${x} ${y})`}>
      <rect x="1" y="1" width={square - 2} height={square - 2} />
      {arrival.procedure === 'revoke' && (
        <path d={`M6 6l${square - 12} ${square - 12}M${square - 6} 6L6 ${square - 6}`} />
      )}
      {arrival.agent && <circle cx={middle} cy={middle} r="4.5" />}
    </g>
  );
}
