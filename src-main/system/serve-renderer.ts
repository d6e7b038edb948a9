import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';

/** 画面の出どころ: an invented origin that no network knows; module scripts do not run from `file:`. */
export const origin = 'https://madoguchi.invalid';

/** 画面の決まり (CSP): only our own files, no connection, no frame; the hash is react-aria-components' one style. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "frame-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export type Served = { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> };

/** 画面のファイル: one file of the built renderer with its headers; null for anything else, so that it is aborted. */
export function serveRenderer(folder: string, url: string, method: string): Served | null {
  if (method !== 'GET' || !url.startsWith(`${origin}/`)) return null;
  try {
    const path = decodeURIComponent(new URL(url).pathname);
    const root = normalize(join(folder, sep));
    const file = normalize(join(root, path === '/' ? 'index.html' : path));
    const type = types[extname(file)];
    if (type === undefined || !file.startsWith(root)) return null;
    return {
      body: readFileSync(file),
      headers: {
        'content-type': type,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    };
  } catch {
    return null;
  }
}
