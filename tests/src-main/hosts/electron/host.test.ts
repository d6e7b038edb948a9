import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InvokeEvent } from '../../../../src-main/hosts/electron/electron-api.ts';
import { type HostParts, startElectronHost } from '../../../../src-main/hosts/electron/host.ts';
import { type Circumstances, type Recorded, recordedElectron } from './recorded-electron.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-electron-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Started = {
  readonly double: Recorded;
  readonly asked: readonly string[];
  readonly made: readonly Parameters<HostParts['makeCounter']>[0][];
  readonly closed: () => number;
  readonly done: Promise<void>;
};

function start(circumstances: Circumstances = {}, changed: Partial<HostParts> = {}): Started {
  const double = recordedElectron(circumstances);
  const asked: string[] = [];
  const made: Parameters<HostParts['makeCounter']>[0][] = [];
  let closed = 0;
  const done = startElectronHost(double.electron, {
    makeCounter: (options) => {
      made.push(options);
      return {
        invoke: async (method, json) => {
          asked.push(`${method} ${json}`);
          return '{"ok":true,"value":1}';
        },
        close: () => {
          closed += 1;
        },
      };
    },
    selfTest: () => [],
    commandLine: ['.', `--data=${folder}`],
    platform: 'linux',
    rendererFolder: folder,
    preload: '/app/preload.cjs',
    ...changed,
  });
  return { double, asked, made, closed: () => closed, done };
}

async function started(circumstances: Circumstances = {}, changed: Partial<HostParts> = {}): Promise<Started> {
  const run = start(circumstances, changed);
  run.double.ready();
  await run.done;
  return run;
}

const frame = { origin: 'https://madoguchi.invalid', parent: null, detached: false };
const ourPage = (double: Recorded): InvokeEvent => ({ sender: double.contents.api, senderFrame: frame });

function inOrder(calls: readonly string[], ...wanted: readonly string[]): void {
  const places = wanted.map((call) => calls.findIndex((made) => made.startsWith(call)));
  expect(places, wanted.join(' → ')).not.toContain(-1);
  expect(places).toEqual([...places].sort((left, right) => left - right));
}

describe('立ち上げの順序', () => {
  test('単一起動の錠は準備完了を待つ前に取り、台帳ごとのフォルダーを先に決める', async () => {
    const run = start();
    expect(run.double.calls).toContain('app.requestSingleInstanceLock');
    expect(run.double.calls).not.toContain('new BrowserWindow');
    inOrder(
      run.double.calls,
      'app.setPath userData',
      'app.requestSingleInstanceLock',
      'app.enableSandbox',
      'app.whenReady',
    );
    expect(run.double.calls).toContain(`app.setPath userData ${join(folder, 'electron')}`);
    expect(existsSync(join(folder, 'electron'))).toBe(true);
    expect(run.made).toEqual([]);
    run.double.ready();
    await run.done;
    expect(run.made).toHaveLength(1);
  });

  test('守りと出どころと取次ぎがそろってから画面を読み込む', async () => {
    const { double } = await started();
    inOrder(
      double.calls,
      'app.on web-contents-created',
      'app.whenReady',
      'session.setPermissionRequestHandler',
      'session.webRequest.onBeforeRequest',
      'session.protocol.handle https',
      'new BrowserWindow',
      'ipcMain.handle counter:invoke',
      'window.loadURL https://madoguchi.invalid/',
    );
    inOrder(double.calls, 'contents.on will-navigate', 'window.loadURL');
  });

  test('名前を引かず、背後の通信をしないようChromiumに伝える', async () => {
    const { double } = await started();
    expect(double.calls).toContain('app.appendSwitch host-resolver-rules=MAP * ~NOTFOUND');
    expect(double.calls).toContain('app.appendSwitch disable-background-networking');
    inOrder(double.calls, 'app.appendSwitch host-resolver-rules', 'app.whenReady');
  });

  test('二つ目の起動は台帳に触れずに終わる', async () => {
    const run = await started({ lock: false });
    expect(run.double.calls).toContain('app.exit 0');
    expect(run.double.calls).not.toContain('app.whenReady');
    expect(run.made).toEqual([]);
  });

  test('二つ目の起動があれば、たたんである窓を戻して前に出す', async () => {
    const { double } = await started({ isMinimized: true });
    double.app.emit('second-instance');
    inOrder(double.calls, 'window.loadURL', 'window.restore', 'window.focus');
  });

  test('引数のフォルダーと練習の別が本体に渡る', async () => {
    const real = await started();
    expect(real.made[0]).toMatchObject({ folder, practice: false, host: 'electron', ownsWindow: true });
    const practice = await started({}, { commandLine: ['--inspect=0', `--data=${folder}`, '--practice'] });
    expect(practice.made[0]).toMatchObject({ folder, practice: true });
  });
});

