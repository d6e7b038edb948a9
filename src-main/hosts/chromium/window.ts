import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Dispatch } from '../../app/dispatch.ts';
import { quietSwitches } from '../../system/browser-switches.ts';
import { removeProfile } from '../../system/remove-profile.ts';
import { origin, serveRenderer } from '../../system/serve-renderer.ts';
import { answerName, bindingName, bridgeScript } from './bridge-script.ts';

export type ChromiumWindowOptions = {
  readonly invoke: Dispatch;
  readonly rendererFolder: string;
  /** one profile a ledger; made anew at each start and removed at the end, so that it keeps nothing */
  readonly profileFolder: string;
  readonly executablePath: string;
  readonly headless: boolean;
  /** CSS pixels of the page where there is no real window */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly scale?: number;
};

export type ChromiumWindow = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly closed: Promise<void>;
  readonly close: () => Promise<void>;
};

const preferences = {
  credentials_enable_service: false,
  profile: { password_manager_enabled: false, default_content_setting_values: { notifications: 2, geolocation: 2 } },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  browser: { enable_spellchecking: false },
  savefile: { default_directory: '' },
  translate: { enabled: false },
  intl: { accept_languages: 'ja' },
};

function freshProfile(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'Default'), { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/** Chromiumの窓: a chromeless window over a pipe; no port is opened, every request is answered by us or aborted. */
export async function openChromiumWindow(options: ChromiumWindowOptions): Promise<ChromiumWindow> {
  freshProfile(options.profileFolder);
  const isRoot = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(options.profileFolder, {
    executablePath: options.executablePath,
    headless: options.headless,
    chromiumSandbox: !isRoot,
    acceptDownloads: false,
    serviceWorkers: 'block',
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    ignoreDefaultArgs: ['--enable-automation', 'about:blank'],
    timeout: 60_000,
    // The program ends itself: first the window, then the ledger, last the profile.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...quietSwitches,
      ...(isRoot ? ['--test-type'] : []),
      ...(options.headless ? [] : ['--window-position=0,0', '--start-maximized']),
      '--window-size=1366,768',
      `--app=${origin}/`,
    ],
    viewport: options.headless ? (options.viewport ?? { width: 1366, height: 768 }) : null,
    ...(options.headless ? { deviceScaleFactor: options.scale ?? 1 } : {}),
  });
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  try {
    const page = await showRenderer(context, options);
    return {
      page,
      context,
      closed: closed.then(() => removeProfile(options.profileFolder)),
      close: () => context.close(),
    };
  } catch (error) {
    await context.close();
    await removeProfile(options.profileFolder);
    throw error;
  }
}

async function showRenderer(context: BrowserContext, options: ChromiumWindowOptions): Promise<Page> {
  await context.route('**/*', async (route) => {
    const served = serveRenderer(options.rendererFolder, route.request().url(), route.request().method());
    if (served === null) await route.abort();
    else await route.fulfill({ status: 200, body: served.body, headers: { ...served.headers } });
  });
  const page = context.pages()[0] ?? (await context.newPage());
  context.on('page', (other) => void other.close());
  await connect(context, page, options.invoke);
  await page.goto(`${origin}/`);
  return page;
}

async function connect(context: BrowserContext, page: Page, invoke: Dispatch): Promise<void> {
  const session = await context.newCDPSession(page);
  session.on('Runtime.bindingCalled', async ({ name, payload, executionContextId }) => {
    if (name !== bindingName || !page.url().startsWith(`${origin}/`)) return;
    const [call, method, json] = JSON.parse(payload) as [number, string, string];
    const answer = await invoke(method, json);
    const expression = `${answerName}(${Number(call)}, ${JSON.stringify(answer)})`;
    // The page may be gone by the time the answer is ready; what was recorded stays recorded.
    await session.send('Runtime.evaluate', { expression, contextId: executionContextId }).catch(() => undefined);
  });
  await session.send('Page.enable');
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: bindingName });
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: bridgeScript });
}
