import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ledger } from '../../../src-main/app/ports.ts';
import type { AuditPlace } from '../../../src-main/app/ports-audit.ts';
import type { NewEvent } from '../../../src-shared/domain/case/event.ts';
import {
  type Bed,
  chance,
  clerk,
  day,
  ledgerBed,
  receiveOne,
  steppingClock,
  succeeded,
  supervisor,
} from './fixture.ts';
import { superviseOnce } from './supervision.ts';

const clock = steppingClock();
let bed: Bed;
let ledger: Ledger;
beforeEach(() => {
  clock.set(`${day}T10:00:00.000+09:00`);
  bed = ledgerBed({ clock });
  ledger = bed.ledger();
});
afterEach(() => bed.remove());

const all = { from: '2026-01-01', until: '2027-12-31', staff: null, office: null, act: null } as const;
const shown = (what: string, cases: readonly string[]): NewEvent<'shown/3'> => ({
  name: 'shown/3',
  case: null,
  occurredAt: clock.now(),
  payload: { what, cases: [...cases], rows: cases.length },
  personal: null,
});
const exported = (from: string, until: string): NewEvent<'exported/3'> => ({
  name: 'exported/3',
  case: null,
  occurredAt: clock.now(),
  payload: { what: 'dayLog', format: 'csv', day: from, until, office: 'shiminka', rows: 3 },
  personal: null,
});
const look = (what: string, cases: readonly string[], who = clerk) =>
  succeeded(ledger.recordShown(who, shown(what, cases)));
const write = (event: NewEvent) => succeeded(ledger.write(clerk, null, (writes) => void writes.append(event)));

describe('監査の一覧', () => {
  test('どの出来事も一行ずつ、新しい順に出る', () => {
    receiveOne(ledger);
    look('home', []);
    const rows = ledger.reads.auditEntries(all, null, 100);
    expect(rows).toHaveLength(ledger.reads.count().events);
    expect(rows.map(({ act }) => act)).toEqual(['seen', 'recorded', 'settings', 'ledger']);
    const moments = rows.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted().toReversed());
  });

  test('続きの頁は、前の頁の最後のすぐあとから始まり、もれも重なりもない', () => {
    for (let times = 0; times < 25; times += 1) look('home', []);
    const whole = ledger.reads.auditEntries(all, null, 100).map(({ arrival }) => arrival);
    const paged: number[] = [];
    let before: AuditPlace | null = null;
    for (;;) {
      const page = ledger.reads.auditEntries(all, before, 10);
      if (page.length === 0) break;
      paged.push(...page.map(({ arrival }) => arrival));
      before = page.at(-1) ?? null;
    }
    expect(paged).toEqual(whole);
  });

  test('職員・種類・窓口・日で絞れる。日は両端を含む', () => {
    look('case', [receiveOne(ledger)], supervisor);
    clock.set('2026-11-25T09:00:00.000+09:00');
    look('home', []);
    const count = (choice: Partial<Parameters<typeof ledger.reads.auditEntries>[0]>) =>
      ledger.reads.auditEntries({ ...all, ...choice }, null, 100).length;
    expect(count({ staff: supervisor.staff })).toBe(1);
    expect(count({ staff: clerk.staff })).toBe(2);
    expect(count({ staff: clerk.staff, act: 'recorded' })).toBe(1);
    expect(count({ act: 'seen' })).toBe(2);
    expect(count({ act: 'seen', from: day, until: day })).toBe(1);
    expect(count({ act: 'seen', from: '2026-11-25', until: '2026-11-25' })).toBe(1);
    expect(count({ act: 'seen', from: '2026-11-26', until: '2026-11-30' })).toBe(0);
    expect(count({ office: 'sobue' })).toBe(0);
  });

  test('受付の名のある行は、一件の閲覧も一覧の閲覧も見つかり、ほかの受付の行は出ない', () => {
    const mine = receiveOne(ledger);
    const other = receiveOne(ledger, { name: '別の かた' });
    look('home', [mine, other]);
    look('case', [other]);
    clock.set('2026-11-27T09:00:00.000+09:00');
    look('search', [mine]);
    const days = ledger.reads.auditDaysOf([mine], all.from, all.until);
    expect(days).toEqual(['2026-11-27', day]);
    const rows = days.flatMap((each) => ledger.reads.auditEntriesOf([mine], each, all, null));
    expect(rows.map(({ event }) => (event?.name === 'shown/3' ? event.payload.what : event?.name))).toEqual([
      'search',
      'home',
      'caseReceived/2',
    ]);
  });

  test('書き出しは受付の名を持たないので、その日のものはどれも添えて返す', () => {
    const mine = receiveOne(ledger);
    write(exported(day, day));
    expect(ledger.reads.auditEntriesOf([mine], day, all, null).map(({ act }) => act)).toEqual(['exported', 'recorded']);
    expect(ledger.reads.auditExportDays(all.from, all.until)).toEqual([day]);
    expect(ledger.reads.caseSpan(mine)).toEqual({ offices: ['shiminka'], from: day, until: null });
    expect(ledger.reads.caseSpan(chance.hex(16))).toBeNull();
  });

  test('読み取り専用の間に見たものは、取り込んだ時刻でなく、見た時刻に並ぶ', () => {
    const seenAt = `${day}T10:30:00.000+09:00`;
    clock.set('2026-11-25T09:00:00.000+09:00');
    succeeded(ledger.write(clerk, null, (writes) => void writes.append({ ...shown('home', []), occurredAt: seenAt })));
    const [row] = ledger.reads.auditEntries({ ...all, act: 'seen' }, null, 1);
    expect(row?.at).toBe('2026-11-24T10:30:00.000');
  });

  test('サインインできなかった行は、入力された番号の職員で絞れる', () => {
    const staff = chance.hex(16);
    const nobody = { staff: null, role: null };
    succeeded(
      ledger.write(nobody, null, (writes) => {
        writes.append({
          name: 'signInFailed/2',
          case: null,
          occurredAt: clock.now(),
          payload: { staff, purpose: 'signIn', why: 'password' },
          personal: null,
        });
        return null;
      }),
    );
    expect(ledger.reads.auditEntries({ ...all, staff }, null, 10).map(({ act }) => act)).toEqual(['failed']);
  });

  test('索引は小さい: 同じ受付を一日に何度一覧で見ても、受付と日の行は増えない', () => {
    const cases = Array.from({ length: 20 }, () => receiveOne(ledger));
    look('home', cases);
    const raw = bed.raw('read');
    const rows = () => raw.prepare<[], number>('SELECT count(*) FROM audit_sight').pluck().get();
    const before = rows();
    for (let times = 0; times < 10; times += 1) look('home', cases);
    expect(rows()).toBe(before);
    expect(before).toBe(20);
    raw.close();
  });
});