describe('窓', () => {
  test('サンドボックス、隔離、Nodeなし、記憶に残さない区画で作る', async () => {
    const { double } = await started();
    const preferences = double.window.options()?.webPreferences;
    expect(preferences).toMatchObject({
      preload: '/app/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      webSecurity: true,
      devTools: false,
    });
    expect(preferences?.partition).toBeTruthy();
    expect(preferences?.partition).not.toMatch(/^persist:/);
    expect(double.partitions).toEqual([preferences?.partition]);
    expect(double.calls).toContain('window.setMenuBarVisibility false');
    expect(double.calls).toContain('Menu.setApplicationMenu');
  });

  test('開発者ツールは包んでいないときだけ使える', async () => {
    const { double } = await started({ isPackaged: false });
    expect(double.window.options()?.webPreferences?.devTools).toBe(true);
    expect(double.ours.isCancelled('devtools://devtools/bundled/inspector.html')).toBe(false);
    const packaged = await started({ isPackaged: true });
    expect(packaged.double.ours.isCancelled('devtools://devtools/bundled/inspector.html')).toBe(true);
  });

  test('画面の移動、埋め込み、新しい窓をすべて止める', async () => {
    const { double } = await started();
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      let prevented = false;
      double.contents.emit(event, { preventDefault: () => (prevented = true) });
      expect(prevented, event).toBe(true);
    }
    expect(double.contents.openAnswer()).toEqual({ action: 'deny' });
  });

  test('どの区画でも権限と機器と画面の取り込みを断り、ダウンロードを止める', async () => {
    const { double } = await started();
    for (const session of [double.ours, double.byDefault]) {
      expect(session.mayRequest()).toBe(false);
      expect(session.mayCheck()).toBe(false);
      expect(session.mayDevice()).toBe(false);
      expect(session.mayCapture()).toBeNull();
      expect(session.spelling()).toBe(false);
      let prevented = false;
      session.heard.emit('will-download', { preventDefault: () => (prevented = true) });
      expect(prevented).toBe(true);
    }
  });

  test('自分の出どころのほかへの通信を取り消す', async () => {
    const { double } = await started();
    expect(double.ours.isCancelled('https://madoguchi.invalid/assets/main.js')).toBe(false);
    for (const url of [
      'https://example.jp/',
      'https://madoguchi.invalid.example.jp/',
      'http://madoguchi.invalid/',
      'wss://madoguchi.invalid/',
      'file:///etc/passwd',
    ]) {
      expect(double.ours.isCancelled(url), url).toBe(true);
    }
  });
});

describe('取次ぎ', () => {
  test('自分の画面からの二つの文字列だけが本体に届く', async () => {
    const run = await started();
    await expect(run.double.invoke(ourPage(run.double), 'status', '{}')).resolves.toBe('{"ok":true,"value":1}');
    expect(run.asked).toEqual(['status {}']);
  });

  test.each<[string, (double: Recorded) => InvokeEvent]>([
    ['枠がもうない', (double) => ({ sender: double.contents.api, senderFrame: null })],
    [
      'よその出どころの枠',
      (double) => ({ sender: double.contents.api, senderFrame: { ...frame, origin: 'https://example.jp' } }),
    ],
    ['出どころのない枠', (double) => ({ sender: double.contents.api, senderFrame: { ...frame, origin: 'null' } })],
    ['画面の中の枠', (double) => ({ sender: double.contents.api, senderFrame: { ...frame, parent: {} as never } })],
    ['外された枠', (double) => ({ sender: double.contents.api, senderFrame: { ...frame, detached: true } })],
    ['別の窓', () => ({ sender: {}, senderFrame: frame })],
  ])('%sからの呼び出しは本体に届かない', async (_name, event) => {
    const run = await started();
    await expect(run.double.invoke(event(run.double), 'status', '{}')).rejects.toThrow('refused');
    expect(run.asked).toEqual([]);
  });

  test.each<[unknown, unknown]>([
    [{ toString: () => 'status' }, '{}'],
    ['status', {}],
    ['status', undefined],
  ])('文字列でないもの(%o, %o)は本体に届かない', async (method, json) => {
    const run = await started();
    await expect(run.double.invoke(ourPage(run.double), method, json)).rejects.toThrow('refused');
    expect(run.asked).toEqual([]);
  });
});

describe('終わり', () => {
  test('窓を閉じると終わり、本体は一度だけ閉じる', async () => {
    const run = await started();
    run.double.app.emit('window-all-closed');
    expect(run.double.calls).toContain('app.quit');
    expect(run.closed()).toBe(0);
    run.double.app.emit('will-quit');
    expect(run.closed()).toBe(1);
    run.double.window.emit('session-end');
    expect(run.closed()).toBe(1);
  });

  test('Windowsの終了でも本体を閉じる', async () => {
    const run = await started();
    run.double.window.emit('session-end');
    expect(run.closed()).toBe(1);
  });

  test('画面が落ちたら本体を閉じ、記録されたともされないとも言わずに終わる', async () => {
    const run = await started();
    run.double.contents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(run.closed()).toBe(1);
    inOrder(run.double.calls, 'dialog.showErrorBox', 'app.exit 1');
    const message = run.double.calls.find((call) => call.startsWith('dialog')) ?? '';
    expect(message).toContain('記録されたかどうか');
  });

  test('画面が普通に終わったときは何も言わない', async () => {
    const run = await started();
    run.double.contents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(run.double.calls.filter((call) => call.startsWith('dialog'))).toEqual([]);
  });

  test('自己点検に通らなければ、台帳を開かずに名前を挙げて終わる', async () => {
    const run = await started({}, { selfTest: () => ['scrypt'] });
    expect(run.made).toEqual([]);
    expect(run.double.calls.filter((call) => call.startsWith('new'))).toEqual([]);
    expect(run.double.calls.find((call) => call.startsWith('dialog'))).toContain('scrypt');
    expect(run.double.calls).toContain('app.exit 1');
  });

  test('本体が作れなければ、窓を開かずに言葉で知らせて終わる', async () => {
    const run = await started(
      {},
      {
        makeCounter: () => {
          throw new Error('稲沢 太郎');
        },
      },
    );
    expect(run.double.calls).not.toContain('new BrowserWindow');
    const message = run.double.calls.find((call) => call.startsWith('dialog')) ?? '';
    expect(message).toContain('始められませんでした');
    expect(message).not.toContain('稲沢 太郎');
    expect(run.double.calls).toContain('app.exit 1');
  });

  test('画面が読み込めなければ、本体を閉じて終わる', async () => {
    const run = await started({ loadFails: true });
    expect(run.closed()).toBe(1);
    expect(run.double.calls).toContain('app.exit 1');
  });
});
