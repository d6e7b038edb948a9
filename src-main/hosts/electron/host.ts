import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CounterApp } from '../../app/counter-app.ts';
import type { KeyStore, Printer } from '../../app/ports.ts';
import { origin } from '../../system/serve-renderer.ts';
import { type HostArguments, readHostArguments } from './arguments.ts';
import { channel } from './channel.ts';
import type { ElectronApi, HostWindow } from './electron-api.ts';
import { guardContents, guardSession, isOurPage } from './guards.ts';
import { electronPrinter } from './printer.ts';
import { serveOurOrigin } from './protocol.ts';
import { keyStoreFor } from './safe-storage-key.ts';
import { menuTemplate, partition, windowOptions } from './window.ts';
import { words } from './words.ts';

/** 本体の作り手: the counter for this host; the host knows nothing more of it than two strings and an end. */
export type MakeCounter = (
  options: HostArguments & {
    readonly host: 'electron';
    readonly ownsWindow: true;
    readonly keyStore: KeyStore;
    readonly printer: Printer;
  },
) => Pick<CounterApp, 'invoke' | 'close'>;

export type HostParts = {
  readonly makeCounter: MakeCounter;
  readonly selfTest: () => readonly string[];
  readonly commandLine: readonly string[];
  readonly platform: NodeJS.Platform;
  readonly rendererFolder: string;
  readonly preload: string;
};

/** No name is looked up, no proxy is asked, nothing is fetched in the background: the page has no network at all. */
const switches: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-quic'],
  ['lang', 'ja'],
];

/**
 * Electronで動かす: one program a ledger, one window, one function of two strings. Everything is closed before anything is
 * shown: the guards and the origin stand before the window, and the window before its page.
 */
export async function startElectronHost(electron: ElectronApi, parts: HostParts): Promise<void> {
  const { app } = electron;
  const place = readHostArguments(parts.commandLine);
  prepareApp(electron, place);
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.enableSandbox();
  let window: HostWindow | null = null;
  app.on('second-instance', () => bringForward(window));
  app.on('window-all-closed', () => app.quit());
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  await app.whenReady();

  const failed = parts.selfTest();
  if (failed.length > 0) return stop(electron, words.selfTestFailed(failed));
  let close = (): void => undefined;
  try {
    const counter = await makeGuardedCounter(electron, parts, place);
    close = once(() => counter.close());
    app.on('will-quit', close);
    window = openWindow(electron, parts, counter, close);
    await window.loadURL(`${origin}/`);
  } catch {
    close();
    stop(electron, words.notStarted);
  }
}

/** Electron's own files lie with the ledger that they belong to: the lock of the single instance is one for each ledger. */
function prepareApp({ app }: ElectronApi, { folder }: HostArguments): void {
  // On Windows this folder also holds what opens the sealed key: it is no cache.
  const own = join(folder, 'electron');
  mkdirSync(own, { recursive: true, mode: 0o700 });
  app.setName('madoguchi');
  app.setPath('userData', own);
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
}

async function makeGuardedCounter(electron: ElectronApi, parts: HostParts, place: HostArguments) {
  const { Menu, session, app } = electron;
  Menu.setApplicationMenu(Menu.buildFromTemplate([...menuTemplate]));
  const ours = session.fromPartition(partition);
  for (const each of [session.defaultSession, ours]) guardSession(each, app.isPackaged);
  serveOurOrigin(ours, parts.rendererFolder);
  const keyStore = await keyStoreFor(electron.safeStorage, place.folder, parts.platform);
  const printer = electronPrinter(electron, parts.rendererFolder);
  return parts.makeCounter({ ...place, host: 'electron', ownsWindow: true, keyStore, printer });
}

function openWindow(
  electron: ElectronApi,
  parts: HostParts,
  counter: Pick<CounterApp, 'invoke'>,
  close: () => void,
): HostWindow {
  const window = new electron.BrowserWindow(windowOptions(parts.preload, electron.app.isPackaged));
  window.setMenuBarVisibility(false);
  // Windows ends its session without `will-quit`.
  window.on('session-end', close);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    close();
    stop(electron, words.pageGone);
  });
  electron.ipcMain.handle(channel, async (event, method, json) => {
    if (!isOurPage(event, window.webContents)) throw new Error('refused: not our page');
    if (typeof method !== 'string' || typeof json !== 'string') throw new Error('refused: not two strings');
    return counter.invoke(method, json);
  });
  return window;
}

function bringForward(window: HostWindow | null): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function stop({ app, dialog }: ElectronApi, message: string): void {
  dialog.showErrorBox('窓口台帳', message);
  app.exit(1);
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
