import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src-main/store/connection.ts';
import { exportEvents } from '../../../src-main/store/export-events.ts';
import { eventHash } from '../../../src-main/store/hashing.ts';
import { receiveEvents } from '../../../src-main/store/receive.ts';
import { verifyAll } from '../../../src-main/store/verify.ts';
import { type Bed, chance, clerk, day, ledgerBed, parked, receiveOne, succeeded } from './fixture.ts';
import { foreignLedger } from './foreign.ts';

const secondVerifier = fileURLToPath(new URL('./second-verifier.mjs', import.meta.url));

let bed: Bed;
let raw: Connection;
beforeEach(() => {
  bed = ledgerBed();
  for (let index = 0; index < 10; index += 1) {
    const caseId = receiveOne(bed.ledger());
    succeeded(bed.ledger().write(clerk, null, (writes) => writes.append(parked(caseId)).hash));
  }
  raw = bed.raw();
});
afterEach(() => {
  raw.close();
  bed.remove();
});

const none = new Map<string, string>();
const check = () => verifyAll(raw, none, null);

/** What the independent verifier says of an export of this very file. */
function second(withRecords = true): {
  sound: boolean;
  events: number;
  records: number;
  first: string | null;
  heads: Record<string, string>;
} {
  const lines = [...exportEvents(raw, withRecords)].join('\n');
  return JSON.parse(execFileSync(process.execPath, [secondVerifier], { input: lines, encoding: 'utf8' }));
}

/** A hand that has the file and the key: takes the triggers away, changes, and puts them back. */
function tamper(change: () => void): void {
  const triggers = raw
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  raw.pragma('foreign_keys = OFF');
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
  change();
  for (const { sql } of triggers) raw.exec(sql);
  raw.pragma('foreign_keys = ON');
}

const brokenAt = (seq: number, why: string) => ({ sound: false, firstBroken: { seq, why } });

