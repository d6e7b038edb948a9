import { PROCEDURE_NAMES } from '../../src-shared/contract/names-ja.ts';
import type { PrintableCase } from '../../src-shared/contract/print-view.ts';
import { OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { bringWords } from './bring-words.ts';
import { blankDay, city, fitted, formFoot, formTitle, receiptCodes, visitorWords } from './form-parts.ts';
import { html, type Markup } from './html.ts';
import { certificateName, eraDay, eraDayWithWeekday, officeName, proceduresOf } from './print-words.ts';
import { practiceMarks } from './sheets.ts';

/** 窓に必ず見えるところ (mm): where the address lies before the city's own offset; 65 × 24 mm. */
export const addressPlace = { leftMm: 20, topMm: 12, widthMm: 65, heightMm: 24 } as const;

/**
 * 様式第2 照会書兼回答書: the letter to the holder's registered address, and the reply with 委任状 on the same sheet. It is
 * folded at 99 and 198 mm, and no line is written on a fold. Nothing but the address may show in the envelope's window, so that
 * everything else keeps clear of 110 × 57 mm, and of 10 mm more for the offset.
 */
export function inquiryLetterSheet(printable: PrintableCase): Markup {
  const { letter } = printable;
  if (letter === null) throw new Error('a letter is printed after it was posted');
  const procedures = proceduresOf(asked(printable)).map((procedure) => PROCEDURE_NAMES[procedure]);
  return html`<section class="sheet">
${addressBlock(printable)}
<i class="fold" style="top:99mm"></i><i class="fold" style="top:198mm"></i>
<div class="at sender" style="left:121mm;top:9mm;width:71mm">
<p style="text-align:right">${eraDay(letter.postedOn)}${letter.number > 1 ? `(${letter.number}回目)` : ''}</p>
<p style="margin-top:1mm">${city.postcode} ${city.address}</p><p><b>${city.office}</b></p><p>${city.group}</p><p>電話 ${city.telephone}(${city.telephoneHours})</p></div>
<div class="at" style="left:121mm;top:43mm;width:73mm">${receiptCodes(printable)}</div>
${practiceMarks(printable.print.practice, { leftMm: 121, topMm: 8 })}
<div class="body" style="top:68mm">${formTitle('様式第2', `電子証明書 ${procedures.join('・')} 照会書兼回答書`)}
<p style="margin-top:2mm;font-size:10.5pt">${introduction(printable)}</p></div>
<div class="body" style="top:102mm">${dueBox(printable, letter.dueOn)}${detailsTable(printable)}
<p class="small" style="text-align:center;margin:3.5mm 0 1.5mm;border-bottom:.25mm dashed #000;line-height:0"><span style="background:#fff;padding:0 4mm">切り離さず、このままお持ちください</span></p>
${answers(printable)}</div>
<div class="body" style="top:200.5mm">${writtenFields(printable)}${powerOfAttorney(printable)}</div>
${formFoot(printable)}
</section>`;
}

function asked(printable: PrintableCase): PrintableCase['lines'] {
  const open = printable.lines.filter(({ outcome }) => outcome !== 'refused' && outcome !== 'withdrawn');
  return open.length === 0 ? printable.lines : open;
}

function addressBlock({ holder, letterOffset }: PrintableCase): Markup {
  const { leftMm, topMm, widthMm, heightMm } = addressPlace;
  const place = `left:${leftMm + letterOffset.xMm}mm;top:${topMm + letterOffset.yMm}mm;width:${widthMm}mm;height:${heightMm}mm`;
  return html`<address class="at window" style="${place};font-style:normal;display:flex;flex-direction:column;gap:.6mm;overflow:hidden">
<p style="font-size:8.5pt;line-height:0"><span class="forward">転送不要</span></p>
<p>${fitted(holder.address, { widthMm, heightMm: 11 }, [11, 10, 9, 8, 7, 6, 5, 4.5])}</p>
<p><b>${fitted(`${holder.name} 様`, { widthMm, heightMm: 6.6 }, [14, 12, 10.5, 9, 7, 6, 5, 4.5])}</b></p></address>`;
}

function writer({ replyWriter }: PrintableCase): string {
  return replyWriter === 'holder' ? '本人' : '法定代理人';
}

function introduction(printable: PrintableCase): Markup {
  const { visitor, replyOffices } = printable;
  const where = replyOffices.map(officeName).join('、');
  const from =
    visitor.capacity === 'agent'
      ? '代理人のかたから下の申請がありました。'
      : visitor.capacity === 'statutoryRepresentative'
        ? '法定代理人のかたから下の申請がありました。'
        : '下の申請がありました。あなたの申請であることを、この用紙で確かめます。';
  return html`あなたの電子証明書について、${from}申請したことにまちがいがなければ、下の「回答書」を<b>${writer(printable)}が書いて</b>、期限までに${where}へお持ちください。心当たりがないときは、すぐに電話でお知らせください。`;
}

function dueBox({ replyOffices }: PrintableCase, dueOn: string): Markup {
  const onlyOne = replyOffices.length === 1 && replyOffices[0] === 'shiminka';
  return html`<div style="border:.6mm solid #000;display:flex"><div style="flex:1.35;padding:2mm 4mm"><p>持ってくる期限</p><p><b style="font-size:18pt;line-height:1.3">${eraDayWithWeekday(dueOn)}</b> まで</p></div>
<div style="flex:1;padding:2mm 4mm;border-left:.25mm solid #000"><p><b>${onlyOne ? officeName('shiminka') : replyOffices.map((office) => OFFICE_NAMES[office]).join('・')}</b>へ</p><p>${city.counterHours}</p><p class="small">${onlyOne ? '支所・市民センターでは受け付けません' : '市民センターでは受け付けません'}</p></div></div>`;
}

function detailsTable(printable: PrintableCase): Markup {
  const left = printable.lines.filter((line) => !asked(printable).includes(line));
  const certificates = asked(printable).map(
    ({ kind, procedure }, index) =>
      html`${index === 0 ? '' : '、'}<b>${certificateName(kind)}</b> ${PROCEDURE_NAMES[procedure]}`,
  );
  return html`<table style="margin-top:3mm"><colgroup><col style="width:30mm"><col><col style="width:26mm"><col style="width:62mm"></colgroup>
<tr><th>申請した日</th><td>${eraDay(printable.receivedAt)}</td><th>申請に来た人</th><td>${fitted(visitorWords(printable), { widthMm: 57, heightMm: 9 }, [10, 9, 8, 7, 6, 5, 4.5])}</td></tr>
<tr><th>電子証明書</th><td colspan="3">${certificates}${left.length === 0 ? null : html`<span class="small">(${left.map(({ kind }) => certificateName(kind)).join('・')}は含みません)</span>`}</td></tr>
<tr><th>持ってくるもの</th><td colspan="3">${fitted(printable.bring.map((item) => bringWords[item]).join('、'), { widthMm: 139, heightMm: 10 }, [10, 9, 8, 7])}</td></tr></table>`;
}

function answers(printable: PrintableCase): Markup {
  const yesNo = html`<span><i class="tick"></i>はい</span><span><i class="tick"></i>いいえ</span>`;
  return html`<h2 style="margin:3mm 0 .6mm;border:0;padding:0">回答書<small>${writer(printable)}が、黒のペンで書いてください</small></h2><p>${city.mayor}</p>
<ol class="answers"><li><span>1 上の申請は、${printable.replyWriter === 'holder' ? '私' : '私と本人'}の意思によるものです。</span>${yesNo}</li>
<li><span>2 住所・氏名・生年月日に、変わったところはありません。</span>${yesNo}</li></ol>`;
}

function writtenFields({ replyWriter }: PrintableCase): Markup {
  const forHolder = replyWriter === 'statutoryRepresentative';
  return html`<table class="write"><colgroup><col style="width:33mm"><col><col style="width:30mm"><col style="width:58mm"></colgroup>
<tr><th>書いた日</th><td style="height:8.5mm">${blankDay('令和')}</td><th>本人の生年月日</th><td style="height:8.5mm">${blankDay('')}</td></tr>
<tr><th>本人の住所</th><td colspan="3"></td></tr><tr><th>本人の氏名</th><td colspan="3"></td></tr>
${forHolder ? html`<tr><th>法定代理人の氏名</th><td colspan="3"></td></tr>` : null}</table>`;
}

function powerOfAttorney(printable: PrintableCase): Markup {
  const revokes = asked(printable).every(({ procedure }) => procedure === 'revoke');
  return html`<h2 style="margin:2.4mm 0 .4mm;border:0;padding:0">委任状</h2>
<p>私は、下の人に、電子証明書の${revokes ? '失効の申請' : '申請と受取り'}に関することを任せます。<span class="small">(本人・法定代理人が来るときは不要)</span></p>
<table class="write" style="margin-top:1mm"><colgroup><col style="width:33mm"><col></colgroup><tr><th>代理人の住所</th><td></td></tr><tr><th>代理人の氏名</th><td></td></tr></table>`;
}
