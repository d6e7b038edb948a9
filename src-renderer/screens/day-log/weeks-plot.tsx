import type { DayLogShown } from '../../../src-shared/contract/day-log-view.ts';
import { monthDayWeekday, shortMonthDay } from '../../words/day-words.ts';
import { meanOf, type RecentDay, shownWeeks } from './recent-weeks.ts';

const width = 400;
const ground = 176;
const tallest = 132;
const barShare = 0.72;
const right = 56;

type Props = { readonly recent: DayLogShown['recent']; readonly day: string };

/** 4週間の受付: a bar a day, 休 where the counter was closed, this day solid, the mean of the days before it dotted. */
export function WeeksPlot({ recent, day }: Props) {
  const weeks = shownWeeks(recent);
  const days = weeks.flat();
  const mean = meanOf(recent, day);
  const most = Math.max(1, mean ?? 0, ...days.map(({ persons }) => persons));
  const gap = 0.8;
  const step = (width - right) / (days.length + gap * Math.max(0, weeks.length - 1));
  const height = (persons: number): number => (persons / most) * tallest;
  const labelled = labelledDays(days, day);
  let at = 0;
  const columns = weeks.map((week) => {
    const columnsOfWeek = week.map((each) => {
      const x = at;
      at += step;
      return { ...each, x };
    });
    at += gap * step;
    return columnsOfWeek;
  });
  const own = recent.find((each) => each.day === day)?.persons ?? 0;
  const meanWords = mean === null ? 'まだありません' : `${mean.toFixed(1)}人`;
  return (
    <figure className="plot">
      <svg
        viewBox={`0 0 ${width} ${ground + 24}`}
        role="img"
        aria-label={`4週間の受付: この日${own}人、その前の平均${meanWords}`}
      >
        {columns.flat().map((each) => (
          <g key={each.day}>
            {each.persons > 0 && (
              <rect
                className={each.day === day ? 'bar bar-now' : 'bar'}
                x={each.x + (step * (1 - barShare)) / 2}
                y={ground - height(each.persons)}
                width={step * barShare}
                height={height(each.persons)}
              />
            )}
            {!each.open && each.persons === 0 && (
              <text x={each.x + step / 2} y={ground - 5} textAnchor="middle">
                休
              </text>
            )}
            {labelled.has(each.day) && (
              <text
                className={each.day === day ? 'plot-strong' : undefined}
                x={each.x + step / 2}
                y={ground - height(each.persons) - 5}
                textAnchor="middle"
              >
                {each.persons}
              </text>
            )}
          </g>
        ))}
        {columns.map((week) => (
          <text
            key={week[0]?.day}
            className="plot-axis"
            x={Math.max(28, (week[0]?.x ?? 0) + (week.length * step) / 2)}
            y={ground + 18}
            textAnchor="middle"
          >
            {week.length > 1 || week[0]?.day === day ? weekWords(week) : ''}
          </text>
        ))}
        <line className="plot-line" x1="0" x2={width - right + 4} y1={ground} y2={ground} />
        {mean !== null && (
          <>
            <line
              className="plot-median"
              x1="0"
              x2={width - right + 4}
              y1={ground - height(mean)}
              y2={ground - height(mean)}
            />
            <text x={width} y={ground - height(mean) - 4} textAnchor="end">
              平均
            </text>
            <text x={width} y={ground - height(mean) + 12} textAnchor="end">
              {mean.toFixed(1)}
            </text>
          </>
        )}
      </svg>
      <figcaption className="visually-hidden">
        <table>
          <caption>4週間の受付</caption>
          <tbody>
            {days.map((each) => (
              <tr key={each.day}>
                <th scope="row">{monthDayWeekday(each.day)}</th>
                <td>{each.open || each.persons > 0 ? `${each.persons}人` : '休み'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figcaption>
    </figure>
  );
}

/** this day, and the fullest and the emptiest of the others, so that the bars have a measure */
function labelledDays(days: readonly RecentDay[], day: string): ReadonlySet<string> {
  const others = days.filter((each) => each.day !== day && each.persons > 0);
  const ordered = others.toSorted((left, right) => left.persons - right.persons);
  return new Set([day, ordered.at(0)?.day ?? day, ordered.at(-1)?.day ?? day]);
}

function weekWords(week: readonly RecentDay[]): string {
  const [first, last] = [week.at(0)?.day ?? '', week.at(-1)?.day ?? ''];
  if (first === last) return first === '' ? '' : shortMonthDay(first);
  const sameMonth = first.slice(5, 7) === last.slice(5, 7);
  return `${shortMonthDay(first)}–${sameMonth ? Number(last.slice(8)) : shortMonthDay(last)}`;
}
