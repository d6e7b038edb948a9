import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assertSettings, connectEncrypted, isRecentEnough } from '../../../src-main/store/connection.ts';
import { createLedger } from '../../../src-main/store/create.ts';
import { isLocalDisk, isLocalFileSystem } from '../../../src-main/store/disk.ts';
import { keyFile } from '../../../src-main/store/key-file.ts';
import { ledgerFiles } from '../../../src-main/store/ledger-files.ts';
import { migrate, readMigrations } from '../../../src-main/store/migrations.ts';
import { openLedger } from '../../../src-main/store/open.ts';
import { takeWindowLock } from '../../../src-main/store/window-lock.ts';
import { type Bed, clerk, ledgerBed, receive, receiveOne, succeeded } from './fixture.ts';

let bed: Bed;
beforeEach(() => {
  bed = ledgerBed();
});
afterEach(() => bed.remove());

const files = () => ledgerFiles(bed.folder);

describe('開くときの確認', () => {
  test('表に触れたあとも、書き込みの設定がすべて効いている', () => {
    const connection = bed.raw();
    connection.prepare('SELECT count(*) FROM event').get();
    expect(connection.pragma('synchronous', { simple: true })).toBe(2);
    expect(assertSettings(connection)).toEqual({ ok: true, value: null });
    connection.close();
  });

  test.each([
    ['synchronous', 'NORMAL', '1'],
    ['foreign_keys', 'OFF', '0'],
    ['recursive_triggers', 'OFF', '0'],
    ['secure_delete', 'OFF', '0'],
    ['trusted_schema', 'ON', '1'],
    ['cell_size_check', 'OFF', '0'],
    ['busy_timeout', '0', '0'],
    ['wal_autocheckpoint', '1000', '1000'],
    ['temp_store', 'FILE', '1'],
  ])('%s が %s なら、書き始めない', (setting, weaker, value) => {
    const failed = openLedger({
      ...bed.setUp,
      program: 'commandLine',
      connect: (path, key, mode) => {
        const connection = connectEncrypted(path, key, mode);
        connection.pragma(`${setting} = ${weaker}`);
        return connection;
      },
    });
    expect(failed).toEqual({ ok: false, failure: { code: 'settingNotInForce', setting, value } });
  });

  test('SQLite は 3.51.3 以上だけを認める', () => {
    expect(['3.51.3', '3.51.10', '3.53.4', '4.0.0'].map(isRecentEnough)).toEqual([true, true, true, true]);
    expect(['3.51.2', '3.50.9', '3.9.99', '2.99.0'].map(isRecentEnough)).toEqual([false, false, false, false]);
  });

  test('新しい版の台帳は断り、ファイルの中身は1バイトも変わらない', () => {
    receiveOne(bed.ledger());
    bed.ledger().close();
    const raw = bed.raw();
    raw.pragma('user_version = 9999');
    raw.close();
    const before = readFileSync(files().database);
    expect(openLedger(bed.setUp)).toEqual({
      ok: false,
      failure: { code: 'newerFile', version: 9999, ours: readMigrations().length },
    });
    expect(readFileSync(files().database).equals(before)).toBe(true);
  });

  test('ほかのプログラムのファイルは断る', () => {
    bed.ledger().close();
    const raw = bed.raw();
    raw.pragma('application_id = 1');
    raw.close();
    expect(openLedger(bed.setUp)).toEqual({ ok: false, failure: { code: 'notALedger' } });
  });

  test('鍵がない・鍵が違う・台帳がない・練習用が混ざるときは、それぞれの符号で断る', () => {
    bed.ledger().close();
    const store = (key: Uint8Array | null) => ({ ...bed.setUp, keyStore: { ...bed.setUp.keyStore, read: () => key } });
    expect(openLedger(store(null))).toMatchObject({ failure: { code: 'keyMissing' } });
    expect(openLedger(store(new Uint8Array(32)))).toMatchObject({ failure: { code: 'unreadable' } });
    expect(openLedger({ ...bed.setUp, folder: tmpdir() })).toMatchObject({ failure: { code: 'noLedger' } });
    expect(openLedger({ ...bed.setUp, practice: true })).toEqual({
      ok: false,
      failure: { code: 'practiceMismatch', practice: false },
    });
    expect(createLedger(bed.setUp)).toMatchObject({ failure: { code: 'alreadyExists' } });
    bed.reopen();
  });

  test('共有フォルダーの台帳は断る', () => {
    bed.ledger().close();
    expect(openLedger({ ...bed.setUp, isLocalDisk: () => false })).toMatchObject({ failure: { code: 'notLocalDisk' } });
    expect(isLocalDisk('\\\\server\\share')).toBe(false);
    expect([0x6969, 0xff534d42, 0xfe534d42, 0x01021997].map(isLocalFileSystem)).toEqual([false, false, false, false]);
    expect([0xef53, 0x9123683e, 0x58465342].map(isLocalFileSystem)).toEqual([true, true, true]);
  });

  test('開設が途中で終わっても、半端な台帳は残らず、やり直せる', () => {
    const folder = mkdtempSync(join(tmpdir(), 'madoguchi-half-'));
    const setUp = { ...bed.setUp, folder, clock: { now: () => 'いま' } };
    expect(() => createLedger({ ...setUp, terminalName: '\ud800' })).toThrow();
    expect(existsSync(ledgerFiles(folder).database)).toBe(false);
    const again = succeeded(createLedger({ ...bed.setUp, folder }));
    expect(again.reads.count().events).toBe(2);
    again.close();
    rmSync(folder, { recursive: true });
  });
});

