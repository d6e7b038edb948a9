import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ForeignEvent } from '../../../src-main/app/ports-file.ts';
import type { Connection } from '../../../src-main/store/connection.ts';
import { differingProjections, projectionTables, rebuildProjections } from '../../../src-main/store/projections.ts';
import { receiveEvents } from '../../../src-main/store/receive.ts';
import { type Bed, chance, clerk, day, issued, ledgerBed, parked, receiveOne, succeeded, verified } from './fixture.ts';
import { foreignLedger } from './foreign.ts';
import { superviseOnce } from './supervision.ts';

let bed: Bed;
let raw: Connection;
beforeEach(() => {
  bed = ledgerBed();
  raw = bed.raw();
});
afterEach(() => {
  raw.close();
  bed.remove();
});

const none = new Map<string, string>();
const arrived = `${day}T11:00:00.000+09:00`;
const takeIn = (events: readonly ForeignEvent[]) => receiveEvents(raw, none, arrived, events);
const contents = () =>
  projectionTables.map((table) => [table, raw.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]);

function work(): string {
  const caseId = receiveOne(bed.ledger());
  succeeded(
    bed.ledger().write(clerk, null, (writes) => {
      writes.append({
        name: 'staffAdded/1',
        case: null,
        occurredAt: arrived,
        payload: { staff: chance.hex(16), role: 'clerk' },
        personal: { staffNumber: '1', name: '窓口', kana: 'マドグチ' },
      });
      writes.append(verified(caseId));
      writes.append(parked(caseId));
      writes.append({ name: 'caseTakenUp/1', case: caseId, occurredAt: arrived, payload: {}, personal: null });
      writes.append(issued(caseId));
      return null;
    }),
  );
  const other = receiveOne(bed.ledger(), { name: '別の かた' });
  succeeded(
    bed.ledger().write(clerk, null, (writes) => {
      writes.append({
        name: 'personsJoined/1',
        case: caseId,
        occurredAt: arrived,
        payload: { join: chance.hex(16), cases: [caseId, other] },
        personal: { reason: '同じ人と確かめた' },
      });
      writes.append({
        name: 'shown/3',
        case: null,
        occurredAt: arrived,
        payload: { what: 'person', cases: [caseId, other], rows: 1 },
        personal: null,
      });
      writes.append({
        name: 'issuerKeyRevoked/1',
        case: null,
        occurredAt: arrived,
        payload: { kinds: ['userAuthentication'], issuedFrom: day, issuedUntil: day, covered: 0 },
        personal: { basis: '発行者からの通知' },
      });
      writes.append({
        name: 'calendarEntryAdded/1',
        case: null,
        occurredAt: arrived,
        payload: {
          entry: chance.hex(16),
          kind: 'systemStop',
          from: `${day}T18:00`,
          until: `${day}T20:00`,
          offices: null,
        },
        personal: { reason: '全国のシステムの点検' },
      });
      writes.append({
        name: 'policyChanged/1',
        case: null,
        occurredAt: arrived,
        payload: { change: chance.hex(16), effectiveFrom: day, settings: { fees: [{ reason: '紛失', yen: 200 }] } },
        personal: { reason: '市の決まり' },
      });
      superviseOnce(writes, caseId);
      const planned = chance.hex(16);
      writes.append({
        name: 'policyChanged/1',
        case: null,
        occurredAt: arrived,
        payload: { change: planned, effectiveFrom: '2027-04-01', settings: { replyDays: 20 } },
        personal: { reason: '要綱の改正' },
      });
      writes.append({
        name: 'policyChangeWithdrawn/1',
        case: null,
        occurredAt: arrived,
        payload: { change: planned },
        personal: { reason: '改正が延期になったため' },
      });
      writes.append({
        name: 'holidaysConfirmed/1',
        case: null,
        occurredAt: arrived,
        payload: { confirmation: chance.hex(16), year: 2027, days: ['2027-01-01'] },
        personal: { names: [{ on: '2027-01-01', name: '元日' }], reason: '官報' },
      });
      return null;
    }),
  );
  correctAndEnd(caseId);
  succeeded(
    bed.ledger().write(clerk, null, (writes) =>
      writes.closeDay({
        day,
        occurredAt: arrived,
        checkedBy: chance.hex(16),
        reported: [],
        explanations: [],
      }),
    ),
  );
  return caseId;
}

