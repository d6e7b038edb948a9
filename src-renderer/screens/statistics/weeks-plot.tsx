import { useId } from 'react';
import type { ForecastView } from '../../../src-shared/contract/statistics-view.ts';
import { weekWords } from '../../../src-shared/contract/statistics-words.ts';
import { addDays, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { officeNames } from '../../words/counter-words.ts';
import { monthDay } from '../../words/day-words.ts';

export type Which = 'ending' | 'opening';
type Week = ForecastView['weeks'][number];
type Office = ForecastView['offices'][number]['office'];

const width = 740;
const tallest = 120;
const ground = tallest + 22;

/** 週の枚数: both kinds together. */
export function certificatesOf(week: Week | undefined, which: Which): number {
  return week === undefined ? 0 : week[which].signature + week[which].userAuthentication;
}

/** 週の名: 11/23–29. */
export function weekName({ monday }: Week): string {
  return weekWords(monday, addDays(plainDate(monday), 6));
}

type Props = { readonly view: ForecastView; readonly which: Which; readonly title: string };

/** 週ごとの図: a bar a week, the offices laid over each other with a pattern each; the fullest week bears its number. */
export function WeeksPlot({ view, which, title }: Props) {
  const hatch = useId();
  const totals = view.weeks.map((week) => certificatesOf(week, which));
  const most = Math.max(1, ...totals);
  const fullest = totals.indexOf(most);
  const step = width / view.weeks.length;
  const total = totals.reduce((sum, count) => sum + count, 0);
  const peak = view.weeks[fullest]; // none where every week is empty
  const words =
    peak === undefined
      ? 'ありません'
      : `合わせて${total}枚、いちばん多いのは${monthDay(peak.monday)}からの週の${most}枚`;
  return (
    <figure className="plot weeks-plot">
      <svg viewBox={`0 0 ${width} ${ground + 22}`} role="img" aria-label={`${title}: ${words}`}>
        <OfficePattern id={hatch} />
        {view.weeks.map((week, index) => {
          let at = ground;
          return (
            <g key={week.monday}>
              {view.offices.map(({ office, weeks }) => {
                const tall = (certificatesOf(weeks[index], which) / most) * tallest;
                at -= tall;
                return tall === 0 ? null : (
                  <rect
                    key={office}
                    className={`weeks-${office}`}
                    style={fillOf(office, hatch)}
                    x={index * step + step * 0.12}
                    y={at}
                    width={step * 0.76}
                    height={tall}
                  />
                );
              })}
              {index === fullest && (
                <text className="plot-strong" x={Math.max(16, (index + 0.5) * step)} y={at - 5} textAnchor="middle">
                  {most.toLocaleString('ja-JP')}
                </text>
              )}
              {week.monday.slice(8) <= '07' && (
                <text x={index * step} y={ground + 18}>
                  {Number(week.monday.slice(5, 7))}月
                </text>
              )}
            </g>
          );
        })}
        <line className="plot-line" x1="0" x2={width} y1={ground} y2={ground} />
      </svg>
    </figure>
  );
}

/** 祖父江 is hatched, 市民課 filled, 平和 hollow: no colour is needed to tell them apart. */
function OfficePattern({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className="months-ground" />
        <path d="M0 0V5" className="months-hatch" />
      </pattern>
    </defs>
  );
}

function fillOf(office: Office, hatch: string) {
  return office === 'sobue' ? { fill: `url(#${hatch})` } : undefined;
}

/** 図の見方 */
export function OfficesLegend({ view }: { readonly view: ForecastView }) {
  const hatch = useId();
  return (
    <span className="plot-legend">
      {view.offices.map(({ office }) => (
        <span key={office}>
          <svg viewBox="0 0 15 15" aria-hidden="true">
            <OfficePattern id={`${hatch}-${office}`} />
            <rect
              className={`weeks-${office}`}
              style={fillOf(office, `${hatch}-${office}`)}
              x="1"
              y="1"
              width="13"
              height="13"
            />
          </svg>
          {officeNames[office]}
        </span>
      ))}
    </span>
  );
}
