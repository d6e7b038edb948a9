import { printFontPath } from '../documents/sheets.ts';
import { origin, type Served, serveRenderer } from './serve-renderer.ts';

/** 印刷の紙の出どころ: the invented origin of the screens, so that the font is one of our own files. */
export const sheetUrl = `${origin}/sheet`;

/** 紙の決まり (CSP): no script, no connection, no frame; its own style, and the bundled font. */
export const sheetPolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** 印刷の答え: the one sheet and the files of its font; null for anything else, so that it is aborted. */
export function servePrintPage(rendererFolder: string, html: string, url: string, method: string): Served | null {
  if (method === 'GET' && url === sheetUrl) {
    return {
      body: Buffer.from(html, 'utf8'),
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': sheetPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    };
  }
  const { pathname } = new URL(url);
  return pathname === printFontPath || pathname.endsWith('.woff2') ? serveRenderer(rendererFolder, url, method) : null;
}

/** 紙の場所: asked of the page itself, once every letter has its font; answers each sheet's place in CSS pixels. */
export const sheetPlaces = `document.fonts.ready.then(() =>
  [...document.querySelectorAll('.sheet')].map((sheet) => {
    const { x, y, width, height } = sheet.getBoundingClientRect();
    return { x: x + scrollX, y: y + scrollY, width, height };
  }))`;

export type SheetPlace = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** 読んだ場所か: what the page answered is four numbers a sheet, and at least one sheet. */
export function isSheetPlaces(answer: unknown): answer is readonly SheetPlace[] {
  return (
    Array.isArray(answer) &&
    answer.length > 0 &&
    answer.every(
      (place: unknown) =>
        place !== null &&
        typeof place === 'object' &&
        ['x', 'y', 'width', 'height'].every((side) => Number.isFinite(Reflect.get(place, side))),
    )
  );
}

/** PDFの決まり: the sheet's own size, its tints, and tags for a reader that speaks. The answer stays in memory: a stream would be a temporary file. */
export const pdfOptions = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true } as const;

/** 見本の細かさ: picture points a CSS pixel; the receipt number's codes can be read from it. */
export const pictureScale = 1.5;
