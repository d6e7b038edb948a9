import axe from 'axe-core';
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach } from 'vitest';
import { cdp, page } from 'vitest/browser';
import '../../src-renderer/bridge/zod-without-eval.ts';
import { App } from '../../src-renderer/app.tsx';
import { useKeyBar } from '../../src-renderer/keyboard/function-keys.ts';
import { useClose } from '../../src-renderer/store/close-slice.ts';
import { useDayLogPrint } from '../../src-renderer/store/day-log-print-slice.ts';
import { useDayLog } from '../../src-renderer/store/day-log-slice.ts';
import { useExport } from '../../src-renderer/store/export-slice.ts';
import { useHome } from '../../src-renderer/store/home-slice.ts';
import { useProgram } from '../../src-renderer/store/program-slice.ts';
import { useStaff } from '../../src-renderer/store/staff-slice.ts';
import { useTask } from '../../src-renderer/store/task-slice.ts';
import '../../src-renderer/styles/main.css';
import type { FakeCounter } from './fake-counter.ts';

let root: Root | null = null;
let place: HTMLElement | null = null;

/** 画面を出す: the whole program on a fresh page with this counter behind it. */
export function open(fake: FakeCounter): void {
  serve(fake);
  show(<App />);
}

/** 本体をつなぐ: every call goes to this counter. */
export function serve(fake: Pick<FakeCounter, 'invoke'>): void {
  Object.defineProperty(window, 'counter', { value: { invoke: fake.invoke }, configurable: true, writable: true });
}

/** 部品を出す: anything that React can draw. */
export function show(content: ReactNode): void {
  document.documentElement.lang = 'ja';
  document.title = '窓口台帳';
  place = document.createElement('div');
  place.id = 'root';
  document.body.append(place);
  root = createRoot(place);
  root.render(content);
}

afterEach(async () => {
  root?.unmount();
  place?.remove();
  root = null;
  place = null;
  for (const store of [
    useProgram,
    useTask,
    useHome,
    useDayLog,
    useDayLogPrint,
    useExport,
    useClose,
    useStaff,
    useKeyBar,
  ])
    (store as { setState: (state: unknown, replace: true) => void; getInitialState: () => unknown }).setState(
      (store as { getInitialState: () => unknown }).getInitialState(),
      true,
    );
  await page.viewport(1366, 768);
});

/** 待つ: until this is true, for two seconds at most. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = performance.now() + 2000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`did not come: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** 文字が出るまで待つ。 */
export function untilText(text: string): Promise<void> {
  return until(`「${text}」`, () => visibleText().replaceAll(/\s+/gu, '').includes(text.replaceAll(/\s+/gu, '')));
}

/** 見えている文字。 */
export function visibleText(): string {
  return document.body.innerText;
}

/** axe の指摘: empty where nothing is wrong. */
export async function violations(): Promise<readonly string[]> {
  const { violations: found } = await axe.run(document, { resultTypes: ['violations'] });
  return found.flatMap((each) =>
    each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}

type Session = { readonly send: (method: string, parameters?: Record<string, unknown>) => Promise<unknown> };

/** 変換を開く: what an IME does while the clerk has not yet confirmed. */
export async function compose(text: string): Promise<void> {
  await (cdp() as unknown as Session).send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
}

/** 変換を確定する: Enter as the IME sends it, then the text. */
export async function confirmComposition(text: string): Promise<void> {
  const session = cdp() as unknown as Session;
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await session.send('Input.insertText', { text });
  await session.send('Input.dispatchKeyEvent', {
    type: 'keyUp',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 13,
  });
}

/** 名前で探すボタン: throws where there is none. */
export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (each) => each.textContent?.includes(name) && each.checkVisibility(),
  );
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
}
