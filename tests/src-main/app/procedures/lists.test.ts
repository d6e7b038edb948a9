import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { savedAsOne } from '../../../../src-main/system/kept-files.ts';
import type { ListName } from '../../../../src-shared/contract/api/list-api.ts';
import { fail } from '../../../../src-shared/kernel/result.ts';
import { requestId, supervisor, visitOf } from '../../../support/made-up.ts';
import { readCsv } from '../../documents/read-csv.ts';
import { readXlsx, serialOf } from '../../documents/read-xlsx.ts';
import { type AppBed, appBed } from '../app-bed.ts';
import { holderWithCertificates, post, receiveByLetter, receiveNow } from './bed.ts';

let bed: AppBed;
beforeEach(async () => {
  bed = await appBed();
});
afterEach(() => bed.remove());

async function exported(list: ListName, caseId: string | null = null): Promise<readonly (readonly string[])[]> {
  const { path, rows } = await bed.counter.call('list.export', {
    requestId: requestId(),
    list,
    case: caseId,
    format: 'csv',
  });
  const table = readCsv(readFileSync(path, 'utf8').replace('\u{feff}', ''));
  expect(table).toHaveLength(rows + 1);
  return table;
}

const cells = (table: readonly (readonly string[])[], name: string) =>
  table.slice(1).map((row) => row[table[0]?.indexOf(name) ?? -1]);

describe('一覧の書き出し', () => {
  test('今日の窓口は今日の受付を、未了は前の日までの済んでいない受付を書く', async () => {
    await holderWithCertificates(bed);
    bed.clock.advance(5);
    await receiveNow(bed, { holder: { ...visitOf().holder, name: '練習 未了' } });
    expect(cells(await exported('today'), '状態')).toEqual(['発行済', '確認済']);
    expect(await exported('unfinished')).toHaveLength(1);
    bed.clock.set('2026-11-25T10:00');
    expect(await exported('today')).toHaveLength(1);
    expect(cells(await exported('unfinished'), '氏名')).toEqual(['練習 未了']);
  });

  test('照会の一覧は、期限を ISO の日付で書き、期限切れの受付は未了に入らない (D5)', async () => {
    await post(bed, await receiveByLetter(bed));
    bed.clock.set('2026-12-28T10:00');
    const letters = await exported('letters');
    expect([cells(letters, '状態'), cells(letters, '残り'), cells(letters, '期限')]).toEqual([
      ['期限切れ'],
      ['4日過ぎ'],
      ['2026-12-24'],
    ]);
    expect(await exported('unfinished')).toHaveLength(1);
  });

  test('もうすぐ満了する証明書は、更新できる日とともに書く (W1)', async () => {
    await holderWithCertificates(bed);
    bed.clock.set('2030-01-15T10:00');
    // 2030-04-01 まで: 1月2日から更新できる
    expect(cells(await exported('endingSoon'), '更新できる日')).toEqual(['2030-01-02', '2030-01-02']);
  });

  test('すべての窓口の照会は、責任者だけが書き出せる', async () => {
    await post(bed, await receiveByLetter(bed));
    const everywhere = { requestId: requestId(), list: 'lettersEverywhere', case: null, format: 'csv' } as const;
    expect((await bed.counter.refused('list.export', everywhere)).code).toBe('notAllowed');
    await bed.signInAs(supervisor);
    expect(cells(await exported('lettersEverywhere'), '窓口')).toEqual(['市民課']);
  });

  test('人の経過は、選んだ人だけのもので、選ばなければ断る', async () => {
    const done = await holderWithCertificates(bed);
    const table = await exported('person', done.summary.case);
    expect(table.length).toBeGreaterThan(3);
    const nobody = { requestId: requestId(), list: 'person', case: null, format: 'csv' } as const;
    expect((await bed.counter.refused('list.export', nobody)).code).toBe('caseNotFound');
  });

  test('ファイルを書けなければ、書き出せなかったことも台帳に残る (B5)', async () => {
    bed.remove();
    bed = await appBed({ files: savedAsOne(() => fail({ code: 'fileNotWritten', detail: '' })) });
    await receiveNow(bed);
    const before = bed.events();
    const wish = { requestId: requestId(), list: 'today', case: null, format: 'xlsx' } as const;
    expect((await bed.counter.refused('list.export', wish)).code).toBe('fileNotWritten');
    const told = bed
      .ledger()
      .outgoing(before)
      .map(({ body }) => JSON.parse(body));
    expect(told.map(({ type }) => type)).toEqual(['exported', 'shown', 'exportFailed']);
    const { rows, ...named } = told[0].payload;
    expect(told[2].payload).toEqual({ ...named, why: 'failed' });
  });

  test('Excelでも書き出せ、期限は本物の日になる', async () => {
    await post(bed, await receiveByLetter(bed));
    const { path } = await bed.counter.call('list.export', {
      requestId: requestId(),
      list: 'letters',
      case: null,
      format: 'xlsx',
    });
    expect(path).toMatch(/照会-市民課-20261124\.xlsx$/);
    const [sheet] = readXlsx(readFileSync(path));
    const [heading, row] = (sheet?.rows ?? []).map((each) => each.map((cell) => cell?.value ?? null));
    expect(row?.[heading?.indexOf('期限') ?? -1]).toBe(serialOf('2026-12-24'));
    expect(row?.[heading?.indexOf('状態') ?? -1]).toBe('照会中');
  });

  test('書き出しは、先に台帳に残る (B5)', async () => {
    await receiveNow(bed);
    const before = bed.events();
    await exported('today');
    expect(bed.events()).toBe(before + 2);
  });
});
