import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../../../src-shared/contract/counter-api.ts';
import { administrator, clerk, requestId, supervisor, visitOf } from '../../support/made-up.ts';
import { readCsv } from '../documents/read-csv.ts';
import { type AppBed, appBed } from './app-bed.ts';
import { holderWithCertificates, receiveByLetter } from './procedures/bed.ts';

const day = '2026-11-24';
const next = '2026-11-25';
const checker = { staffNumber: administrator.staffNumber, password: administrator.password };

type Seen = {
  readonly log: Omit<Output<'dayLog.view'>, 'recent'>;
  readonly close: Output<'close.preview'>;
  readonly rows: readonly (readonly string[])[];
};

let bed: AppBed;
const seen: { evening: Seen; later: Seen } = { evening: {} as Seen, later: {} as Seen };

async function rowsOf(procedure: 'issue' | 'renew' | null = null): Promise<readonly (readonly string[])[]> {
  const wish = { day, office: 'shiminka', procedure, format: 'csv' } as const;
  const { path } = await bed.counter.call('dayLog.export', wish);
  return readCsv(readFileSync(path, 'utf8').slice(1));
}

async function look(): Promise<Seen> {
  const { recent: _, ...log } = await bed.counter.call('dayLog.view', { day, office: 'shiminka' });
  return { log, close: await bed.counter.call('close.preview', { day }), rows: await rowsOf() };
}

const idOf = (number: string): string => bed.ledger().reads.staffByNumber(number)?.staff ?? '';

beforeAll(async () => {
  bed = await appBed();
  await holderWithCertificates(bed);
  const open = await receiveByLetter(bed, { holder: { ...visitOf().holder, name: '見本 太郎' } });
  bed.clock.set(`${day}T17:18`);
  await bed.signInAs(supervisor);
  const { cells } = await bed.counter.call('close.preview', { day });
  const compared = cells.map((cell) => ({ ...cell, reported: cell.ours, reason: '' }));
  const request = { requestId: requestId(), days: [{ day, cells: compared }], acceptance: checker };
  await bed.counter.call('close.record', request);
  seen.evening = await look();

  bed.clock.set(`${next}T10:00`);
  await bed.signInAs(supervisor);
  await bed.counter.call('correction.ask', {
    requestId: requestId(),
    case: open.summary.case,
    entry: open.history[0]?.entry ?? '',
    changes: [{ field: 'name', to: '見本 大郎' }],
    reason: 'お名前の字を取り違えて入力したため',
    acceptance: checker,
  });
  await bed.signInAs(administrator);
  for (const [{ staffNumber }, name, kana] of [
    [clerk, '例田 窓口', 'レイダ マドグチ'],
    [supervisor, '例田 責任者', 'レイダ セキニンシャ'],
  ] as const)
    await bed.counter.call('staff.rename', {
      ...{ requestId: requestId(), staff: idOf(staffNumber), reason: '婚姻による改姓' },
      ...{ staffNumber, name, kana },
    });
  await bed.signInAs(supervisor);
  seen.later = await look();
});
afterAll(() => bed.remove());

describe('締めた日は、あとから何があっても変わらない (B4)', () => {
  test('職員が改姓しても、日報の画面と書き出しは、その日の名前のまま', () => {
    expect(seen.evening.log.byHandler.map(({ handler }) => handler)).toContain(clerk.name);
    expect(seen.later.log).toEqual(seen.evening.log);
    expect(seen.later.rows).toEqual(seen.evening.rows);
  });

  test('氏名を翌日に訂正しても、その日に繰り越した受付は、その日の氏名のまま', () => {
    expect(seen.evening.close.carriedOver.map(({ name }) => name)).toEqual(['見本 太郎']);
    expect(seen.later.close).toEqual(seen.evening.close);
  });
});

describe('手続を選んだ書き出しの照合', () => {
  test('照らす件数は、端末の日報と同じ、一日のすべての件数のまま', async () => {
    const ofCells = (rows: readonly (readonly string[])[]) => rows.filter(([kind]) => kind === '照合');
    expect(ofCells(seen.later.rows).length).toBeGreaterThan(0);
    expect(ofCells(await rowsOf('renew'))).toEqual(ofCells(seen.later.rows));
  });
});
