import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillPracticeLedger } from '../../../src-main/practice/fill.ts';
import { type Connection, connectEncrypted } from '../../../src-main/store/connection.ts';
import { keyFile } from '../../../src-main/store/key-file.ts';
import { ledgerFiles } from '../../../src-main/store/ledger-files.ts';
import { type Counter, makeCounter } from '../../../src-main/system/counter-parts.ts';
import type { DayLogShown } from '../../../src-shared/contract/day-log-view.ts';
import { isExplained } from '../../../src-shared/contract/day-log-words.ts';
import { addDays, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { type Caller, callerOf } from '../../support/caller.ts';
import { scratchFolder } from '../../support/made-up.ts';
import { storyClock } from '../../support/story-clock.ts';
import { quickPasswords } from '../app/quick-passwords.ts';
import { type Truth, truthOf } from './sql-truth.ts';

const offices = ['shiminka', 'sobue', 'heiwa'] as const;
const until = plainDate('2026-11-30');
/** five weeks, in which 20 open days lie */
const days = Array.from({ length: 35 }, (_, back) => addDays(until, back - 34));
const plan = { people: 120, days: 20, seed: 7, until, supervised: true } as const;

const scratch = scratchFolder();
const folder = join(scratch.path, 'month');
let app: Counter;
let counter: Caller;
let raw: Connection;

beforeAll(async () => {
  await fillPracticeLedger({ ...plan, folder, passwords: quickPasswords() });
  const clock = storyClock('2026-12-01T09:00');
  const passwords = quickPasswords();
  app = makeCounter({ folder, clock, practice: true, host: 'inProcess', ownsWindow: true, passwords });
  counter = callerOf(app.invoke);
  await counter.call('session.signIn', { staffNumber: '90321', password: 'renshu-sekinin' });
  const key = keyFile({ whenTooWide: 'repair' }).read(folder);
  raw = connectEncrypted(ledgerFiles(folder).database, key ?? new Uint8Array(), 'read');
}, 300_000);
afterAll(() => {
  raw?.close();
  app?.close();
  scratch.remove();
});

const logOf = (office: DayLogShown['office'], day: string) => counter.call('dayLog.view', { day, office });

/** 日報の数 under the names of the independent count; what is nought is left out. */
function numbersOf(log: DayLogShown): Truth {
  const { total, letters, cross } = log;
  const numbers: Record<string, number> = {
    persons: total.persons,
    late: log.cases.filter((each) => each.late && each.receiptDay < log.day).length,
    fees: log.fees,
    replied: log.besides
      .filter(({ origin }) => origin === 'reply')
      .reduce((sum, each) => sum + each.signature + each.userAuthentication, 0),
    letterPosted: letters.posted,
    letterReturned: letters.returned,
    replyAccepted: letters.answered,
    entryCorrected: log.corrections.length,
    lettersOut: letters.open,
    lapsed: letters.lapsed,
    gaps: log.receiptGaps.length,
  };
  const add = (name: string, count: number): void => {
    numbers[name] = (numbers[name] ?? 0) + count;
  };
  for (const name of ['sameDayDone', 'inquiry', 'refused', 'withdrawn', 'open'] as const)
    add(`result ${name}`, total[name]);
  for (const { procedure, persons } of log.rows) add(`procedure ${procedure}`, persons);
  for (const { capacity, persons } of log.byCapacity) add(`capacity ${capacity}`, persons);
  for (const { route, persons } of log.byRoute) add(`route ${route}`, persons);
  for (const { hour, renew, issue, revoke } of log.byHour) add(`hour ${hour}`, renew + issue + revoke);
  for (const row of cross.persons) add(`cross ${row.procedure} ${row.route} ${row.capacity} ${row.result}`, row.count);
  for (const { procedure, kind, count } of log.cells) add(`paper ${procedure} ${kind}`, count);
  for (const { handler, issued, revoked } of log.byHandler) add(`by ${handler}`, issued + revoked);
  for (const { rule } of log.overrides) add(`override ${rule}`, 1);
  return Object.fromEntries(Object.entries(numbers).filter(([, count]) => count !== 0));
}

const without0 = (truth: Truth): Truth => Object.fromEntries(Object.entries(truth).filter(([, count]) => count !== 0));

describe('三つの窓口の一か月', () => {
  test('どの日どの窓口のどの数も、出来事の本文をSQLで数え直したものと同じ', async () => {
    const truth = truthOf(raw);
    let persons = 0;
    for (const day of days) {
      for (const office of offices) {
        const log = await logOf(office, day);
        expect(numbersOf(log), `${day} ${office}`).toEqual(without0(truth(office, day)));
        persons += log.total.persons;
      }
    }
    // Nobody is lost between the days, and nobody is counted twice.
    expect(persons).toBe(plan.people);
  });

  test('3か所の日報は、三つの窓口の日報を足したもので、受付の一覧はだれも落とさない', async () => {
    for (const day of days) {
      const parts = await Promise.all(offices.map((office) => logOf(office, day)));
      const whole = await logOf('all', day);
      const sums: Record<string, number> = {};
      for (const part of parts)
        for (const [name, count] of Object.entries(numbersOf(part))) sums[name] = (sums[name] ?? 0) + count;
      expect(numbersOf(whole), day).toEqual(sums);
      expect(new Set(whole.cases.map((each) => each.case))).toEqual(
        new Set(parts.flatMap((part) => part.cases.map((each) => each.case))),
      );
      expect(whole.recent.at(-1)?.persons).toBe(whole.total.persons);
    }
  });

  test('4週間の棒は、それぞれの日の日報の人数と同じで、閉庁日は休みになる', async () => {
    const { recent } = await logOf('shiminka', until);
    expect(recent).toHaveLength(28);
    for (const { day, persons } of recent) expect((await logOf('shiminka', day)).total.persons, day).toBe(persons);
    const closed = recent.filter(({ open }) => !open).map(({ day }) => day);
    // 文化の日 and 勤労感謝の日, besides four Saturdays and four Sundays
    expect(closed).toEqual(expect.arrayContaining(['2026-11-03', '2026-11-23', '2026-11-28', '2026-11-29']));
    expect(closed).toHaveLength(10);
  });

  test('一か月のうちに、締めた日、差とその理由、訂正、例外、欠番の説明、後着、幾人もの担当が現れる', async () => {
    const logs = await Promise.all(days.flatMap((day) => offices.map((office) => logOf(office, day))));
    const closes = logs.flatMap((log) => log.closes);
    expect(closes.length).toBeGreaterThan(30);
    expect(closes.every(({ closedBy, checkedBy }) => closedBy !== null && closedBy !== checkedBy)).toBe(true);
    expect(closes.some(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(logs.some((log) => log.corrections.length > 0)).toBe(true);
    expect(new Set(logs.flatMap((log) => log.overrides.map(({ rule }) => rule)))).toEqual(new Set(['V7', 'L4', 'X4']));
    const gaps = logs.flatMap((log) => log.receiptGaps);
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.every(isExplained)).toBe(true);
    expect(logs.some((log) => log.cases.some((each) => each.late))).toBe(true);
    expect(new Set(logs.flatMap((log) => log.byHandler.map(({ handler }) => handler))).size).toBeGreaterThan(3);
  });

  test('月の終わりには、どの端末もどの日も締めてあり、台帳は検証に通る', async () => {
    const { days: known } = await counter.call('close.overview', {});
    expect(known.filter(({ closed }) => !closed)).toEqual([]);
    expect(await counter.call('ledger.verify', {})).toMatchObject({ broken: null });
  });

  test('同じ種からは、同じ台帳ができる', async () => {
    const fill = (name: string) =>
      fillPracticeLedger({
        ...{ ...plan, people: 20, days: 4, folder: join(scratch.path, name) },
        passwords: quickPasswords(),
      });
    expect(await fill('once')).toEqual(await fill('again'));
  }, 300_000);
});
