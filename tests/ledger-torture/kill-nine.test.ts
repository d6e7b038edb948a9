import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bed, ledgerBed } from '../src-main/store/fixture.ts';
import { lookAfter, repeatedNumbers, runWriter, type Said } from './harness.ts';
import type { Manners } from './writer.ts';

let bed: Bed;
beforeEach(() => {
  bed = ledgerBed({ clock: { now: () => new Date(Date.now() + 9 * 3600_000).toISOString().replace('Z', '+09:00') } });
  bed.ledger().close();
});
afterEach(() => bed.remove());

async function cycles(manners: Manners, times: number) {
  const acknowledged: Said['acknowledged'][number][] = [];
  let lost = 0;
  for (let cycle = 0; cycle < times; cycle += 1) {
    const killAfter = Math.floor(Math.random() * 60);
    const said = await runWriter(bed.folder, { manners, program: 'window', count: 1_000_000, killAfter });
    expect(said.other).toEqual([]);
    acknowledged.push(...said.acknowledged);
    const found = lookAfter(bed, said.acknowledged);
    expect(found).toMatchObject({ state: 'normal', repeatedReceipts: 0, report: { sound: true } });
    lost += found.lost;
  }
  return { acknowledged, lost };
}

test('50回 kill -9 しても、答えた出来事は一つも失われず、鎖は正しく、受付番号は重ならず、窓の錠も残らない', async () => {
  const { acknowledged, lost } = await cycles('honest', 50);
  expect(acknowledged.length).toBeGreaterThan(200);
  expect(lost).toBe(0);
  expect(repeatedNumbers(acknowledged)).toBe(0);
  expect(lookAfter(bed, acknowledged).lost).toBe(0);
});

test('対照: 確定の前に答える書き手なら、失われた出来事がこの仕掛けで見つかる', async () => {
  const { lost } = await cycles('saysBeforeCommit', 12);
  expect(lost).toBeGreaterThan(0);
});
