import { userEvent } from 'vitest/browser';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import type { CalendarEntry, SettingsRecord } from '../../../src-shared/contract/api/settings-api.ts';
import type { Input, Method, Output } from '../../../src-shared/contract/counter-api.ts';
import { type FakeCounter, fakeCounter } from '../fake-counter.ts';
import { button, open, until, untilText } from '../mount.tsx';
import { id, quietHome, supervisor } from '../samples.ts';

export const stop: CalendarEntry = {
  entry: id(0x701),
  kind: 'systemStop',
  from: '2026-11-26T12:00',
  until: '2026-11-26T13:00',
  offices: null,
  reason: '計画停止',
};
export const pastClosure: CalendarEntry = {
  entry: id(0x702),
  kind: 'specialClosure',
  from: '2026-11-02T00:00',
  until: '2026-11-02T23:59',
  offices: ['sobue'],
  reason: '庁舎の停電',
};

export function recordOf(change: Partial<SettingsRecord>): SettingsRecord {
  return {
    at: '2026-11-20T14:05:00.000+09:00',
    who: '見本 責任',
    office: 'shiminka',
    act: 'entryAdded',
    code: 'L3',
    what: 'システム停止',
    effectiveFrom: null,
    from: null,
    to: null,
    reason: '全国の点検のお知らせ',
    named: stop.entry,
    covers: { from: '2026-11-26', until: '2026-11-26' },
    takenBack: null,
    ...change,
  };
}

export const planned = {
  change: id(0x801),
  effectiveFrom: '2027-04-01',
  settings: { replyDays: 20 },
} as const;

export const stands: Output<'settings.view'> = {
  rules: { calendar: [pastClosure, stop], changes: [], holidays: [] },
  fees: [{ reason: 'カードの再交付', yen: 200 }],
  history: [recordOf({})],
};

/** 設定を開く: what the program judges by is what the settings show. */
export async function openSettings(
  handlers: Parameters<FakeCounter['answer']>[0] = {},
  changes: Partial<ProgramStatus> = {},
  view: Output<'settings.view'> = stands,
): Promise<FakeCounter> {
  const fake = fakeCounter({ user: supervisor, rules: view.rules, ...changes });
  fake.answer({ 'home.today': quietHome, 'settings.view': () => view, ...handlers });
  open(fake);
  await untilText('設定を開く');
  await userEvent.click(button('設定を開く'));
  await untilText('暦に加える');
  return fake;
}

export async function toTab(name: string): Promise<void> {
  await userEvent.click(button(name));
}

export function field(name: string): HTMLInputElement {
  const found = document.getElementById(`settings-${name}`);
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${name}`);
  return found;
}

export async function type(name: string, text: string): Promise<void> {
  await userEvent.fill(field(name), text);
}

export async function choose(value: string): Promise<void> {
  await userEvent.click(document.querySelector(`input[value="${value}"]`) as Element, { force: true });
}

export function sent<Name extends Method>(fake: FakeCounter, method: Name): readonly Input<Name>[] {
  return fake.calls.filter((each) => each.method === method).map((each) => each.input as Input<Name>);
}

/** その日の欄: by the day of the month that is shown. */
export function dayCell(day: number): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('.month-day')][day - 1];
  if (found === undefined) throw new Error(`no day ${day}`);
  return found;
}

export async function focusOn(name: string): Promise<void> {
  await until(`焦点 ${name}`, () => document.activeElement?.id === `settings-${name}`);
}
