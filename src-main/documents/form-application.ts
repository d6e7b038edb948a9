import { PROCEDURE_NAMES, ROUTE_NAMES } from '../../src-shared/contract/names-ja.ts';
import type { PrintableCase } from '../../src-shared/contract/print-view.ts';
import { blankDay, city, fitted, formFoot, formTitle, holderRows, receiptCodes, visitorWords } from './form-parts.ts';
import { html, type Markup } from './html.ts';
import {
  certificateName,
  eraDay,
  eraDayWithWeekday,
  officeName,
  sexNames,
  timeOfDay,
  westernDay,
} from './print-words.ts';
import { practiceMarks } from './sheets.ts';

/** 様式第1 電子証明書 新規発行/更新 申請書: what was asked for, by whom, and what it will come to; signed by the visitor. */
export function applicationSheet(printable: PrintableCase): Markup {
  const asked = printable.lines.filter(({ procedure }) => procedure !== 'revoke');
  return html`<section class="sheet">
${applicationHead(printable)}
<div class="body" style="top:36mm">
${formTitle('様式第1', '電子証明書 新規発行/更新 申請書')}
${holderSection(printable, '1 申請する人(本人)')}
<h2>2 申請の内容</h2>
<table><colgroup><col style="width:60mm"><col style="width:26mm"><col></colgroup>
<tr><th>電子証明書</th><th>手続</th><th>使える期限の見込み</th></tr>
${asked.map(applicationLine)}</table>
<p class="small">期限は、発行のときに統合端末が書き込む日付で決まります。署名用は、氏名・住所などが変わると使えなくなります。</p>
${visitorSection(printable, '3 窓口に来た人')}
${signature('上のとおり申請します。書いてあることに、まちがいはありません。')}
${staffSection(printable, '4 職員が書くところ')}
</div>
${formFoot(printable)}
</section>`;
}

function applicationLine({ kind, procedure, expiry, outcome }: PrintableCase['lines'][number]): Markup {
  const expected = expiry === null ? '発行のときに決まります' : `${westernDay(expiry.on)}まで(${expiry.decidedBy})`;
  return html`<tr><td><b>${certificateName(kind)}</b></td><td>${PROCEDURE_NAMES[procedure]}</td><td>${outcomeWords[outcome] ?? expected}</td></tr>`;
}

const outcomeWords: Partial<Readonly<Record<PrintableCase['lines'][number]['outcome'], string>>> = {
  refused: '受付不可',
  withdrawn: '取下げ',
};

/** 申請の頭: to whom and when at the left, the number's codes at the right. */
export function applicationHead(printable: PrintableCase): Markup {
  return html`${practiceMarks(printable.print.practice, { leftMm: 18, topMm: 10 })}
<div class="at" style="left:18mm;top:20mm"><p style="font-size:12pt">${city.mayor}</p><p>申請の日 ${eraDayWithWeekday(printable.receivedAt)}</p></div>
<div class="at" style="left:121mm;top:12mm;width:73mm">${receiptCodes(printable)}</div>`;
}

/** 本人の節 */
export function holderSection(printable: PrintableCase, heading: string): Markup {
  const { cardExpiresOn } = printable;
  return html`<h2>${heading}</h2><table><colgroup><col style="width:30mm"><col><col style="width:20mm"><col style="width:30mm"></colgroup>
${holderRows(printable, sexNames[printable.holder.sex])}
<tr><th>カードの期限</th><td colspan="3">${cardExpiresOn === null ? '(控えなし)' : `${westernDay(cardExpiresOn)}まで`}</td></tr></table>`;
}

/** 来庁者の節: who stands at the counter, for what reason, and what was shown. */
export function visitorSection(printable: PrintableCase, heading: string): Markup {
  const { visitor, documents } = printable;
  const forSomeone = visitor.capacity === 'agent' || visitor.capacity === 'statutoryRepresentative';
  return html`<h2>${heading}</h2><table><colgroup><col style="width:30mm"><col></colgroup>
<tr><th>来た人</th><td><b>${fitted(visitorWords(printable), { widthMm: 138, heightMm: 10 })}</b></td></tr>
${forSomeone ? html`<tr><th>住所</th><td style="height:9mm">${fitted(visitor.address ?? '', { widthMm: 138, heightMm: 10 })}</td></tr>` : null}
${visitor.reason === null || visitor.reason === '' ? null : html`<tr><th>代理の理由</th><td>${fitted(visitor.reason, { widthMm: 138, heightMm: 13 }, [10, 9, 8, 7, 6, 5])}</td></tr>`}
<tr><th>確認した書類</th><td>${fitted(documents.length === 0 ? '(なし)' : documents.join('、'), { widthMm: 138, heightMm: 10 })}</td></tr></table>`;
}

/** 署名の欄: what the visitor confirms by writing the own name. */
export function signature(words: string): Markup {
  return html`<div class="boxed" style="margin-top:4mm"><p>${words}</p>
<p style="display:flex;align-items:flex-end;gap:8mm;margin-top:5mm"><span>${blankDay('令和')}</span><span style="flex:1;border-bottom:.25mm solid #000">来た人の署名</span></p></div>`;
}

/** 職員の節: when, where and by which route it was received; 担当 and 確認 are written by hand. */
export function staffSection(printable: PrintableCase, heading: string): Markup {
  const { receivedAt, office, terminal, route } = printable;
  return html`<h2>${heading}</h2><table class="write"><colgroup><col style="width:18mm"><col style="width:66mm"><col style="width:14mm"><col><col style="width:14mm"><col style="width:27mm"></colgroup>
<tr><th>受付</th><td>${eraDay(receivedAt)} ${timeOfDay(receivedAt)}<br><span class="small">${officeName(office)}・端末${terminal}・${ROUTE_NAMES[route ?? 'none']}</span></td><th>担当</th><td></td><th>確認</th><td></td></tr></table>`;
}
