import type { PrintableCase } from '../../src-shared/contract/print-view.ts';
import { fittingSize, type Room } from './fit-text.ts';
import { html, type Markup } from './html.ts';
import { certificateName, eraDay, timeOfDay } from './print-words.ts';
import { receiptBarcode, receiptQr } from './receipt-codes.ts';

/** 発行した市: as every form says where it comes from. */
export const city = {
  mayor: '稲沢市長 様',
  postcode: '〒492-8269',
  address: '愛知県稲沢市稲府町1番地',
  office: '稲沢市役所 市民福祉部 市民課',
  group: '窓口グループ',
  telephone: '0587-32-1311',
  counterHours: '平日 9:00–17:00',
  telephoneHours: '平日 8:30–17:15',
} as const;

/** 書かないもの: stands at the foot of every form. */
export const neverWritten = '暗証番号・個人番号(マイナンバー)は、この用紙に書かないでください。';

/** 枠に入る文字: as large as its room lets it be. */
export function fitted(
  text: string,
  room: Room,
  sizesPt: readonly [number, ...number[]] = [11, 10, 9, 8, 7, 6, 5],
): Markup {
  return html`<span class="fitted" style="font-size:${fittingSize(text, room, sizesPt)}pt">${text}</span>`;
}

/** 受付番号の印: QR, Code 128 and the number in digits, 73 mm wide in all. */
export function receiptCodes(printable: PrintableCase): Markup {
  return html`<div class="codes">${receiptQr(printable.receipt, 19)}<figure>${receiptBarcode(printable.receipt, 52, 9)}<figcaption>受付番号 ${printable.receipt}</figcaption></figure></div>`;
}

/** 様式の題: its number where the city gave it one, and its title. */
export function formTitle(number: string | null, title: string): Markup {
  return html`${number === null ? null : html`<p class="form-number">${number}</p>`}<h1>${title}</h1>`;
}

/** 用紙の足: what is never written here, who printed it when, its check digits, its copy. */
export function formFoot({ print, office, terminal }: PrintableCase, page = '1 / 1'): Markup {
  const place = { shiminka: 'S', sobue: 'B', heiwa: 'H' }[office];
  const check =
    print.headDigits === null ? '印刷のときに付きます' : `${print.headDigits.slice(0, 4)} ${print.headDigits.slice(4)}`;
  const copy = print.copy === null ? '見本' : `${print.copy}部目`;
  return html`<footer class="foot"><p>${neverWritten}</p><p><span>印刷 ${eraDay(print.at)} ${timeOfDay(print.at)} ${print.by}(端末 ${place}${terminal})・確認符号 ${check}</span><span>${copy}・${page}</span></p></footer>`;
}

/** 本人の欄: reading, name, birth, sex, address; both spellings where the certificate bears another one (G3). */
export function holderRows({ holder }: PrintableCase, sex: string): Markup {
  const spelled = holder.certificateName !== holder.name || holder.certificateAddress !== holder.address;
  return html`<tr><th>フリガナ</th><td colspan="3">${fitted(holder.kana, { widthMm: 138, heightMm: 6 }, [9, 8, 7, 6, 5])}</td></tr>
<tr><th>氏名</th><td colspan="3"><b>${fitted(holder.name, { widthMm: 138, heightMm: 9 }, [14, 12, 11, 9, 8, 7, 6])}</b></td></tr>
<tr><th>生年月日</th><td>${eraDay(holder.bornOn)}(${holder.bornOn.slice(0, 4)}年)</td><th style="width:20mm">性別</th><td style="width:30mm">${sex}</td></tr>
<tr><th>住所</th><td colspan="3">${fitted(holder.address, { widthMm: 138, heightMm: 11 })}</td></tr>
${spelled ? certificateSpelling(holder) : null}`;
}

function certificateSpelling({ certificateName: name, certificateAddress: address }: PrintableCase['holder']): Markup {
  return html`<tr><th>証明書の文字<br><span class="small">(代替文字)</span></th><td colspan="3"><span style="white-space:pre-line">${fitted(`${name}\n${address}`, { widthMm: 138, heightMm: 16 }, [10, 9, 8, 7, 6, 5])}</span><span class="small">戸籍・住民票の文字は変わりません。</span></td></tr>`;
}

/** 来庁者の言葉: 本人, or the name with what makes that person act for the holder. */
export function visitorWords({ visitor }: PrintableCase): string {
  switch (visitor.capacity) {
    case null:
      return '(来庁なし・通知による)';
    case 'holder':
      return '本人';
    case 'agent':
    case 'statutoryRepresentative': {
      const capacity = visitor.capacity === 'agent' ? '任意代理人' : '法定代理人';
      return `${visitor.name ?? '(氏名の控えなし)'}(${capacity}${visitor.relation === null ? '' : `・${visitor.relation}`})`;
    }
  }
}

/** 書く日の欄: what is left blank for a date. */
export function blankDay(era: string): Markup {
  return html`<span class="blank">${era}<i></i>年<i></i>月<i></i>日</span>`;
}

/** 証明書の名前をつなぐ */
export function certificatesInWords(lines: PrintableCase['lines']): string {
  return [...new Set(lines.map(({ kind }) => certificateName(kind)))].join('・');
}
