import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Printer } from '../../../src-main/app/ports.ts';
import type { StatisticsView } from '../../../src-shared/contract/statistics-view.ts';
import { fail, succeed } from '../../../src-shared/kernel/result.ts';
import { clerk, requestId, supervisor } from '../../support/made-up.ts';
import { type MadeUpIssue, writeInto, writeIssue, writeReception } from '../../support/made-up-ledger.ts';
import { readCsv } from '../documents/read-csv.ts';
import { readXlsx, serialOf } from '../documents/read-xlsx.ts';
import { type AppBed, appBed } from './app-bed.ts';

let bed: AppBed;
let laidOut: string[];
let printing: 'works' | 'fails';
const printer: Printer = {
  pictures: async () => fail({ code: 'printerMissing', detail: '' }),
  pdf: async (html) => {
    laidOut.push(html);
    return printing === 'works'
      ? succeed(new TextEncoder().encode('%PDF-1.7'))
      : fail({ code: 'printFailed', detail: '' });
  },
  print: async (html) => {
    laidOut.push(html);
    return printing === 'works' ? succeed(null) : fail({ code: 'printFailed', detail: '' });
  },
  close: async () => undefined,
};

beforeEach(async () => {
  laidOut = [];
  printing = 'works';
  bed = await appBed({ printer });
  await bed.signInAs(supervisor);
});
afterEach(() => bed.remove());

/** so many issues on the day that the clock then stands at */
function issues(day: string, count: number, issue: Partial<MadeUpIssue> = {}): void {
  bed.clock.set(`${day}T10:30`);
  writeInto(bed.ledger(), (writes) => {
    for (let each = 0; each < count; each += 1) writeIssue(writes, { at: `${day}T10:00`, ...issue });
    return null;
  });
}

const month = (name: string) => ({ kind: 'month', month: name }) as const;
const fiscalYear = (year: number) => ({ kind: 'fiscalYear', year }) as const;
const view = (period: StatisticsView['period'], office: StatisticsView['office'] = 'shiminka') =>
  bed.counter.call('statistics.view', { period, office });
function lineOf(of: StatisticsView, code: string) {
  const line = of.lines.find((each) => each.code === code);
  if (line === undefined) throw new Error(`no line ${code}`);
  return line;
}

