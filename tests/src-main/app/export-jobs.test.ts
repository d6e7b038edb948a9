import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Files } from '../../../src-main/app/ports.ts';
import type { DayLogEnd, DayLogExporter } from '../../../src-main/app/ports-export.ts';
import { connectEncrypted } from '../../../src-main/store/connection.ts';
import { keyFile } from '../../../src-main/store/key-file.ts';
import { ledgerFiles } from '../../../src-main/store/ledger-files.ts';
import { dayLogExporter } from '../../../src-main/system/day-log-exporter.ts';
import { savedAsOne } from '../../../src-main/system/kept-files.ts';
import { fail, succeed } from '../../../src-shared/kernel/result.ts';
import { clerk, requestId, supervisor } from '../../support/made-up.ts';
import { writeInto, writeIssue } from '../../support/made-up-ledger.ts';
import { type AppBed, appBed } from './app-bed.ts';

let bed: AppBed;
beforeEach(async () => {
  bed = await bedWith({});
});
afterEach(() => bed.remove());

async function bedWith(changes: Parameters<typeof appBed>[0]): Promise<AppBed> {
  const made = await appBed(changes);
  writeInto(made.ledger(), (writes) => {
    for (let visit = 0; visit < 40; visit += 1) writeIssue(writes, { at: '2026-11-24T10:12' });
  });
  await made.signInAs(supervisor);
  return made;
}

