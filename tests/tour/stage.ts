import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CounterWindow } from '../support/counter-window.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** 一巡りの置き場所: pictures, prints and exports; the ledger's own folder lies inside. */
export const tourFolder = join(root, 'out', 'tour');
export const tourLedger = join(tourFolder, 'ledger');

/** 舞台: the window, and the pictures taken of it. */
export type Stage = {
  readonly window: CounterWindow;
  /** numbered picture, once the screen has come to rest */
  readonly picture: (name: string) => Promise<void>;
};

/** 置き場所を空ける */
export function clearTour(): void {
  rmSync(tourFolder, { recursive: true, force: true });
  mkdirSync(tourFolder, { recursive: true });
}

/** 舞台を作る */
export function stageOf(window: CounterWindow): Stage {
  let pictures = 0;
  return {
    window,
    picture: async (name) => {
      pictures += 1;
      const numbered = `${String(pictures).padStart(2, '0')}-${name}`;
      await window.page.evaluate(() => document.fonts.ready.then(() => undefined));
      await window.page.waitForTimeout(300);
      await window.page.screenshot({ path: join(tourFolder, `${numbered}.png`) });
      console.log(numbered);
    },
  };
}

/** 書き出したものを並べる: every file that the program has written out, beside the pictures. */
export function collectExports(): readonly string[] {
  const exports = join(tourLedger, 'exports');
  const names = readdirSync(exports).toSorted();
  for (const name of names) copyFileSync(join(exports, name), join(tourFolder, name));
  return names;
}
