import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditStatements } from '../../../src-main/store/audit-reads.ts';
import { closeStatements } from '../../../src-main/store/close-reads.ts';
import type { Connection } from '../../../src-main/store/connection.ts';
import { dayLogStatements } from '../../../src-main/store/day-log-reads.ts';
import { eventHash } from '../../../src-main/store/hashing.ts';
import { personStatements } from '../../../src-main/store/person-reads.ts';
import { procedureStatements } from '../../../src-main/store/procedure-reads.ts';
import { projectionTables } from '../../../src-main/store/projections.ts';
import { readStatements } from '../../../src-main/store/reads.ts';
import { samplingStatements } from '../../../src-main/store/sampling-reads.ts';
import { schemaSnapshot, schemaSnapshotPath } from '../../../src-main/store/schema-snapshot.ts';
import { settingsStatements } from '../../../src-main/store/settings-reads.ts';
import { staffStatements } from '../../../src-main/store/staff-reads.ts';
import { statisticsStatements } from '../../../src-main/store/statistics-reads.ts';
import { type Bed, ledgerBed, receiveOne } from './fixture.ts';

let bed: Bed;
let raw: Connection;
beforeEach(() => {
  bed = ledgerBed();
  receiveOne(bed.ledger());
  raw = bed.raw();
});
afterEach(() => {
  raw.close();
  bed.remove();
});

type Row = {
  arrival: number;
  ledger: string;
  epoch: number;
  seq: number;
  arrived_at: string;
  prev: string;
  hash: string;
  body: string;
};
const last = () => raw.prepare<[], Row>('SELECT * FROM event ORDER BY arrival DESC LIMIT 1').get() as Row; // the bed stored three
const next = (changes: Partial<Row> = {}): Row => {
  const row = last();
  const link = { ...row, arrival: row.arrival + 1, seq: row.seq + 1, prev: row.hash, ...changes };
  return { ...link, hash: changes.hash ?? eventHash(link, link.body) };
};
const put = (row: Row, verb = 'INSERT') =>
  raw
    .prepare(
      `${verb} INTO event (arrival, ledger, epoch, seq, arrived_at, prev, hash, body) VALUES (@arrival, @ledger, @epoch, @seq, @arrived_at, @prev, @hash, @body)`,
    )
    .run(row);

test('db/schema.sql は、移行を全部当てた表の定義と同じである', () => {
  expect(readFileSync(schemaSnapshotPath, 'utf8')).toBe(schemaSnapshot());
});

test('表はすべて STRICT である', () => {
  const loose = raw
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
});

describe('出来事の表の守り', () => {
  test('正しい次の鎖だけが入る(以下の拒否の対照)', () => {
    put(next());
    expect(last().seq).toBe(4);
  });

  test.each([
    ['書き換え', `UPDATE event SET body = '{}' WHERE seq = 2`, 'an event never changes'],
    ['自分自身への書き換え', 'UPDATE event SET body = body WHERE seq = 2', 'an event never changes'],
    ['削除', 'DELETE FROM event WHERE seq = 3', 'an event never goes'],
    ['全部の削除', 'DELETE FROM event', 'an event never goes'],
  ])('%sは拒まれる', (_, sql, message) => {
    const before = raw.prepare('SELECT * FROM event').all();
    expect(() => raw.exec(sql)).toThrow(message);
    expect(raw.prepare('SELECT * FROM event').all()).toEqual(before);
  });

  test.each(['INSERT OR REPLACE', 'REPLACE', 'INSERT OR IGNORE', 'INSERT OR FAIL'])(
    '%s で同じ位置を置き換えられない',
    (verb) => {
      const row = last();
      const before = raw.prepare('SELECT * FROM event').all();
      for (const arrival of [row.arrival, row.arrival + 1]) {
        expect(() => put({ ...row, arrival, body: '{}', hash: eventHash(row, '{}') }, verb)).toThrow(
          /next link|never goes/,
        );
      }
      expect(raw.prepare('SELECT * FROM event').all()).toEqual(before);
    },
  );

  test.each([
    ['前のハッシュが違う', { prev: 'f'.repeat(64) }],
    ['番号を一つ飛ばす', { seq: 5 }],
    ['番号を繰り返す', { seq: 3 }],
    ['知らない世代', { epoch: 3 }],
    ['到着順が戻る', { arrival: 1 }],
    ['到着順が負', { arrival: -1 }],
    ['知らない台帳', { ledger: 'c'.repeat(32) }],
  ])('次の鎖でない行は入らない: %s', (_, changes) => {
    expect(() => put(next(changes))).toThrow(/next link|UNIQUE|FOREIGN/);
    expect(last().seq).toBe(3);
  });

  test('新しい世代は、前の世代のどの出来事からでも続けられるが、その世代は一度しか始まらない', () => {
    const second = raw.prepare<[], Row>('SELECT * FROM event WHERE seq = 2').get() as Row; // of the three
    put(next({ epoch: 2, seq: 3, prev: second.hash }));
    expect(() => put(next({ epoch: 2, seq: 3, prev: second.hash, arrival: 9 }))).toThrow('next link');
    put({ ...next({ epoch: 2, seq: 4, prev: last().hash, arrival: 9 }) });
    expect(last()).toMatchObject({ epoch: 2, seq: 4 });
  });
});

