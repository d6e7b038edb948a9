import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { practiceStaff } from '../../../src-main/app/practice-staff.ts';
import { fillPracticeLedger } from '../../../src-main/practice/fill.ts';
import { type Counter, makeCounter } from '../../../src-main/system/counter-parts.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import type { DayLogView } from '../../../src-shared/contract/day-log-view.ts';
import { addDays, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { type Caller, callerOf } from '../../support/caller.ts';
import { scratchFolder } from '../../support/made-up.ts';
import { writeInto, writeIssue } from '../../support/made-up-ledger.ts';
import { storyClock } from '../../support/story-clock.ts';
import { readCsv } from '../documents/read-csv.ts';
import { readXlsx, serialOf } from '../documents/read-xlsx.ts';

const [from, until] = ['2026-11-01', '2026-11-30'];
const days = Array.from({ length: 30 }, (_, index) => addDays(plainDate(from), index));
const offices = ['shiminka', 'sobue', 'heiwa'] as const;
const officeWords = { shiminka: '市民課', sobue: '祖父江支所', heiwa: '平和支所' } as const;
const procedureWords = { renew: '更新', issue: '新規発行', revoke: '失効' } as const;

const scratch = scratchFolder();
let program: Counter;
let counter: Caller;
let views: readonly DayLogView[] = [];

beforeAll(async () => {
  const folder = join(scratch.path, 'ledger');
  await fillPracticeLedger({ folder, people: 120, days: 18, seed: 11, until: plainDate('2026-11-27') });
  const clock = storyClock('2026-12-01T09:00');
  program = makeCounter({ folder, practice: true, host: 'inProcess', ownsWindow: true, clock });
  counter = callerOf(program.invoke);
  const supervisor = practiceStaff.find(({ role }) => role === 'supervisor');
  if (supervisor === undefined) throw new Error('practice has no supervisor');
  await counter.call('session.signIn', { staffNumber: supervisor.staffNumber, password: supervisor.password });
  const seen: DayLogView[] = [];
  for (const day of days)
    for (const office of offices) {
      const { recent: _, ...view } = await counter.call('dayLog.view', { day, office });
      seen.push({ ...view, office });
    }
  views = seen;
}, 240_000);
afterAll(() => {
  program.close();
  scratch.remove();
});

type Wish = Omit<Input<'dayLog.export'>, 'job'>;
const written = async (wish: Partial<Wish> & Pick<Wish, 'format'>): Promise<Buffer> =>
  readFileSync((await counter.call('dayLog.export', { day: from, until, office: 'all', ...wish })).path);

/** the rows under the practice mark and the heading, by the names of their columns */
type Row = Readonly<Record<string, string | number | null>>;
function tableOf(records: readonly (readonly (string | number | null)[])[]): readonly Row[] {
  const [, heading = [], ...rows] = records;
  return rows.map((row) => Object.fromEntries(heading.map((name, index) => [String(name), row[index] ?? null])));
}
const csvOf = async (wish: Partial<Wish> = {}): Promise<readonly Row[]> =>
  tableOf(readCsv((await written({ format: 'csv', ...wish })).toString('utf8').slice(1)));
const sheetsOf = async (): Promise<ReadonlyMap<string, readonly Row[]>> =>
  new Map(
    readXlsx(await written({ format: 'xlsx' })).map(({ name, rows }) => [
      name,
      tableOf(rows.map((row) => row.map((cell) => cell?.value ?? null))),
    ]),
  );

/** each row holds at least these cells, and there are no more rows than these */
function expectRows(rows: readonly Row[] | undefined, expected: readonly Row[]): void {
  expect(rows).toHaveLength(expected.length);
  for (const [index, row] of expected.entries()) expect(rows?.[index]).toMatchObject(row);
}

const time = (instant: string | null) => instant?.slice(11, 16) ?? null;
const emptyAsText = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]));

