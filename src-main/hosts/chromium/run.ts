import { join } from 'node:path';
import { chromiumPrinter } from '../../system/chromium-printer.ts';
import { type CounterOptions, makeCounter } from '../../system/counter-parts.ts';
import { type ChromiumWindow, type ChromiumWindowOptions, openChromiumWindow } from './window.ts';

export type ChromiumHostOptions = Omit<CounterOptions, 'host' | 'ownsWindow'> &
  Pick<ChromiumWindowOptions, 'rendererFolder' | 'executablePath' | 'headless' | 'viewport' | 'scale'>;

/**
 * Chromiumの窓で動かす: the main process in this Node, the renderer in an installed browser. It ends when the window or its
 * pipe closes; the browser that printed and its files go first, the ledger is settled and closed last.
 */
export async function runInChromium(options: ChromiumHostOptions): Promise<ChromiumWindow> {
  const printer = chromiumPrinter({ ...options, profileFolder: join(options.folder, 'printing') });
  const counter = makeCounter({ printer, ...options, host: 'chromium', ownsWindow: true });
  const close = async (): Promise<void> => {
    await printer.close();
    counter.close();
  };
  try {
    const window = await openChromiumWindow({
      ...options,
      invoke: counter.invoke,
      profileFolder: join(options.folder, 'browser'),
    });
    return { ...window, closed: window.closed.finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
}