describe('ほかの表の守り', () => {
  test('個人の記録は書き換えられず、消去の出来事なしには消えず、置き換えられない', () => {
    const before = raw.prepare('SELECT * FROM personal_record').all();
    expect(before).toHaveLength(1);
    expect(() => raw.exec(`UPDATE personal_record SET fields = '{}'`)).toThrow('never changes');
    expect(() => raw.exec('DELETE FROM personal_record')).toThrow('by erasure only');
    expect(() =>
      raw.exec(
        `INSERT OR REPLACE INTO personal_record SELECT ledger, epoch, seq, record, salt, '{}' FROM personal_record`,
      ),
    ).toThrow('comes once');
    expect(() =>
      raw.exec(
        `INSERT INTO personal_record SELECT ledger, epoch, seq, '${'d'.repeat(32)}', salt, '{}' FROM personal_record`,
      ),
    ).toThrow('comes once');
    expect(raw.prepare('SELECT * FROM personal_record').all()).toEqual(before);
  });

  test('締めた日は変えられず、消せず、二度は締められない。締める人と確かめる人は別である', () => {
    const close = (day: string, checkedBy: string) =>
      raw
        .prepare('INSERT INTO day_close VALUES (?, ?, 1, 1, 3, ?, ?, NULL, ?, ?, ?)')
        .run(last().ledger, day, last().hash, '{}', 'a'.repeat(32), checkedBy, '0'.repeat(128));
    close('2026-11-24', 'b'.repeat(32));
    expect(() => close('2026-11-24', 'b'.repeat(32))).toThrow('UNIQUE');
    expect(() => close('2026-11-25', 'a'.repeat(32))).toThrow('CHECK');
    expect(() => raw.exec(`UPDATE day_close SET counts = '1'`)).toThrow('never changes');
    expect(() => raw.exec('DELETE FROM day_close')).toThrow('never goes');
  });

  test('自分の台帳は一つだけである', () => {
    expect(() =>
      raw.exec(
        `INSERT INTO ledger SELECT '${'e'.repeat(32)}', 1, office, terminal, public_key, genesis, 1 FROM ledger`,
      ),
    ).toThrow('UNIQUE');
  });
});

const statements = {
  ...closeStatements,
  ...dayLogStatements,
  ...readStatements,
  ...personStatements,
  ...procedureStatements,
  ...staffStatements,
  ...statisticsStatements,
  ...auditStatements,
  ...samplingStatements,
  ...settingsStatements,
};

