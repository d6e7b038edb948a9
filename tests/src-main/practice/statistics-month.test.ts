import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillPracticeLedger } from '../../../src-main/practice/fill.ts';
import { type Connection, connectEncrypted } from '../../../src-main/store/connection.ts';
import { keyFile } from '../../../src-main/store/key-file.ts';
import { ledgerFiles } from '../../../src-main/store/ledger-files.ts';
import { differingProjections } from '../../../src-main/store/projections.ts';
import { type Counter, makeCounter } from '../../../src-main/system/counter-parts.ts';
import type { StatisticsView } from '../../../src-shared/contract/statistics-view.ts';
import { certificateCells } from '../../../src-shared/domain/day-log.ts';
import { lookUpForms } from '../../../src-shared/domain/look-up-forms.ts';
import { addDays, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { type Caller, callerOf } from '../../support/caller.ts';
import { scratchFolder } from '../../support/made-up.ts';
import { storyClock } from '../../support/story-clock.ts';

const offices = ['shiminka', 'sobue', 'heiwa'] as const;
const month = { kind: 'month', month: '2026-10' } as const;
const daysOfMonth = Array.from({ length: 31 }, (_, index) => addDays(plainDate('2026-10-01'), index));

const scratch = scratchFolder();
let app: Counter;
let counter: Caller;
let raw: Connection;
beforeAll(async () => {
  const folder = join(scratch.path, 'month');
  // A month of three offices with its letters, refusals and revocations, and some days on either side of it.
  await fillPracticeLedger({ folder, people: 180, days: 30, seed: 11, until: plainDate('2026-11-06') });
  app = makeCounter({
    folder,
    clock: storyClock('2026-11-09T09:00'),
    practice: true,
    host: 'inProcess',
    ownsWindow: true,
  });
  counter = callerOf(app.invoke);
  await counter.call('session.signIn', { staffNumber: '90321', password: 'renshu-sekinin' });
  const key = keyFile({ whenTooWide: 'refuse' }).read(folder);
  if (key === null) throw new Error('the practice ledger has a key');
  raw = connectEncrypted(ledgerFiles(folder).database, key, 'read');
}, 120_000);
afterAll(() => {
  raw.close();
  app.close();
  scratch.remove();
});

const viewOf = (office: StatisticsView['office']) => counter.call('statistics.view', { period: month, office });
const valueAt = (view: StatisticsView, code: string): number | null => {
  const line = view.lines.find((each) => each.code === code);
  if (line === undefined) throw new Error(`no line ${code}`);
  return line.value;
};

/** counted over the stored texts themselves: nothing of the program's own tables but the events and the day on which each arrived */
const count = (office: string, where: string): number =>
  raw
    .prepare<[string], number>(
      `SELECT count(*) FROM event AS e WHERE substr(e.arrived_at, 1, 7) = '2026-10'
       AND json_extract(e.body, '$.office') = ? AND ${where}`,
    )
    .pluck()
    .get(office) ?? 0;
const ofType = (type: string) => `json_extract(e.body, '$.type') = '${type}'`;
const payload = (path: string, value: string) => `json_extract(e.body, '$.payload.${path}') = '${value}'`;

describe('三つの窓口の作り話のひと月', () => {
  test('どの窓口でも、数は本文をSQLで数えたものと同じ', async () => {
    for (const office of offices) {
      const view = await viewOf(office);
      const counted = (code: string, where: string) =>
        expect([office, code, valueAt(view, code)]).toEqual([office, code, count(office, where)]);
      counted('received', ofType('caseReceived'));
      counted('received.agent', `${ofType('caseReceived')} AND ${payload('capacity', 'agent')}`);
      counted('received.notice', `${ofType('caseReceived')} AND json_type(e.body, '$.payload.capacity') = 'null'`);
      counted('routed.inquiry', `${ofType('caseVerified')} AND ${payload('route', 'inquiry')}`);
      counted('letter.posted', ofType('letterPosted'));
      counted('letter.answered', ofType('replyAccepted'));
      counted('letter.returned', ofType('letterReturned'));
      counted('issued', ofType('certificateIssued'));
      counted('revoked', ofType('certificateRevoked'));
      counted('corrected', ofType('entryCorrected'));
      for (const kind of ['signature', 'userAuthentication']) {
        for (const procedure of ['issue', 'renew']) {
          counted(
            `issued.${procedure}.${kind}`,
            `${ofType('certificateIssued')} AND ${payload('kind', kind)} AND ${payload('procedure', procedure)}`,
          );
        }
        for (const cause of ['X1', 'X2', 'X3', 'X3d', 'X4']) {
          counted(
            `revoked.${cause}.${kind}`,
            `${ofType('certificateRevoked')} AND ${payload('kind', kind)} AND ${payload('cause', cause)}`,
          );
        }
      }
    }
  });

  test('手数料は、受付の明細の手数料をSQLで足したものと同じ (F1)', async () => {
    const fees = raw
      .prepare<[], number>(
        `SELECT coalesce(sum(json_extract(l.value, '$.fee')), 0)
         FROM event AS e, json_each(json_extract(e.body, '$.payload.lines')) AS l
         WHERE substr(e.arrived_at, 1, 7) = '2026-10' AND ${ofType('caseReceived')}`,
      )
      .pluck()
      .get();
    expect(valueAt(await viewOf('all'), 'fee')).toBe(fees);
  });

  test('ひと月の人と証明書は、その日々の日報の和と同じ', async () => {
    for (const office of offices) {
      const logs = await Promise.all(daysOfMonth.map((day) => counter.call('dayLog.view', { day, office })));
      const sum = (of: (log: (typeof logs)[number]) => number) => logs.reduce((total, log) => total + of(log), 0);
      const view = await viewOf(office);
      expect(valueAt(view, 'received')).toBe(sum(({ total }) => total.persons));
      expect(valueAt(view, 'fee')).toBe(sum(({ fees }) => fees));
      for (const procedure of ['issue', 'renew', 'revoke'] as const) {
        const row = (log: (typeof logs)[number]) => log.rows.find((each) => each.procedure === procedure);
        expect([office, procedure, valueAt(view, `received.${procedure}`)]).toEqual([
          office,
          procedure,
          sum((log) => row(log)?.persons ?? 0),
        ]);
      }
      for (const { procedure, kind } of certificateCells) {
        const code = procedure === 'revoke' ? `revoked.${kind}` : `issued.${procedure}.${kind}`;
        const cell = (log: (typeof logs)[number]) =>
          log.cells.find((each) => each.procedure === procedure && each.kind === kind)?.count ?? 0;
        expect([office, code, valueAt(view, code)]).toEqual([office, code, sum(cell)]);
      }
      expect(valueAt(view, 'issued')).toBe(sum(({ total }) => total.signature + total.userAuthentication));
      for (const capacity of ['holder', 'agent', 'statutoryRepresentative', 'notice'] as const) {
        const persons = (log: (typeof logs)[number]) =>
          log.byCapacity.find((each) => each.capacity === capacity)?.persons ?? 0;
        expect(valueAt(view, `received.${capacity}`)).toBe(sum(persons));
      }
      expect(valueAt(view, 'letter.posted')).toBe(sum(({ letters }) => letters.posted));
      expect(valueAt(view, 'letter.answered')).toBe(sum(({ letters }) => letters.answered));
      expect(valueAt(view, 'letter.returned')).toBe(sum(({ letters }) => letters.returned));
    }
  });

  test('すべての窓口は、窓口ごとの和で、このひと月に何かがあった', async () => {
    const [all, ...each] = [await viewOf('all'), ...(await Promise.all(offices.map(viewOf)))];
    for (const { code, value } of all.lines) {
      expect([code, value]).toEqual([code, each.reduce((sum, view) => sum + (valueAt(view, code) ?? 0), 0)]);
    }
    for (const code of ['received', 'issued', 'revoked', 'letter.posted', 'letter.answered', 'ended.refused']) {
      expect(valueAt(all, code), code).toBeGreaterThan(0);
    }
    expect(all.offices.map(({ received }) => received)).toEqual(each.map((view) => valueAt(view, 'received')));
  });

  test('終わった受付の人数は、その月に終わった受付をSQLで数えたものと同じ', async () => {
    // A case is refused or withdrawn as a whole by its last event; the practice ledger has neither fork nor late arrival.
    const ended = (step: string) =>
      raw
        .prepare<[string], number>(
          `SELECT count(*) FROM case_state AS c
           JOIN event AS e ON e.hash = c.head
           WHERE c.step = ? AND substr(e.arrived_at, 1, 7) = '2026-10'`,
        )
        .pluck()
        .get(step);
    const all = await viewOf('all');
    expect(valueAt(all, 'ended.refused')).toBe(ended('refused'));
    expect(valueAt(all, 'ended.withdrawn')).toBe(ended('withdrawn'));
  });

  test('見込みは、有効な証明書を一枚ずつ週に分けてSQLで数えたものと同じ (W1)', async () => {
    const forecast = await counter.call('statistics.forecast', { office: 'all' });
    const ending = (office: string, kind: string, monday: string): number =>
      raw
        .prepare<[string, string, string, string], number>(
          `SELECT count(*) FROM certificate AS t JOIN event AS e ON e.arrival = t.arrival
           WHERE json_extract(e.body, '$.office') = ? AND t.kind = ? AND t.expires_on >= '2026-11-09'
             AND t.expires_on BETWEEN ? AND date(?, '+6 days')
             AND NOT EXISTS (SELECT 1 FROM certificate_end AS x WHERE x.case_id = t.case_id AND x.line = t.line)`,
        )
        .pluck()
        .get(office, kind, monday, monday) ?? 0;
    let total = 0;
    for (const { office, weeks } of forecast.offices) {
      for (const week of weeks) {
        for (const kind of ['signature', 'userAuthentication'] as const) {
          expect([office, week.monday, week.ending[kind]]).toEqual([
            office,
            week.monday,
            ending(office, kind, week.monday),
          ]);
          total += week.ending[kind];
        }
      }
    }
    const whole = forecast.weeks.reduce((sum, week) => sum + week.ending.signature + week.ending.userAuthentication, 0);
    expect(whole).toBe(total);
    expect(total).toBeGreaterThan(0);
  });

  test('作り直しても、件数は同じ', () => {
    expect(differingProjections(raw, lookUpForms())).toEqual([]);
  });
});
