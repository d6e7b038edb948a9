import { closeSync, fdatasyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerFiles } from '../../src-main/store/ledger-files.ts';
import { clerk, ledgerBed, receive, succeeded } from '../src-main/store/fixture.ts';

/** 追記の速さ: medians in microseconds; `ratio` is what can be compared between machines. */
export type AppendFigure = {
  readonly appendMedian: number;
  readonly syncMedian: number;
  readonly ratio: number;
  readonly bytesPerAppend: number;
  readonly rounds: number;
};

/** 追記を計る: one reception with record, projections, request and high-water, beside a raw write of as many bytes with fdatasync on the same disk in the same run. */
export function benchAppend(rounds = 1000): AppendFigure {
  const bed = ledgerBed();
  const wal = `${ledgerFiles(bed.folder).database}-wal`;
  const append = (round: number) => succeeded(bed.ledger().write(clerk, `bench-${round}`, (writes) => receive(writes)));
  for (let round = 1; round <= 50; round += 1) append(-round);
  bed.ledger().settle();
  for (let round = 51; round <= 55; round += 1) append(-round);
  const bytesPerAppend = Math.round(statSync(wal).size / 5);

  const peer = openSync(join(bed.folder, 'peer'), 'w');
  const bytes = Buffer.alloc(bytesPerAppend, 7);
  const appends: number[] = [];
  const syncs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    appends.push(microseconds(() => append(round)));
    syncs.push(
      microseconds(() => {
        writeSync(peer, bytes, 0, bytes.length, (round % 200) * bytes.length);
        fdatasyncSync(peer);
      }),
    );
  }
  closeSync(peer);
  bed.remove();
  rmSync(join(bed.folder, 'peer'), { force: true });
  const [appendMedian, syncMedian] = [median(appends), median(syncs)];
  return {
    appendMedian,
    syncMedian,
    ratio: Math.round((appendMedian / syncMedian) * 100) / 100,
    bytesPerAppend,
    rounds,
  };
}

function microseconds(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1000;
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0);
}

if (import.meta.main) console.log(JSON.stringify(benchAppend(), null, 2));
