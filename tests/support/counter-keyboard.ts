import type { Page } from 'playwright-core';

/** 職員の手: all that a journey does to a window, whichever host it runs in. */
export type CounterKeyboard = {
  readonly page: Page;
  /** presses keys one after another, as a clerk does: `Tab`, `F11`, `Shift+Tab` … */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** types into whatever has the focus */
  readonly type: (text: string) => Promise<void>;
  /** waits until this text can be seen */
  readonly see: (text: string | RegExp) => Promise<void>;
  /** Tab until the field of this label has the focus; throws where the keyboard cannot reach it */
  readonly reach: (label: string | RegExp, key?: 'Tab' | 'Shift+Tab') => Promise<void>;
};

const mostTabs = 120;

/** 手を置く: waits until the screens and their font are there. */
export async function keyboardOf(page: Page): Promise<CounterKeyboard> {
  page.setDefaultTimeout(15_000);
  await page.waitForSelector('.frame');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  return {
    page,
    press,
    type: (text) => page.keyboard.insertText(text),
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
    if (focused instanceof HTMLSelectElement) return focused.labels[0]?.textContent?.trim() ?? '';
    if (focused instanceof HTMLInputElement) {
      if (focused.type === 'radio') {
        const group = focused.closest('[role="radiogroup"]')?.getAttribute('aria-label');
        return group ?? focused.closest('fieldset')?.querySelector('legend')?.textContent?.trim() ?? '';
      }
      return focused.labels?.[0]?.textContent?.trim() ?? '';
    }
    return focused.textContent?.trim() ?? '';
  });
}
