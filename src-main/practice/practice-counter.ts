import type { Output } from '../../src-shared/contract/counter-api.ts';
import { counterApi, type Input, type Method } from '../../src-shared/contract/counter-api.ts';
import { japaneseInstant } from '../../src-shared/kernel/japanese-instant.ts';
import type { PlainDate } from '../../src-shared/kernel/plain-date.ts';
import type { OfficeCode, Passwords } from '../app/ports.ts';
import { type Counter, makeCounter } from '../system/counter-parts.ts';
import type { SeededChance } from './seeded-chance.ts';

/** 物語の時計: stands where the story is; one clock for every terminal of it. */
export type Story = { readonly set: (day: PlainDate, minutes: number) => void; readonly now: () => string };

export function storyTime(start: PlainDate): Story {
  let now = Date.parse(`${start}T08:30:00.000+09:00`);
  return {
    // A day's work may have run late; the clock never goes back.
    set: (day, minutes) => {
      now = Math.max(now, Date.parse(`${day}T00:00:00.000+09:00`) + minutes * 60_000);
    },
    now: () => japaneseInstant(now),
  };
}

export type Person = {
  readonly staffNumber: string;
  readonly name: string;
  readonly kana: string;
  readonly password: string;
};

/** 練習の端末: a counter with its story, its chance and the calls that its clerk makes. */
export type PracticeCounter = {
  readonly counter: Counter;
  readonly folder: string;
  readonly office: OfficeCode;
  /** what its receipt numbers begin with */
  readonly mark: string;
  /** who answers for what the rules leave to a second person; null where the story has nobody for it */
  readonly second: Person | null;
  readonly call: <Name extends Method>(method: Name, input: Input<Name>) => Promise<Output<Name>>;
  readonly signIn: (who: Person) => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly setUp: (administrator: Person, terminalName: string) => Promise<void>;
};

export function practiceCounter(
  folder: string,
  office: OfficeCode,
  story: Story,
  chance: SeededChance,
  { second, passwords }: { readonly second: Person | null; readonly passwords?: Passwords | undefined },
): PracticeCounter {
  const counter = makeCounter({
    folder,
    practice: true,
    host: 'commandLine',
    ownsWindow: false,
    clock: story,
    chance,
    ...(passwords === undefined ? {} : { passwords }),
  });
  const call: PracticeCounter['call'] = async (method, input) => {
    const answer: { ok: boolean; value: unknown; failure: { code: string } } = JSON.parse(
      await counter.invoke(method, JSON.stringify(input)),
    );
    if (!answer.ok) throw new Error(`${method} answered ${answer.failure.code}`);
    // parsed by the call's own schema, which is what Output is made from
    return counterApi[method].output.parse(answer.value) as Output<typeof method>;
  };
  let seated: string | null = null;
  return {
    ...{ counter, folder, office, second, call },
    mark: `${{ shiminka: 'S', sobue: 'B', heiwa: 'H' }[office]}01-`,
    signIn: async ({ staffNumber, password }) => {
      if (seated === staffNumber) return;
      await call('session.signIn', { staffNumber, password });
      seated = staffNumber;
    },
    signOut: async () => {
      if (seated !== null) await call('session.signOut', {});
      seated = null;
    },
    setUp: async ({ staffNumber, name, kana, password }, terminalName) => {
      const administrator = { staffNumber, name, kana, password };
      await call('setup.complete', { office, terminal: 1, terminalName, administrator });
    },
  };
}
