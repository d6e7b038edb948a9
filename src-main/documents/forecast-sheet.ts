import { type ForecastBook, type ForecastView, kindOrder } from '../../src-shared/contract/statistics-view.ts';
import { weekWords } from '../../src-shared/contract/statistics-words.ts';
import { KIND_NAMES, OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { addDays, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { html, type Markup } from './html.ts';
import { eraDay, officeName, timeOfDay } from './print-words.ts';
import { practiceMarks, sheetsDocument } from './sheets.ts';

type Which = 'ending' | 'opening';
type Week = ForecastView['weeks'][number];
type Office = ForecastView['offices'][number]['office'];

const plotWidth = 174;
const plotHeight = 30;
const ground = plotHeight + 4;

const fills: Readonly<Record<Office, string>> = { shiminka: '#333', sobue: 'url(#sobue)', heiwa: '#fff' };
const patterns = html`<defs><pattern id="sobue" width="1.1" height="1.1" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.1" height="1.1" fill="#fff"/><path d="M0 0V1.1" stroke="#333" stroke-width=".8"/></pattern></defs>`;

const sum = (week: Week | undefined, which: Which): number =>
  week === undefined ? 0 : kindOrder.reduce((total, kind) => total + week[which][kind], 0);

/** 更新の見込みの紙: both plots above, the weeks in three columns below, on one A4 sheet. */
export function forecastSheet(book: ForecastBook): string {
  const { view } = book;
  const office = view.office === 'all' ? 'すべての窓口' : officeName(view.office);
  const open = kindOrder.map((kind) => `${KIND_NAMES[kind]}${view.open[kind].toLocaleString('ja-JP')}枚`).join('・');
  const third = Math.ceil(view.weeks.length / 3);
  const parts = [0, 1, 2].map((part) => view.weeks.slice(part * third, (part + 1) * third));
  const sheet = html`<section class="sheet day-log statistics">
${practiceMarks(view.practice, { leftMm: 18, topMm: 5 })}
<div class="body" style="top:14mm"><header><div><h1>公的個人認証サービス業務 更新の見込み</h1>
<p class="day"><b>${eraDay(view.today)}</b> ${office}</p>
<p class="small">いま更新できるもの ${open}。台帳にある有効な証明書で、発行した窓口ごとに数えます。</p></div></header>
${plotPart(view, 'opening', '更新できるようになる週')}
${plotPart(view, 'ending', '満了する週')}
<h2>週ごとの枚数<small>署名用 / 利用者証明用</small></h2>
<div class="forecast-weeks">${parts.map(weeksTable)}</div>
</div><footer class="foot"><p>更新できるようになる日は、満了の3か月前を過ぎた日です(W1)。失効・更新したものは除きます。</p><p><span>印刷 ${eraDay(book.writtenAt)} ${timeOfDay(book.writtenAt)} ${book.writtenBy}</span><span>1 / 1</span></p></footer></section>`;
  return sheetsDocument('更新の見込み', [sheet]);
}

function weeksTable(weeks: readonly Week[]): Markup {
  const cell = (week: Week, which: Which): Markup => {
    const { signature, userAuthentication } = week[which];
    return html`<td class="n${signature + userAuthentication === 0 ? ' zero' : ''}">${signature} / ${userAuthentication}</td>`;
  };
  return html`<table class="lined"><thead><tr><th>週</th><th class="n">更新開始</th><th class="n">満了</th></tr></thead><tbody>${weeks.map(
    (week) =>
      html`<tr><td>${weekWords(week.monday, addDays(plainDate(week.monday), 6))}</td>${cell(week, 'opening')}${cell(week, 'ending')}</tr>`,
  )}</tbody></table>`;
}

function plotPart(view: ForecastView, which: Which, title: string): Markup {
  const most = Math.max(1, ...view.weeks.map((week) => sum(week, which)));
  const step = plotWidth / view.weeks.length;
  const fullest = view.weeks.findIndex((week) => sum(week, which) === most);
  const bars = view.weeks.map((week, index) => {
    let at = ground;
    const x = (index * step + step * 0.12).toFixed(2);
    const stacked = view.offices.map(({ office, weeks }) => {
      const tall = (sum(weeks[index], which) / most) * plotHeight;
      at -= tall;
      return tall === 0
        ? html``
        : html`<rect x="${x}" y="${at.toFixed(2)}" width="${(step * 0.76).toFixed(2)}" height="${tall.toFixed(2)}" fill="${fills[office]}" stroke="#333" stroke-width=".2"/>`;
    });
    const total = sum(week, which);
    const first = week.monday.slice(8) <= '07';
    return html`${stacked}${index === fullest && total > 0 ? html`<text x="${(index * step + step / 2).toFixed(2)}" y="${(at - 0.8).toFixed(2)}" text-anchor="middle">${total}</text>` : null}${first ? html`<text x="${(index * step).toFixed(2)}" y="${ground + 3.6}">${Number(week.monday.slice(5, 7))}月</text>` : null}`;
  });
  const total = view.weeks.reduce((all, week) => all + sum(week, which), 0);
  const key = view.offices.map(
    ({ office }) =>
      html`<span class="key"><svg viewBox="0 0 4 4" style="width:3mm;height:3mm">${patterns}<rect x=".3" y=".3" width="3.4" height="3.4" fill="${fills[office]}" stroke="#333" stroke-width=".3"/></svg> ${OFFICE_NAMES[office]}</span>`,
  );
  return html`<h2>${title}<small>合わせて${total.toLocaleString('ja-JP')}枚${key}</small></h2>
<svg class="arrivals" role="img" aria-label="${title}、合わせて${total}枚" viewBox="0 0 ${plotWidth} ${ground + 5}" style="width:${plotWidth}mm;height:${ground + 5}mm">${patterns}${bars}<path d="M0 ${ground}H${plotWidth}" stroke="#222" stroke-width=".3"/></svg>`;
}