describe('月計', () => {
  test('前月とも前年同月とも、数と差と比で比べる', async () => {
    issues('2026-12-10', 4);
    issues('2027-11-05', 5);
    issues('2027-12-15', 6, { procedure: 'renew' });
    bed.clock.set('2028-01-04T09:00');
    const december = await view(month('2027-12'));
    expect(december).toMatchObject({ from: '2027-12-01', until: '2027-12-31', progress: 'over', coverage: 'whole' });
    expect(december.bases).toEqual([
      { name: 'before', from: '2027-11-01', until: '2027-11-30', cut: false, coverage: 'whole', since: '2026-11-24' },
      {
        name: 'yearBefore',
        from: '2026-12-01',
        until: '2026-12-31',
        cut: false,
        coverage: 'whole',
        since: '2026-11-24',
      },
    ]);
    expect(lineOf(december, 'received')).toMatchObject({
      value: 6,
      compared: [
        { base: 5, difference: 1, ratio: 1.2 },
        { base: 4, difference: 2, ratio: 1.5 },
      ],
    });
    expect(lineOf(december, 'received.renew')).toMatchObject({
      value: 6,
      compared: [
        { base: 0, difference: 6, ratio: null },
        { base: 0, difference: 6, ratio: null },
      ],
    });
    expect(lineOf(december, 'issued.renew.signature').value).toBe(6);
  });

  test('台帳より前の月は、0ではなく記録なし。初日を含む月は、その日からと言い、差を出さない', async () => {
    issues('2026-11-30', 3);
    issues('2026-12-02', 2);
    bed.clock.set('2027-01-04T09:00');
    const october = await view(month('2026-10'));
    expect(october).toMatchObject({ coverage: 'none', since: '2026-11-24' });
    expect(lineOf(october, 'received')).toMatchObject({
      value: null,
      compared: [
        { base: null, difference: null, ratio: null },
        { base: null, difference: null, ratio: null },
      ],
    });
    const november = await view(month('2026-11'));
    expect(november).toMatchObject({ coverage: 'partly', since: '2026-11-24' });
    expect(lineOf(november, 'received').value).toBe(3);
    const december = await view(month('2026-12'));
    expect(december.bases[0]).toMatchObject({ coverage: 'partly', since: '2026-11-24' });
    expect(lineOf(december, 'received')).toMatchObject({
      value: 2,
      compared: [
        { base: 3, difference: null, ratio: null },
        { base: null, difference: null, ratio: null },
      ],
    });
  });

  test('途中の月は、前月と前年同月の同じ日までと比べ、きょうの分も入る', async () => {
    issues('2026-12-10', 1);
    issues('2026-12-11', 9);
    issues('2027-11-10', 2);
    issues('2027-11-11', 9);
    issues('2027-12-10', 4);
    const december = await view(month('2027-12'));
    expect(december).toMatchObject({ progress: 'running', today: '2027-12-10' });
    expect(december.bases.map(({ from, until, cut }) => [from, until, cut])).toEqual([
      ['2027-11-01', '2027-11-10', true],
      ['2026-12-01', '2026-12-10', true],
    ]);
    expect(lineOf(december, 'received').compared).toEqual([
      { base: 2, difference: 2, ratio: 2 },
      { base: 1, difference: 3, ratio: 4 },
    ]);
  });

  test('締めたあとの失効 (X5) は翌日に数え、きょうまでの計にも月の欄にも入らない (B4)', async () => {
    issues('2026-11-24', 1);
    bed.ledger().write({ staff: 'e'.repeat(32), role: 'supervisor' }, null, (writes) => {
      const at = '2026-11-24T17:30:00.000+09:00';
      writes.closeDay({
        ...{ day: '2026-11-24', occurredAt: at, checkedBy: 'f'.repeat(32), reported: [], explanations: [] },
      });
      writes.append({
        name: 'issuerKeyRevoked/1',
        case: null,
        occurredAt: at,
        payload: { kinds: ['signature'], issuedFrom: '2026-11-01', issuedUntil: '2026-11-30', covered: 1 },
        personal: { basis: '発行者からの通知' },
      });
      return null;
    });
    const year = await view(fiscalYear(2026));
    const november = (of: StatisticsView) => lineOf(of, 'revoked').months[7];
    expect([lineOf(year, 'revoked').value, november(year)]).toEqual([0, 0]);
    bed.clock.set('2026-11-25T09:00');
    const next = await view(fiscalYear(2026));
    expect([lineOf(next, 'revoked').value, november(next)]).toEqual([1, 1]);
  });

  test('まだ始まっていない月も年度も、断る', async () => {
    const { message, code } = await bed.counter.refused('statistics.view', { period: month('2026-12'), office: 'all' });
    expect(code).toBe('periodAhead');
    expect(message).toContain('まだ始まっていない');
    expect((await bed.counter.refused('statistics.view', { period: fiscalYear(2027), office: 'all' })).code).toBe(
      'periodAhead',
    );
  });

  test('支所の台帳を知らないあいだ、支所は記録なしで、すべての窓口は市民課の数になる', async () => {
    issues('2026-11-25', 2);
    expect(lineOf(await view(month('2026-11'), 'sobue'), 'received').value).toBeNull();
    const all = await view(month('2026-11'), 'all');
    expect(lineOf(all, 'received').value).toBe(2);
    expect(all.offices.map(({ office, coverage, received }) => [office, coverage, received])).toEqual([
      ['shiminka', 'partly', 2],
      ['sobue', 'none', null],
      ['heiwa', 'none', null],
    ]);
  });

  test('職員は見られない', async () => {
    await bed.signInAs(clerk);
    for (const [method, input] of [
      ['statistics.view', { period: month('2026-11'), office: 'all' }],
      ['statistics.forecast', { office: 'all' }],
    ] as const) {
      expect((await bed.counter.refused(method, input)).code).toBe('notAllowed');
    }
  });
});

