import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cupsQueue } from '../../../src-main/system/print-queue.ts';
import { scratchFolder } from '../../support/made-up.ts';

let folder: ReturnType<typeof scratchFolder>;
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => folder.remove());

const pdf = new TextEncoder().encode(`%PDF-1.7 ${'練習'.repeat(100_000)}`);

/** 替え玉の lp: a script that does what the test says */
function queueOf(script: string) {
  const command = join(folder.path, 'lp');
  writeFileSync(command, `#!/bin/sh\n${script}\n`);
  chmodSync(command, 0o700);
  return cupsQueue({ platform: 'linux', command });
}

describe('印刷の列', () => {
  test('PDFは標準入力で渡り、題に人の名前はない', async () => {
    const got = join(folder.path, 'got');
    const given = join(folder.path, 'given');
    expect(await queueOf(`cat > ${got}; echo "$@" > ${given}`)(pdf)).toEqual({ ok: true, value: null });
    expect(new Uint8Array(readFileSync(got))).toEqual(pdf);
    expect(readFileSync(given, 'utf8')).toBe('-t madoguchi -o media=A4 -o print-scaling=none -\n');
  });

  test.each([
    'lp: Error - no default destination available.',
    'lp: Error - No default destination.',
    'lp: Error - The printer or class does not exist.',
    'lp: Unable to connect to server',
  ])('使えるプリンターがない: %s', async (words) => {
    const answer = await queueOf(`cat > /dev/null; echo '${words}' >&2; exit 1`)(pdf);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'printerMissing' } });
  });

  test('ほかの失敗は、印刷できなかったと言う', async () => {
    const answer = await queueOf(`cat > /dev/null; echo 'lp: Error - out of paper' >&2; exit 1`)(pdf);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'printFailed' } });
  });

  test('読まずに終わる列でも、待ち続けない', async () => {
    expect(await queueOf('exit 1')(pdf)).toMatchObject({ ok: false, failure: { code: 'printFailed' } });
  });

  test('lp のない機械と Windows では、プリンターがないと言う', async () => {
    const none = cupsQueue({ platform: 'linux', command: join(folder.path, 'none') });
    expect(await none(pdf)).toMatchObject({ ok: false, failure: { code: 'printerMissing' } });
    const marked = join(folder.path, 'marked');
    queueOf(`touch ${marked}`);
    const windows = cupsQueue({ platform: 'win32', command: join(folder.path, 'lp') });
    expect(await windows(pdf)).toMatchObject({ ok: false, failure: { code: 'printerMissing' } });
    expect(existsSync(marked)).toBe(false);
  });
});
