import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Connect, type Connection, connectEncrypted } from '../../../src-main/store/connection.ts';
import { runLedger } from '../../../src-main/store/ledger.ts';
import { ledgerFiles } from '../../../src-main/store/ledger-files.ts';
import { openReads } from '../../../src-main/store/open-reads.ts';
import { openSession } from '../../../src-main/store/session.ts';
import { type Bed, chance, clerk, ledgerBed, receive, receiveOne, succeeded } from './fixture.ts';

let bed: Bed;
beforeEach(() => {
  bed = ledgerBed();
});
afterEach(() => bed.remove());

type Fault = { armed: boolean };

/** A disk that fails at `COMMIT`, after or before the bytes are there. */
function failingDisk(fault: Fault, code: string, when: 'before' | 'after'): Connect {
  return (path, key, mode) => {
    const connection = connectEncrypted(path, key, mode);
    const exec = connection.exec.bind(connection);
    connection.exec = (sql) => {
      if (sql !== 'COMMIT' || !fault.armed) return exec(sql);
      fault.armed = false;
      if (when === 'after') exec('COMMIT');
      throw new Database.SqliteError('disk I/O error', code);
    };
    return connection;
  };
}

describe('ディスクの失敗', () => {
  test('満杯なら「保存されていない」と答え、あとで空けば続けられる', () => {
    const limits: Connection[] = [];
    bed.reopen({
      connect: (path, key, mode) => {
        const connection = connectEncrypted(path, key, mode);
        limits.push(connection);
        return connection;
      },
    });
    const writing = limits.at(-1);
    const pages = Number(writing?.pragma('page_count', { simple: true }));
    writing?.pragma(`max_page_count = ${pages}`);
    const before = bed.ledger().reads.count();
    let result = bed.ledger().write(clerk, 'full', (writes) => receive(writes, { texts: ['長い控え'.repeat(2000)] }));
    expect(result).toEqual({ ok: false, failure: { code: 'ledgerFull' } });
    expect(bed.ledger().reads.count()).toEqual(before);
    expect(bed.ledger().reads.requestResult('full')).toBeNull();
    writing?.pragma('max_page_count = 1000000');
    result = bed.ledger().write(clerk, 'full', (writes) => receive(writes, { texts: ['長い控え'.repeat(2000)] }));
    expect(result.ok).toBe(true);
    expect(bed.ledger().health().state).toBe('normal');
  });

  test('ほかの書き手が放さないときは「混んでいる・保存されていない」と答える', { timeout: 20_000 }, () => {
    const blocker = bed.raw();
    blocker.exec('BEGIN IMMEDIATE');
    expect(bed.ledger().write(clerk, 'busy', receive)).toEqual({ ok: false, failure: { code: 'ledgerBusy' } });
    blocker.exec('ROLLBACK');
    blocker.close();
    succeeded(bed.ledger().write(clerk, 'busy', receive));
  });

  test.each([
    ['SQLITE_IOERR_FSYNC', 'request'],
    ['SQLITE_IOERR_FSYNC', null],
    ['SQLITE_CORRUPT', 'request'],
  ])('%s のあと台帳にあった保存は、開き直して見つけ、保存されたと答える(依頼番号 %s)', (code, requestId) => {
    const fault = { armed: false };
    bed.reopen({ connect: failingDisk(fault, code, 'after') });
    fault.armed = true;
    const result = bed.ledger().write(clerk, requestId, (writes) => ({ case: receive(writes) }));
    expect(result).toEqual({ ok: true, value: { case: expect.stringMatching(/^[0-9a-f]{32}$/) } });
    expect(bed.ledger().health()).toMatchObject({ state: 'readOnly', why: 'unknownWrite', events: 3 });
    expect(bed.ledger().write(clerk, null, receive)).toMatchObject({
      failure: { code: 'ledgerReadOnly', why: 'unknownWrite' },
    });
    expect(bed.reopen({ connect: connectEncrypted }).health()).toMatchObject({ state: 'normal', events: 3 });
  });

  test.each(['request', null])(
    '入出力の失敗のあと台帳になかった保存は、保存されていないと答える(依頼番号 %s)',
    (requestId) => {
      const fault = { armed: false };
      bed.reopen({ connect: failingDisk(fault, 'SQLITE_IOERR_WRITE', 'before') });
      fault.armed = true;
      expect(bed.ledger().write(clerk, requestId, receive)).toEqual({
        ok: false,
        failure: { code: 'ledgerReadOnly', why: 'unknownWrite' },
      });
      expect(bed.ledger().health()).toMatchObject({ state: 'readOnly', why: 'unknownWrite', events: 2 });
    },
  );

  test('開き直すこともできなければ、「分からない」と答える', () => {
    const fault = { armed: false };
    let broken = false;
    const failing = failingDisk(fault, 'SQLITE_IOERR_FSYNC', 'after');
    bed.reopen({
      connect: (path, key, mode) => {
        if (broken) throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_READ');
        return failing(path, key, mode);
      },
    });
    fault.armed = true;
    broken = true;
    expect(bed.ledger().write(clerk, 'request', receive)).toEqual({ ok: false, failure: { code: 'resultUnknown' } });
    expect(bed.ledger().write(clerk, 'next', receive)).toEqual({
      ok: false,
      failure: { code: 'ledgerReadOnly', why: 'unknownWrite' },
    });
    expect(bed.ledger().health()).toMatchObject({ state: 'readOnly', why: 'unknownWrite' });
  });

  test('下書きだけの保存の成否が確かめられないときは、「分からない」と答える', () => {
    const fault = { armed: false };
    bed.reopen({ connect: failingDisk(fault, 'SQLITE_IOERR_FSYNC', 'after') });
    fault.armed = true;
    expect(bed.ledger().write(clerk, null, (writes) => writes.discardDraft('x'))).toEqual({
      ok: false,
      failure: { code: 'resultUnknown' },
    });
  });
});