describe('点検', () => {
  test('無傷の台帳は、二つの別々の実装がともに無傷と認め、同じ頭を答える', () => {
    const report = check();
    expect(report).toMatchObject({ sound: true, events: 22, records: 20, firstBroken: null, faults: [] });
    const other = second();
    expect(other).toMatchObject({ sound: true, events: 22, records: 20, first: null });
    expect(Object.values(other.heads)).toEqual([report.head]);
    expect(second(false)).toMatchObject({ sound: true, events: 22, records: 0 });
  });

  test('本文が1文字変わると、最初の壊れた出来事として、どちらの実装も同じ番号を挙げる', () => {
    tamper(() => raw.exec(`UPDATE event SET body = replace(body, '"role":"clerk"', '"role":"clark"') WHERE seq = 9`));
    expect(check()).toMatchObject(brokenAt(9, 'hash'));
    expect(second().first).toMatch(/\/1\/9 hash$/);
  });

  test('途中の出来事が抜けると、次の番号が挙がる', () => {
    tamper(() => raw.exec('DELETE FROM event WHERE seq = 5'));
    expect(check()).toMatchObject(brokenAt(6, 'link'));
    expect(second().first).toMatch(/\/1\/6 link$/);
  });

  test('本文とハッシュをそろえて書き換えても、次の鎖が合わない', () => {
    tamper(() => {
      const row = raw
        .prepare<[], { ledger: string; epoch: number; seq: number; prev: string; body: string }>(
          'SELECT * FROM event WHERE seq = 12',
        )
        .get();
      if (row === undefined) throw new Error('no such event');
      const body = row.body.replace('"fee":0', '"fee":1').replace('"policy":"2026-11"', '"policy":"2026-12"');
      raw.prepare('UPDATE event SET body = ?, hash = ? WHERE seq = 12').run(body, eventHash(row, body));
    });
    expect(check()).toMatchObject(brokenAt(13, 'link'));
    expect(second().first).toMatch(/\/1\/13 link$/);
  });

  test('始まりの出来事が入れ替わると、台帳の行と合わない', () => {
    tamper(() => raw.exec(`UPDATE ledger SET genesis = '${'0'.repeat(64)}'`));
    expect(check()).toMatchObject(brokenAt(1, 'link'));
  });

  test('個人の記録が書き換えられると、約束値と合わない', () => {
    tamper(() =>
      raw.exec(`UPDATE personal_record SET fields = replace(fields, '稲沢 太郎', '稲沢 次郎') WHERE seq = 3`),
    );
    expect(check()).toMatchObject(brokenAt(3, 'commitment'));
    expect(second().first).toMatch(/\/1\/3 commitment$/);
  });

  test('出来事のない個人の記録は、見つかる', () => {
    tamper(() =>
      raw.exec(
        `INSERT INTO personal_record SELECT ledger, epoch, 999, '${'d'.repeat(32)}', salt, fields FROM personal_record WHERE seq = 3`,
      ),
    );
    expect(check()).toMatchObject({ sound: false, faults: ['commitment'] });
  });

  test('投影だけが書き換えられても、畳み直しと合わないので見つかる', () => {
    raw.exec(`UPDATE case_state SET step = 'finished'`);
    expect(check()).toMatchObject({ sound: false, firstBroken: null, faults: ['projections'] });
  });

  test('末尾の出来事が消えたことは、内側からは見えず、高水位と比べて初めて分かる', () => {
    const tail = raw
      .prepare<[], { ledger: string; epoch: number; seq: number; hash: string }>(
        'SELECT ledger, epoch, seq, hash FROM event ORDER BY seq DESC LIMIT 1',
      )
      .get();
    if (tail === undefined) throw new Error('no tail');
    tamper(() => {
      raw.exec('DELETE FROM personal_record WHERE seq = 22');
      raw.exec('DELETE FROM event WHERE seq = 22');
      raw.exec('DELETE FROM event_index WHERE arrival = 22');
    });
    expect(check().faults).not.toContain('link');
    expect(verifyAll(raw, none, { ...tail, receipts: {} }).faults).toContain('highWater');
  });

  test('よその台帳の鎖も、同じ歩みで確かめる', () => {
    const foreign = foreignLedger();
    succeeded(
      receiveEvents(raw, none, `${day}T12:00:00.000+09:00`, [
        foreign.open(),
        foreign.reception(chance.hex(16)),
        foreign.say({ type: 'newInvention', version: 4 }),
      ]),
    );
    expect(check()).toMatchObject({ sound: true, events: 25 });
    tamper(() =>
      raw.exec(
        `UPDATE event SET body = replace(body, 'newInvention', 'oldInvention') WHERE ledger = '${foreign.ledger}'`,
      ),
    );
    expect(check()).toMatchObject({ sound: false, firstBroken: { ledger: foreign.ledger, seq: 3, why: 'hash' } });
    expect(second().first).toBe(`${foreign.ledger}/1/3 hash`);
  });

  test('働き手(別の筋)での点検も同じ答えを返す', async () => {
    expect(await bed.ledger().verify()).toMatchObject({ sound: true, events: 22, records: 20 });
    tamper(() => raw.exec(`UPDATE event SET body = replace(body, '"role":"clerk"', '"role":"clark"') WHERE seq = 9`));
    expect(await bed.ledger().verify()).toMatchObject(brokenAt(9, 'hash'));
  });
});

describe('開くときの末尾の点検', () => {
  test('末尾の範囲が壊れていれば、読み取り専用で開き、場所を言う', () => {
    tamper(() => raw.exec(`UPDATE event SET body = replace(body, '"role":"clerk"', '"role":"clark"') WHERE seq = 20`));
    expect(bed.reopen().health()).toMatchObject({
      state: 'readOnly',
      why: 'damaged',
      detail: expect.stringMatching(/^hash .*\/1\/20$/),
    });
  });

  test('点検は決めた件数だけで、それより前の傷は全部の点検で見つかる', async () => {
    tamper(() => raw.exec(`UPDATE event SET body = replace(body, '"role":"clerk"', '"role":"clark"') WHERE seq = 9`));
    expect(bed.reopen({ checkedAtStart: 5 }).health()).toMatchObject({ state: 'normal', checkedAtStart: 5 });
    expect(await bed.ledger().verify()).toMatchObject(brokenAt(9, 'hash'));
  });

  test('自分の書いた行が読めなくなっていれば、鎖が合っていても傷とみなす', () => {
    tamper(() => {
      const row = raw
        .prepare<[], { ledger: string; epoch: number; seq: number; prev: string; body: string }>(
          'SELECT * FROM event WHERE seq = 22',
        )
        .get();
      if (row === undefined) throw new Error('no such event');
      const body = row.body.replace('"type":"caseParked"', '"type":"caseSparked"');
      raw.prepare('UPDATE event SET body = ?, hash = ? WHERE seq = 22').run(body, eventHash(row, body));
    });
    expect(bed.reopen().health()).toMatchObject({
      state: 'readOnly',
      why: 'damaged',
      detail: expect.stringContaining('shape'),
    });
  });
});
