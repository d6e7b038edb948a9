import axe from 'axe-core';
import { expect } from 'vitest';
import { addStaff, changeTo, setUp, signIn } from '../support/counter-steps.ts';
import { type CounterWindow, openCounterWindow, type WindowStory } from '../support/counter-window.ts';
import { administrator, clerk, scratchFolder } from '../support/made-up.ts';

export type Journey = CounterWindow & { readonly folder: string; readonly end: () => Promise<void> };

/** 窓口の朝: a fresh ledger with its staff, the clerk signed in, 9:30 on a counter day; all of it by keyboard. */
export async function counterMorning(story: Partial<WindowStory> = {}): Promise<Journey> {
  const folder = scratchFolder();
  const window = await openCounterWindow({ folder: folder.path, ...story });
  const end = async () => {
    await window.close();
    folder.remove();
  };
  try {
    await setUp(window);
    await signIn(window, administrator);
    await addStaff(window);
    await changeTo(window, clerk);
    await window.at('2026-11-24T09:30');
    // The screens judge by the time that they show; until they show it, F11 would answer for the time before.
    await window.page.waitForFunction(() => document.querySelector('.header-when time')?.textContent === '9:30');
    return { ...window, folder: folder.path, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** 焦点があるか: never on the page's body, where the next key would find nothing. */
export async function expectFocus(window: CounterWindow, screen: string): Promise<void> {
  const focused = () => window.page.evaluate(() => document.activeElement?.tagName ?? 'none');
  await expect.poll(focused, { message: screen, timeout: 3000 }).not.toMatch(/^(BODY|none)$/);
}

/** 使いやすさの点検 (axe): no violation of WCAG 2.2 AA on what is shown now. Runs by the debugger, so that the page's own CSP stays as strict as it is. */
export async function expectAccessible(window: Pick<CounterWindow, 'page'>, screen: string): Promise<void> {
  const session = await window.page.context().newCDPSession(window.page);
  await session.send('Runtime.evaluate', { expression: axe.source });
  const { result } = await session.send('Runtime.evaluate', {
    expression:
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((found) => JSON.stringify(found.violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.html.slice(0, 120)).join(' | '))))",
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  expect(JSON.parse(result.value), screen).toEqual([]);
}
