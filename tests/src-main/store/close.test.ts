import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CloseCell } from '../../../src-shared/domain/day-close.ts';
import {
  type Bed,
  day,
  issued,
  ledgerBed,
  receive,
  receiveOne,
  steppingClock,
  succeeded,
  supervisor,
  verified,
} from './fixture.ts';

const other = 'c'.repeat(32);
const next = '2026-11-25';
const reported: readonly CloseCell[] = [{ procedure: 'issue', kind: 'signature', count: 1 }];

let bed: Bed;
let clock: ReturnType<typeof steppingClock>;
beforeEach(() => {
  clock = steppingClock();
  bed = ledgerBed({ clock });
});
afterEach(() => bed.remove());

/** one certificate issued on the day */
function aDay(): void {
  const caseId = receiveOne(bed.ledger());
  succeeded(
    bed.ledger().write(supervisor, null, (writes) => {
      writes.append(verified(caseId));
      return writes.append(issued(caseId)).hash;
    }),
  );
}

function close(of = day, checkedBy = other): string {
  return succeeded(
    bed
      .ledger()
      .write(supervisor, null, (writes) =>
        writes.closeDay({ day: of, occurredAt: clock.now(), checkedBy, reported, explanations: [] }),
      ),
  );
}

type Row = {
  readonly epoch: number;
  readonly first_seq: number;
  readonly last_seq: number;
  readonly head: string;
  readonly counts: string;
  readonly close_before: string | null;
  readonly closed_by: string;
  readonly checked_by: string;
  readonly signature: string;
  readonly ledger: string;
  readonly day: string;
  readonly office: string;
  readonly terminal: number;
  readonly public_key: string;
};

function rowOf(of = day): Row {
  const raw = bed.raw('read');
  const row = raw
    .prepare<[string], Row>(
      'SELECT c.*, l.office, l.terminal, l.public_key FROM day_close AS c JOIN ledger AS l USING (ledger) WHERE day = ?',
    )
    .get(of);
  raw.close();
  if (row === undefined) throw new Error('not closed');
  return row;
}

/** RFC 8785 of what is signed, put together here by hand: keys in the order of their letters. */
function signedText(row: Row): string {
  const { reported: said, ...counts } = JSON.parse(row.counts);
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
        .map(([key, each]) => [key, sorted(each)]),
    );
  };
  const statement = {
    ledger: row.ledger,
    office: row.office,
    terminal: row.terminal,
    day: row.day,
    epoch: row.epoch,
    firstSeq: row.first_seq,
    lastSeq: row.last_seq,
    head: row.head,
    counts,
    reported: said,
    closeBefore: row.close_before,
    closedBy: row.closed_by,
    checkedBy: row.checked_by,
  };
  return `inazawa-madoguchi/day-close/1\n${JSON.stringify(sorted(statement))}`;
}

function isSigned(row: Row): boolean {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(row.public_key, 'hex').toString('base64url') },
    format: 'jwk',
  });
  return verify(null, Buffer.from(signedText(row), 'utf8'), key, Buffer.from(row.signature, 'hex'));
}

describe('締めの署名', () => {
  test('端末の公開鍵で、Nodeの暗号だけを使って確かめられ、確認符号の元のハッシュも合う', () => {
    aDay();
    const hash = close();
    const row = rowOf();
    expect(isSigned(row)).toBe(true);
    expect(isSigned({ ...row, counts: row.counts.replace('"count":1', '"count":2') })).toBe(false);
    expect(createHash('sha256').update(signedText(row)).digest('hex')).toBe(hash);
  });

  test('署名するものは、受付番号と符号と件数だけで、氏名も住所も生年月日も含まない', () => {
    aDay();
    close();
    const text = signedText(rowOf());
    expect(text).toContain('S01-20261124-0001-');
    for (const personal of ['稲沢', 'イナザワ', '稲府町', '1980-05-10', 'SER-0001', '2031-05-10']) {
      expect(text).not.toContain(personal);
    }
  });

  test('次の締めは前の締めを含み、日の順でなく締めた順につながる', async () => {
    aDay();
    clock.set(`${next}T10:00:00.000+09:00`);
    succeeded(bed.ledger().write(supervisor, null, (writes) => receive(writes)));
    clock.set('2026-11-26T09:00:00.000+09:00');
    const later = close(next);
    close(day);
    expect(rowOf(next).close_before).toBeNull();
    expect(rowOf(day).close_before).toBe(later);
    expect(await bed.ledger().verify()).toMatchObject({ sound: true });
  });
});

describe('締めの守り', () => {
  test('同じ日は二度締められず、締める人と確かめる人は同じではいけない', () => {
    aDay();
    expect(() => close(day, supervisor.staff ?? '')).toThrow();
    close();
    const events = bed.ledger().reads.count().events;
    expect(() => close()).toThrow('closed already');
    expect(bed.ledger().reads.count().events).toBe(events);
  });

  test('締めた日の受付には足せず、次の日にはまた足せる', () => {
    aDay();
    close();
    const again = () => bed.ledger().write(supervisor, null, (writes) => receive(writes));
    expect(again()).toMatchObject({ ok: false, failure: { code: 'dayClosed' } });
    clock.set(`${next}T09:00:00.000+09:00`);
    expect(again()).toMatchObject({ ok: true });
  });

  test.each([
    ['件数', `UPDATE day_close SET counts = replace(counts, '"received":1', '"received":2')`],
    ['最後の番号', 'UPDATE day_close SET last_seq = last_seq - 1'],
    ['頭の符号', `UPDATE day_close SET head = '${'0'.repeat(64)}'`],
    ['確かめた人', `UPDATE day_close SET checked_by = '${'d'.repeat(32)}'`],
    ['署名', `UPDATE day_close SET signature = '${'0'.repeat(128)}'`],
    ['前の締め', `UPDATE day_close SET close_before = '${'1'.repeat(64)}'`],
    ['締めの行そのもの(取り去る)', 'DELETE FROM day_close'],
  ])('書き換えられた%sは、点検が締めの出来事を名指しして見つける', async (_, change) => {
    aDay();
    close();
    const seq = bed.ledger().reads.count().events;
    const raw = bed.raw();
    raw.exec('DROP TRIGGER day_close_never_changes; DROP TRIGGER day_close_never_goes');
    raw.exec(change);
    raw.close();
    expect(await bed.ledger().verify()).toMatchObject({ sound: false, firstBroken: { seq, why: 'close' } });
  });

  test('締めの出来事のない行は、点検が見つける', async () => {
    aDay();
    const raw = bed.raw();
    raw
      .prepare('INSERT INTO day_close SELECT ledger, ?, 1, 1, 3, ?, ?, NULL, ?, ?, ? FROM ledger')
      .run(day, '0'.repeat(64), '{}', other, 'd'.repeat(32), '0'.repeat(128));
    raw.close();
    expect(await bed.ledger().verify()).toMatchObject({ sound: false, firstBroken: { why: 'close' } });
  });
});
