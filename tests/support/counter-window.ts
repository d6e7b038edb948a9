import type { Page } from 'playwright-core';
import { runInChromium } from '../../src-main/hosts/chromium/run.ts';
import { rendererFolder } from '../../src-main/hosts/launcher/build.ts';
import { findChromium } from '../../src-main/hosts/launcher/machine-tools.ts';
import { storyStart } from './made-up.ts';
import { type StoryClock, storyClock } from './story-clock.ts';

export type CounterWindow = {
  readonly page: Page;
  readonly clock: StoryClock;
  /** presses keys one after another, as a clerk does: `Tab`, `F11`, `Shift+Tab` … */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** types into whatever has the focus */
  readonly type: (text: string) => Promise<void>;
  /** 画面の時計を進める, and lets the screens ask for it */
  readonly at: (time: string) => Promise<void>;
  /** waits until this text can be seen */
  readonly see: (text: string | RegExp) => Promise<void>;
  /** Tab until the field of this label has the focus; throws where the keyboard cannot reach it */
  readonly reach: (label: string | RegExp, key?: 'Tab' | 'Shift+Tab') => Promise<void>;
  readonly close: () => Promise<void>;
};

export type WindowStory = {
  readonly folder: string;
  readonly clock?: StoryClock;
  readonly practice?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly scale?: number;
};

const mostTabs = 120;

/** 窓を開く: the real program in a headless Chromium, on a clock that stands in the story. */
export async function openCounterWindow(story: WindowStory): Promise<CounterWindow> {
  const clock = story.clock ?? storyClock(storyStart);
  const window = await runInChromium({
    folder: story.folder,
    clock,
    practice: story.practice ?? false,
    executablePath: findChromium() ?? '',
    rendererFolder,
    headless: true,
    ...(story.viewport === undefined ? {} : { viewport: story.viewport }),
    ...(story.scale === undefined ? {} : { scale: story.scale }),
  });
  const { page } = window;
  page.setDefaultTimeout(15_000);
  await page.waitForSelector('.frame');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  return {
    page,
    clock,
    press,
    type: (text) => page.keyboard.insertText(text),
    at: async (time) => {
      clock.set(time);
      await page.evaluate(() => globalThis.dispatchEvent(new Event('focus')));
    },
    see: async (text) => {
      await page.getByText(text).filter({ visible: true }).first().waitFor();
    },
    reach: async (label, key = 'Tab') => {
      for (let tabs = 0; tabs < mostTabs; tabs += 1) {
        const name = await nameOfFocus(page);
        if (typeof label === 'string' ? name === label : label.test(name)) return;
        await press(key);
      }
      throw new Error(`the keyboard does not reach ${String(label)}`);
    },
    close: async () => {
      await window.close();
      await window.closed;
    },
  };
}

/** what a screen reader would call the focused element: its label, its group for a choice, or its text */
export function nameOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return '';
    const labelled = focused.getAttribute('aria-labelledby');
    if (labelled !== null) {
      return labelled
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ')
        .trim();
    }
    const own = focused.getAttribute('aria-label');
    if (own !== null) return own;
    if (focused instanceof HTMLInputElement) {
      if (focused.type === 'radio')
        return focused.closest('fieldset')?.querySelector('legend')?.textContent?.trim() ?? '';
      return focused.labels?.[0]?.textContent?.trim() ?? '';
    }
    return focused.textContent?.trim() ?? '';
  });
}
