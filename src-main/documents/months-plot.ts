import type { StatisticsLine, StatisticsView } from '../../src-shared/contract/statistics-view.ts';
import { html, type Markup } from './html.ts';

const heightMm = 26;
const ground = heightMm + 4;

/**
 * 月ごとの図: a column a month of the fiscal year, the year before hollow behind it; the month that the sheet tells of is black, one
 * that is not over is hatched. A month without a record has a dash.
 */
export function monthsPlot(view: StatisticsView, line: StatisticsLine, widthMm: number): Markup {
  const most = Math.max(1, ...[...line.months, ...line.monthsBefore].map((count) => count ?? 0));
  const step = widthMm / line.months.length;
  const tall = (count: number): number => (count / most) * heightMm;
  const bars = view.months.map(({ month, progress, coverage }, index) => {
    const middle = (index + 0.5) * step;
    const [now, before] = [line.months[index] ?? null, line.monthsBefore[index] ?? null];
    const chosen = view.period.kind === 'month' && view.period.month === month;
    const fill =
      progress === 'running' ? 'url(#running)' : chosen || view.period.kind === 'fiscalYear' ? '#222' : '#aaa';
    return html`${
      before === null
        ? null
        : html`<rect x="${(middle - step * 0.36).toFixed(2)}" y="${(ground - tall(before)).toFixed(2)}" width="${(step * 0.72).toFixed(2)}" height="${tall(before).toFixed(2)}" fill="#fff" stroke="#555" stroke-width=".25" stroke-dasharray="1 .6"/>`
    }${
      now === null
        ? null
        : html`<rect x="${(middle - step * 0.22).toFixed(2)}" y="${(ground - tall(now)).toFixed(2)}" width="${(step * 0.44).toFixed(2)}" height="${tall(now).toFixed(2)}" fill="${fill}" stroke="#222" stroke-width=".25"/>`
    }<text x="${middle.toFixed(2)}" y="${(ground - tall(Math.max(now ?? 0, before ?? 0)) - 0.8).toFixed(2)}" text-anchor="middle" style="font-size:2.3px">${now === null ? (coverage === 'none' && progress !== 'ahead' ? '—' : '') : now.toLocaleString('ja-JP')}</text><text x="${middle.toFixed(2)}" y="${ground + 3.6}" text-anchor="middle">${Number(month.slice(5))}月</text>`;
  });
  const words = line.months
    .map((count, index) => (count === null ? null : `${Number((view.months[index]?.month ?? '').slice(5))}月 ${count}`))
    .filter((each) => each !== null)
    .join('、');
  return html`<svg class="arrivals" role="img" aria-label="${line.label}の月ごとの数: ${words}" viewBox="0 0 ${widthMm} ${ground + 5}" style="width:${widthMm}mm;height:${ground + 5}mm"><defs><pattern id="running" width="1.2" height="1.2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.2" height="1.2" fill="#fff"/><path d="M0 0V1.2" stroke="#222" stroke-width=".9"/></pattern></defs>${bars}<path d="M0 ${ground}H${widthMm}" stroke="#222" stroke-width=".3"/></svg>`;
}

/** 図の見方 */
export const monthsLegend: Markup = html`<small><span class="key"><svg viewBox="0 0 4 4" style="width:3mm;height:3mm"><rect x=".6" y=".3" width="2.8" height="3.4" fill="#222"/></svg> 今年度</span><span class="key"><svg viewBox="0 0 4 4" style="width:3mm;height:3mm"><rect x=".4" y=".4" width="3.2" height="3.2" fill="#fff" stroke="#555" stroke-width=".4" stroke-dasharray="1 .6"/></svg> 前年度</span></small>`;
