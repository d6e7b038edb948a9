import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../../src-main/system/clock.ts';
import { defaultLedgerFolder } from '../../../src-main/system/folders.ts';
import { contentSecurityPolicy, origin, serveRenderer } from '../../../src-main/system/serve-renderer.ts';
import { japaneseInstant } from '../../../src-shared/kernel/japanese-instant.ts';
import { scratchFolder } from '../../support/made-up.ts';

describe('画面の出どころ', () => {
  const scratch = scratchFolder();
  const folder = join(scratch.path, 'renderer');
  beforeAll(() => {
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'assets', 'main.js'), 'export {};');
    writeFileSync(join(folder, 'ledger.db'), 'secret');
    writeFileSync(join(scratch.path, 'outside.js'), 'secret');
    mkdirSync(`${folder}-other`);
    writeFileSync(join(`${folder}-other`, 'near.js'), 'secret');
  });
  afterAll(() => scratch.remove());

  const served = (path: string, method = 'GET') => serveRenderer(folder, `${origin}${path}`, method);

  test('組み立てた画面のファイルだけを、決まりを付けて渡す', () => {
    expect(served('/')?.body.toString()).toBe('<!doctype html>');
    expect(served('/assets/main.js')?.headers['content-type']).toBe('text/javascript; charset=utf-8');
    for (const header of [served('/')?.headers, served('/assets/main.js')?.headers]) {
      expect(header).toMatchObject({ 'content-security-policy': contentSecurityPolicy, 'cache-control': 'no-store' });
    }
  });

  test.each([
    '/../outside.js',
    '/%2e%2e/outside.js',
    '/..%2foutside.js',
    '/assets/../../outside.js',
    '/..%2frenderer-other%2fnear.js',
    '/ledger.db',
    '/none.js',
    '/assets',
    '/%00.js',
    '/%zz.js',
  ])('%s は渡さない(投げもしない)', (path) => {
    expect(served(path)).toBeNull();
  });

  test('ほかの出どころ、ほかの頼み方には渡さない', () => {
    expect(serveRenderer(folder, 'https://example.invalid/index.html', 'GET')).toBeNull();
    expect(serveRenderer(folder, `${origin}.example.invalid/index.html`, 'GET')).toBeNull();
    expect(serveRenderer(folder, 'file:///etc/passwd', 'GET')).toBeNull();
    expect(served('/', 'POST')).toBeNull();
  });

  test('画面は、外へつなぐことも、よその書き物を走らせることもできない', () => {
    const rules = new Map(contentSecurityPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule] as const));
    expect(rules.get('default-src')).toBe("default-src 'none'");
    expect(rules.get('connect-src')).toBe("connect-src 'none'");
    expect(rules.get('script-src')).toBe("script-src 'self'");
    expect(rules.get('frame-src')).toBe("frame-src 'none'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
  });
});

describe('端末の時計と置き場所', () => {
  test('時刻は日本の時刻で書かれ、日付の境目は日本の真夜中', () => {
    expect(japaneseInstant(Date.parse('2026-11-24T14:59:59.999Z'))).toBe('2026-11-24T23:59:59.999+09:00');
    expect(japaneseInstant(Date.parse('2026-11-24T15:00:00.000Z'))).toBe('2026-11-25T00:00:00.000+09:00');
    expect(systemClock.now()).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+09:00$/);
  });

  test('練習の台帳は、本番と違うフォルダーにある', () => {
    const environment = { XDG_DATA_HOME: '/somewhere', LOCALAPPDATA: 'C:\\somewhere' };
    expect(defaultLedgerFolder(true, environment)).not.toBe(defaultLedgerFolder(false, environment));
    expect(defaultLedgerFolder(true, environment)).toContain('practice');
  });
});
