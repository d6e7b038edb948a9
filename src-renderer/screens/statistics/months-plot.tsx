import { useId } from 'react';
import type { StatisticsLine, StatisticsView } from '../../../src-shared/contract/statistics-view.ts';
import { countWords, noRecord, periodName } from '../../../src-shared/contract/statistics-words.ts';

const width = 580;
const tallest = 120;
const ground = tallest + 26;
const step = (width - 60) / 12;

type Props = { readonly view: StatisticsView; readonly line: StatisticsLine };

/** 月ごとの図: a column a month of the fiscal year over the hollow one of the year before; the month looked at is dark, one that is not over is hatched, the mean is dotted. */
export function MonthsPlot({ view, line }: Props) {
  const hatch = useId();
  const counts = [...line.months, ...line.monthsBefore].map((count) => count ?? 0);
  const most = Math.max(1, ...counts);
  const mean = meanOf(view, line);
  const tall = (count: number): number => (count / most) * tallest;
  const chosen = view.period.kind === 'month' ? view.period.month : null;
  return (
    <figure className="plot months-plot">
      <svg
        viewBox={`0 0 ${width} ${ground + 24}`}
        role="img"
        aria-label={`${line.label}の月ごとの数: ${wordsOf(view, line)}`}
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="months-ground" />
            <path d="M0 0V6" className="months-hatch" />
          </pattern>
        </defs>
        {mean !== null && (
          <>
            <line className="plot-median" x1="0" x2={width - 54} y1={ground - tall(mean)} y2={ground - tall(mean)} />
            <text x={width - 50} y={ground - tall(mean) - 4}>
              平均
            </text>
            <text x={width - 50} y={ground - tall(mean) + 12}>
              {Math.round(mean).toLocaleString('ja-JP')}
            </text>
          </>
        )}
        {view.months.map(({ month, progress, coverage }, index) => {
          const middle = (index + 0.5) * step;
          const [now, before] = [line.months[index] ?? null, line.monthsBefore[index] ?? null];
          return (
            <g key={month}>
              {before !== null && (
                <rect
                  className="months-before"
                  x={middle - step * 0.37}
                  y={ground - tall(before)}
                  width={step * 0.74}
                  height={tall(before)}
                />
              )}
              {now !== null && (
                <rect
                  className={month === chosen ? 'months-now months-chosen' : 'months-now'}
                  style={progress === 'running' ? { fill: `url(#${hatch})` } : undefined}
                  x={middle - step * 0.23}
                  y={ground - tall(now)}
                  width={step * 0.46}
                  height={tall(now)}
                />
              )}
              <text
                className={month === chosen ? 'plot-strong' : undefined}
                x={middle}
                y={ground - tall(Math.max(now ?? 0, before ?? 0)) - 5}
                textAnchor="middle"
              >
                {now === null ? (coverage === 'none' && progress !== 'ahead' ? '—' : '') : now.toLocaleString('ja-JP')}
              </text>
              <text
                className={month === chosen ? 'plot-strong' : undefined}
                x={middle}
                y={ground + 18}
                textAnchor="middle"
              >
                {Number(month.slice(5))}月
              </text>
            </g>
          );
        })}
        <line className="plot-line" x1="0" x2={width - 54} y1={ground} y2={ground} />
      </svg>
      <figcaption className="visually-hidden">
        <table>
          <caption>{line.label}の月ごとの数</caption>
          <thead>
            <tr>
              <th scope="col">月</th>
              <th scope="col">今年度</th>
              <th scope="col">前年度</th>
            </tr>
          </thead>
          <tbody>
            {view.months.map(({ month }, index) => (
              <tr key={month}>
                <th scope="row">{periodName({ kind: 'month', month })}</th>
                <td>{monthWords(line.months[index] ?? null, view.months[index])}</td>
                <td>{monthWords(line.monthsBefore[index] ?? null, view.monthsBefore[index])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figcaption>
    </figure>
  );
}

/** 平均: of the months that are over and wholly recorded; of one month it would only be that month again. */
function meanOf(view: StatisticsView, line: StatisticsLine): number | null {
  const whole = line.months.filter((_, index) => {
    const month = view.months[index];
    return month?.progress === 'over' && month.coverage === 'whole';
  });
  return whole.length < 2 ? null : whole.reduce<number>((sum, count) => sum + (count ?? 0), 0) / whole.length;
}

/** ひと月の数の言葉: nothing yet where the month lies ahead. */
export function monthWords(count: number | null, month: StatisticsView['months'][number] | undefined): string {
  if (count !== null) return countWords(count);
  return month?.progress === 'ahead' ? 'まだ' : noRecord;
}

function wordsOf(view: StatisticsView, line: StatisticsLine): string {
  const words = view.months
    .map(({ month, progress }, index) => {
      const count = line.months[index] ?? null;
      if (count === null) return null;
      return `${Number(month.slice(5))}月${count}${line.unit}${progress === 'running' ? '(途中)' : ''}`;
    })
    .filter((each) => each !== null);
  return words.length === 0 ? noRecord : words.join('、');
}

/** 図の見方 */
export function MonthsLegend() {
  return (
    <span className="plot-legend">
      <span>
        <svg viewBox="0 0 15 15" aria-hidden="true">
          <rect className="months-now" x="3" y="1" width="9" height="13" />
        </svg>
        今年度
      </span>
      <span>
        <svg viewBox="0 0 15 15" aria-hidden="true">
          <rect className="months-before" x="1" y="1" width="13" height="13" />
        </svg>
        前年度
      </span>
    </span>
  );
}
