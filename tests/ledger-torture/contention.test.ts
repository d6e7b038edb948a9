import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bed, ledgerBed } from '../src-main/store/fixture.ts';
import { lookAfter, repeatedNumbers, runWriter } from './harness.ts';
import type { Manners } from './writer.ts';

let bed: Bed;
beforeEach(() => {
  bed = ledgerBed({ clock: { now: () => new Date(Date.now() + 9 * 3600_000).toISOString().replace('Z', '+09:00') } });
  bed.ledger().close();
});
afterEach(() => bed.remove());

async function together(manners: Manners, writers: number, each: number) {
  const said = await Promise.all(
    Array.from({ length: writers }, () =>
      runWriter(bed.folder, { manners, program: 'commandLine', count: each, killAfter: null }),
    ),
  );
  return { acknowledged: said.flatMap((one) => one.acknowledged), refused: said.flatMap((one) => one.other) };
}

test('8つの書き手が同時に追記しても、全部が入り、鎖は一本で、受付番号は重ならず抜けもない', async () => {
  const { acknowledged, refused } = await together('honest', 8, 60);
  expect(refused).toEqual([]);
  expect(acknowledged).toHaveLength(480);
  expect(acknowledged.map((event) => event.number).sort((one, other) => one - other)).toEqual(
    Array.from({ length: 480 }, (_, index) => index + 1),
  );
  expect(lookAfter(bed, acknowledged)).toMatchObject({
    lost: 0,
    repeatedReceipts: 0,
    state: 'normal',
    report: { sound: true, events: 482 },
  });
});

test('対照: 読んでから書く取引(BEGIN DEFERRED)では、追記が断られることがこの仕掛けで見つかる', async () => {
  const { acknowledged, refused } = await together('deferred', 8, 60);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused).toContain('no ledgerBusy');
  expect(acknowledged.length + refused.length).toBe(480);
  expect(repeatedNumbers(acknowledged)).toBe(0);
  expect(lookAfter(bed, acknowledged)).toMatchObject({ lost: 0, report: { sound: true } });
});

test('窓が二つ同時に始まっても、働くのは一つだけである', async () => {
  const said = await Promise.all(
    Array.from({ length: 4 }, () =>
      runWriter(bed.folder, { manners: 'honest', program: 'window', count: 400, killAfter: null }),
    ),
  );
  const closed = said.flatMap((one) => one.other);
  expect(closed).toEqual([
    'closed {"code":"alreadyOpen"}',
    'closed {"code":"alreadyOpen"}',
    'closed {"code":"alreadyOpen"}',
  ]);
  expect(
    lookAfter(
      bed,
      said.flatMap((one) => one.acknowledged),
    ),
  ).toMatchObject({ lost: 0, report: { sound: true } });
});