test('高水位を書けない台帳は、読むだけで開く', () => {
  const { highWater } = ledgerFiles(bed.folder);
  bed.ledger().close();
  rmSync(highWater);
  symlinkSync('/dev/full', highWater);
  expect(bed.reopen().health()).toMatchObject({ state: 'readOnly', why: 'fileReadOnly', events: 2 });
  expect(bed.ledger().write(clerk, null, receive)).toMatchObject({ failure: { code: 'ledgerReadOnly' } });
  bed.ledger().close();
  rmSync(highWater);
  expect(bed.reopen().health().state).toBe('normal');
});

test('高水位だけが書けなかったときは、保存されたと答え、そこからは読み取り専用になる', () => {
  const key = bed.setUp.keyStore.read(bed.folder) ?? new Uint8Array();
  const sessionParts = { chance, policy: '2026-11', substitutes: new Map(), rememberedReceipt: () => 0 };
  const ledger = runLedger({
    options: bed.setUp,
    files: ledgerFiles(bed.folder),
    key,
    connect: connectEncrypted,
    session: openSession(bed.raw(), sessionParts, null),
    sessionParts,
    highWater: {
      read: () => null,
      raise: () => {
        throw new Error('ENOSPC');
      },
      close: () => {},
    },
    lock: null,
    checkedAtStart: 2,
    notices: [],
  });
  expect(ledger.write(clerk, 'request', (writes) => receive(writes)).ok).toBe(true);
  expect(ledger.health()).toMatchObject({ state: 'readOnly', why: 'fileReadOnly', events: 3 });
  expect(ledger.write(clerk, null, receive).ok).toBe(false);
  ledger.close();
});

test('働き手の読むだけの接続は、同じ答えを返し、書くすべを持たない', () => {
  const caseId = receiveOne(bed.ledger());
  const key = bed.setUp.keyStore.read(bed.folder) ?? new Uint8Array();
  const { reads, close } = openReads({ folder: bed.folder, key, substitutes: [] });
  expect(reads.case(caseId)).toEqual(bed.ledger().reads.case(caseId));
  expect(Object.keys(reads)).not.toContain('append');
  close();
  const reading = bed.raw('read');
  expect(() => reading.exec('DELETE FROM draft')).toThrow('readonly');
  reading.close();
});

test('働いている最中に自分の行が読めなくなったら、その操作は保存されず、台帳は読み取り専用になる', () => {
  const caseId = receiveOne(bed.ledger());
  const raw = bed.raw();
  raw.exec(`UPDATE case_state SET version = 7`);
  raw.close();
  const work = () => bed.ledger().write(clerk, 'request', (writes) => writes.case(caseId)?.state.version ?? null);
  expect(work).toThrow('damaged');
  expect(bed.ledger().health()).toMatchObject({ state: 'readOnly', why: 'damaged' });
  expect(work()).toMatchObject({ failure: { code: 'ledgerReadOnly', why: 'damaged' } });
});

describe('ファイルの傷', () => {
  test('ページの中ほどが1ビット変わった台帳は、読めるだけか、開けないかであり、正常とは言わない', () => {
    for (let index = 0; index < 60; index += 1) receiveOne(bed.ledger());
    bed.ledger().close();
    const { database } = ledgerFiles(bed.folder);
    const whole = readFileSync(database);
    let seen = 0;
    for (let page = 0; page < whole.length / 4096; page += 1) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8((flipped[page * 4096 + 2000] ?? 0) ^ 4, page * 4096 + 2000);
      writeFileSync(database, flipped);
      let state = '';
      try {
        state = bed.reopen().health().state;
      } catch (error) {
        state = String(error);
      }
      if (state !== 'normal') seen += 1;
    }
    writeFileSync(database, whole);
    expect(bed.reopen().health().state).toBe('normal');
    expect(seen).toBeGreaterThan(whole.length / 4096 / 4);
  });

  test('どのページの1ビットの傷も、全部の点検では見つかる', { timeout: 120_000 }, async () => {
    for (let index = 0; index < 10; index += 1) receiveOne(bed.ledger());
    bed.ledger().close();
    const { database } = ledgerFiles(bed.folder);
    const whole = readFileSync(database);
    const missed: number[] = [];
    for (let page = 0; page < whole.length / 4096; page += 1) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8((flipped[page * 4096 + 2000] ?? 0) ^ 4, page * 4096 + 2000);
      writeFileSync(database, flipped);
      try {
        if ((await bed.reopen().verify()).sound) missed.push(page);
      } catch {
        // it did not even open
      }
    }
    writeFileSync(database, whole);
    expect(missed).toEqual([]);
    expect((await bed.reopen().verify()).sound).toBe(true);
  });
});
