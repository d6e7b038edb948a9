import { html, type Markup, trusted } from './html.ts';
import { sheetStyle } from './sheet-style.ts';

/** 書体の場所: the whole bundled font, cut into files by character; served by the host beside the sheet. */
export const printFontPath = '/print-font.css';

/** 印刷するHTML: one text with everything in it but the font; it holds no script, and needs none. */
export function sheetsDocument(title: string, sheets: readonly Markup[]): string {
  const page = html`<html lang="ja"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="${printFontPath}"><style>${trusted(sheetStyle)}</style></head><body>${sheets}</body></html>`;
  return `<!doctype html>${page.markup}`;
}

/** 練習のしるし: framed in the corner that the form leaves for it, and a light diagonal over the whole sheet. */
export function practiceMarks(practice: boolean, corner: { readonly leftMm: number; readonly topMm: number }): Markup {
  if (!practice) return html``;
  return html`<p class="practice-frame" style="left:${corner.leftMm}mm;top:${corner.topMm}mm">練習</p><p class="practice-diagonal" aria-hidden="true">練習</p>`;
}
