import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp } from '../../../src-main/store/backup.ts';
import { connectEncrypted } from '../../../src-main/store/connection.ts';
import { type Bed, ledgerBed, receiveOne, succeeded } from './fixture.ts';

let bed: Bed;
let path: string;
beforeEach(() => {
  bed = ledgerBed();
  for (let index = 0; index < 20; index += 1) receiveOne(bed.ledger());
  path = join(bed.folder, 'backup.db');
});
afterEach(() => bed.remove());

describe('控え', () => {
  test('WAL にしかない出来事も入り、件数と頭が台帳と一致する', () => {
    const count = bed.ledger().reads.count();
    expect(succeeded(bed.ledger().backUp(path))).toMatchObject({ path, events: 22, head: count.head });
    expect(existsSync(`${path}.unfinished`)).toBe(false);
  });

  test('控えも暗号化されていて、同じ鍵で開け、鍵なしでは読めない', () => {
    succeeded(bed.ledger().backUp(path));
    const bytes = readFileSync(path);
    for (const word of ['稲沢 太郎', 'personal_record', 'SQLite format']) expect(bytes.includes(word)).toBe(false);
    const key = bed.setUp.keyStore.read(bed.folder) ?? new Uint8Array();
    const copy = connectEncrypted(path, key, 'read');
    expect(copy.prepare('SELECT count(*) FROM personal_record').pluck().get()).toBe(20);
    copy.close();
    expect(() => connectEncrypted(path, new Uint8Array(32), 'read')).toThrow();
  });

  test('傷んだ控えは、控えとして数えない', () => {
    const raw = bed.raw();
    const result = backUp(raw, {
      path,
      key: bed.setUp.keyStore.read(bed.folder) ?? new Uint8Array(),
      substitutes: new Map(),
      connect: (copy, key, mode) => {
        const bytes = readFileSync(copy);
        bytes.writeUInt8((bytes[9000] ?? 0) ^ 1, 9000);
        writeFileSync(copy, bytes);
        return connectEncrypted(copy, key, mode);
      },
    });
    raw.close();
    expect(result.ok).toBe(false);
    expect(existsSync(path) || existsSync(`${path}.unfinished`)).toBe(false);
  });

  test('すでにある控えには上書きせず、書けない場所は符号で答える', () => {
    succeeded(bed.ledger().backUp(path));
    const before = readFileSync(path);
    expect(bed.ledger().backUp(path)).toMatchObject({ failure: { code: 'backupNotWritten', detail: 'alreadyExists' } });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(bed.ledger().backUp(join(bed.folder, 'nowhere', 'backup.db'))).toMatchObject({
      failure: { code: 'backupNotWritten' },
    });
  });
});
