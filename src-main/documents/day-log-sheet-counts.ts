import type { DayLogSum, DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { handlerWords, ORIGIN_NAMES } from '../../src-shared/contract/day-log-words.ts';
import { CAPACITY_NAMES, PROCEDURE_NAMES } from '../../src-shared/contract/names-ja.ts';
import { html, type Markup } from './html.ts';

type Log = DayLogView | DayLogSum;

const zeroLight = (count: number): Markup => html`<td class="n${count === 0 ? ' zero' : ''}">${count}</td>`;

/** 1 件数: persons by result, certificates by kind; certificates of nobody who came today stand in rows of their own. */
export function countsPart({ rows, besides, total, byCapacity }: Log): Markup {
  const people = byCapacity
    .filter(({ persons }) => persons > 0)
    .map(({ capacity, persons }) => `${CAPACITY_NAMES[capacity]}${persons}人`);
  const cells = (row: DayLogView['total']): readonly Markup[] =>
    [row.sameDayDone, row.inquiry, row.refused, row.withdrawn, row.open].map(zeroLight);
  const shown = besides.filter(({ origin, cases }) => origin !== 'carried' || cases > 0);
  return html`<h2>1 件数<small>${people.length === 0 ? '受付はありません' : `来庁者 ${people.join('・')}`}</small></h2>
<table class="lined counts"><thead><tr><th rowspan="2" style="width:34mm">手続</th><th rowspan="2" class="n">受付(人)</th><th colspan="5" class="group">結果(人)</th><th colspan="2" class="group">証明書(枚)</th></tr>
<tr>${['即日で済', '照会', '受付不可', '取下げ', '未了', '署名用', '利用者'].map((label) => html`<th class="n">${label}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr><td>${PROCEDURE_NAMES[row.procedure]}</td><td class="n"><b>${row.persons}</b></td>${cells(row)}${certificateCells(row, row.procedure === 'revoke')}</tr>`)}
${shown.map((row) => html`<tr><td>${ORIGIN_NAMES[row.origin]}</td><td class="n zero">—</td><td class="n">発行 ${row.cases}</td><td colspan="4"></td>${certificateCells(row, false)}</tr>`)}</tbody>
<tfoot><tr><td>計</td><td class="n">${total.persons}</td>${cells(total)}${certificateCells(total, false)}</tr></tfoot></table>
<p class="small">証明書の計は、発行と更新の枚数です(失効は含みません)。人は受け付けた日、証明書は発行・失効した日に数えます。</p>`;
}

function certificateCells(
  { signature, userAuthentication }: Pick<DayLogView['total'], 'signature' | 'userAuthentication'>,
  ends: boolean,
): readonly Markup[] {
  return [signature, userAuthentication].map(
    (count) =>
      html`<td class="n${count === 0 ? ' zero' : ''}">${ends && count > 0 ? `失効 ${count}` : String(count)}</td>`,
  );
}

const mostHandlers = 5;

/** 3 照会書・担当 */
export function lettersPart({ letters, byHandler, total }: Log): Markup {
  const rows = [
    ['投函(通)', letters.posted],
    ['回答', letters.answered],
    ['期限切れ', letters.lapsed],
    ['宛所不明', letters.returned],
    ['終わりの回答待ち', letters.open],
  ] as const;
  const received = byHandler.filter(({ persons }) => persons > 0);
  const named = received.slice(0, mostHandlers - (received.length > mostHandlers ? 1 : 0));
  const others = received.slice(named.length).reduce((sum, { persons }) => sum + persons, 0);
  const handlers = [
    ...named.map(({ handler, persons }) => ({ name: handlerWords(handler), persons })),
    ...(others > 0 ? [{ name: `ほか${received.length - named.length}名`, persons: others }] : []),
    { name: '計', persons: total.persons },
  ];
  return html`<h2>3 照会書・担当</h2><div class="two"><table class="lined">${rows.map(([label, count]) => html`<tr><td>${label}</td><td class="n" style="width:9mm"><b>${count}</b></td></tr>`)}</table>
<table class="lined">${handlers.map(({ name, persons }) => html`<tr><td>${name}</td><td class="n" style="width:9mm"><b>${persons}</b></td></tr>`)}</table></div>`;
}