describe('窓は一つ', () => {
  test('窓が開いているあいだ、二つ目の窓は断られ、閉じれば開ける', () => {
    expect(openLedger(bed.setUp)).toEqual({ ok: false, failure: { code: 'alreadyOpen' } });
    const again = bed.reopen();
    expect(again.health().state).toBe('normal');
    expect(takeWindowLock(files().windowLock)).toBeNull();
  });

  test('コマンドは窓の脇から追記でき、窓はそれを読む', () => {
    const beside = succeeded(openLedger({ ...bed.setUp, program: 'commandLine' }));
    const caseId = receiveOne(beside);
    expect(bed.ledger().reads.case(caseId)?.state.version).toBe(1);
    receiveOne(bed.ledger());
    expect(beside.reads.count().events).toBe(4);
    beside.close();
  });
});

describe('暗号と鍵', () => {
  test('ディスク上のどのファイルにも、氏名も表の名前も平文では現れない', () => {
    receiveOne(bed.ledger());
    for (const path of [files().database, `${files().database}-wal`, files().highWater]) {
      const bytes = readFileSync(path);
      expect(bytes.length).toBeGreaterThan(0);
      for (const word of ['稲沢 太郎', 'イナザワ', 'personal_record', 'SQLite format'])
        expect(bytes.includes(word)).toBe(false);
    }
  });

  test('鍵ファイルは持ち主だけが読め、32バイトの乱数である', () => {
    const path = join(bed.folder, 'ledger.key');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'ascii')).toMatch(/^[0-9a-f]{64}\n$/);
  });

  test('鍵ファイルがほかの人にも読めるときは断り、修復を選べば狭めて知らせる', () => {
    bed.ledger().close();
    chmodSync(join(bed.folder, 'ledger.key'), 0o640);
    expect(openLedger(bed.setUp)).toEqual({ ok: false, failure: { code: 'keyRefused', why: 'permissionsTooWide' } });
    let noticed = 0;
    const keyStore = keyFile({
      whenTooWide: 'repair',
      noticed: () => {
        noticed += 1;
      },
    });
    bed.reopen({ keyStore });
    expect(noticed).toBe(1);
    expect(statSync(join(bed.folder, 'ledger.key')).mode & 0o777).toBe(0o600);
  });

  test('鍵が鍵の形をしていない、または作り直そうとするときは断る', () => {
    expect(() => bed.setUp.keyStore.create(bed.folder)).toThrow('alreadyThere');
    bed.ledger().close();
    const kept = readFileSync(join(bed.folder, 'ledger.key'));
    writeFileSync(join(bed.folder, 'ledger.key'), 'abc');
    expect(openLedger(bed.setUp)).toMatchObject({ failure: { code: 'keyRefused', why: 'notAKey' } });
    writeFileSync(join(bed.folder, 'ledger.key'), kept);
    bed.reopen();
  });
});