describe('年度計', () => {
  test('3月31日は前の年度、4月1日は次の年度に入り、月々の和が年度の計になる', async () => {
    issues('2027-03-31', 2);
    issues('2027-04-01', 3);
    issues('2028-02-29', 5);
    issues('2028-03-31', 1);
    bed.clock.set('2028-04-03T09:00');
    const [year2026, year2027] = [await view(fiscalYear(2026)), await view(fiscalYear(2027))];
    expect(lineOf(year2026, 'received').value).toBe(2);
    expect(lineOf(year2026, 'received').months).toEqual([
      ...[null, null, null, null, null, null, null],
      ...[0, 0, 0, 0, 2],
    ]);
    const line = lineOf(year2027, 'received');
    expect(line.value).toBe(9);
    expect(line.months).toEqual([3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 1]);
    expect(line.monthsBefore).toEqual(lineOf(year2026, 'received').months);
    // The year before began with the ledger on 24 November: its number stands, a difference would mislead.
    expect(year2027.bases).toEqual([
      {
        name: 'yearBefore',
        from: '2026-04-01',
        until: '2027-03-31',
        cut: false,
        coverage: 'partly',
        since: '2026-11-24',
      },
    ]);
    expect(line.compared).toEqual([{ base: 2, difference: null, ratio: null }]);
  });

  test('途中の年度は、前年度の同じ日までと比べ、先の月は空ける', async () => {
    issues('2027-06-01', 4);
    issues('2027-09-01', 9);
    issues('2028-06-01', 6);
    bed.clock.set('2028-07-10T09:00');
    const year = await view(fiscalYear(2028));
    expect(year.bases[0]).toMatchObject({ from: '2027-04-01', until: '2027-07-10', cut: true });
    expect(lineOf(year, 'received')).toMatchObject({
      value: 6,
      compared: [{ base: 4, difference: 2, ratio: 1.5 }],
      months: [0, 0, 6, 0, null, null, null, null, null, null, null, null],
      monthsBefore: [0, 0, 4, 0, 0, 9, 0, 0, 0, 0, 0, 0],
    });
    expect(year.months.map(({ progress }) => progress).slice(2, 5)).toEqual(['over', 'running', 'ahead']);
  });
});

describe('更新の見込み', () => {
  test('有効な証明書だけを、満了の週と、更新できるようになる週に数える (W1)', async () => {
    issues('2026-11-24', 2, { expiresOn: '2027-04-01' });
    issues('2026-11-24', 1, { expiresOn: '2027-04-01', kind: 'userAuthentication' });
    bed.clock.set('2026-11-24T11:00');
    const forecast = await bed.counter.call('statistics.forecast', { office: 'shiminka' });
    const of = (monday: string) => forecast.weeks.find((week) => week.monday === monday);
    expect(of('2027-03-29')?.ending).toEqual({ signature: 2, userAuthentication: 1 });
    expect(of('2026-12-28')?.opening).toEqual({ signature: 2, userAuthentication: 1 });
    const renewed = writeInto(bed.ledger(), (writes) => {
      const old = writeIssue(writes, { at: '2026-11-24T11:00', expiresOn: '2027-04-01' });
      return writeIssue(writes, {
        at: '2026-11-24T11:00',
        expiresOn: '2032-04-01',
        replaces: [{ case: old, line: 1 }],
      });
    });
    expect(renewed).toHaveLength(32);
    expect(await bed.counter.call('statistics.forecast', { office: 'shiminka' })).toEqual(forecast);
    const sobue = await bed.counter.call('statistics.forecast', { office: 'sobue' });
    expect(sobue.weeks.every(({ ending }) => ending.signature === 0)).toBe(true);
  });
});

