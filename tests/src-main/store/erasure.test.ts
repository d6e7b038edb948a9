import { existsSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectEncrypted } from '../../../src-main/store/connection.ts';
import { ledgerFiles } from '../../../src-main/store/ledger-files.ts';
import { countInPages } from '../../../src-main/store/page-search.ts';
import {
  type Bed,
  chance,
  clerk,
  day,
  issued,
  ledgerBed,
  parked,
  receiveOne,
  succeeded,
  supervisor,
  verified,
} from './fixture.ts';

let bed: Bed;
let caseId: string;
let other: string;
const note = '転居先は弥富市とのこと';

beforeEach(() => {
  bed = ledgerBed();
  for (let index = 0; index < 30; index += 1) receiveOne(bed.ledger(), { name: `先客 ${index}号`, kana: 'センキャク' });
  caseId = receiveOne(bed.ledger(), {
    name: '消去 花子',
    kana: 'ショウキョ ハナコ',
    bornOn: '1991-09-09',
    address: '愛知県稲沢市消去町99番地',
    texts: ['『引用"』付きの控え'],
  });
  other = receiveOne(bed.ledger(), { name: '残留 一郎', address: '愛知県稲沢市残留町1番地' });
  succeeded(
    bed.ledger().write(clerk, 'request-with-case', (writes) => {
      writes.append(verified(caseId));
      writes.append(parked(caseId, note));
      writes.append(issued(caseId, 'SERIAL-TO-ERASE'));
      const draft = {
        owner: 'a'.repeat(32),
        task: 'intake',
        version: 1,
        savedAt: `${day}T10:00:00.000+09:00`,
        title: '受付',
      };
      writes.saveDraft({ ...draft, draft: chance.hex(16), content: '{"name":"消去 花子"}' });
      writes.saveDraft({ ...draft, draft: 'kept', content: '{"name":"残留 一郎"}' });
      return { case: caseId };
    }),
  );
});
afterEach(() => bed.remove());

const recordsOf = (id: string) =>
  bed
    .ledger()
    .reads.caseEvents(id)
    .flatMap((event) => ('envelope' in event && event.envelope.record !== null ? [event.envelope.record] : []));
const eraseThem = () =>
  bed.ledger().erase(clerk, { records: recordsOf(caseId), basis: '保存年限の経過', approver: supervisor.staff ?? '' });
const personal = [
  '消去 花子',
  'ショウキョ',
  '消去花子',
  '消去町99番地',
  note,
  'SERIAL-TO-ERASE',
  '『引用\\"』付きの控え',
];
const inPages = () => {
  const raw = bed.raw('read');
  const counts = countInPages(
    raw,
    personal.map((text) => ({ kind: 'value' as const, bytes: Buffer.from(text, 'utf8') })),
  );
  raw.close();
  return counts;
};