describe('三つの窓口の一か月を書き出し、書いたものと別の読み手で読み戻す', () => {
  test('一か月に、三つの窓口の受付がそれぞれある', () => {
    for (const office of offices) {
      expect(views.filter((view) => view.office === office && view.cases.length > 0).length).toBeGreaterThan(3);
    }
  });

  test('CSVの受付の行は、どの升も画面の日報と同じ', async () => {
    const rows = (await csvOf()).filter((row) => row['区分'] === '受付');
    const expected = views.flatMap((view) =>
      view.cases.map((each) =>
        emptyAsText({
          ...{ 区分: '受付', 日付: view.day, 窓口: officeWords[view.office], 受付番号: each.receipt },
          ...{ 受付時刻: time(each.receivedAt), 終了時刻: time(each.finishedAt), 氏名: each.name ?? '(消去済)' },
          ...{ 手続: each.procedure, 証明書: each.kinds, 来庁者: each.capacity, 経路: each.route, 結果: each.result },
          ...{ 規則: each.codes.join(' '), '手数料(円)': each.fee, 担当: each.handler, 件数: 1 },
        }),
      ),
    );
    expect(expected.length).toBeGreaterThan(100);
    expectRows(rows, expected);
  });

  test('CSVの件数の行は、どの日のどの窓口も画面の日報と同じ', async () => {
    const rows = await csvOf();
    for (const view of views) {
      const sums = rows.filter(
        (row) => row['区分'] === '件数' && row['日付'] === view.day && row['窓口'] === officeWords[view.office],
      );
      for (const { procedure, ...counts } of view.rows) {
        const of = (result: string, certificate = '') =>
          sums.find(
            (row) =>
              row['手続'] === procedureWords[procedure] && row['結果'] === result && row['証明書'] === certificate,
          )?.['件数'];
        expect(of('受付(人)')).toBe(String(counts.persons));
        expect(of('照会(人)')).toBe(String(counts.inquiry));
        expect(of('証明書(枚)', '署名用')).toBe(String(counts.signature));
        expect(of('証明書(枚)', '利用者証明用')).toBe(String(counts.userAuthentication));
      }
    }
  });

  test('Excelは、受付も件数も照会も、どの升も画面の日報と同じで、日は本物の日', async () => {
    const sheets = await sheetsOf();
    expectRows(
      sheets.get('受付の一覧'),
      views.flatMap((view) =>
        view.cases.map((each) => ({
          ...{ 日付: serialOf(view.day), 窓口: officeWords[view.office], 受付番号: each.receipt },
          ...{ 受付日: serialOf(each.receivedAt.slice(0, 10)), 受付時刻: time(each.receivedAt) },
          終了日: each.finishedAt === null ? null : serialOf(each.finishedAt.slice(0, 10)),
          ...{ 終了時刻: time(each.finishedAt), 氏名: each.name ?? '(消去済)', 手続: each.procedure },
          ...{ 証明書: each.kinds, 来庁者: each.capacity, 経路: each.route, 結果: each.result },
          ...{ 規則: each.codes.join(' ') || null, '手数料(円)': each.fee, 担当: each.handler },
        })),
      ),
    );
    expectRows(
      sheets.get('件数'),
      views.flatMap((view) =>
        [
          ...view.rows.map(({ procedure, ...row }) => ({ 手続: procedureWords[procedure], row })),
          { 手続: '計', row: view.total },
        ].map(({ 手続, row }) => ({
          ...{ 日付: serialOf(view.day), 窓口: officeWords[view.office], 手続 },
          ...{ '受付(人)': row.persons, '即日で済(人)': row.sameDayDone, '照会(人)': row.inquiry },
          ...{ '受付不可(人)': row.refused, '取下げ(人)': row.withdrawn, '未了(人)': row.open },
          ...{ '署名用(枚)': row.signature, '利用者証明用(枚)': row.userAuthentication },
        })),
      ),
    );
    expectRows(
      sheets.get('照会'),
      views.map(({ day, office, letters }) => ({
        ...{ 日付: serialOf(day), 窓口: officeWords[office] },
        ...{ '投函(通)': letters.posted, '回答(件)': letters.answered, '宛所不明(件)': letters.returned },
        ...{ '期限切れ(件)': letters.lapsed, '照会中(件)': letters.open },
      })),
    );
  });

  test('JSONの行はCSVと同じで、独立した検証に通る', async () => {
    const { path } = await counter.call('dayLog.export', { day: from, until, office: 'all', format: 'json' });
    const { columns, rows } = JSON.parse(readFileSync(path, 'utf8'));
    const table = tableOf([[], columns, ...rows]).map(emptyAsText);
    expect(table).toEqual(await csvOf());
    const verifier = fileURLToPath(new URL('../../../db/verify-day-log.mjs', import.meta.url));
    expect(spawnSync(process.execPath, [verifier, path]).status).toBe(0);
  });

  test('範囲は、その日々を一日ずつ書き出したものを並べたものと同じ行', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 26 }),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom('all', ...offices),
        fc.constantFrom(null, 'issue', 'renew', 'revoke'),
        async (start, more, office, procedure) => {
          const chosen = days.slice(start, start + more + 1);
          const [first = from, last = until] = [chosen[0], chosen.at(-1)];
          const whole = await csvOf({ day: first, until: last, office, procedure });
          const parts: Row[] = [];
          for (const day of chosen) parts.push(...(await csvOf({ day, until: null, office, procedure })));
          expect(whole).toEqual(parts);
        },
      ),
      { numRuns: 5 },
    );
  });

  test('すべての窓口の行は、三つの窓口の行を合わせたものと同じで、計は手続の和と同じ', async () => {
    const text = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).toSorted();
    const whole = await csvOf();
    const parts: Row[] = [];
    for (const office of offices) parts.push(...(await csvOf({ office })));
    expect(text(whole)).toEqual(text(parts));
    const persons = (procedure: string) =>
      whole
        .filter((row) => row['区分'] === '件数' && row['手続'] === procedure && row['結果'] === '受付(人)')
        .reduce((sum, row) => sum + Number(row['件数']), 0);
    const sum = Object.values(procedureWords).reduce((total, procedure) => total + persons(procedure), 0);
    expect(persons('計')).toBe(sum);
    expect(sum).toBe(new Set(views.flatMap((view) => view.cases.map((each) => each.receipt))).size);
  });

  /** every character of the platform's own table, not of the program's encoder */
  function cp932Characters(): ReadonlySet<string> {
    const decoder = new TextDecoder('shift_jis');
    const known = new Set<string>(Array.from({ length: 128 }, (_, point) => String.fromCharCode(point)));
    for (let lead = 0x81; lead <= 0xfc; lead += 1) {
      for (let trail = 0x40; trail <= 0xfc; trail += 1) known.add(decoder.decode(Uint8Array.of(lead, trail)));
    }
    return known;
  }

  test('CP932は、入らない字があれば範囲でも書かず、どの受付の何の字かを並べ、置き換えれば書く', async () => {
    const ledger = program.ledger();
    if (ledger === null) throw new Error('no ledger');
    const before = (await csvOf()).length;
    writeInto(ledger, (writes) => writeIssue(writes, { at: '2026-12-01T09:05', holder: { name: '練習 𠮷子' } }));
    const wish = { day: from, until: '2026-12-01', office: 'all', format: 'csvCp932' } as const;
    const late = await counter.call('dayLog.view', { day: '2026-12-01', office: 'shiminka' });
    const known = cp932Characters();
    const expected = [...views, late].flatMap((view) =>
      view.cases.flatMap(({ receipt, name }) =>
        [...new Set(name ?? '')].filter((each) => !known.has(each)).map((each) => `${receipt} 氏名 「${each}」`),
      ),
    );
    const files = readdirSync(join(scratch.path, 'ledger', 'exports'));
    const { code, fields } = await counter.refused('dayLog.export', wish);
    expect(code).toBe('charactersDoNotFit');
    expect(fields.map(({ message }) => message.replace(/\(U\+.*$/, ''))).toEqual(expected);
    expect(expected.at(-1)).toMatch(/^S01-20261201-0001-\d 氏名 「𠮷」$/u);
    expect(readdirSync(join(scratch.path, 'ledger', 'exports'))).toEqual(files);
    const { path, replaced } = await counter.call('dayLog.export', { ...wish, replacement: '〓' });
    expect(replaced).toBeGreaterThan(0);
    const records = readCsv(new TextDecoder('shift_jis', { fatal: true }).decode(readFileSync(path)));
    expect(records.flat()).toContain('練習 〓子');
    expect(records.length).toBeGreaterThan(before + 2);
  });
});
