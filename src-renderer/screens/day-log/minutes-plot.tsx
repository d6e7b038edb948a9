import type { DayLogView } from '../../../src-shared/contract/day-log-view.ts';
import { median } from './day-log-words.ts';

const width = 580;
const dot = 5;
const binMinutes = 2;
const mostMinutes = 120;

/** 受付から発行まで: one dot a case over the minutes it took, with the median. */
export function MinutesPlot({ minutes }: { readonly minutes: DayLogView['minutesToIssue'] }) {
  const middle = median(minutes.map((each) => each.minutes));
  const longest = Math.max(60, ...minutes.map((each) => each.minutes));
  // What took longer than that stands at the end, so that the others keep their measure.
  const end = Math.min(mostMinutes, Math.ceil((longest + 1) / 15) * 15);
  const place = (at: number): number => 10 + (at / end) * (width - 30);
  const bins = new Map<number, readonly DayLogView['minutesToIssue'][number][]>();
  for (const each of minutes.toSorted((one, other) => one.procedure.localeCompare(other.procedure))) {
    const bin = Math.floor(Math.min(each.minutes, end - 1) / binMinutes);
    bins.set(bin, [...(bins.get(bin) ?? []), each]);
  }
  const tallest = Math.max(5, ...[...bins.values()].map((bin) => bin.length));
  const pitch = Math.min(10, 100 / tallest);
  const ground = 28 + tallest * pitch;
  const every = end > 120 ? 30 : 15;
  const ticks = Array.from({ length: Math.floor(end / every) + 1 }, (_, index) => index * every);
  const words =
    middle === null
      ? 'まだありません'
      : `${minutes.length}件、中央値${middle}分、いちばん長いもの${longestOf(minutes)}分`;
  return (
    <figure className="plot">
      <svg viewBox={`0 0 ${width} ${ground + 26}`} role="img" aria-label={`受付から発行まで: ${words}`}>
        <line className="plot-line" x1="4" x2={width - 4} y1={ground} y2={ground} />
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="plot-line" x1={place(tick)} x2={place(tick)} y1={ground} y2={ground + 4} />
            <text className="plot-axis" x={place(tick)} y={ground + 20} textAnchor="middle">
              {tick}分{tick === mostMinutes && longest >= mostMinutes && '–'}
            </text>
          </g>
        ))}
        {[...bins].flatMap(([bin, here]) =>
          here.map((each, height) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: dots of one bin differ only by their place
              key={`${bin}-${height}`}
              className={`dot dot-${each.procedure}`}
              cx={place((bin + 0.5) * binMinutes)}
              cy={ground - 6 - height * pitch}
              r={Math.min(dot - 1, pitch / 2 - 0.5)}
            />
          )),
        )}
        {middle !== null && (
          <>
            <line className="plot-median" x1={place(middle)} x2={place(middle)} y1="18" y2={ground} />
            <text className="plot-strong" x={place(middle) + 6} y="16">
              中央 {middle}分
            </text>
          </>
        )}
      </svg>
      <figcaption className="visually-hidden">
        <table>
          <caption>受付から発行までの分</caption>
          <tbody>
            {ticks.slice(0, -1).map((tick) => (
              <tr key={tick}>
                <th scope="row">
                  {tick}分から{tick + every}分まで
                </th>
                <td>{minutes.filter((each) => each.minutes >= tick && each.minutes < tick + every).length}件</td>
              </tr>
            ))}
            {longest >= mostMinutes && (
              <tr>
                <th scope="row">{mostMinutes}分から</th>
                <td>{minutes.filter((each) => each.minutes >= mostMinutes).length}件</td>
              </tr>
            )}
          </tbody>
        </table>
      </figcaption>
    </figure>
  );
}

function longestOf(minutes: DayLogView['minutesToIssue']): number {
  return Math.max(...minutes.map((each) => each.minutes));
}