describe('消去', () => {
  test('消去の前は必ず見つかり、後はどのページにも一つも残らない', () => {
    expect(recordsOf(caseId)).toHaveLength(3);
    expect(inPages().every((count) => count > 0)).toBe(true);
    const report = succeeded(eraseThem());
    expect(report).toMatchObject({ found: 0 });
    expect(report.foundBefore).toBeGreaterThanOrEqual(report.searched - 1);
    expect(inPages()).toEqual(personal.map(() => 0));
  });

  test('消去の直後、WAL ファイルは空である', () => {
    expect(statSync(`${ledgerFiles(bed.folder).database}-wal`).size).toBeGreaterThan(0);
    const before = bed.ledger().reads.count().events;
    succeeded(eraseThem());
    // only the event that keeps the result was written after the log was emptied
    expect(bed.ledger().reads.count().events).toBe(before + 2);
    const wal = readFileSync(`${ledgerFiles(bed.folder).database}-wal`);
    expect(wal.length).toBeLessThan(40 * 4200);
  });

  test('鎖も頭もそのまま正しく、消去と結果は出来事として残り、二度畳んでも同じになる', async () => {
    const { seq } = succeeded(eraseThem());
    const events = bed.ledger().reads.eventsOfDay('shiminka', day);
    expect(events.at(-2)).toMatchObject({
      name: 'personErased/1',
      key: { seq },
      payload: { basis: '保存年限の経過', approver: supervisor.staff },
    });
    expect(events.at(-1)).toMatchObject({ name: 'erasureVerified/1', payload: { erasure: seq, found: 0 } });
    expect(await bed.ledger().verify()).toMatchObject({ sound: true });
    expect(bed.reopen().health().state).toBe('normal');
  });

  test('消したかたは検索でも証明書でも下書きでも現れず、ほかのかたはそのまま残る', () => {
    succeeded(eraseThem());
    const { reads } = bed.ledger();
    expect(reads.case(caseId)).toMatchObject({ holder: null, state: { step: 'finished' } });
    expect(reads.persons({ by: 'name', name: '消去' }, 9)).toEqual([]);
    expect(reads.persons({ by: 'bornOn', bornOn: '1991-09-09' }, 9)).toEqual([]);
    expect(reads.persons({ by: 'serial', serial: 'SERIAL-TO-ERASE' }, 9)).toEqual([]);
    expect(reads.personOf(caseId)).toBeNull();
    expect(reads.certificatesOf('消去 花子', '1991-09-09')).toEqual([]);
    expect(reads.drafts().map((draft) => draft.draft)).toEqual(['kept']);
    expect(reads.case(other)?.holder?.name).toBe('残留 一郎');
    expect(reads.caseEvents(caseId)).toHaveLength(4);
  });

  test('同じ値をほかのかたの記録も持つときは、その値は残り、塩は残らない', () => {
    receiveOne(bed.ledger(), { name: '消去 花子', kana: 'ショウキョ ハナコ' });
    expect(succeeded(eraseThem()).found).toBe(0);
    expect(inPages()[0]).toBeGreaterThan(0);
  });

  test('操作の結果として名前が控えられていたら、消去は「残っている」と正直に答える', () => {
    succeeded(bed.ledger().write(clerk, 'careless', () => ({ name: '消去 花子' })));
    expect(succeeded(eraseThem()).found).toBeGreaterThan(0);
    expect(bed.ledger().reads.eventsOfDay('shiminka', day).at(-1)).toMatchObject({
      name: 'erasureVerified/1',
      payload: { found: 1 },
    });
  });

  test('誰かが古い姿を読んでいるあいだは、始めずに待つよう答える', { timeout: 30_000 }, () => {
    const reader = bed.raw('read');
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM event').get();
    receiveOne(bed.ledger());
    expect(eraseThem()).toEqual({ ok: false, failure: { code: 'ledgerBusy' } });
    expect(recordsOf(caseId)).toHaveLength(3);
    expect(bed.ledger().reads.case(caseId)?.holder?.name).toBe('消去 花子');
    reader.exec('COMMIT');
    reader.close();
    expect(succeeded(eraseThem()).found).toBe(0);
  });

  test('書き直す余地がディスクになければ、消去の出来事は残し、確かめられなかったと正直に答える', () => {
    bed.reopen({
      connect: (path, key, mode) => {
        const connection = connectEncrypted(path, key, mode);
        const exec = connection.exec.bind(connection);
        connection.exec = (sql) => {
          if (sql === 'VACUUM') throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
          return exec(sql);
        };
        return connection;
      },
    });
    expect(succeeded(eraseThem()).found).toBeGreaterThan(0);
    expect(bed.ledger().reads.eventsOfDay('shiminka', day).at(-1)).toMatchObject({
      name: 'erasureVerified/1',
      payload: { found: 1 },
    });
    expect(bed.ledger().reads.case(caseId)?.holder).toBeNull();
  });

  test('一人では消去できず、ない記録も消去できない', () => {
    const request = { records: recordsOf(caseId), basis: '申出', approver: clerk.staff ?? '' };
    expect(() => bed.ledger().erase(clerk, request)).toThrow('two people');
    expect(() =>
      bed.ledger().erase(clerk, { ...request, approver: supervisor.staff ?? '', records: [chance.hex(16)] }),
    ).toThrow('not there');
    expect(bed.ledger().reads.case(caseId)?.holder).not.toBeNull();
  });

  test('消去の途中で書き出された一時ファイルは、フォルダーに残らない', () => {
    succeeded(eraseThem());
    expect(existsSync(`${ledgerFiles(bed.folder).database}-journal`)).toBe(false);
  });
});
