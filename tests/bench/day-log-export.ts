import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCounter } from '../../src-main/system/counter-parts.ts';
import { DEFAULT_CALENDAR, nextOpenDay } from '../../src-shared/domain/calendar.ts';
import { addDays, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { readCsv } from '../src-main/documents/read-csv.ts';
import { callerOf } from '../support/caller.ts';
import { administrator, requestId, scratchFolder, visitOf } from '../support/made-up.ts';
import { storyClock } from '../support/story-clock.ts';
import { type LargeLedger, type LargePlan, largeLedger } from './large-ledger.ts';
import { type Measured, measured } from './measured.ts';
import { caseRowsQuery, plainCopyOf, writeWithShell } from './plain-peer.ts';

/** 日報の書き出しの速さ: whole commands, start-up and sign-in included, beside the `sqlite3` shell writing the same case rows as CSV. */
export type ExportFigure = {
  readonly of: 'day' | 'fiscalYear';
  readonly format: 'csv' | 'xlsx';
  readonly events: number;
  readonly cases: number;
  readonly milliseconds: number;
  /** of which until anything is read: program, ledger, sign-in */
  readonly startUpMilliseconds: number;
  readonly peakMegabytes: number;
  readonly peer: 'sqlite3 over a plain copy';
  readonly peerMilliseconds: number;
  readonly peerPeakMegabytes: number;
  readonly ratio: number;
  /** what is left without the start-up, which the peer does not have */
  readonly ratioAfterStartUp: number;
};

/** 書き出しの間の受付: medians and the slowest of a hundred, in microseconds, before and while a year is written out. */
export type ReceiveFigure = {
  readonly quietMedian: number;
  readonly quietSlowestOfHundred: number;
  readonly median: number;
  readonly slowestOfHundred: number;
  readonly ratio: number;
  readonly receptions: number;
};

const program = fileURLToPath(new URL('../../src-main/hosts/cli/main.ts', import.meta.url));
const root = fileURLToPath(new URL('../../out/bench', import.meta.url));

export const million: LargePlan = { events: 1_000_000, years: 5, lastDayCases: 1_000 };

/** a day on which nothing was recorded: what is left is the start-up */
const emptyDay = '2020-01-05';

type Range = { readonly from: string; readonly until: string };

function dayLog(ledger: LargeLedger, { from, until }: Range, format: 'csv' | 'xlsx', out: string): Promise<Measured> {
  const days = ['--from', from, '--until', until, '--format', format, '--out', out];
  const access = ['--data', ledger.folder, '--staff', administrator.staffNumber];
  const environment = { MADOGUCHI_PASSWORD: administrator.password };
  return measured(process.execPath, [program, 'day-log', ...days, ...access], { environment });
}

/** the case rows of a file by the columns that the peer has, in one order */
function caseRows(file: string, columns: readonly string[]): readonly string[] {
  const [heading = [], ...rows] = readCsv(readFileSync(file, 'utf8').replace(/^\u{feff}/u, ''));
  const places = columns.map((column) => heading.indexOf(column));
  return rows
    .filter((row) => row[heading.indexOf('区分')] === '受付')
    .map((row) => JSON.stringify(places.map((place) => row[place])))
    .toSorted();
}

function sameRows(mine: string, peers: string): number {
  const [columns = []] = readCsv(readFileSync(peers, 'utf8'));
  const [ours, theirs] = [caseRows(mine, columns), caseRows(peers, columns)];
  if (ours.length === 0 || ours.length !== theirs.length || ours.some((row, index) => row !== theirs[index])) {
    throw new Error(`the peer writes other rows: ${ours.length} here, ${theirs.length} there`);
  }
  return ours.length;
}

/** 書き出しを計る: a day of the plan's last-day cases, then a fiscal year as CSV and XLSX; the rows are compared before anything counts. */
export async function benchExports(
  say: (words: string) => void,
  plan: LargePlan = million,
): Promise<readonly ExportFigure[]> {
  const ledger = await largeLedger(plan, root, say);
  const plain = plainCopyOf(ledger.folder);
  const scratch = scratchFolder();
  try {
    const start = await dayLog(ledger, { from: emptyDay, until: emptyDay }, 'csv', join(scratch.path, 'empty.csv'));
    const figures: ExportFigure[] = [];
    const ranges = { day: { from: ledger.lastDay, until: ledger.lastDay }, fiscalYear: ledger.year } as const;
    for (const span of ['day', 'fiscalYear'] as const) {
      const [csv, xlsx, peers] = ['csv', 'xlsx', 'peer.csv'].map((end) => join(scratch.path, `${span}.${end}`)) as [
        string,
        string,
        string,
      ]; // three in, three out
      const query = caseRowsQuery(ranges[span].from, ranges[span].until);
      const peer = await writeWithShell(plain, query, peers);
      for (const [format, out] of [
        ['csv', csv],
        ['xlsx', xlsx],
      ] as const) {
        const own = await dayLog(ledger, ranges[span], format, out);
        figures.push({
          of: span,
          format,
          events: ledger.events,
          cases: sameRows(csv, peers),
          milliseconds: own.milliseconds,
          startUpMilliseconds: start.milliseconds,
          peakMegabytes: own.peakMegabytes,
          peer: 'sqlite3 over a plain copy',
          peerMilliseconds: peer.milliseconds,
          peerPeakMegabytes: peer.peakMegabytes,
          ratio: hundredths(own.milliseconds / peer.milliseconds),
          ratioAfterStartUp: hundredths(Math.max(0, own.milliseconds - start.milliseconds) / peer.milliseconds),
        });
      }
    }
    return figures;
  } finally {
    scratch.remove();
  }
}

/** 書き出しの間の受付を計る: on a copy of the ledger, so that the made-up one stays as it is. */
export async function benchReceiveWhileExporting(
  say: (words: string) => void,
  plan: LargePlan = million,
): Promise<ReceiveFigure> {
  const ledger = await largeLedger(plan, root, say);
  const scratch = scratchFolder();
  const folder = join(scratch.path, 'ledger');
  mkdirSync(folder);
  for (const name of ['ledger.db', 'ledger.key', 'ledger.highwater']) {
    copyFileSync(join(ledger.folder, name), join(folder, name));
  }
  const tomorrow = addDays(plainDate(new Date().toISOString().slice(0, 10)), 1);
  const clock = storyClock(`${nextOpenDay(tomorrow, 'shiminka', DEFAULT_CALENDAR)}T10:12`);
  const app = makeCounter({ folder, clock, practice: false, host: 'inProcess', ownsWindow: true });
  try {
    const { call } = callerOf(app.invoke);
    const { staffNumber, password } = administrator;
    await call('session.signIn', { staffNumber, password });
    const receive = async (): Promise<number> => {
      const holder = { ...visitOf().holder, name: `練習 花子${requestId().slice(0, 6)}` };
      const facts = visitOf({ holder });
      const shown = { verdict: 'accept', route: 'sameDay' } as const;
      const start = process.hrtime.bigint();
      await call('receive.record', {
        ...{ requestId: requestId(), draft: null, facts, shown, note: '', backEntry: null, approval: null },
      });
      return Number(process.hrtime.bigint() - start) / 1000;
    };
    for (let round = 0; round < 20; round += 1) await receive();
    const quiet: number[] = [];
    for (let round = 0; round < 200; round += 1) quiet.push(await receive());
    let ended = false;
    const { from, until } = ledger.year;
    const exported = call('dayLog.export', { day: from, until, office: 'shiminka', format: 'csv' }).then(() => {
      ended = true;
    });
    const during: number[] = [];
    while (!ended && during.length < 5_000) {
      during.push(await receive());
      // As the event loop of a window would: the answer goes out before the next visitor.
      await new Promise((next) => setTimeout(next, 5));
    }
    await exported;
    return {
      quietMedian: at(quiet, 0.5),
      quietSlowestOfHundred: at(quiet, 0.99),
      median: at(during, 0.5),
      slowestOfHundred: at(during, 0.99),
      ratio: hundredths(at(during, 0.5) / at(quiet, 0.5)),
      receptions: during.length,
    };
  } finally {
    app.close();
    scratch.remove();
  }
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
