import type { DayLogBook } from '../../src-shared/contract/day-log-book.ts';
import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { CAPACITY_NAMES, PROCEDURE_NAMES } from '../../src-shared/contract/names-ja.ts';
import { arrivalsOfDay } from './day-log-arrivals.ts';
import { dayLogNotes } from './day-log-notes.ts';
import { dayLogProof } from './day-log-proof.ts';
import { html, type Markup } from './html.ts';
import { eraDay, eraDayWithWeekday, officeName, timeOfDay } from './print-words.ts';
import { receiptQr } from './receipt-codes.ts';
import { practiceMarks, sheetsDocument } from './sheets.ts';

/** 日報の紙: one A4 sheet a day and office, in the order of the book; a range is its days' sheets. */
export function dayLogSheet(book: DayLogBook): string {
  const sheets = book.views.map((view, index) => sheet(book, view, `${index + 1} / ${book.views.length}`));
  return sheetsDocument('公的個人認証サービス業務 日報', sheets);
}

function sheet(book: DayLogBook, view: DayLogView, page: string): Markup {
  return html`<section class="sheet day-log">
${practiceMarks(book.practice, { leftMm: 18, topMm: 5 })}
<div class="body" style="top:14mm">
<header><div><h1>公的個人認証サービス業務 日報</h1>
<p class="day"><b>${eraDayWithWeekday(view.day)}</b> ${officeName(view.office)}</p>
<p class="small">${book.procedure === null ? 'すべての手続' : `${PROCEDURE_NAMES[book.procedure]}だけ`}・手数料 ${view.fees.toLocaleString('ja-JP')}円</p></div>
${approvalBoxes()}</header>
${countsPart(view)}
<div class="two"><div>${arrivalsOfDay(view.arrivals)}</div><div>${lettersPart(view)}</div></div>
${terminalPart(view)}
<h2>5 特記</h2><table class="lined notes"><colgroup><col style="width:44mm"><col></colgroup>${dayLogNotes(view).map(({ label, words }) => html`<tr><td>${label}</td><td>${words}</td></tr>`)}</table>
</div>
${foot(book, view, page)}
</section>`;
}

/** 決裁欄: four boxes of 19 mm, stamped by hand. */
export function approvalBoxes(): Markup {
  const who = ['課長', '課長補佐', '係長', '担当'];
  return html`<table class="approval"><tr><th rowspan="2" class="side">決<br>裁</th>${who.map((name) => html`<th>${name}</th>`)}</tr><tr>${who.map(() => html`<td></td>`)}</tr></table>`;
}

const zeroLight = (count: number): Markup => html`<td class="n${count === 0 ? ' zero' : ''}">${count}</td>`;

function countsPart({ rows, total, byCapacity }: DayLogView): Markup {
  const people = byCapacity
    .filter(({ persons }) => persons > 0)
    .map(({ capacity, persons }) => `${CAPACITY_NAMES[capacity]}${persons}人`);
  const cells = (row: DayLogView['total']): readonly Markup[] =>
    [row.sameDayDone, row.inquiry, row.refused, row.withdrawn, row.open].map(zeroLight);
  return html`<h2>1 件数<small>${people.length === 0 ? '受付はありません' : `来庁者 ${people.join('・')}`}</small></h2>
<table class="lined counts"><thead><tr><th rowspan="2">手続</th><th rowspan="2" class="n">受付(人)</th><th colspan="5" class="group">結果(人)</th><th colspan="2" class="group">証明書(枚)</th></tr>
<tr>${['即日で済', '照会', '受付不可', '取下げ', '未了', '署名用', '利用者'].map((label) => html`<th class="n">${label}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr><td>${PROCEDURE_NAMES[row.procedure]}</td><td class="n"><b>${row.persons}</b></td>${cells(row)}${certificateCells(row)}</tr>`)}</tbody>
<tfoot><tr><td>計</td><td class="n">${total.persons}</td>${cells(total)}${certificateCells({ ...total, procedure: 'issue' })}</tr></tfoot></table>
<p class="small">計の証明書は、発行・更新・失効を合わせた枚数です。人は受け付けた日、証明書は発行・失効した日に数えます。</p>`;
}

