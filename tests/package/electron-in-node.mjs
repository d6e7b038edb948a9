// 替え玉のElectronモジュール: what the packed main process imports as `electron` when plain Node runs it. Once the page is
// to be loaded it plays the page: it fetches it, sets the terminal up over the channel, has the ledger verified, writes the day's log out, prints what
// came back, and ends.
const contents = { on() {}, setWindowOpenHandler() {} };
const handlers = new Map();
const schemes = new Map();
const senderFrame = { origin: 'https://madoguchi.invalid', parent: null, detached: false };

const call = async (method, input) =>
  JSON.parse(await handlers.get('counter:invoke')({ sender: contents, senderFrame }, method, JSON.stringify(input)));

const anySession = {
  on() {},
  setPermissionRequestHandler() {},
  setPermissionCheckHandler() {},
  setDevicePermissionHandler() {},
  setDisplayMediaRequestHandler() {},
  setSpellCheckerEnabled() {},
  webRequest: { onBeforeRequest() {} },
  protocol: { handle: (scheme, handler) => schemes.set(scheme, handler) },
};

const quitting = [];

export const app = {
  isPackaged: true,
  setName() {},
  setPath() {},
  commandLine: { appendSwitch() {} },
  requestSingleInstanceLock: () => true,
  enableSandbox() {},
  whenReady: async () => undefined,
  on: (event, listener) => event === 'will-quit' && quitting.push(listener),
  quit() {},
  exit: (code) => process.exit(code),
};

export class BrowserWindow {
  webContents = contents;
  constructor(options) {
    this.options = options;
  }
  on() {}
  setMenuBarVisibility() {}
  async loadURL(url) {
    const page = await schemes.get('https')({ url, method: 'GET' });
    const setUp = JSON.parse(process.env.SET_UP);
    const before = await call('program.status', {});
    const after = await call('setup.complete', setUp);
    const { staffNumber, password } = setUp.administrator;
    await call('session.signIn', { staffNumber, password });
    const verified = await call('ledger.verify', {});
    const today = { day: new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10), office: setUp.office };
    const exported = [];
    for (const format of ['csv', 'csvCp932', 'json', 'xlsx'])
      exported.push(await call('dayLog.export', { ...today, format }));
    for (const listener of quitting) listener();
    const { preload, sandbox } = this.options.webPreferences;
    const { status, headers } = page;
    const answers = {
      page: { status, csp: headers.get('content-security-policy') },
      before,
      after,
      verified,
      exported,
      preload,
      sandbox,
    };
    process.stdout.write(`${JSON.stringify(answers)}\n`);
  }
}

export const session = { defaultSession: anySession, fromPartition: () => anySession };
export const ipcMain = { handle: (channel, listener) => handlers.set(channel, listener) };
export const Menu = { buildFromTemplate: () => ({}), setApplicationMenu() {} };
export const dialog = {
  showErrorBox: (title, message) => process.stderr.write(`${title}: ${message}\n`),
};
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => false,
  getSelectedStorageBackend: () => 'basic_text',
};
