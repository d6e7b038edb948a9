import type { PrintableCase } from '../../src-shared/contract/print-view.ts';
import { easyBringWords } from './bring-words.ts';
import { city, fitted, formFoot, receiptCodes } from './form-parts.ts';
import { html, type Markup } from './html.ts';
import { eraDayWithWeekday } from './print-words.ts';
import { practiceMarks } from './sheets.ts';

/** ふりがなを付ける: `{漢字|かんじ}` becomes the characters with their reading above. */
export function withReadings(text: string): readonly Markup[] {
  return text
    .split(/(\{[^{}|]+\|[^{}|]+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, characters, reading] = /^\{([^|]+)\|([^}]+)\}$/.exec(part) ?? [];
      if (characters === undefined || reading === undefined) return html`${part}`;
      return html`<ruby>${characters}<rt>${reading}</rt></ruby>`;
    });
}

const officeReadings: Readonly<Record<PrintableCase['office'], string>> = {
  shiminka: '{稲沢市役所|いなざわしやくしょ} {市民課|しみんか}',
  sobue: '{稲沢市|いなざわし} {祖父江支所|そぶえししょ}',
  heiwa: '{稲沢市|いなざわし} {平和支所|へいわししょ}',
};

/** 次に持ってくるもの: short sentences with readings, the day as the largest text, a box to tick before each thing. */
export function checklistSheet(printable: PrintableCase): Markup {
  const { letter, bring, route, office } = printable;
  const places = route === 'inquiry' ? printable.replyOffices : [office];
  return html`<section class="sheet">
${practiceMarks(printable.print.practice, { leftMm: 18, topMm: 10 })}
<div class="at" style="left:121mm;top:12mm;width:73mm">${receiptCodes(printable)}</div>
<p class="at" style="left:18mm;top:22mm;width:98mm;height:12mm">${fitted(`${printable.holder.name} さん`, { widthMm: 98, heightMm: 12 }, [16, 14, 12, 10, 8, 7])}</p>
<div class="body easy" style="top:37mm">
<h1 style="font-size:22pt;line-height:1.9">${withReadings('{次|つぎ}に {来|く}るときに {持|も}ってくる もの')}</h1>
${letter === null ? null : dueBox(letter.dueOn)}
<ul style="margin-top:3mm">${bring.map((item) => bringLine(item))}</ul>
<div class="boxed" style="margin-top:5mm;font-size:12pt;line-height:2"><p>${withReadings('{場所|ばしょ}:')} ${places.map((each) => html`<b>${withReadings(officeReadings[each])}</b> `)}</p>
<p>${withReadings('{時間|じかん}: {月曜日|げつようび}から {金曜日|きんようび} {午前|ごぜん}9{時|じ}から {午後|ごご}5{時|じ}まで')}</p>
<p>${withReadings('{休|やす}み: {土曜日|どようび}、{日曜日|にちようび}、{祝日|しゅくじつ}、12{月|がつ}29{日|にち}から 1{月|がつ}3{日|にち}まで')}</p>
<p>${withReadings('{分|わ}からないときは {電話|でんわ}してください:')} <b style="font-size:14pt">${city.telephone}</b></p></div>
</div>
${formFoot(printable)}
</section>`;
}

function dueBox(dueOn: string): Markup {
  return html`<div style="border:.6mm solid #000;text-align:center;padding:2mm"><b style="font-size:28pt;line-height:1.4">${eraDayWithWeekday(dueOn)}</b> ${withReadings('までに {来|き}てください')}</div>`;
}

function bringLine(item: PrintableCase['bring'][number]): Markup {
  const { what, more } = easyBringWords[item];
  return html`<li><span class="tick"></span><div><b>${withReadings(what)}</b>${more === null ? null : html`<small>${withReadings(more)}</small>`}</div></li>`;
}