describe('読み取り専用で開く', () => {
  const refusesToWrite = (why: string) => {
    expect(bed.ledger().health()).toMatchObject({ state: 'readOnly', why });
    expect(bed.ledger().write(clerk, null, receive)).toEqual({ ok: false, failure: { code: 'ledgerReadOnly', why } });
  };

  test('読み取り専用の属性が付いたファイルは、読めるが書けない', () => {
    const caseId = receiveOne(bed.ledger());
    bed.ledger().close();
    chmodSync(files().database, 0o400);
    bed.reopen();
    refusesToWrite('fileReadOnly');
    expect(bed.ledger().reads.case(caseId)?.holder?.name).toBe('稲沢 太郎');
  });

  test('空き容量が足りないときは、読めるが書けない', () => {
    bed.reopen({ neededBytes: Number.MAX_SAFE_INTEGER });
    refusesToWrite('diskFull');
  });

  test('末尾を失った台帳(古い控えに置き換わったもの)は、高水位との食い違いで分かる', () => {
    receiveOne(bed.ledger());
    bed.ledger().close();
    const older = join(bed.folder, 'older.db');
    copyFileSync(files().database, older);
    bed.reopen();
    receiveOne(bed.ledger());
    bed.ledger().close();
    copyFileSync(older, files().database);
    bed.reopen();
    refusesToWrite('rolledBack');
  });

  test('WAL が途中で切れて末尾が消えた台帳は、きれいに開けても「巻き戻り」と分かる', () => {
    bed.ledger().settle();
    receiveOne(bed.ledger());
    const wal = readFileSync(`${files().database}-wal`);
    const main = readFileSync(files().database);
    bed.ledger().close();
    writeFileSync(files().database, main);
    writeFileSync(`${files().database}-wal`, wal.subarray(0, wal.length - 100));
    bed.reopen();
    expect(bed.ledger().reads.count().events).toBe(2);
    refusesToWrite('rolledBack');
  });

  test('WAL が無傷なら、同じ手順でも正常に開く(上の試験の対照)', () => {
    bed.ledger().settle();
    receiveOne(bed.ledger());
    const wal = readFileSync(`${files().database}-wal`);
    const main = readFileSync(files().database);
    bed.ledger().close();
    writeFileSync(files().database, main);
    writeFileSync(`${files().database}-wal`, wal);
    expect(bed.reopen().health()).toMatchObject({ state: 'normal', events: 3 });
  });

  test('高水位のファイルがなくなっていれば、知らせて作り直す', () => {
    receiveOne(bed.ledger());
    bed.ledger().close();
    rmSync(files().highWater);
    expect(bed.reopen().health()).toMatchObject({ state: 'normal', notices: ['highWaterMissing'] });
    expect(bed.reopen().health()).toMatchObject({ state: 'normal', notices: [] });
  });
});

describe('移行', () => {
  test('失敗した移行は、版も表も前のままにする', () => {
    const raw = bed.raw();
    const ours = readMigrations();
    const broken = {
      number: ours.length + 1,
      name: 'broken',
      sql: 'CREATE TABLE half (a TEXT) STRICT; SELECT nothing FROM nowhere;',
    };
    expect(() => migrate(raw, [...ours, broken])).toThrow();
    expect(raw.pragma('user_version', { simple: true })).toBe(ours.length);
    expect(raw.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get()).toBe(0);
    raw.close();
  });

  test('番号の飛んだ移行は読み込まない', () => {
    const folder = mkdtempSync(join(tmpdir(), 'madoguchi-migrations-'));
    writeFileSync(join(folder, '0002_second.sql'), '');
    expect(() => readMigrations(folder)).toThrow('0002_second.sql');
    rmSync(folder, { recursive: true });
  });

  test('次の版の移行は、開くときに一度だけ当たる', () => {
    const next = { number: readMigrations().length + 1, name: 'next', sql: 'CREATE TABLE next (a TEXT) STRICT;' };
    bed.reopen({ migrations: [...readMigrations(), next] });
    bed.reopen({ migrations: [...readMigrations(), next] });
    expect(bed.ledger().health().state).toBe('normal');
    expect(openLedger({ ...bed.setUp, program: 'commandLine' })).toMatchObject({ failure: { code: 'newerFile' } });
  });
});
