import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type HighWaterMark, openHighWater } from '../../../src-main/store/high-water.ts';
import { ledgerFiles } from '../../../src-main/store/ledger-files.ts';
import { clerk, day, ledgerBed, receive, receiveOne } from './fixture.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-water-'));
  path = join(folder, 'mark');
});
afterEach(() => rmSync(folder, { recursive: true }));

const mark = (seq: number, receipts: Record<string, number> = {}, epoch = 1): HighWaterMark => ({
  ledger: 'a'.repeat(32),
  epoch,
  seq,
  hash: seq.toString(16).padStart(64, '0'),
  receipts,
});

test('高水位は上がるだけで、古い頭では下がらない', () => {
  const water = openHighWater(path, true);
  expect(water.read()).toBeNull();
  for (const seq of [1, 2, 5, 3]) water.raise(mark(seq));
  expect(water.read()?.seq).toBe(5);
  water.raise(mark(4, {}, 2));
  expect(water.read()).toMatchObject({ epoch: 2, seq: 4 });
  water.close();
  expect(openHighWater(path, false).read()?.seq).toBe(4);
});

test('書きかけで切れても、どのバイトで切れても、一つ前の記録が残る', () => {
  const water = openHighWater(path, true);
  water.raise(mark(1));
  water.raise(mark(2));
  const before = readFileSync(path);
  water.raise(mark(3));
  const after = readFileSync(path);
  water.close();
  const changed = [...after.keys()].filter((index) => after[index] !== before[index]);
  expect(changed.length).toBeGreaterThan(10);
  for (const cut of changed) {
    writeFileSync(path, Buffer.concat([after.subarray(0, cut), before.subarray(cut)]));
    const read = openHighWater(path, false).read();
    expect(read?.seq === 2 || read?.seq === 3).toBe(true);
  }
});

test('二つのプログラムが交互に書いても、先の頭が残る', () => {
  const [window, command] = [openHighWater(path, true), openHighWater(path, true)];
  window.raise(mark(1));
  command.raise(mark(3));
  window.raise(mark(2));
  expect(command.read()?.seq).toBe(3);
  window.close();
  command.close();
});

test('受付番号は日ごとに覚え、31日分を保ち、小さい番号では忘れない', () => {
  const water = openHighWater(path, true);
  for (let index = 1; index <= 40; index += 1)
    water.raise(
      mark(index, { [`2026-${index <= 20 ? '10' : '11'}-${String(((index - 1) % 20) + 1).padStart(2, '0')}`]: index }),
    );
  water.raise(mark(41, { '2026-11-20': 7 }));
  const receipts = water.read()?.receipts ?? {};
  expect(Object.keys(receipts)).toHaveLength(31);
  expect(receipts['2026-11-20']).toBe(40);
  water.close();
});

test('一度渡した受付番号は、台帳の中身が巻き戻っていても、二度と渡されない', () => {
  const bed = ledgerBed();
  receiveOne(bed.ledger());
  const setUp = bed.ledger().reads.setUp();
  const head = bed.ledger().reads.count();
  const water = openHighWater(ledgerFiles(bed.folder).highWater, true);
  // as after a restore: the head is the backup's own again, the numbers given out since are not in it
  water.raise({ ledger: setUp?.ledger ?? '', epoch: 1, seq: head.events, hash: head.head, receipts: { [day]: 57 } });
  water.close();
  expect(bed.reopen().reads.nextReceiptNumber(day)).toBe(58);
  expect(() => bed.ledger().write(clerk, null, (writes) => receive({ ...writes, nextReceiptNumber: () => 2 }))).toThrow(
    '58 follows',
  );
  const caseId = receiveOne(bed.ledger());
  expect(bed.ledger().reads.case(caseId)?.state.receipt.number).toBe(58);
  bed.remove();
});

test('保存が答えを返したとき、高水位はもうその頭を指している', () => {
  const bed = ledgerBed();
  receiveOne(bed.ledger());
  expect(openHighWater(ledgerFiles(bed.folder).highWater, false).read()).toMatchObject({
    seq: 3,
    hash: bed.ledger().reads.count().head,
    receipts: { [day]: 1 },
  });
  bed.remove();
});