/** 訂正・依頼・置き換え: what a correction, a request and a renewal leave in their tables. */
function correctAndEnd(caseId: string): void {
  const next = receiveOne(bed.ledger(), { name: '別の かた' });
  succeeded(
    bed.ledger().write(clerk, null, (writes) => {
      const [reception] = writes.caseEvents(caseId);
      if (reception === undefined || !('key' in reception)) throw new Error('a reception comes first');
      const request = chance.hex(16);
      const changes = [{ field: 'kana', from: 'イナザワ タロウ', to: 'イナザワ タロオ' }];
      writes.append({
        name: 'approvalAsked/1',
        case: caseId,
        occurredAt: arrived,
        payload: { request, act: 'correction', line: null, entry: reception.key },
        personal: { reason: '聞き違いのため', serial: null, expiresOn: null, changes },
      });
      writes.append({
        name: 'entryCorrected/1',
        case: caseId,
        occurredAt: arrived,
        payload: {
          entry: reception.key,
          line: null,
          fields: ['kana'],
          asked: chance.hex(16),
          approver: chance.hex(16),
          request,
        },
        personal: { reason: '聞き違いのため', changes },
      });
      writes.append(verified(next));
      const renewal = issued(next, 'SER-0002-INAZAWA');
      writes.append({ ...renewal, payload: { ...renewal.payload, replaces: [{ case: caseId, line: 1 }] } });
      return null;
    }),
  );
}

describe('投影の作り直し', () => {
  test('投影を全部消して作り直すと、もとと同じになる', () => {
    work();
    const foreign = foreignLedger();
    const caseId = chance.hex(16);
    const reception = foreign.open();
    // its first number was passed over
    succeeded(takeIn([reception, foreign.reception(caseId, 2)]));
    const before = contents();
    for (const [table, rows] of before) if (table !== 'erased_record') expect(rows, String(table)).not.toEqual([]);
    rebuildProjections(raw, none);
    expect(contents()).toEqual(before);
    expect(differingProjections(raw, none)).toEqual([]);
  });

  test.each(projectionTables.filter((table) => table !== 'erased_record'))(
    '%s から1行が欠けると、点検で名指しされる',
    (table) => {
      work();
      const foreign = foreignLedger();
      succeeded(takeIn([foreign.open(), foreign.reception(chance.hex(16), 2)]));
      const key = raw
        .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk = 1')
        .pluck()
        .get(table);
      raw.exec(`DELETE FROM ${table} WHERE ${key} = (SELECT min(${key}) FROM ${table})`);
      expect(differingProjections(raw, none)).toEqual([table]);
    },
  );

  test('読み取り専用の接続でも点検でき、ファイルは変わらない', () => {
    work();
    const reading = bed.raw('read');
    expect(differingProjections(reading, none)).toEqual([]);
    reading.close();
  });
});

