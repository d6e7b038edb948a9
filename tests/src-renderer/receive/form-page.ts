import { afterEach } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useReceive } from '../../../src-renderer/store/receive-slice.ts';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { type FakeCounter, fakeCounter } from '../fake-counter.ts';
import { open, until, untilText } from '../mount.tsx';
import { id } from '../samples.ts';

/** U+9AD9, which no certificate bears */
export const takahashi = '\u{9AD9}橋 例子';

afterEach(() => {
  useReceive.setState(useReceive.getInitialState(), true);
});

export type Handlers = Parameters<FakeCounter['answer']>[0];

/** 受付を開く: the whole program, F3 pressed, the first field in focus. */
export async function openReceive(handlers: Handlers = {}, status: Partial<ProgramStatus> = {}): Promise<FakeCounter> {
  const fake = await openProgram(handlers, status);
  useTask.getState().go({ kind: 'receive', draft: null });
  await until('受付の最初の欄', () => document.activeElement?.id === 'receive-lines');
  return fake;
}

/** 画面を開く: the whole program on 今日の窓口, with a counter that records whatever it is sent. */
export async function openProgram(handlers: Handlers, status: Partial<ProgramStatus>): Promise<FakeCounter> {
  const fake = fakeCounter(status);
  fake.answer({
    'home.today': () => ({
      day: '2026-11-24',
      cases: [],
      drafts: [],
      unfinishedBefore: [],
      lettersDueSoon: 0,
      sampling: null,
      approvalsWaiting: 0,
    }),
    'person.knownCertificates': () => ({ certificates: [], ended: [] }),
    'draft.save': ({ version }) => ({ version: version + 1 }),
    'draft.discard': () => ({}),
    'receive.record': ({ shown }) => ({
      case: id(0x2001),
      version: 2,
      receipt: 'S01-20261124-0006-6',
      verdict: shown.verdict,
      route: shown.route,
      told: ['どちらも2030年4月1日まで使えます。'],
      revoked: 0,
      held: null,
    }),
    'case.open': () => {
      throw new Error('the record of issuance is tested elsewhere');
    },
    ...handlers,
  });
  open(fake);
  await untilText('今日の受付はまだありません。');
  return fake;
}

/** 見えている文字: as the page lays it out; what is only for the ear does not count. */
export function shownText(element: HTMLElement | null): string {
  return element?.innerText ?? '';
}

export function field(name: string): HTMLInputElement {
  const found = document.getElementById(`receive-${name}`);
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${name}`);
  return found;
}

export async function fill(name: string, text: string): Promise<void> {
  await userEvent.fill(field(name), text);
}

export async function pick(legend: string, label: string): Promise<void> {
  const group = document.querySelector(`[role="radiogroup"][aria-label="${legend}"]`);
  const option = [...(group?.querySelectorAll('label') ?? [])].find((each) => shownText(each).trim() === label);
  const radio = option?.querySelector('input');
  if (radio === null || radio === undefined) throw new Error(`no choice ${legend} ${label}`);
  await userEvent.click(radio);
}

/** 書類を選ぶ: by typing its reading, ↓ and Enter. */
export async function choose(reading: string): Promise<void> {
  await userEvent.click(field('visitor-documents'));
  await userEvent.keyboard(reading);
  await until('書類の一覧', () => document.querySelector('.combo-option') !== null);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await until('選んだ書類', () => document.querySelector('.chosen-item') !== null);
}

export async function noDocuments(): Promise<void> {
  await tick('書類を持っていない');
}

/** 印を付ける・外す: the box with these words. */
export async function tick(words: string): Promise<void> {
  const box = [...document.querySelectorAll('label.checkbox')].find((each) => each.textContent?.includes(words));
  if (box === undefined) throw new Error(`no box ${words}`);
  await userEvent.click(box.querySelector('input') ?? document.body);
}

/** 練習 花子さん: everything but the documents. */
export async function fillHolder(
  change: { readonly name?: string; readonly bornOn?: string; readonly card?: string } = {},
): Promise<void> {
  await fill('holder-name', change.name ?? '練習 花子');
  await fill('holder-kana', 'レンシュウ ハナコ');
  await pick('性別', '女');
  await fill('holder-bornOn', change.bornOn ?? 'S63.4.1');
  await fill('holder-address', '愛知県稲沢市見本町1番地');
  await fill('card-expiresOn', change.card ?? '2030.4.1');
  await pick('いまの証明書', 'なし');
}

export function stamp(): string {
  return shownText(document.querySelector<HTMLElement>('.task-panel .verdict-stamp')).trim();
}

export function panelText(): string {
  return shownText(document.querySelector<HTMLElement>('.task-panel')).replaceAll(/\s+/gu, '');
}

export function f11(): string {
  const key = [...document.querySelectorAll<HTMLElement>('.function-key')].find((each) =>
    shownText(each).includes('F11'),
  );
  return shownText(key ?? null)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

export function recorded(fake: FakeCounter): Input<'receive.record'>[] {
  // The fake parsed each input by the schema of its own method.
  return fake.calls
    .filter(({ method }) => method === 'receive.record')
    .map(({ input }) => input as Input<'receive.record'>);
}

export function draftsSaved(fake: FakeCounter): Input<'draft.save'>[] {
  return fake.calls.filter(({ method }) => method === 'draft.save').map(({ input }) => input as Input<'draft.save'>);
}

/** 同じ瞬間に二度F11: faster than the screen can be drawn anew. */
export function pressTwiceAtOnce(): void {
  for (const _ of [1, 2]) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F11', bubbles: true, cancelable: true }));
  }
}

/** 変換中のEnter: as browsers report it where the IME does not hide the key. */
export function pressEnterWhileComposing(element: HTMLElement): void {
  element.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
  );
}
