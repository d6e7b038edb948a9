import type { Ledger } from '../../src-main/app/ports.ts';
import { makeCounter } from '../../src-main/system/counter-parts.ts';
import { callerOf } from '../support/caller.ts';
import { administrator, place, scratchFolder, storyStart } from '../support/made-up.ts';
import { writeInto, writeReception } from '../support/made-up-ledger.ts';
import { storyClock } from '../support/story-clock.ts';

/** 検索の速さ: one whole `person.search` through dispatch over a large ledger; `ratio` is over the bare view event that B5 asks for. */
export type SearchFigure = {
  readonly holders: number;
  readonly nameMedianMicroseconds: number;
  readonly partsMedianMicroseconds: number;
  readonly birthMedianMicroseconds: number;
  readonly slowestOfHundred: number;
  readonly peer: 'shown/3 alone';
  readonly peerMicroseconds: number;
  readonly ratio: number;
};

const surnames = ['練習', '見本', '例', '\u{9AD9}見', '濱例', '渡邉'] as const;
const surnameKana = ['レンシュウ', 'ミホン', 'レイ', 'タカミ', 'ハマレイ', 'ワタナベ'] as const;
const syllables = 'アイウエオカキクケコサシスセソタチツテトナニヌネノ';
const perDay = 9_000;

export async function benchSearch(holders = 30_000, rounds = 300): Promise<SearchFigure> {
  const scratch = scratchFolder();
  const clock = storyClock(storyStart);
  const app = makeCounter({ folder: scratch.path, clock, practice: false, host: 'inProcess', ownsWindow: true });
  const counter = callerOf(app.invoke);
  await counter.call('setup.complete', { ...place, administrator });
  await counter.call('session.signIn', { staffNumber: administrator.staffNumber, password: administrator.password });
  const ledger = app.ledger();
  if (ledger === null) throw new Error('no ledger');
  fill(ledger, holders);

  const times = { name: [] as number[], parts: [] as number[], birth: [] as number[], peer: [] as number[] };
  const timed = async (into: number[], work: () => unknown): Promise<void> => {
    const start = process.hrtime.bigint();
    await work();
    into.push(Number(process.hrtime.bigint() - start) / 1000);
  };
  const find = async (typed: string): Promise<void> => {
    const { persons } = await counter.call('person.search', { typed });
    if (persons.length === 0) throw new Error('nobody was found: the holders are not what they were meant to be');
  };
  for (let round = 0; round < rounds; round += 1) {
    // Every sixth made-up holder has this surname.
    const number = (round * 97 * surnames.length + 3) % holders;
    const given = givenOf(number);
    await timed(times.name, () => find(`たかみ${given}`));
    await timed(times.parts, () => find(`高見 ${given.slice(0, 2)}`));
    await timed(times.birth, () => find(bornOn(number)));
    await timed(times.peer, () =>
      ledger.recordShown(
        { staff: null, role: null },
        {
          name: 'shown/3',
          case: null,
          occurredAt: clock.now(),
          payload: { what: 'search', cases: [], rows: 1 },
          personal: null,
        },
      ),
    );
  }
  app.close();
  scratch.remove();
  const peer = at(times.peer, 0.5);
  return {
    holders,
    nameMedianMicroseconds: at(times.name, 0.5),
    partsMedianMicroseconds: at(times.parts, 0.5),
    birthMedianMicroseconds: at(times.birth, 0.5),
    slowestOfHundred: at([...times.name, ...times.parts, ...times.birth], 0.99),
    peer: 'shown/3 alone',
    peerMicroseconds: peer,
    ratio: Math.round((at(times.name, 0.5) / peer) * 100) / 100,
  };
}

/** In large transactions, over as many days as receipt numbers need. */
function fill(ledger: Ledger, holders: number): void {
  for (let from = 0; from < holders; from += 1_000) {
    writeInto(ledger, (writes) => {
      for (let number = from; number < Math.min(from + 1_000, holders); number += 1) {
        const family = number % surnames.length;
        writeReception(writes, {
          at: `2026-11-${String(1 + Math.floor(number / perDay)).padStart(2, '0')}T10:00`,
          holder: {
            name: `${surnames[family]} ${givenOf(number)}`,
            kana: `${surnameKana[family]}　${givenOf(number)}`,
            bornOn: bornOn(number),
          },
        });
      }
    });
  }
}

function givenOf(number: number): string {
  const digit = (place: number): string =>
    syllables.charAt(Math.floor(number / syllables.length ** place) % syllables.length);
  return `${digit(0)}${digit(1)}${digit(2)}コ`;
}

function bornOn(number: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${1930 + (number % 80)}-${two(1 + (number % 12))}-${two(1 + (Math.floor(number / 12) % 28))}`;
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

if (import.meta.main) console.log(JSON.stringify(await benchSearch(), null, 2));
