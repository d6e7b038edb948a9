import type { DayLogBook } from '../../src-shared/contract/day-log-book.ts';
import { sumOfDayLogs } from '../../src-shared/contract/day-log-sum.ts';
import type { DayLogSum, DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { PROCEDURE_NAMES } from '../../src-shared/contract/names-ja.ts';
import { arrivalsOfDay } from './day-log-arrivals.ts';
import { dayLogNotes, heightOf, layNotes, type Note, noteWords } from './day-log-notes.ts';
import { dayLogProof } from './day-log-proof.ts';
import { countsPart, lettersPart } from './day-log-sheet-counts.ts';
import { terminalHeight, terminalPart } from './day-log-sheet-terminal.ts';
import { html, type Markup } from './html.ts';
import { eraDay, eraDayWithWeekday, officeName, timeOfDay } from './print-words.ts';
import { receiptQr } from './receipt-codes.ts';
import { practiceMarks, sheetsDocument } from './sheets.ts';

type Log = DayLogView | DayLogSum;

/** the sheet's code and the views that it is made of */
type Part = { readonly log: Log; readonly of: readonly DayLogView[] };

/** millimetres from the top of the body to the foot, and what the parts before 特記 take of them at least */
const bodyMm = 248;
const beforeNotesMm = 154;
const secondSheetMm = 221;

/**
 * 日報の紙: one or two A4 sheets a day and office, in the order of the book; a range is its days' sheets. Of all offices, each day's sum
 * stands before them.
 */
export function dayLogSheet(book: DayLogBook): string {
  const parts = book.offices.length > 1 ? withSums(book) : book.views.map((log): Part => ({ log, of: [log] }));
  const sheets = parts.flatMap((part) => sheetsOf(book, part));
  return sheetsDocument('公的個人認証サービス業務 日報', sheets);
}

function withSums({ views, practice }: DayLogBook): readonly Part[] {
  const days = [...new Set(views.map(({ day }) => day))];
  return days.flatMap((day): readonly Part[] => {
    const of = views.filter((view) => view.day === day);
    return [{ log: sumOfDayLogs(day, practice, of), of }, ...of.map((log) => ({ log, of: [log] }))];
  });
}

function sheetsOf(book: DayLogBook, part: Part): readonly Markup[] {
  const { notes, none } = dayLogNotes(part.log);
  const last: readonly Note[] = none.length === 0 ? [] : [{ label: 'なし', count: none.join('・'), items: [] }];
  const noneMm = none.length === 0 ? 0 : heightOf(none.join('・'));
  const room =
    bodyMm - beforeNotesMm - terminalHeight(part.log) - noneMm - (part.log.besides.some(isCarried) ? 6.5 : 0);
  const [first, second] = layNotes(notes, room, secondSheetMm - noneMm);
  const pages = second.length === 0 ? [[...first, ...last]] : [first, [...second, ...last]];
  return pages.map((here, index) => sheet(book, part, here, index, pages.length));
}

const isCarried = ({ origin, cases }: Log['besides'][number]): boolean => origin === 'carried' && cases > 0;

function sheet(book: DayLogBook, part: Part, notes: readonly Note[], index: number, pages: number): Markup {
  const { log } = part;
  const heading =
    index === 0
      ? firstParts(book, log)
      : html`<h1>公的個人認証サービス業務 日報(続き)</h1>
<p class="day"><b>${eraDayWithWeekday(log.day)}</b> ${placeName(log.office)}</p>`;
  return html`<section class="sheet day-log">
${practiceMarks(book.practice, { leftMm: 18, topMm: 5 })}
<div class="body" style="top:14mm">
${heading}
<h2>5 特記${index === 0 ? null : html`<small>続き</small>`}</h2><table class="lined notes"><colgroup><col style="width:46mm"><col></colgroup>${notes.map((note) => html`<tr><td>${note.label}</td><td>${noteWords(note)}</td></tr>`)}</table>
</div>
${foot(book, part, `${index + 1} / ${pages}`)}
</section>`;
}

function firstParts(book: DayLogBook, log: Log): Markup {
  return html`<header><div><h1>公的個人認証サービス業務 日報</h1>
<p class="day"><b>${eraDayWithWeekday(log.day)}</b> ${placeName(log.office)}</p>
<p class="small">${book.procedure === null ? 'すべての手続' : `${PROCEDURE_NAMES[book.procedure]}だけ`}・手数料 ${log.fees.toLocaleString('ja-JP')}円・${closedWords(log)}</p></div>
${approvalBoxes()}</header>
${countsPart(log)}
<div class="two"><div>${arrivalsOfDay(log.arrivals)}</div><div>${lettersPart(log)}</div></div>
${terminalPart(log)}`;
}

function placeName(office: Log['office']): string {
  return office === 'all' ? '稲沢市 3か所の計' : officeName(office);
}

/** 締めたか, in one word: when the last terminal closed, or which have not. */
function closedWords({ closes, unclosed }: Log): string {
  const last = closes
    .map(({ closedAt }) => closedAt)
    .toSorted()
    .at(-1);
  if (unclosed.length > 0) return `まだ締めていません(端末 ${unclosed.join(' ')})`;
  return last === undefined ? 'まだ締めていません' : `締め ${timeOfDay(last)}`;
}

/** 決裁欄: four boxes of 19 mm, stamped by hand. */
export function approvalBoxes(): Markup {
  const who = ['課長', '課長補佐', '係長', '担当'];
  return html`<table class="approval"><tr><th rowspan="2" class="side">決<br>裁</th>${who.map((name) => html`<th>${name}</th>`)}</tr><tr>${who.map(() => html`<td></td>`)}</tr></table>`;
}

/** 紙の足: the code is made of this sheet's day alone, so that it stands for what the sheet says */
function foot(book: DayLogBook, { log, of }: Part, page: string): Markup {
  const own = { ...book, from: log.day, until: log.day, offices: of.map(({ office }) => office), views: of };
  const { code } = dayLogProof(own);
  const place = { shiminka: 'S', sobue: 'B', heiwa: 'H', all: 'SBH' }[log.office];
  const head = (book.head.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
  return html`<footer class="foot day-log-foot"><div><p>確認符号(この日の内容と台帳の頭から作る)</p><p class="code">${code}</p>
<p>台帳の記録 ${book.events.toLocaleString('ja-JP')}件目まで・頭 ${head}・<b>${page} ページ</b></p>
<p>印刷 ${eraDay(book.writtenAt)} ${timeOfDay(book.writtenAt)} ${book.writtenBy}(端末番号 ${book.terminal})</p></div>
${receiptQr(`${place}-${log.day.replaceAll('-', '')}-${code.replaceAll(' ', '')}`, 22, '確認符号のQRコード')}</footer>`;
}
