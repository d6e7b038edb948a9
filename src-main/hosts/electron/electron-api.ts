import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  CommandLine,
  Debugger,
  Dialog,
  IpcMainInvokeEvent,
  Menu,
  Protocol,
  SafeStorage,
  Session,
  WebContents,
  WebFrameMain,
  WebRequest,
} from 'electron';

/** 止められる出来事: all that a guard does with an event. */
export type Preventable = { readonly preventDefault: () => void };

/**
 * 使うElectronのAPI: exactly what this host touches, so that a recorded double can stand in. The event signatures are
 * narrowed by hand and checked against Electron's own types where `main.ts` passes the real thing.
 */
export type ElectronApi = {
  readonly app: HostApp;
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => HostWindow;
  readonly session: {
    readonly defaultSession: HostSession;
    readonly fromPartition: (partition: string) => HostSession;
  };
  readonly ipcMain: {
    handle(channel: string, listener: (event: InvokeEvent, method: unknown, json: unknown) => Promise<string>): void;
  };
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  readonly dialog: Pick<Dialog, 'showErrorBox'>;
  readonly safeStorage: SealingStorage;
};

export type HostApp = Pick<
  App,
  'setName' | 'setPath' | 'requestSingleInstanceLock' | 'enableSandbox' | 'quit' | 'exit' | 'isPackaged'
> & {
  readonly commandLine: Pick<CommandLine, 'appendSwitch'>;
  whenReady(): Promise<unknown>;
  on(event: 'second-instance', listener: () => void): unknown;
  on(event: 'window-all-closed', listener: () => void): unknown;
  on(event: 'will-quit', listener: () => void): unknown;
  on(event: 'web-contents-created', listener: (event: unknown, contents: HostContents) => void): unknown;
};

export type HostWindow = Pick<
  BrowserWindow,
  'isMinimized' | 'restore' | 'focus' | 'setMenuBarVisibility' | 'loadURL' | 'destroy'
> & {
  readonly webContents: HostContents;
  on(event: 'session-end', listener: () => void): unknown;
};

export type HostContents = Pick<
  WebContents,
  'setWindowOpenHandler' | 'executeJavaScript' | 'printToPDF' | 'print' | 'getPrintersAsync'
> & {
  readonly debugger: Pick<Debugger, 'attach' | 'sendCommand'>;
  on(event: 'will-navigate', listener: (event: Preventable) => void): unknown;
  on(event: 'will-frame-navigate', listener: (event: Preventable) => void): unknown;
  on(event: 'will-redirect', listener: (event: Preventable) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  on(event: 'render-process-gone', listener: (event: unknown, details: { readonly reason: string }) => void): unknown;
};

export type HostSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
> & {
  readonly protocol: Pick<Protocol, 'handle'>;
  readonly webRequest: { onBeforeRequest(listener: BeforeRequest): void };
  on(event: 'will-download', listener: (event: Preventable) => void): unknown;
};

type BeforeRequest = NonNullable<Parameters<WebRequest['onBeforeRequest']>[0]>;

/** 呼び出しの送り主: `senderFrame` is null where its frame has gone or navigated. */
export type InvokeEvent = {
  readonly sender: unknown;
  readonly senderFrame: Pick<WebFrameMain, 'origin' | 'parent' | 'detached'> | null;
} & Partial<Pick<IpcMainInvokeEvent, 'type'>>;

/** 封をする道具: the operating system's store, through its asynchronous calls. */
export type SealingStorage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;