describe('抽出確認の控え', () => {
  test('引いた受付、確かめた人、気づきと始末を読み返せる', () => {
    const caseId = receiveOne(ledger);
    const { finding } = succeeded(ledger.write(supervisor, null, (writes) => superviseOnce(writes, caseId)));
    expect(ledger.reads.sampleDraw('shiminka', day)).toMatchObject({ percent: 5, finished: 1 });
    expect(ledger.reads.sampleCase('shiminka', day, caseId)).toMatchObject({
      why: 'drawn',
      review: { reviewer: supervisor.staff },
      findings: 1,
      open: 0,
    });
    expect(ledger.reads.sampleFinding(finding)).toMatchObject({
      question: 'identity',
      rule: 'I1',
      note: '書類の種類の選び違い',
      settled: { how: 'told', note: '朝の打合せで伝えた' },
    });
    expect(ledger.reads.sampleWaiting('shiminka')).toEqual({ cases: 0, findings: 0 });
  });

  test('引く日は、受付の記録があり、終わっていて、まだ引いていない日だけである', () => {
    receiveOne(ledger);
    expect(ledger.reads.daysToSample('shiminka', '2026-11-01', day)).toEqual([]);
    expect(ledger.reads.daysToSample('shiminka', '2026-11-01', '2026-11-25')).toEqual([day]);
    expect(ledger.reads.daysToSample('shiminka', '2026-11-25', '2026-11-26')).toEqual([]);
    expect(ledger.reads.daysToSample('sobue', '2026-11-01', '2026-11-25')).toEqual([]);
    clock.set('2026-11-25T09:00:00.000+09:00');
    look('home', []);
    expect(ledger.reads.daysToSample('shiminka', '2026-11-01', '2026-11-26')).toEqual([day]);
    const later = receiveOne(ledger);
    succeeded(ledger.write(supervisor, null, (writes) => superviseOnce(writes, later)));
    expect(ledger.reads.daysToSample('shiminka', '2026-11-01', '2026-11-25')).toEqual([]);
  });

  test('日の頭は、その日が終わると変わらない', () => {
    receiveOne(ledger);
    const head = ledger.reads.count().head;
    clock.set('2026-11-25T09:00:00.000+09:00');
    look('home', []);
    expect(ledger.reads.headOfDay('shiminka', day)).toBe(head);
  });
});
