import { toSVG } from 'bwip-js/generic';
import { html, type Markup, trusted } from './html.ts';

/** QR: of a receipt number, unless its name says otherwise; error correction M (the encoder's own choice); the white margin that a reader needs is part of the box. */
export function receiptQr(receipt: string, sizeMm: number, name = '受付番号のQRコード'): Markup {
  const svg = toSVG({ bcid: 'qrcode', text: receipt, padding: 8 });
  return html`<div class="qr" role="img" aria-label="${name}" style="width:${sizeMm}mm;height:${sizeMm}mm">${trusted(svg)}</div>`;
}

/** 受付番号のCode 128: its quiet zones of ten modules are part of the box. */
export function receiptBarcode(receipt: string, widthMm: number, heightMm: number): Markup {
  const svg = toSVG({ bcid: 'code128', text: receipt, height: heightMm, paddingleft: 10, paddingright: 10 });
  const stretched = svg.replace('<svg ', '<svg preserveAspectRatio="none" ');
  return html`<div class="barcode" role="img" aria-label="受付番号のバーコード" style="width:${widthMm}mm;height:${heightMm}mm">${trusted(stretched)}</div>`;
}
