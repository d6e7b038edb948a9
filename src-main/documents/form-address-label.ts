import type { PrintableCase } from '../../src-shared/contract/print-view.ts';
import { fitted, neverWritten } from './form-parts.ts';
import { html, type Markup } from './html.ts';
import { receiptBarcode, receiptQr } from './receipt-codes.ts';

/** ラベルの並び: twelve on an A4 sheet, 86.4 × 42.3 mm each, as label paper is sold. */
export const labelGrid = { columns: 2, rows: 6, leftMm: 18.6, topMm: 21.6, widthMm: 86.4, heightMm: 42.3 } as const;

const perSheet = labelGrid.columns * labelGrid.rows;

/** 宛名ラベル: the holder's registered address, 転送不要, and the number that brings the case back by a scan. */
export function addressLabelSheets(printables: readonly PrintableCase[]): readonly Markup[] {
  const sheets = Array.from({ length: Math.ceil(printables.length / perSheet) }, (_, index) =>
    printables.slice(index * perSheet, (index + 1) * perSheet),
  );
  return sheets.map(
    (labels, index) => html`<section class="sheet">${labels.map(label)}
<p class="at small" style="left:18.6mm;right:18.6mm;bottom:7mm">${neverWritten} 宛名ラベル ${index + 1} / ${sheets.length}</p></section>`,
  );
}

function label(printable: PrintableCase, index: number): Markup {
  const { holder, print, receipt } = printable;
  const left = labelGrid.leftMm + (index % labelGrid.columns) * labelGrid.widthMm;
  const top = labelGrid.topMm + Math.floor(index / labelGrid.columns) * labelGrid.heightMm;
  const copy = print.copy === null ? '見本' : `${print.copy}部目`;
  const check = print.headDigits === null ? '' : ` ${print.headDigits.slice(0, 4)} ${print.headDigits.slice(4)}`;
  return html`<div class="label" style="left:${left}mm;top:${top}mm">
<p class="at" style="left:5mm;top:3mm;font-size:8pt;line-height:1.4"><span class="forward">転送不要</span>${print.practice ? html` <span class="forward">練習</span>` : null}</p>
<div class="at" style="left:5mm;top:8.5mm;width:76mm;height:20mm"><p>${fitted(holder.address, { widthMm: 76, heightMm: 10.5 }, [11, 10, 9, 8, 7, 6, 5, 4.5])}</p>
<p style="margin-top:.8mm;width:58mm"><b>${fitted(`${holder.name} 様`, { widthMm: 58, heightMm: 8 }, [14, 12, 10.5, 9, 8, 7, 6, 5, 4.5])}</b></p></div>
<div class="at" style="left:2mm;top:29mm">${receiptBarcode(receipt, 62, 6)}</div>
<p class="at" style="left:5mm;top:35.5mm;font-size:7pt;line-height:1.3;white-space:nowrap">${receipt} ${copy}${check}</p>
<div class="at" style="right:3mm;bottom:3mm">${receiptQr(receipt, 18)}</div></div>`;
}
