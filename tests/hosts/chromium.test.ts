import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runInChromium } from '../../src-main/hosts/chromium/run.ts';
import { rendererFolder } from '../../src-main/hosts/launcher/build.ts';
import { findChromium } from '../../src-main/hosts/launcher/machine-tools.ts';
import { contentSecurityPolicy, origin } from '../../src-main/system/serve-renderer.ts';
import { scratchFolder, storyStart } from '../support/made-up.ts';
import { storyClock } from '../support/story-clock.ts';
import { describeCounterContract } from './counter-contract.ts';

type Counter = { invoke: (method: string, json: string) => Promise<string> };

async function openWindow(folder: string, clock = storyClock(storyStart)) {
  return runInChromium({
    folder,
    clock,
    practice: false,
    executablePath: findChromium() ?? '',
    rendererFolder,
    headless: true,
  });
}

describeCounterContract('Chromiumの窓', async ({ folder, clock }) => {
  const window = await runInChromium({
    folder,
    clock,
    practice: false,
    executablePath: findChromium() ?? '',
    rendererFolder,
    headless: true,
  });
  return {
    invoke: (method, json) =>
      window.page.evaluate(
        ([name, input]) => (globalThis as unknown as { counter: Counter }).counter.invoke(name, input),
        [method, json] as const,
      ),
    close: async () => {
      await window.close();
      await window.closed;
    },
  };
});

test('窓は外の番地に出られず、橋のほかには何も渡さない', async () => {
  const folder = scratchFolder();
  const window = await openWindow(folder.path);
  try {
    const { page } = window;
    expect(page.url().startsWith(origin)).toBe(true);
    expect(
      await page.evaluate(() =>
        fetch('https://example.com/').then(
          () => 'reached',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
    expect(
      await page.evaluate(() =>
        fetch('/index.html').then(
          () => 'reached',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
    const left = await page.evaluate(() =>
      Object.getOwnPropertyNames(globalThis).filter((name) => /^(madoguchi|counter)/.test(name)),
    );
    expect(left.sort()).toEqual(['counter', 'madoguchiAnswer']);
    expect(await page.evaluate(() => Object.keys((globalThis as unknown as { counter: object }).counter))).toEqual([
      'invoke',
    ]);
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(await page.evaluate(() => typeof (globalThis as { process?: unknown }).process)).toBe('undefined');
  } finally {
    await window.close();
    await window.closed;
    folder.remove();
  }
});

test('二つめの窓は、開いている台帳を開かずにそう言う', async () => {
  const folder = scratchFolder();
  const first = await openWindow(folder.path);
  const { page } = first;
  await page.evaluate(
    ([method, json]) => (globalThis as unknown as { counter: Counter }).counter.invoke(method, json),
    [
      'setup.complete',
      JSON.stringify({
        office: 'shiminka',
        terminal: 1,
        terminalName: '窓口1番',
        administrator: {
          staffNumber: '10001',
          name: '見本 管理',
          kana: 'ミホン カンリ',
          password: 'ひみつの合言葉 その一号',
        },
      }),
    ] as const,
  );
  const { makeCounter } = await import('../../src-main/system/counter-parts.ts');
  const second = makeCounter({ folder: folder.path, practice: false, host: 'inProcess', ownsWindow: true });
  try {
    expect(second.cannotOpen?.code).toBe('alreadyOpen');
    const status = JSON.parse(await second.invoke('program.status', '{}'));
    expect(status.value.phase).toBe('cannotOpen');
  } finally {
    second.close();
    await first.close();
    await first.closed;
    folder.remove();
  }
});

test('窓が閉じると、ブラウザーの控えは残らない', async () => {
  const folder = scratchFolder();
  const window = await openWindow(folder.path);
  await window.close();
  await window.closed;
  const { existsSync } = await import('node:fs');
  expect(existsSync(join(folder.path, 'browser'))).toBe(false);
  folder.remove();
});
