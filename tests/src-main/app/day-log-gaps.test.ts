import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { receiptNumberFold } from '../../../src-main/store/fold-receipt-numbers.ts';
import { passOverNumber } from '../../../src-main/system/pass-over.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { gapWords, isExplained } from '../../../src-shared/contract/day-log-words.ts';
import { administrator, clerk, requestId, supervisor, visitOf } from '../../support/made-up.ts';
import { readCsv } from '../documents/read-csv.ts';
import { ledgerBed } from '../store/fixture.ts';
import { type AppBed, appBed } from './app-bed.ts';
import { receiveNow } from './procedures/bed.ts';

const day = '2026-11-24';
const reason = '受付票の用紙が詰まり、次の番号へ進んだため';

let bed: AppBed;
beforeEach(async () => {
  bed = await appBed();
});
afterEach(() => bed.remove());

/** a reception with number 1, and one with number 4: 2 and 3 were passed over; then the evening */
async function aDayWithGaps(): Promise<void> {
  await receiveNow(bed);
  passOverNumber(bed.folder, day, 3);
  await receiveNow(bed, { holder: { ...visitOf().holder, name: '見本 太郎' } });
  bed.clock.set(`${day}T17:18`);
  await bed.signInAs(supervisor);
}

async function closeRequest(): Promise<Input<'close.record'>> {
  const { cells } = await bed.counter.call('close.preview', { day });
  const { staffNumber, password } = administrator;
  return {
    requestId: requestId(),
    days: [
      {
        day,
        cells: cells.map(({ procedure, kind, ours }) => ({ procedure, kind, ours, reported: ours, reason: '' })),
      },
    ],
    acceptance: { staffNumber, password },
  };
}

const explain = (number: number, words = reason) => ({ requestId: requestId(), day, number, reason: words });
const gapsOf = async () => (await bed.counter.call('dayLog.view', { day, office: 'shiminka' })).receiptGaps;

describe('受付番号の欠番とその説明 (B2)', () => {
  test('飛んだ番号は一つずつ欠番になり、説明するまで日を締められない', async () => {
    await aDayWithGaps();
    expect((await gapsOf()).map(({ number, receipt, explained }) => [number, receipt.slice(0, 17), explained])).toEqual(
      [
        ['S01 0002', 'S01-20261124-0002', null],
        ['S01 0003', 'S01-20261124-0003', null],
      ],
    );
    expect(await bed.counter.refused('close.record', await closeRequest())).toMatchObject({ code: 'gapsNotExplained' });
    await bed.counter.call('close.explainGap', explain(2));
    expect(await bed.counter.refused('close.record', await closeRequest())).toMatchObject({ code: 'gapsNotExplained' });
    await bed.counter.call('close.explainGap', explain(3));
    await bed.counter.call('close.record', await closeRequest());
    const gaps = await gapsOf();
    expect(gaps.every(isExplained)).toBe(true);
    expect(gaps.map(({ explained }) => [explained?.reason, explained?.by])).toEqual([
      [reason, supervisor.name],
      [reason, supervisor.name],
    ]);
    expect(await bed.ledger().verify()).toMatchObject({ sound: true });
  });

  test('一つの手続だけの書き出しも、欠番を隠さない', async () => {
    await aDayWithGaps();
    const wish = { day, office: 'shiminka', procedure: 'revoke', format: 'csv' } as const;
    const { path } = await bed.counter.call('dayLog.export', wish);
    const gaps = readCsv(readFileSync(path, 'utf8').slice(1)).filter(([kind]) => kind === '欠番');
    expect(gaps.map((row) => row[3]?.slice(0, 17))).toEqual(['S01-20261124-0002', 'S01-20261124-0003']);
  });

  test('説明は5文字以上で、個人番号を含められず、何も記録しない', async () => {
    await aDayWithGaps();
    const before = bed.events();
    for (const words of ['', '忘れた', '番号は 1234 5678 9018 です'])
      expect(await bed.counter.refused('close.explainGap', explain(2, words))).toMatchObject({
        code: 'badFields',
        fields: [{ field: 'reason' }],
      });
    expect(bed.events()).toBe(before);
  });

  test('説明は一度だけ、欠番だけ、締める前だけ残せる。押し直しには同じ答えを返す', async () => {
    await aDayWithGaps();
    const first = explain(2);
    const answer = await bed.counter.call('close.explainGap', first);
    expect(await bed.counter.call('close.explainGap', first)).toEqual(answer);
    expect(await bed.counter.refused('close.explainGap', explain(2))).toMatchObject({ code: 'gapNotOpen' });
    expect(await bed.counter.refused('close.explainGap', explain(1))).toMatchObject({ code: 'gapNotOpen' });
    await bed.counter.call('close.explainGap', explain(3));
    await bed.counter.call('close.record', await closeRequest());
    expect(await bed.counter.refused('close.explainGap', explain(3))).toMatchObject({ code: 'dayAlreadyClosed' });
  });

  test('窓口の職員は、欠番を説明できない', async () => {
    await aDayWithGaps();
    await bed.signInAs(clerk);
    expect(await bed.counter.refused('close.explainGap', explain(2))).toMatchObject({ code: 'notAllowed' });
  });

  test('説明を消去しても、欠番は説明したものとして残り、消去済と読める', async () => {
    await aDayWithGaps();
    await bed.counter.call('close.explainGap', explain(2));
    const record = bed
      .ledger()
      .reads.eventsOfDay('shiminka', day)
      .find((event) => event.name === 'receiptGapExplained/1')?.envelope.record;
    const actor = { staff: 'e'.repeat(32), role: 'administrator' } as const;
    const erasure = { records: [record ?? ''], basis: '保存年限の経過', approver: 'f'.repeat(32) };
    expect(bed.ledger().erase(actor, erasure)).toMatchObject({ ok: true });
    const [gap] = await gapsOf();
    if (gap === undefined) throw new Error('no gap');
    expect(isExplained(gap)).toBe(true);
    expect(gapWords(gap)).toBe('消去済');
  });

  test('控えから戻したあとに飛んだ番号は、台帳が自分で分かる。同じ代の中で飛んだ番号は、分からない', () => {
    const store = ledgerBed();
    const raw = store.raw();
    const fold = receiptNumberFold(raw);
    const row = (epoch: number, arrival: number) => ({
      ...{ arrival, ledger: 'a'.repeat(32), epoch, seq: arrival, arrived_at: '', prev: '', hash: '', body: '' },
      ...{ own: 1 as const, fields: null },
    });
    const reception = (receiptNumber: number) => ({
      ...{ receiptDay: day, receiptOffice: 'shiminka' as const, receiptTerminal: 1, receiptNumber },
      ...{ capacity: null, documents: [], proof: null, lines: [], backEntry: null },
    });
    fold.received(row(1, 101), reception(1));
    fold.received(row(1, 102), reception(3));
    fold.received(row(2, 103), reception(6));
    fold.received(row(2, 104), reception(8));
    const causes = raw.prepare<[], unknown[]>('SELECT number, cause FROM receipt_gap ORDER BY number').raw().all();
    expect(causes).toEqual([
      [2, null],
      [4, 'restored'],
      [5, 'restored'],
      [7, null],
    ]);
    raw.close();
    store.remove();
  });
});