describe('よその台帳の出来事', () => {
  test('祖父江で受け付けた受付が届くと、市民課で読め、検索でき、続けられる', () => {
    const foreign = foreignLedger();
    const caseId = chance.hex(16);
    expect(takeIn([foreign.open(), foreign.reception(caseId)])).toEqual({ ok: true, value: { stored: 2 } });
    const { reads } = bed.ledger();
    expect(reads.case(caseId)).toMatchObject({
      state: { version: 1, receipt: { office: 'sobue', terminal: 7 } },
      holder: { name: '平和 三郎' },
    });
    expect(reads.persons({ by: 'name', name: 'へいわ' }, 5)).toHaveLength(1);
    expect(reads.casesOfDay('sobue', day)).toHaveLength(1);
    expect(reads.nextReceiptNumber(day)).toBe(1);
    succeeded(bed.ledger().write(clerk, null, (writes) => writes.append(verified(caseId)).hash));
    expect(reads.case(caseId)?.state).toMatchObject({ version: 2, step: 'verified' });
    expect(differingProjections(raw, none)).toEqual([]);
  });

  test('届いた出来事は、書かれた日ではなく届いた日の出来事になる', () => {
    const foreign = foreignLedger();
    succeeded(
      receiveEvents(raw, none, '2026-11-26T09:00:00.000+09:00', [foreign.open(), foreign.reception(chance.hex(16))]),
    );
    expect(bed.ledger().reads.eventsOfDay('sobue', day)).toEqual([]);
    expect(bed.ledger().reads.eventsOfDay('sobue', '2026-11-26')).toHaveLength(2);
  });

  test('同じ束をもう一度受け入れても、増えない', () => {
    const foreign = foreignLedger();
    const batch = [foreign.open(), foreign.reception(chance.hex(16))];
    succeeded(takeIn(batch));
    expect(takeIn(batch)).toEqual({ ok: true, value: { stored: 0 } });
  });

  test('知らない種類の出来事は、鎖につながれて残り、その受付だけを止める', () => {
    const foreign = foreignLedger();
    const [blocked, free] = [chance.hex(16), chance.hex(16)];
    const reception = [foreign.open(), foreign.reception(blocked, 1), foreign.reception(free, 2)];
    const unknown = foreign.next(blocked, 2, reception[1]?.hash ?? '', {
      type: 'holderFlewToTheMoon',
      version: 3,
      payload: { when: 'soon' },
    });
    succeeded(takeIn([...reception, unknown]));
    const { reads } = bed.ledger();
    expect(reads.case(blocked)).toMatchObject({ blocked: 'unknownEvent', state: { version: 1 } });
    expect(reads.case(free)?.blocked).toBeNull();
    expect(reads.caseEvents(blocked).at(-1)).toMatchObject({
      unknownType: 'holderFlewToTheMoon/3',
      hash: unknown.hash,
    });
    expect(() => bed.ledger().write(clerk, null, (writes) => writes.append(verified(blocked)))).toThrow(
      'blocked: unknownEvent',
    );
    succeeded(bed.ledger().write(clerk, null, (writes) => writes.append(verified(free)).hash));
    expect(bed.reopen().health().state).toBe('normal');
    expect(differingProjections(raw, none)).toEqual([]);
  });

  test('知っている種類でも中身が読めないよその出来事は、未対応の記録になる', () => {
    const foreign = foreignLedger();
    const caseId = chance.hex(16);
    const reception = [foreign.open(), foreign.reception(caseId)];
    succeeded(
      takeIn([
        ...reception,
        foreign.next(caseId, 2, reception[1]?.hash ?? '', { type: 'caseVerified', payload: { route: 'byMail' } }),
      ]),
    );
    expect(bed.ledger().reads.case(caseId)?.blocked).toBe('unknownEvent');
  });

  test('二つの端末が同じ版を続けた受付は、両方を残して止まり、人が決めるのを待つ', () => {
    const foreign = foreignLedger();
    const caseId = chance.hex(16);
    const reception = foreign.open();
    const first = foreign.reception(caseId);
    succeeded(takeIn([reception, first]));
    succeeded(bed.ledger().write(clerk, null, (writes) => writes.append(verified(caseId)).hash));
    succeeded(takeIn([foreign.next(caseId, 2, first.hash)]));
    expect(bed.ledger().reads.case(caseId)).toMatchObject({ blocked: 'fork', state: { version: 1 } });
    expect(bed.ledger().reads.caseEvents(caseId)).toHaveLength(3);
    expect(differingProjections(raw, none)).toEqual([]);
  });

  test('別々の端末の出来事がどの順に届いても、受付は同じ姿になる', () => {
    const [here, there] = [foreignLedger(7), foreignLedger(8)];
    const caseId = chance.hex(16);
    const [open, otherOpen] = [here.open(), there.open()];
    const first = here.reception(caseId);
    const second = there.next(caseId, 2, first.hash);
    const third = here.next(caseId, 3, second.hash, { type: 'caseParked' }, { note: '続きは明日' });
    const other = ledgerBed();
    const otherRaw = other.raw();
    succeeded(receiveEvents(otherRaw, none, arrived, [open, first, otherOpen, second, third]));
    succeeded(takeIn([otherOpen, second]));
    expect(bed.ledger().reads.case(caseId)).toBeNull();
    succeeded(takeIn([open, first, third]));
    expect(bed.ledger().reads.case(caseId)?.state).toMatchObject({ version: 3, parked: true });
    expect(bed.ledger().reads.case(caseId)).toEqual(other.ledger().reads.case(caseId));
    expect(differingProjections(raw, none)).toEqual([]);
    otherRaw.close();
    other.remove();
  });

  test('鎖が飛ぶ・ハッシュが違う・約束値が違う・分岐する・自分の台帳を名のる束は、丸ごと断る', () => {
    const foreign = foreignLedger();
    const [open, first, second] = [
      foreign.open(),
      foreign.reception(chance.hex(16)),
      foreign.say({ type: 'locked', payload: { reason: 'key' } }),
    ];
    const own = bed.ledger().reads.setUp()?.ledger ?? '';
    const refused = (batch: readonly ForeignEvent[]) => {
      const result = takeIn(batch);
      return result.ok ? 'stored' : result.failure.code;
    };
    expect(refused([open, second])).toBe('gap');
    expect(refused([open, { ...first, body: first.body.replace('passport', 'password') }])).toBe('badHash');
    expect(
      refused([open, { ...first, record: { salt: new Uint8Array(32), fields: first.record?.fields ?? '' } }]),
    ).toBe('badCommitment');
    expect(refused([{ ...open, ledger: own, seq: 9 }])).toBe('ownLedger');
    expect(raw.prepare('SELECT count(*) FROM event').pluck().get()).toBe(2);
    expect(refused([open, first])).toBe('stored');
    expect(refused([{ ...first, hash: '0'.repeat(64) }])).toBe('fork');
  });
});
