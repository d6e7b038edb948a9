import type { BrowserWindowConstructorOptions } from 'electron';
import type {
  ElectronApi,
  HostContents,
  HostSession,
  HostWindow,
  InvokeEvent,
  SealingStorage,
} from '../../../../src-main/hosts/electron/electron-api.ts';

type Listener = (...given: never[]) => unknown;

/** 聞き手の控え: what was listened for, and a way to make it happen. */
export type Heard = {
  readonly on: (event: string, listener: Listener) => undefined;
  readonly names: () => readonly string[];
  readonly emit: (event: string, ...given: unknown[]) => void;
};

function hearing(say: (call: string) => void, owner: string): Heard {
  const listeners: { readonly event: string; readonly listener: Listener }[] = [];
  return {
    on: (event, listener) => {
      say(`${owner}.on ${event}`);
      listeners.push({ event, listener });
    },
    names: () => listeners.map(({ event }) => event),
    emit: (event, ...given) => {
      // The double does not know each event's own parameters; the tests give what Electron would.
      for (const each of listeners) if (each.event === event) each.listener(...(given as never[]));
    },
  };
}

export type RecordedSession = {
  readonly api: HostSession;
  readonly heard: Heard;
  readonly served: Map<string, (request: Request) => Response | Promise<Response>>;
  /** what each handler answers when it is asked */
  readonly mayRequest: () => boolean | null;
  readonly mayCheck: () => boolean | null;
  readonly mayDevice: () => boolean | null;
  readonly mayCapture: () => unknown;
  readonly isCancelled: (url: string) => boolean | null;
  readonly spelling: () => boolean | null;
};

function recordedSession(say: (call: string) => void, owner: string): RecordedSession {
  const heard = hearing(say, owner);
  const served: RecordedSession['served'] = new Map();
  let spelling: boolean | null = null;
  let request: Listener | null = null;
  let check: Listener | null = null;
  let device: Listener | null = null;
  let capture: Listener | null = null;
  let before: Listener | null = null;
  const call = (listener: Listener | null, ...given: unknown[]): unknown => listener?.(...(given as never[])) ?? null;
  const answered = (listener: Listener | null, ...given: unknown[]): unknown => {
    let answer: unknown = 'nobody asked';
    call(listener, ...given, (value: unknown) => {
      answer = value;
    });
    return answer;
  };
  return {
    heard,
    served,
    api: {
      on: heard.on,
      setPermissionRequestHandler: (handler) => {
        say(`${owner}.setPermissionRequestHandler`);
        request = handler;
      },
      setPermissionCheckHandler: (handler) => {
        say(`${owner}.setPermissionCheckHandler`);
        check = handler;
      },
      setDevicePermissionHandler: (handler) => {
        device = handler;
      },
      setDisplayMediaRequestHandler: (handler) => {
        capture = handler;
      },
      setSpellCheckerEnabled: (enable) => {
        spelling = enable;
      },
      protocol: {
        handle: (scheme, handler) => {
          say(`${owner}.protocol.handle ${scheme}`);
          served.set(scheme, handler);
        },
      },
      webRequest: {
        onBeforeRequest: (listener) => {
          say(`${owner}.webRequest.onBeforeRequest`);
          before = listener;
        },
      },
    },
    mayRequest: () => answered(request, {}, 'media') as boolean,
    mayCheck: () => call(check, null, 'clipboard-read', 'https://madoguchi.invalid', {}) as boolean | null,
    mayDevice: () => call(device, { deviceType: 'usb' }) as boolean | null,
    mayCapture: () => answered(capture, {}),
    isCancelled: (url) => (answered(before, { url }) as { readonly cancel?: boolean } | null)?.cancel ?? null,
    spelling: () => spelling,
  };
}

export type Recorded = {
  readonly electron: ElectronApi;
  /** every call that matters, in its order */
  readonly calls: readonly string[];
  readonly app: Heard;
  readonly contents: Heard & { readonly api: HostContents; readonly openAnswer: () => unknown };
  readonly window: Heard & { readonly options: () => BrowserWindowConstructorOptions | null };
  /** the hidden windows of the sheets, in their order */
  readonly sheetWindows: readonly BrowserWindowConstructorOptions[];
  /** what their pages were answered */
  readonly sheets: readonly string[];
  readonly ours: RecordedSession;
  readonly printing: RecordedSession;
  readonly byDefault: RecordedSession;
  readonly partitions: readonly string[];
  readonly invoke: (event: InvokeEvent, method: unknown, json: unknown) => Promise<string>;
  readonly ready: () => void;
};

export type Circumstances = {
  readonly lock?: boolean;
  readonly isPackaged?: boolean;
  readonly isMinimized?: boolean;
  readonly loadFails?: boolean;
  readonly safeStorage?: SealingStorage;
  /** what the machine's printers do; by default there is one, and it prints */
  readonly printers?: 'none' | 'jammed';
  /** what the page answers when it is asked for its sheets */
  readonly places?: unknown;
  /** what the debugger answers when it is asked for a picture */
  readonly picture?: unknown;
};

type SheetParts = Pick<HostContents, 'executeJavaScript' | 'printToPDF' | 'print' | 'getPrintersAsync' | 'debugger'>;

