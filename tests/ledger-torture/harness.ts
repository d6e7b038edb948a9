import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { VerifyReport } from '../../src-main/app/ports.ts';
import { verifyAll } from '../../src-main/store/verify.ts';
import type { Bed } from '../src-main/store/fixture.ts';
import type { Manners } from './writer.ts';

export const writerPath = fileURLToPath(new URL('./writer.ts', import.meta.url));

export type Said = {
  readonly acknowledged: readonly { readonly hash: string; readonly number: number }[];
  readonly other: readonly string[];
};

export type WriterOptions = {
  readonly manners: Manners;
  readonly program: 'window' | 'commandLine';
  readonly count: number;
  /** kill -9 this long after the first acknowledgement; null lets it finish */
  readonly killAfter: number | null;
  readonly through?: readonly string[];
};

/** 書き手を走らせる: starts the program with this very Node, and answers everything it said before it ended or was killed. */
export async function runWriter(folder: string, options: WriterOptions): Promise<Said> {
  const command = [
    ...(options.through ?? []),
    process.execPath,
    writerPath,
    folder,
    options.manners,
    options.program,
    String(options.count),
  ];
  const [first = process.execPath, ...rest] = command;
  const child = spawn(first, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  let timer: NodeJS.Timeout | null = null;
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
    if (options.killAfter !== null && timer === null && said.includes('ack')) {
      timer = setTimeout(() => child.kill('SIGKILL'), options.killAfter);
    }
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8');
  });
  await once(child, 'close');
  const lines = said.split('\n').slice(0, -1); // what has no line end was not said to the end
  if (lines.length === 0) throw new Error(`the writer said nothing: ${complaint.slice(0, 500)}`);
  return {
    acknowledged: lines.flatMap((line) => {
      const [word, hash = '', number = ''] = line.split(' ');
      return word === 'ack' ? [{ hash, number: Number(number) }] : [];
    }),
    other: lines.filter((line) => !line.startsWith('ack ')),
  };
}

export type Found = {
  readonly lost: number;
  readonly repeatedReceipts: number;
  readonly report: VerifyReport;
  readonly state: string;
};

/** 開き直して数える: how many acknowledged events are not there, and whether everything that is there is sound. */
export function lookAfter(bed: Bed, acknowledged: Said['acknowledged']): Found {
  const ledger = bed.reopen();
  const state = ledger.health().state;
  const raw = bed.raw('read');
  const there = raw.prepare<[string], number>('SELECT count(*) FROM event WHERE hash = ?').pluck();
  const lost = acknowledged.filter((event) => there.get(event.hash) === 0).length;
  const repeatedReceipts =
    raw
      .prepare<[], number>(
        `SELECT count(*) - count(DISTINCT json_extract(body, '$.payload.receiptDay') || '/' || json_extract(body, '$.payload.receiptNumber'))
         FROM event WHERE json_extract(body, '$.type') = 'caseReceived'`,
      )
      .pluck()
      .get() ?? -1;
  const report = verifyAll(raw, new Map(), null);
  raw.close();
  ledger.close();
  return { lost, repeatedReceipts, report, state };
}

/** Receipt numbers that were acknowledged twice, for two different events. */
export function repeatedNumbers(acknowledged: Said['acknowledged']): number {
  return acknowledged.length - new Set(acknowledged.map((event) => event.number)).size;
}