describe('統計を出す', () => {
  const chosen = (format: 'csv' | 'xlsx' | 'pdf', report: object = month('2026-11')) =>
    ({ requestId: requestId(), report, office: 'shiminka', format }) as Parameters<typeof exported>[0];
  const exported = (input: Parameters<typeof bed.counter.call<'statistics.export'>>[1]) =>
    bed.counter.call('statistics.export', input);
  const lastEvents = (count: number) =>
    bed
      .ledger()
      .reads.eventsOfDay('shiminka', '2026-11-24')
      .slice(-count)
      .map(({ name, payload }) => ({ name, payload }));

  test('CSVは、どの行も画面と同じ数で、期間は日付で書く', async () => {
    issues('2026-11-24', 3);
    const { path, rows } = await exported(chosen('csv'));
    expect(path).toMatch(/月計-市民課-202611\.csv$/);
    const [heading, ...records] = readCsv(readFileSync(path, 'utf8').replace('\u{feff}', ''));
    expect(records).toHaveLength(rows);
    const column = (name: string) => heading?.indexOf(name) ?? -1;
    const shown = await view(month('2026-11'));
    expect(records.map((row) => row[column('数')])).toEqual(shown.lines.map(({ value }) => String(value)));
    const received = records.find((row) => row[column('項目')] === '受付 計') ?? [];
    expect([received[0], received[1], received[column('進み')]]).toEqual([
      '2026-11-01',
      '2026-11-30',
      '途中(11月24日まで)・11月24日からの記録',
    ]);
    expect([received[column('前月')], received[column('前月との差')], received[column('前月比(%)')]]).toEqual([
      '記録なし',
      '',
      '',
    ]);
  });

  test('Excelは、本物の日と数で、年度計は月々の列を持つ', async () => {
    issues('2026-11-24', 3);
    const { path } = await exported({ ...chosen('xlsx', fiscalYear(2026)), office: 'all' });
    expect(path).toMatch(/年度計-全窓口-2026年度\.xlsx$/);
    const [sheet, about] = readXlsx(readFileSync(path));
    expect(sheet?.name).toBe('年度計');
    expect(sheet?.frozenRows).toBe(1);
    const heading = sheet?.rows[0]?.map((cell) => cell?.value) ?? [];
    const offices = sheet?.rows.slice(1).map((row) => row[heading.indexOf('窓口')]?.value);
    expect([...new Set(offices)]).toEqual(['すべての窓口', '市民課', '祖父江支所', '平和支所']);
    const first = sheet?.rows[1] ?? [];
    expect(first[0]).toEqual({ value: serialOf('2026-04-01'), format: '[$-411]ggge"年"m"月"d"日"' });
    expect(first[heading.indexOf('数')]?.value).toBe(3);
    expect(first[heading.indexOf('11月')]?.value).toBe(3);
    expect(first[heading.indexOf('10月')]?.value).toBe('記録なし');
    expect(first[heading.indexOf('12月')] ?? null).toBeNull();
    expect(about?.rows[1]?.map((cell) => cell?.value)).toEqual(['年度計', '令和8年度']);
  });

  test('見込みも書き出せる', async () => {
    issues('2026-11-24', 2, { expiresOn: '2027-04-01' });
    const { path } = await exported(chosen('csv', { kind: 'forecast' }));
    const [heading, ...records] = readCsv(readFileSync(path, 'utf8').replace('\u{feff}', ''));
    expect(heading).toEqual([
      ...['週の始まり', '週の終わり', '発行した窓口', '証明書', '満了する(枚)', '更新できるようになる(枚)'],
    ]);
    expect(records).toContainEqual(['2027-03-29', '2027-04-04', '市民課', '署名用', '2', '0']);
    expect(records).toContainEqual(['2026-12-28', '2027-01-03', '市民課', '署名用', '0', '2']);
  });

  test('PDFもCSVもExcelも、まず台帳に残してから出す (B5)', async () => {
    await exported(chosen('csv'));
    await exported(chosen('xlsx', fiscalYear(2026)));
    await exported(chosen('pdf', { kind: 'forecast' }));
    const office = 'shiminka';
    expect(lastEvents(3)).toMatchObject([
      {
        name: 'exported/3',
        payload: { what: 'statistics', format: 'csv', day: '2026-11-01', until: '2026-11-30', office },
      },
      { name: 'exported/3', payload: { what: 'statistics', format: 'xlsx', day: '2026-04-01', until: '2027-03-31' } },
      {
        name: 'exported/3',
        payload: { what: 'renewalForecast', format: 'pdf', day: '2026-11-23', until: '2027-11-28' },
      },
    ]);
    expect(laidOut).toHaveLength(1);
  });

  test('紙を作れなければ、何も書き出さず、どうするかを言う', async () => {
    printing = 'fails';
    const refused = await bed.counter.refused('statistics.export', chosen('pdf'));
    expect(refused.code).toBe('sheetNotMade');
    expect(refused.message).toContain('ほかの形で書き出してください');
    expect(lastEvents(2)).toMatchObject([
      { name: 'exported/3', payload: { what: 'statistics', format: 'pdf' } },
      { name: 'exportFailed/1', payload: { what: 'statistics', format: 'pdf', why: 'failed' } },
    ]);
  });

  test('F9の印刷も残り、刷れなければそれも残る (B3, B5)', async () => {
    const print = { requestId: requestId(), report: month('2026-11'), office: 'all', to: 'printer' } as const;
    await bed.counter.call('statistics.print', print);
    expect(lastEvents(1)).toMatchObject([{ name: 'printed/2', payload: { form: 'list', cases: [], to: 'printer' } }]);
    expect(laidOut[0]).toContain('令和8年11月');
    printing = 'fails';
    expect((await bed.counter.refused('statistics.print', { ...print, requestId: requestId() })).code).toBe(
      'printFailed',
    );
    expect(lastEvents(1)).toMatchObject([{ name: 'printFailed/2' }]);
  });

  test('同じ依頼をもう一度押しても、一度しか残さない', async () => {
    const input = chosen('csv');
    await exported(input);
    const before = bed.events();
    await exported(input);
    expect(bed.events()).toBe(before);
  });

  test('見るだけでは、個人の記録を見たことにならない', async () => {
    writeInto(bed.ledger(), (writes) => writeReception(writes, { at: '2026-11-24T10:30' }));
    const before = bed.events();
    await view(month('2026-11'), 'all');
    await bed.counter.call('statistics.forecast', { office: 'all' });
    expect(bed.events()).toBe(before);
  });
});
