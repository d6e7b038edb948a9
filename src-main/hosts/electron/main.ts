import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, safeStorage, session } from 'electron';
import { makeCounter } from '../../system/counter-parts.ts';
import { startElectronHost } from './host.ts';
import { failedSelfTests } from './self-test.ts';

// Built, this file lies in `out/electron/`, with the preload script beside it and the screens in `out/renderer/`.
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

void startElectronHost(
  // `defaultSession` exists only after `ready`, so that `session` is handed over whole.
  { app, BrowserWindow, dialog, ipcMain, Menu, safeStorage, session },
  {
    makeCounter,
    selfTest: failedSelfTests,
    commandLine: process.argv.slice(1),
    platform: process.platform,
    rendererFolder: beside('../renderer'),
    preload: beside('./preload.cjs'),
  },
);