const year = { day: '2026-04-01', until: '2027-03-31', office: 'all', format: 'csv' } as const;
const exportsOf = (of: AppBed): readonly string[] => {
  const folder = join(of.folder, 'exports');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const events = (of: AppBed) =>
  of
    .ledger()
    .outgoing(0)
    .map(({ body }) => JSON.parse(body))
    .filter(({ type }) => type === 'exported' || type === 'exportFailed');

/** of a ledger that no program holds open */
function lastEvent(folder: string): unknown {
  const key = keyFile({ whenTooWide: 'refuse' }).read(folder) ?? new Uint8Array();
  const file = connectEncrypted(ledgerFiles(folder).database, key, 'read');
  const body = file.prepare<[], string>('SELECT body FROM event ORDER BY arrival DESC LIMIT 1').pluck().get() ?? '';
  file.close();
  return JSON.parse(body);
}

/** waits until some days are read: the export is under way */
async function untilUnderWay(job: string): Promise<{ readonly days: number; readonly total: number }> {
  for (;;) {
    const progress = await bed.counter.call('dayLog.exportProgress', { job });
    if (progress !== null && progress.days > 0) return progress;
    await new Promise((soon) => setTimeout(soon, 2));
  }
}

describe('書き出しの進みと取りやめ', () => {
  test('読んだ日数と全体の日数を答え、終われば何も答えない', async () => {
    const job = requestId();
    expect(await bed.counter.call('dayLog.exportProgress', { job })).toBeNull();
    const answer = bed.counter.call('dayLog.export', { ...year, job });
    const { days, total } = await untilUnderWay(job);
    expect(total).toBe(365);
    expect(days).toBeLessThanOrEqual(365);
    expect(await answer).toMatchObject({ rows: 40 });
    expect(await bed.counter.call('dayLog.exportProgress', { job })).toBeNull();
  });

  test('やめれば、途中のものも残さず、やめたことが台帳に残る', async () => {
    const job = requestId();
    const answer = bed.counter.ask('dayLog.export', { ...year, job });
    await untilUnderWay(job);
    expect(await bed.counter.call('dayLog.exportCancel', { job })).toEqual({ stopped: true });
    expect(await answer).toMatchObject({ ok: false, failure: { code: 'exportCancelled' } });
    expect(exportsOf(bed)).toEqual([]);
    expect(events(bed).map(({ type, payload }) => ({ type, payload }))).toEqual([
      {
        type: 'exportFailed',
        payload: {
          ...{ what: 'dayLog', format: 'csv', day: '2026-04-01', until: '2027-03-31' },
          ...{ office: null, why: 'cancelled' },
        },
      },
    ]);
    // Nothing of it hangs on: the next one runs, and the ledger's log can be shortened.
    expect(await bed.counter.call('dayLog.export', { ...year, until: '2026-11-30' })).toMatchObject({ rows: 40 });
    bed.ledger().settle();
  });

  test('知らない仕事は、やめたとは言わない', async () => {
    expect(await bed.counter.call('dayLog.exportCancel', { job: requestId() })).toEqual({ stopped: false });
  });

  test('同じ番号の仕事は、終わるまで二つ始めない', async () => {
    const job = requestId();
    const first = bed.counter.ask('dayLog.export', { ...year, job });
    expect((await bed.counter.refused('dayLog.export', { ...year, job })).code).toBe('exportRunning');
    expect(await first).toMatchObject({ ok: true });
    expect(events(bed)).toHaveLength(1);
  });

  test('いくつ頼んでも順に書き、どれも丸ごとで、名前は重ならない', async () => {
    const wishes = Array.from({ length: 4 }, () => bed.counter.call('dayLog.export', { ...year, until: '2026-12-31' }));
    const paths = (await Promise.all(wishes)).map(({ path }) => path);
    expect(new Set(paths).size).toBe(4);
    expect(exportsOf(bed)).toHaveLength(4);
    expect(new Set(paths.map((path) => readFileSync(path, 'utf8'))).size).toBe(1);
  });

  test('順番を待っている書き出しも、すぐにやめられる', async () => {
    const [first, second] = [requestId(), requestId()];
    const running = bed.counter.ask('dayLog.export', { ...year, job: first });
    const waiting = bed.counter.ask('dayLog.export', { ...year, job: second });
    await bed.counter.call('dayLog.exportCancel', { job: second });
    expect(await waiting).toMatchObject({ ok: false, failure: { code: 'exportCancelled' } });
    expect(await running).toMatchObject({ ok: true });
    expect(exportsOf(bed)).toHaveLength(1);
  });

  test('書き出しの間も、窓口の依頼には待たせず答える', async () => {
    const job = requestId();
    let done = false;
    const answer = bed.counter.call('dayLog.export', { ...year, job }).finally(() => {
      done = true;
    });
    await untilUnderWay(job);
    let answered = 0;
    while (!done) {
      await bed.counter.call('home.today', {});
      if (!done) answered += 1;
      await new Promise((soon) => setImmediate(soon));
    }
    expect(answered).toBeGreaterThan(3);
    await answer;
  });

  test('頼んだ人が席を替わっても、書き出しは頼んだ人のものとして残る', async () => {
    const job = requestId();
    const asker = (await bed.counter.call('program.status', {})).user;
    const answer = bed.counter.ask('dayLog.export', { ...year, job });
    await bed.signInAs(clerk);
    expect(await answer).toMatchObject({ ok: true });
    const [exported] = events(bed);
    const staff = bed.ledger().reads.staffByNumber(supervisor.staffNumber);
    expect(asker?.name).toBe(staff?.name);
    expect(exported).toMatchObject({ type: 'exported', actor: staff?.staff, role: 'supervisor' });
  });
});

describe('CP932に入らない字の一覧', () => {
  test('頼んだ人が席を替わっていれば、どの受付の字かを次の人には見せず、見せたとも残さない (B5)', async () => {
    bed.remove();
    const { promise: ended, resolve: end } = Promise.withResolvers<DayLogEnd>();
    bed = await bedWith({ dayLogExporter: { start: () => ({ ended, stop: () => undefined }) } });
    const answer = bed.counter.ask('dayLog.export', { ...year, format: 'csvCp932' });
    await bed.signInAs(clerk);
    const before = bed.ledger().reads.count().events;
    const receipt = 'S01-20261124-0001-4';
    end({ kind: 'unfit', characters: [{ receipt, column: '氏名', character: '𠮷', case: null }] });
    const refused = await answer;
    expect(refused).toMatchObject({ ok: false, failure: { code: 'notSignedIn' } });
    expect(JSON.stringify(refused)).not.toContain(receipt);
    const told = bed
      .ledger()
      .outgoing(before)
      .map(({ body }) => JSON.parse(body).type);
    expect(told).toEqual(['exportFailed']);
  });
});

describe('書き出しが失敗するとき', () => {
  test('プログラムが終われば、途中のものを残さず、その前に台帳に残す', async () => {
    const job = requestId();
    const answer = bed.counter.ask('dayLog.export', { ...year, job });
    await untilUnderWay(job);
    bed.close();
    expect(lastEvent(bed.folder)).toMatchObject({ type: 'exportFailed', payload: { why: 'cancelled' } });
    expect(await answer).toMatchObject({ ok: false });
    expect(exportsOf(bed)).toEqual([]);
  });

  test('ディスクがいっぱいなら断り、ファイルを残さず、台帳は書き出したと言わない', async () => {
    bed.remove();
    const discarded: string[] = [];
    const full: Files = {
      ...savedAsOne((name) => succeed({ path: name })),
      open: async (name) =>
        succeed({
          write: async () => fail({ code: 'fileNotWritten', detail: 'ENOSPC' }),
          finish: async () => succeed({ path: name }),
          discard: async () => {
            discarded.push(name);
          },
        }),
    };
    bed = await bedWith({ files: full });
    expect((await bed.counter.refused('dayLog.export', { ...year, until: null })).code).toBe('fileNotWritten');
    expect(discarded).toEqual(['日報-全窓口-20260401.csv']);
    expect(events(bed).map(({ payload }) => payload.why)).toEqual(['failed']);
  });

  test('名前を付けるところで失敗しても、そのことが台帳に残る', async () => {
    bed.remove();
    const files = savedAsOne(() => fail({ code: 'fileNotWritten', detail: 'EIO' }));
    bed = await bedWith({ files });
    expect((await bed.counter.refused('dayLog.export', year)).code).toBe('fileNotWritten');
    expect(events(bed).map(({ type }) => type)).toEqual(['exported', 'exportFailed']);
  });

  test('働き手が途中で死んでも、ファイルは残らず、窓口は動き、次の書き出しはできる', async () => {
    bed.remove();
    let isPoisoned = true;
    let real: DayLogExporter | null = null;
    // The real worker, given a day that is none: it breaks after a hundred days, pieces of which are written.
    const dayLogExporterOf = (): DayLogExporter => {
      const key = () => keyFile({ whenTooWide: 'refuse' }).read(bed.folder);
      real ??= dayLogExporter({ folder: bed.folder, substitutes: [], key });
      return real;
    };
    bed = await bedWith({
      dayLogExporter: {
        start: (order, ear) => {
          const days = isPoisoned ? [...order.days.slice(0, 100), 'きょう'] : order.days;
          return dayLogExporterOf().start({ ...order, days }, ear);
        },
      },
    });
    expect((await bed.counter.refused('dayLog.export', year)).code).toBe('exportBroken');
    expect(exportsOf(bed)).toEqual([]);
    expect(events(bed).map(({ type, payload }) => [type, payload.why])).toEqual([['exportFailed', 'failed']]);
    isPoisoned = false;
    expect(await bed.counter.call('dayLog.export', year)).toMatchObject({ rows: 40 });
    expect(exportsOf(bed)).toHaveLength(1);
  });
});
