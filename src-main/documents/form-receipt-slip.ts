import { PROCEDURE_NAMES, ROUTE_NAMES } from '../../src-shared/contract/names-ja.ts';
import type { PrintableCase } from '../../src-shared/contract/print-view.ts';
import { city, fitted, formFoot, neverWritten, receiptCodes, visitorWords } from './form-parts.ts';
import { html, type Markup } from './html.ts';
import { certificateName, eraDayWithWeekday, officeName, timeOfDay, westernDay } from './print-words.ts';
import { practiceMarks } from './sheets.ts';

/** 受付票・控え: the upper half goes with the visitor, the lower one stays; cut at 148.5 mm. */
export function receiptSlipSheet(printable: PrintableCase): Markup {
  return html`<section class="sheet">
${practiceMarks(printable.print.practice, { leftMm: 18, topMm: 10 })}
${half(printable, 0, '受付票', '来庁者の控え', visitorRows(printable))}
<p class="at small" style="left:0;right:0;top:148.5mm;border-top:.25mm dashed #000"></p>
<p class="at small" style="left:18mm;right:18mm;top:136mm">${neverWritten}<br>お問い合わせ: ${city.office} <span class="telephone">電話 ${city.telephone}</span>(${city.telephoneHours})</p>
${half(printable, 148.5, '受付票', '市の控え', officeRows(printable))}
${formFoot(printable)}
</section>`;
}

function half(printable: PrintableCase, topMm: number, title: string, whose: string, rows: readonly Markup[]): Markup {
  return html`<div class="at" style="left:121mm;top:${topMm + 12}mm;width:73mm">${receiptCodes(printable)}</div>
<div class="at" style="left:18mm;top:${topMm + 20}mm;width:98mm"><h1 style="text-align:left">${title}<span style="font-size:10pt;font-weight:400;letter-spacing:0">(${whose})</span></h1></div>
<div class="body" style="top:${topMm + 35}mm"><table><colgroup><col style="width:46mm"><col></colgroup>${rows}</table></div>`;
}

function row(label: string, content: Markup | string): Markup {
  return html`<tr><th>${label}</th><td>${content}</td></tr>`;
}

function visitorRows(printable: PrintableCase): readonly Markup[] {
  const { holder, receivedAt, office, lines } = printable;
  return [
    row('受付番号', html`<b style="font-size:16pt;letter-spacing:.04em">${printable.receipt}</b>`),
    row('受付', `${eraDayWithWeekday(receivedAt)} ${timeOfDay(receivedAt)} ${officeName(office)}`),
    row('本人', html`<b>${fitted(`${holder.name} 様`, { widthMm: 122, heightMm: 8 })}</b>`),
    ...lines.map((line) => row(certificateName(line.kind), lineWords(line, false))),
    row('これから', nextWords(printable)),
  ];
}

function officeRows(printable: PrintableCase): readonly Markup[] {
  const { holder, documents, receivedAt, office, terminal, lines, route } = printable;
  return [
    row('受付', `${eraDayWithWeekday(receivedAt)} ${timeOfDay(receivedAt)} ${officeName(office)}・端末${terminal}`),
    row('本人', html`<b>${fitted(holder.name, { widthMm: 122, heightMm: 8 })}</b>`),
    row('住所', fitted(holder.address, { widthMm: 122, heightMm: 9 })),
    row('来た人', fitted(visitorWords(printable), { widthMm: 122, heightMm: 8 })),
    row(
      '確認した書類',
      fitted(documents.length === 0 ? '(なし)' : documents.join('、'), { widthMm: 122, heightMm: 9 }),
    ),
    ...lines.map((line) => row(certificateName(line.kind), lineWords(line, true))),
    row('経路', `${ROUTE_NAMES[route ?? 'none']}・${nextWords(printable)}`),
  ];
}

/** The rules' codes are for the city's half. */
function lineWords({ procedure, cause, expiry, outcome }: PrintableCase['lines'][number], codes: boolean): string {
  const what = `${PROCEDURE_NAMES[procedure]}${cause === null || !codes ? '' : `(${cause})`}`;
  const code = expiry === null || !codes ? '' : `(${expiry.decidedBy})`;
  switch (outcome) {
    case 'open':
      return expiry === null ? what : `${what} 期限の見込み ${westernDay(expiry.on)}${code}`;
    case 'issued':
    case 'renewed':
      return `${what} 済み${expiry === null ? '' : ` ${westernDay(expiry.on)}まで使えます`}`;
    case 'revoked':
      return `${what} 済み`;
    case 'refused':
      return `${what} 受付不可`;
    case 'withdrawn':
      return `${what} 取下げ`;
  }
}

function nextWords({ lines, route, letter }: PrintableCase): string {
  if (lines.every(({ outcome }) => outcome !== 'open')) return '手続は終わりました。';
  if (route !== 'inquiry') return '窓口でお呼びするまで、お待ちください。';
  if (letter === null) return '本人の住所に照会書を郵送します。届いたら回答書を書いて、期限までにお持ちください。';
  return `本人の住所に照会書を郵送しました。${eraDayWithWeekday(letter.dueOn)}までに回答書をお持ちください。`;
}