describe('引き方', () => {
  const plan = (sql: string): string =>
    raw
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from(sql.matchAll(/\?/g), () => null))
      .map((step) => step.detail)
      .join('\n');

  // Reading a partial index from end to end reads only what is still open: letters that are out, requests that wait. A virtual
  // table is the list of cases that was asked for.
  const wholeScan =
    /^SCAN (?!\w+ USING (?:COVERING )?INDEX (?:case_state_letters|approval_waiting|event_index_settings)$|\w+ VIRTUAL TABLE INDEX)/m;

  test.each([
    ['case', 'sqlite_autoindex_case_state_1'],
    ['caseByReceipt', 'case_state_receipt'],
    ['caseEvents', 'event_index_case'],
    ['casesTouched', 'event_index_day'],
    ['casesReceived', 'case_state_receipt'],
    ['unfinishedBefore', 'case_state_unfinished'],
    ['eventsOfDay', 'event_index_day'],
    ['receiptGaps', 'receipt_gap_arrival'],
    ['onDay', 'USING PRIMARY KEY'],
    ['receptionsByDay', 'COVERING INDEX event_index_received'],
    ['certificatesByBirth', 'holder_key_birth'],
    ['revocationsByBirth', 'holder_key_birth'],
    ['byKana', 'COVERING INDEX holder_key_kana'],
    ['byKanji', 'COVERING INDEX holder_key_kanji'],
    ['byBirth', 'holder_key_birth'],
    ['bySerial', 'certificate_serial'],
    ['personOf', 'USING PRIMARY KEY'],
    ['casesOfPerson', 'holder_key_person'],
    ['alike', 'holder_key_birth'],
    ['joinsOfOne', 'person_join_one'],
    ['joinsOfOther', 'person_join_other'],
    ['joinReason', 'USING PRIMARY KEY'],
    ['livesOfCase', 'certificate_case'],
    ['livesEnding', 'certificate_expires'],
    ['viewsOfCase', 'USING PRIMARY KEY'],
    ['casesByLetter', 'case_state_letters'],
    ['casesPosted', 'event_index_letters'],
    ['eventsUntil', 'event_index_case'],
    ['lastArrival', 'event_index_case'],
    ['approvals', 'approval_waiting'],
    ['approval', 'USING PRIMARY KEY'],
    ['settingsEvents', 'event_index_settings'],
    ['certificatesIssued', 'certificate_issued'],
    ['countsBetween', 'day_count USING PRIMARY KEY (office=? AND day>? AND day<?)'],
    ['countsByMonth', 'day_count USING PRIMARY KEY (office=? AND day>? AND day<?)'],
    ['firstDay', 'COVERING INDEX event_index_day'],
    ['endingByDay', 'certificate_expires'],
    ['staffByNumber', 'staff_by_number'],
    ['staffById', 'USING PRIMARY KEY'],
    ['staffEvents', 'USING PRIMARY KEY'],
    ['renamesAfter', 'event_index_renamed'],
    ['attempts', 'sign_in_terminal'],
    ['lastSignIn', 'sign_in_staff'],
    ['failuresSince', 'sign_in_staff'],
    ['casesHandledBy', 'case_state_handler'],
    ['request', 'USING PRIMARY KEY'],
    ['lastReceipt', 'USING PRIMARY KEY'],
    ['head', 'sqlite_autoindex_event_1'],
    ['draft', 'sqlite_autoindex_draft_1'],
    ['credential', 'USING PRIMARY KEY'],
    ['byTime', 'SEARCH a USING PRIMARY KEY'],
    ['byActor', 'audit_entry_actor'],
    ['byAct', 'audit_entry_act'],
    ['ofCases', 'SEARCH a USING PRIMARY KEY'],
    ['exportDays', 'audit_entry_act'],
    ['entryAt', 'SEARCH a USING PRIMARY KEY'],
    ['indexed', 'USING PRIMARY KEY'],
    ['answered', 'audit_entry_act'],
    ['hintReviews', 'audit_hint_review_hint'],
    ['casePlaces', 'event_index_case'],
    ['draw', 'SEARCH d USING PRIMARY KEY'],
    ['draws', 'SEARCH d USING PRIMARY KEY'],
    ['headOfDay', 'event_index_day'],
    ['cases', 'SEARCH c USING PRIMARY KEY'],
    ['waiting', 'SEARCH c USING PRIMARY KEY'],
    ['findings', 'sample_finding_day'],
    ['openFindings', 'sample_finding_day'],
  ] as const)('%s は索引 %s で引き、どの表も端から読まない', (name, index) => {
    const steps = plan(statements[name]);
    expect(steps).toContain(index);
    expect(steps).not.toMatch(wholeScan);
  });

  test('一覧の並べ替えのほかは、端から読む文がない(新しい文もここで見つかる)', () => {
    const scanning = Object.entries(statements).filter(([, sql]) => wholeScan.test(plan(sql)));
    // `days` goes over the days on which a terminal worked: one row a day, however much was done.
    expect(plan(statements.days)).toContain('SCAN w');
    expect(plan(statements.daysAfter)).toContain('SEARCH i USING COVERING INDEX event_index_day');
    expect(plan(statements.daysOfCases)).toContain('SEARCH s USING PRIMARY KEY');
    expect(scanning.map(([name]) => name).sort()).toEqual([
      'calendar',
      'days',
      'daysAfter',
      'drafts',
      'holidays',
      'policy',
      'staff',
    ]);
  });

  test('投影の表の一覧は、定義にあるものと同じである', () => {
    const tables = raw
      .prepare<[], string>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    const base = [
      'ledger',
      'event',
      'personal_record',
      'request',
      'day_close',
      'witness',
      'draft',
      'credential',
      'terminal_key',
      'projection_state',
    ];
    expect(tables.filter((name) => !base.includes(name)).sort()).toEqual([...projectionTables].sort());
  });
});

test('データ辞書(db/README.md)は、どの表のどの列も説明している', () => {
  const dictionary = readFileSync(schemaSnapshotPath.replace('schema.sql', 'README.md'), 'utf8');
  const columns = raw
    .prepare<[], { readonly table: string; readonly column: string }>(
      `SELECT t.name AS "table", c.name AS "column" FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
       WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite_%'`,
    )
    .all();
  expect(columns.length).toBeGreaterThan(100);
  const sections = new Map<string, string>();
  let table = '';
  for (const line of dictionary.split('\n')) {
    table = /^\| `([a-z_]+)`/.exec(line)?.[1] ?? (/^\| +\|/.test(line) ? table : '');
    sections.set(table, `${sections.get(table) ?? ''}${line}`);
  }
  expect(
    columns.filter((each) => each.column !== 'one' && !sections.get(each.table)?.includes(`\`${each.column}\``)),
  ).toEqual([]);
});
