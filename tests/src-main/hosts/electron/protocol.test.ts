import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveOurOrigin } from '../../../../src-main/hosts/electron/protocol.ts';
import { contentSecurityPolicy } from '../../../../src-main/system/serve-renderer.ts';
import { recordedElectron } from './recorded-electron.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-served-'));
  mkdirSync(join(folder, 'renderer'));
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>窓口台帳</title>');
  writeFileSync(join(folder, 'secret.html'), 'secret');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function ask(url: string, method = 'GET'): Promise<Response> {
  const { ours } = recordedElectron();
  serveOurOrigin(ours.api, join(folder, 'renderer'));
  const handler = ours.served.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) throw new Error(`nobody answers ${url}`);
  // A Request cannot be made for `file:`; the handlers read no more than these two.
  return handler({ url, method } as Request);
}

test('自分の出どころの画面を、決まり(CSP)を頭に付けて出す', async () => {
  const answer = await ask('https://madoguchi.invalid/');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await answer.text()).toContain('窓口台帳');
});

test.each([
  ['よその出どころ', 'https://example.jp/index.html', 'GET'],
  ['似せた出どころ', 'https://madoguchi.invalid:8443/index.html', 'GET'],
  ['ないファイル', 'https://madoguchi.invalid/none.html', 'GET'],
  ['外のファイル', 'https://madoguchi.invalid/%2e%2e%2fsecret.html', 'GET'],
  ['書き込み', 'https://madoguchi.invalid/index.html', 'POST'],
  ['平文の通信', 'http://madoguchi.invalid/index.html', 'GET'],
  ['ファイルの直読み', 'file:///etc/hostname', 'GET'],
])('%sは通信の失敗として答える', async (_name, url, method) => {
  expect((await ask(url, method)).type).toBe('error');
});
