import { runInChromium } from '../../src-main/hosts/chromium/run.ts';
import { rendererFolder } from '../../src-main/hosts/launcher/build.ts';
import { findChromium } from '../../src-main/hosts/launcher/machine-tools.ts';
import { type CounterKeyboard, keyboardOf } from './counter-keyboard.ts';
import { storyStart } from './made-up.ts';
import { type StoryClock, storyClock } from './story-clock.ts';

export type CounterWindow = CounterKeyboard & {
  readonly clock: StoryClock;
  /** 画面の時計を進める, and lets the screens ask for it */
  readonly at: (time: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type WindowStory = {
  readonly folder: string;
  readonly clock?: StoryClock;
  readonly practice?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly scale?: number;
};

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
  const keyboard = await keyboardOf(page);
  return {
    ...keyboard,
    clock,
    at: async (time) => {
      clock.set(time);
      await page.evaluate(() => globalThis.dispatchEvent(new Event('focus')));
    },
    close: async () => {
      await window.close();
      await window.closed;
    },
  };
}
