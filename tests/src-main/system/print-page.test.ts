import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSheetPlaces, servePrintPage, sheetPolicy, sheetUrl } from '../../../src-main/system/print-page.ts';
import { scratchFolder } from '../../support/made-up.ts';

const origin = 'https://madoguchi.invalid';
const folder = scratchFolder();
beforeAll(() => {
  mkdirSync(join(folder.path, 'assets'));
  for (const name of ['print-font.css', 'index.html', 'assets/a.woff2', 'assets/a.js'])
    writeFileSync(join(folder.path, name), name);
});
afterAll(() => folder.remove());

const served = (url: string, method = 'GET') => servePrintPage(folder.path, '<p>紙</p>', url, method);

test('紙と、その書体のほかには、何も答えない', () => {
  expect(served(sheetUrl)?.body.toString('utf8')).toBe('<p>紙</p>');
  expect(served(`${origin}/print-font.css`)?.headers['content-type']).toContain('text/css');
  expect(served(`${origin}/assets/a.woff2`)?.headers['content-type']).toBe('font/woff2');
  for (const url of [
    `${origin}/`,
    `${origin}/index.html`,
    `${origin}/assets/a.js`,
    'https://example.com/print-font.css',
    'https://example.com/a.woff2',
    'file:///etc/passwd',
  ])
    expect(served(url)).toBeNull();
  expect(served(sheetUrl, 'POST')).toBeNull();
});

test('紙はどこにも控えられず、スクリプトを許さない', () => {
  expect(served(sheetUrl)?.headers['cache-control']).toBe('no-store');
  expect(sheetPolicy).toContain("default-src 'none'");
  expect(sheetPolicy).not.toContain('script-src');
});

test('紙の場所は、四つの数がそろったものだけ', () => {
  expect(isSheetPlaces([{ x: 0, y: 0, width: 1, height: 1 }])).toBe(true);
  for (const answer of [
    [],
    null,
    'x',
    [null],
    [{ x: 0, y: 0, width: 1 }],
    [{ x: 0, y: 0, width: Number.NaN, height: 1 }],
  ])
    expect(isSheetPlaces(answer)).toBe(false);
});