type Certificates = Pick<DayLogView['rows'][number], 'procedure' | 'signature' | 'userAuthentication'>;

function certificateCells({ procedure, signature, userAuthentication }: Certificates): readonly Markup[] {
  const words = (count: number): string => (procedure === 'revoke' ? `失効 ${count}` : String(count));
  return [signature, userAuthentication].map(
    (count) => html`<td class="n${count === 0 ? ' zero' : ''}">${words(count)}</td>`,
  );
}

const mostHandlers = 5;

function lettersPart({ letters, byHandler, total }: DayLogView): Markup {
  const rows = [
    ['投函(通)', letters.posted],
    ['回答', letters.answered],
    ['期限切れ', letters.lapsed],
    ['宛所不明', letters.returned],
    ['終わりの回答待ち', letters.open],
  ] as const;
  const named = byHandler.slice(0, mostHandlers - (byHandler.length > mostHandlers ? 1 : 0));
  const others = byHandler.slice(named.length).reduce((sum, { persons }) => sum + persons, 0);
  const handlers = [
    ...named.map(({ handler, persons }) => ({ name: handler, persons })),
    ...(others > 0 ? [{ name: `ほか${byHandler.length - named.length}名`, persons: others }] : []),
    { name: '計', persons: total.persons },
  ];
  return html`<h2>3 照会書・担当</h2><div class="two"><table class="lined">${rows.map(([label, count]) => html`<tr><td>${label}</td><td class="n" style="width:9mm"><b>${count}</b></td></tr>`)}</table>
<table class="lined">${handlers.map(({ name, persons }) => html`<tr><td>${name}</td><td class="n" style="width:9mm"><b>${persons}</b></td></tr>`)}</table></div>`;
}

/** 統合端末の日報との照合: our counts, and room to write the terminal's beside them */
function terminalPart({ rows }: DayLogView): Markup {
  const of = (procedure: Certificates['procedure'], kind: 'signature' | 'userAuthentication'): number =>
    rows.find((row) => row.procedure === procedure)?.[kind] ?? 0;
  const items: readonly (readonly [string, string])[] = [
    ['署名用 新規発行', String(of('issue', 'signature'))],
    ['署名用 更新', String(of('renew', 'signature'))],
    ['利用者証明用 新規発行', String(of('issue', 'userAuthentication'))],
    ['利用者証明用 更新', String(of('renew', 'userAuthentication'))],
    ['失効(署名用/利用者証明用)', `${of('revoke', 'signature')} / ${of('revoke', 'userAuthentication')}`],
  ];
  return html`<h2>4 統合端末の日報との照合<small>端末・差・理由は、手で書きます</small></h2>
<table class="lined terminal"><thead><tr><th style="width:48mm">項目</th><th class="n" style="width:16mm">台帳</th><th class="n" style="width:16mm">端末</th><th class="n" style="width:16mm">差</th><th>差の理由</th></tr></thead>
<tbody>${items.map(([label, count]) => html`<tr><td>${label}</td><td class="n"><b>${count}</b></td><td></td><td></td><td></td></tr>`)}</tbody></table>`;
}

/** 紙の足: the code is made of this sheet's day alone, so that it stands for what the sheet says */
function foot(book: DayLogBook, view: DayLogView, page: string): Markup {
  const own = { ...book, from: view.day, until: view.day, offices: [view.office], views: [view] };
  const { code } = dayLogProof(own);
  const place = { shiminka: 'S', sobue: 'B', heiwa: 'H' }[view.office];
  const head = (book.head.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
  return html`<footer class="foot day-log-foot"><div><p>確認符号(この日の内容と台帳の頭から作る)</p><p class="code">${code}</p>
<p>台帳の記録 ${book.events.toLocaleString('ja-JP')}件目まで・頭 ${head}・<b>${page} ページ</b></p>
<p>印刷 ${eraDay(book.writtenAt)} ${timeOfDay(book.writtenAt)} ${book.writtenBy}(端末番号 ${book.terminal})</p></div>
${receiptQr(`${place}-${view.day.replaceAll('-', '')}-${code.replaceAll(' ', '')}`, 22, '確認符号のQRコード')}</footer>`;
}
