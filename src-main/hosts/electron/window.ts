import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron';

/** 記憶に残さない区画: without `persist:` nothing that the page keeps ever reaches the disk. */
export const partition = 'counter';

/** 窓の作り: sandboxed, isolated, without Node; developer tools exist only where the program was not packaged. */
export function windowOptions(preload: string, isPackaged: boolean): BrowserWindowConstructorOptions {
  return {
    title: '窓口台帳',
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 680,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !isPackaged,
    },
  };
}

/** 印刷の区画: its own, and in memory like the other; no sheet reaches the disk. */
export const printingPartition = 'printing';

/** 印刷の窓の作り: never shown, without a preload script; painted without a screen where a picture of it is wanted. */
export function sheetWindowOptions(painted: boolean): BrowserWindowConstructorOptions {
  return {
    show: false,
    width: 1123,
    height: 1123,
    backgroundColor: '#ffffff',
    webPreferences: {
      partition: printingPartition,
      offscreen: painted,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: false,
    },
  };
}

/**
 * 見えないメニュー: Electron's own menu would reload the page and open developer tools behind the program's back. What is
 * left is what a person needs to read: larger, smaller, as it was.
 */
export const menuTemplate: readonly MenuItemConstructorOptions[] = [
  {
    label: '表示',
    submenu: [
      { role: 'zoomIn', label: '大きく' },
      { role: 'zoomIn', label: '大きく', accelerator: 'CommandOrControl+=' },
      { role: 'zoomOut', label: '小さく' },
      { role: 'resetZoom', label: '元の大きさ' },
    ],
  },
];