/** what a sheet's window is asked: where its sheets are, a picture, a PDF, the paper */
function sheetParts(say: (call: string) => void, { printers, ...circumstances }: Circumstances): SheetParts {
  const places = 'places' in circumstances ? circumstances.places : [{ x: 0, y: 0, width: 794, height: 1123 }];
  const picture = 'picture' in circumstances ? circumstances.picture : { data: 'AQID' };
  return {
    executeJavaScript: async () => {
      say('contents.executeJavaScript');
      return places;
    },
    printToPDF: async (given) => {
      say(`contents.printToPDF ${JSON.stringify(given)}`);
      return Buffer.from('%PDF');
    },
    print: (given, done) => {
      say(`contents.print ${JSON.stringify(given)}`);
      done?.(printers !== 'jammed', printers === 'jammed' ? 'failed' : '');
    },
    getPrintersAsync: async () =>
      printers === 'none' ? [] : [{ name: 'counter', displayName: 'counter', description: '', options: {} }],
    debugger: {
      attach: (version) => say(`debugger.attach ${version}`),
      sendCommand: async (command, given) => {
        say(`debugger.${command} ${JSON.stringify(given)}`);
        return command === 'Page.captureScreenshot' ? picture : {};
      },
    },
  };
}

/** 記録する替え玉: stands in for Electron, does nothing, and remembers what it was asked in which order. */
export function recordedElectron(circumstances: Circumstances = {}): Recorded {
  const calls: string[] = [];
  const say = (call: string): void => void calls.push(call);
  const app = hearing(say, 'app');
  const contents = hearing(say, 'contents');
  const windowHeard = hearing(say, 'window');
  const byDefault = recordedSession(say, 'defaultSession');
  const ours = recordedSession(say, 'session');
  const printing = recordedSession(say, 'printing');
  const sheetWindows: BrowserWindowConstructorOptions[] = [];
  const sheets: string[] = [];
  const partitions: string[] = [];
  const gate = Promise.withResolvers<void>();
  let options: BrowserWindowConstructorOptions | null = null;
  let openHandler: Listener | null = null;
  let invokeHandler: Recorded['invoke'] | null = null;
  const contentsApi: HostContents = {
    on: contents.on,
    setWindowOpenHandler: (handler) => {
      openHandler = handler;
    },
    ...sheetParts(say, circumstances),
  };
  class RecordedWindow implements HostWindow {
    readonly webContents = contentsApi;
    readonly on = windowHeard.on;
    constructor(given: BrowserWindowConstructorOptions) {
      if (given.webPreferences?.partition === 'printing') {
        say('new sheet window');
        sheetWindows.push(given);
        return;
      }
      say('new BrowserWindow');
      options = given;
      app.emit('web-contents-created', {}, contentsApi);
    }
    isMinimized = (): boolean => circumstances.isMinimized ?? false;
    restore = (): void => say('window.restore');
    focus = (): void => say('window.focus');
    destroy = (): void => say('window.destroy');
    setMenuBarVisibility = (visible: boolean): void => say(`window.setMenuBarVisibility ${visible}`);
    loadURL = async (url: string): Promise<void> => {
      say(`window.loadURL ${url}`);
      if (circumstances.loadFails === true) throw new Error('ERR_FAILED');
      const answer = await printing.served.get('https')?.(new Request(url));
      if (answer !== undefined) sheets.push(await answer.text());
    };
  }
  const electron: ElectronApi = {
    app: {
      isPackaged: circumstances.isPackaged ?? true,
      setName: (name) => say(`app.setName ${name}`),
      setPath: (name, path) => say(`app.setPath ${name} ${path}`),
      commandLine: {
        appendSwitch: (name, value) => say(`app.appendSwitch ${name}${value === undefined ? '' : `=${value}`}`),
      },
      requestSingleInstanceLock: () => {
        say('app.requestSingleInstanceLock');
        return circumstances.lock ?? true;
      },
      enableSandbox: () => say('app.enableSandbox'),
      quit: () => say('app.quit'),
      exit: (code) => say(`app.exit ${code}`),
      on: app.on,
      whenReady: () => {
        say('app.whenReady');
        return gate.promise;
      },
    },
    BrowserWindow: RecordedWindow,
    session: {
      defaultSession: byDefault.api,
      fromPartition: (partition) => {
        partitions.push(partition);
        return partition === 'printing' ? printing.api : ours.api;
      },
    },
    ipcMain: {
      handle: (channel, listener) => {
        say(`ipcMain.handle ${channel}`);
        invokeHandler = listener;
      },
    },
    Menu: {
      // Electron's Menu is a class of its own; the host only carries it from one call to the other.
      buildFromTemplate: () => ({}) as never,
      setApplicationMenu: () => say('Menu.setApplicationMenu'),
    },
    dialog: { showErrorBox: (_title, message) => say(`dialog.showErrorBox ${message}`) },
    safeStorage: circumstances.safeStorage ?? {
      isAsyncEncryptionAvailable: () => Promise.resolve(false),
      encryptStringAsync: () => Promise.reject(new Error('not available')),
      decryptStringAsync: () => Promise.reject(new Error('not available')),
      getSelectedStorageBackend: () => 'basic_text',
    },
  };
  return {
    electron,
    calls,
    app,
    contents: { ...contents, api: contentsApi, openAnswer: () => openHandler?.(...([{}] as never[])) ?? null },
    window: { ...windowHeard, options: () => options },
    sheetWindows,
    sheets,
    ours,
    printing,
    byDefault,
    partitions,
    invoke: (event, method, json) => {
      if (invokeHandler === null) throw new Error('nobody listens on the channel');
      return invokeHandler(event, method, json);
    },
    ready: () => gate.resolve(),
  };
}
