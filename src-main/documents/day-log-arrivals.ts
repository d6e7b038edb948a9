import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { html, type Markup } from './html.ts';

type Arrival = DayLogView['arrivals'][number];

const widthMm = 92;
const roomMm = 26;
const order: readonly Arrival['procedure'][] = ['renew', 'issue', 'revoke'];

/** 半時間の枠: `09:00` to `17:00` at least, and as early and late as somebody came */
function slotsOf(arrivals: readonly Arrival[]): readonly string[] {
  const minutesOf = (slot: string): number => Number(slot.slice(0, 2)) * 60 + Number(slot.slice(3, 5));
  const came = arrivals.map(({ slot }) => minutesOf(slot));
  const [first, last] = [Math.min(9 * 60, ...came), Math.max(16 * 60 + 30, ...came)];
  return Array.from({ length: (last - first) / 30 + 1 }, (_, index) => {
    const minutes = first + index * 30;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  });
}

function square({ procedure, agent }: Arrival, x: number, y: number, size: number): Markup {
  const [left, top, side] = [x, y, size].map((length) => length.toFixed(2)) as [string, string, string]; // three in, three out
  const [right, bottom] = [(x + size).toFixed(2), (y + size).toFixed(2)];
  const fill = { renew: '#222', issue: '#fff', revoke: '#ddd' }[procedure];
  const dot = procedure === 'renew' ? '#fff' : '#222';
  return html`<rect x="${left}" y="${top}" width="${side}" height="${side}" fill="${fill}" stroke="#222" stroke-width=".3"/>${
    procedure === 'revoke'
      ? html`<path d="M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}" stroke="#222" stroke-width=".25"/>`
      : null
  }${agent ? html`<circle cx="${(x + size / 2).toFixed(2)}" cy="${(y + size / 2).toFixed(2)}" r="${(size / 5).toFixed(2)}" fill="${dot}" stroke="#222" stroke-width=".2"/>` : null}`;
}

const legend: readonly (readonly [string, Arrival])[] = [
  ['更新', { slot: '', procedure: 'renew', agent: false }],
  ['新規', { slot: '', procedure: 'issue', agent: false }],
  ['失効', { slot: '', procedure: 'revoke', agent: false }],
  ['代理人', { slot: '', procedure: 'renew', agent: true }],
];

/** 時刻ごとの受付: one square a person, a column a half hour; 更新 filled, 新規 hollow, 失効 crossed, an agent has a dot. */
export function arrivalsOfDay(arrivals: readonly Arrival[]): Markup {
  const slots = slotsOf(arrivals);
  const columns = slots.map((slot) =>
    order.flatMap((procedure) => arrivals.filter((each) => each.slot === slot && each.procedure === procedure)),
  );
  const tallest = Math.max(1, ...columns.map(({ length }) => length));
  const step = Math.min(widthMm / slots.length, roomMm / tallest, 4.6);
  const columnMm = widthMm / slots.length;
  const size = step * 0.86;
  const ground = roomMm + 4;
  const drawn = columns.map((column, index) => {
    const x = index * columnMm + (columnMm - size) / 2;
    const middle = (index * columnMm + columnMm / 2).toFixed(2);
    const top = ground - column.length * step;
    const slot = slots[index] ?? '';
    return html`${column.map((each, height) => square(each, x, ground - (height + 1) * step, size))}${
      column.length > 0
        ? html`<text x="${middle}" y="${(top - 0.9).toFixed(2)}" text-anchor="middle">${column.length}</text>`
        : null
    }${slot.endsWith(':00') ? html`<text x="${middle}" y="${ground + 4}" text-anchor="middle">${Number(slot.slice(0, 2))}時</text>` : null}`;
  });
  const named = legend.map(
    ([label, each]) =>
      html`<span class="key"><svg viewBox="0 0 4 4" style="width:3mm;height:3mm">${square(each, 0.3, 0.3, 3.4)}</svg> ${label}</span>`,
  );
  return html`<h2>2 時刻ごとの受付<small>${named}</small></h2>
<svg class="arrivals" role="img" aria-label="時刻ごとの受付、あわせて${arrivals.length}人" viewBox="0 0 ${widthMm} ${ground + 6}" style="width:${widthMm}mm;height:${ground + 6}mm">${drawn}<path d="M0 ${ground}H${widthMm}" stroke="#222" stroke-width=".3"/></svg>`;
}
