import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src-main/store/connection.ts';
import { differingProjections, rebuildProjections } from '../../../src-main/store/projections.ts';
import { receiveEvents } from '../../../src-main/store/receive.ts';
import type { EventPayload, NewEvent } from '../../../src-shared/domain/case/event.ts';
import {
  type Bed,
  chance,
  clerk,
  day,
  holder,
  issued,
  ledgerBed,
  receiveOne,
  steppingClock,
  succeeded,
  supervisor,
  verified,
} from './fixture.ts';
import { foreignLedger } from './foreign.ts';

const none = new Map<string, string>();
const at = `${day}T10:20:00.000+09:00`;

let bed: Bed;
let raw: Connection;
let clock: ReturnType<typeof steppingClock>;
beforeEach(() => {
  clock = steppingClock();
  bed = ledgerBed({ clock });
  raw = bed.raw();
});
afterEach(() => {
  raw.close();
  bed.remove();
});

/** the day's counts as `office measure procedure kind detail n` */
const counts = (of = day) =>
  raw
    .prepare<[string], string>(
      `SELECT office || ' ' || measure || ' ' || procedure || ' ' || kind || ' ' || detail || ' ' || n FROM day_count
       WHERE day = ? ORDER BY 1`,
    )
    .pluck()
    .all(of);

function append(...events: readonly NewEvent[]): void {
  succeeded(
    bed.ledger().write(clerk, null, (writes) => {
      for (const event of events) writes.append(event);
      return null;
    }),
  );
}

function receiveLines(lines: EventPayload<'caseReceived/2'>['lines'], capacity: 'agent' | null): string {
  const caseId = chance.hex(16);
  succeeded(
    bed.ledger().write(clerk, null, (writes) => {
      writes.append({
        name: 'caseReceived/2',
        case: caseId,
        occurredAt: at,
        payload: {
          receiptDay: day,
          receiptOffice: 'shiminka',
          receiptTerminal: 1,
          receiptNumber: writes.nextReceiptNumber(day),
          capacity,
          documents: [],
          lines,
          backEntry: null,
          proof: null,
        },
        personal: holder(),
      });
      return null;
    }),
  );
  return caseId;
}

const refused = (caseId: string): NewEvent => ({
  name: 'caseRefused/1',
  case: caseId,
  occurredAt: at,
  payload: { codes: ['E2'], findings: [] },
  personal: { told: [], note: '' },
});

describe('日の件数', () => {
  test('受け付けて発行した一日は、人と経路と証明書を一つずつ数える', () => {
    const caseId = receiveOne(bed.ledger());
    append(verified(caseId), issued(caseId));
    expect(counts()).toEqual([
      'shiminka issued issue signature  1',
      'shiminka received issue  holder 1',
      'shiminka routed issue  sameDay 1',
    ]);
  });

  test('代理人の二種類の来庁は、一人と数え、手数料は明細ごとに足す (F1)', () => {
    receiveLines(
      [
        { line: 1, kind: 'signature', procedure: 'revoke', cause: 'X1', fee: 0 },
        { line: 2, kind: 'signature', procedure: 'issue', cause: null, fee: 200 },
        { line: 3, kind: 'userAuthentication', procedure: 'issue', cause: null, fee: 200 },
      ],
      'agent',
    );
    expect(counts()).toEqual([
      'shiminka fee issue signature  200',
      'shiminka fee issue userAuthentication  200',
      'shiminka received issue  agent 1',
    ]);
  });

  test('すぐ断った受付は、受付不可で経路なし。全部の明細を断っても一人', () => {
    append(refused(receiveOne(bed.ledger())));
    const two = receiveLines(
      [
        { line: 1, kind: 'signature', procedure: 'issue', cause: null, fee: 0 },
        { line: 2, kind: 'userAuthentication', procedure: 'issue', cause: null, fee: 0 },
      ],
      'agent',
    );
    append(verified(two));
    for (const [line, kind] of [[1, 'signature'] as const, [2, 'userAuthentication'] as const]) {
      append({
        name: 'lineRefused/1',
        case: two,
        occurredAt: at,
        payload: { line, kind, codes: ['M1'] },
        personal: null,
      });
    }
    expect(counts().filter((row) => /ended|routed/.test(row))).toEqual([
      'shiminka ended issue  refused 2',
      'shiminka routed issue  none 1',
      'shiminka routed issue  sameDay 1',
    ]);
  });

  test('通知による失効は、来庁者ではなく通知と数え、事由ごとに数える', () => {
    const caseId = receiveLines([{ line: 1, kind: 'signature', procedure: 'revoke', cause: 'X3', fee: 0 }], null);
    append(verified(caseId), {
      name: 'certificateRevoked/1',
      case: caseId,
      occurredAt: at,
      payload: { line: 1, kind: 'signature', cause: 'X3', ends: [], approver: null },
      personal: { serial: null, issuedOn: null, expiresOn: null },
    });
    expect(counts()).toContain('shiminka received revoke  notice 1');
    expect(counts()).toContain('shiminka revoked revoke signature X3 1');
  });

  test('発行者の署名符号の失効 (X5) は、及んだ枚数を数え、一種類だけならその種類に数える', () => {
    const range = (kinds: ('signature' | 'userAuthentication')[], covered: number): NewEvent => ({
      name: 'issuerKeyRevoked/1',
      case: null,
      occurredAt: at,
      payload: { kinds, issuedFrom: day, issuedUntil: day, covered },
      personal: { basis: '発行者からの通知' },
    });
    append(range(['signature'], 3), range(['signature', 'userAuthentication'], 40));
    expect(counts()).toEqual(['shiminka issuerRevoked revoke  X5 40', 'shiminka issuerRevoked revoke signature X5 3']);
  });

  test('照会書は、投函・宛所不明・回答を、した日に数える', () => {
    const caseId = receiveOne(bed.ledger());
    const letter = (number: number): NewEvent => ({
      name: 'letterPosted/1',
      case: caseId,
      occurredAt: at,
      payload: { number, postedOn: day, dueOn: '2026-12-24', acceptedUntil: '2026-12-24', batch: null },
      personal: null,
    });
    append({ ...verified(caseId), payload: { ...verified(caseId).payload, route: 'inquiry' } }, letter(1));
    clock.set('2026-11-30T09:00:00.000+09:00');
    append(
      { name: 'letterReturned/1', case: caseId, occurredAt: at, payload: { number: 1 }, personal: { note: '' } },
      letter(2),
    );
    expect(counts()).toContain('shiminka letter issue  posted 1');
    expect(counts('2026-11-30')).toEqual(['shiminka letter issue  posted 1', 'shiminka letter issue  returned 1']);
  });

  test('締めたあとに届いた受付は、届いた次の日に数え、締めた日は変わらない (B4)', () => {
    receiveOne(bed.ledger());
    const closing = { day, occurredAt: clock.now(), checkedBy: 'c'.repeat(32), reported: [], explanations: [] };
    succeeded(bed.ledger().write(supervisor, null, (writes) => writes.closeDay(closing)));
    const before = counts();
    const foreign = foreignLedger();
    succeeded(
      receiveEvents(raw, none, `${day}T17:30:00.000+09:00`, [foreign.open(), foreign.reception(chance.hex(16))]),
    );
    expect(counts()).toEqual(before);
    expect(counts('2026-11-25')).toEqual(['sobue received issue  holder 1']);
    expect(differingProjections(raw, none)).toEqual([]);
  });

  test('別の端末の続きが先に届いても、二度は数えず、作り直しても同じ', () => {
    const [here, there] = [foreignLedger(7), foreignLedger(8)];
    const caseId = chance.hex(16);
    const [open, otherOpen] = [here.open(), there.open()];
    const first = here.reception(caseId);
    const second = there.next(caseId, 2, first.hash, {
      type: 'caseRefused',
      payload: { codes: ['E2'], findings: [] },
    });
    succeeded(receiveEvents(raw, none, at, [otherOpen, second]));
    expect(counts()).toEqual([]);
    succeeded(receiveEvents(raw, none, at, [open, first]));
    expect(counts()).toEqual([
      'sobue ended issue  refused 1',
      'sobue received issue  holder 1',
      'sobue routed issue  none 1',
    ]);
    expect(differingProjections(raw, none)).toEqual([]);
  });

  test('人を消去しても、作り直しても、件数は変わらない', () => {
    const caseId = receiveOne(bed.ledger());
    append(verified(caseId), issued(caseId));
    const before = counts();
    const records = bed
      .ledger()
      .reads.caseEvents(caseId)
      .flatMap((event) => ('envelope' in event && event.envelope.record !== null ? [event.envelope.record] : []));
    succeeded(bed.ledger().erase(clerk, { records, basis: '保存年限の経過', approver: supervisor.staff ?? '' }));
    expect(counts()).toEqual(before);
    rebuildProjections(raw, none);
    expect(counts()).toEqual(before);
  });

  test('件数の表は、決まった符号と数だけを持つ(名前や日付や番号の入る所がない)', () => {
    const caseId = receiveOne(bed.ledger());
    append(verified(caseId), issued(caseId), refused(receiveOne(bed.ledger())));
    const texts = raw
      .prepare<[], string>(
        `SELECT DISTINCT value FROM day_count, json_each(json_array(office, measure, procedure, kind, detail))`,
      )
      .pluck()
      .all();
    for (const text of texts) expect(text).toMatch(/^(?:[a-zA-Z]*|X[1-5]d?)$/);
  });
});

describe('統計の読み出し', () => {
  test('月ごとの和は、範囲の和を月で分けたもの', () => {
    receiveOne(bed.ledger());
    clock.set('2026-12-01T09:00:00.000+09:00');
    append({ ...refused(receiveOne(bed.ledger())) });
    const { reads } = bed.ledger();
    const received = { office: 'shiminka', measure: 'received', procedure: 'issue', kind: '', detail: 'holder' };
    expect(reads.countsBetween('2026-11-01', '2026-12-31')).toContainEqual({ ...received, n: 2 });
    expect(reads.countsBetween('2026-11-01', '2026-11-30')).toEqual([{ ...received, n: 1 }]);
    expect(reads.countsByMonth('2026-04-01', '2027-03-31').filter(({ measure }) => measure === 'received')).toEqual([
      { ...received, month: '2026-11', n: 1 },
      { ...received, month: '2026-12', n: 1 },
    ]);
  });

  test('台帳の初日は窓口ごとで、知らない窓口にはない', () => {
    expect(bed.ledger().reads.recordedSince()).toEqual([{ office: 'shiminka', day }]);
    const foreign = foreignLedger();
    succeeded(receiveEvents(raw, none, '2026-12-03T09:00:00.000+09:00', [foreign.open()]));
    expect(bed.ledger().reads.recordedSince()).toEqual([
      { office: 'shiminka', day },
      { office: 'sobue', day: '2026-12-03' },
    ]);
  });

  test('満了する枚数は、失効したものと置き換えられたものを除く', () => {
    const [one, two] = [receiveOne(bed.ledger()), receiveOne(bed.ledger())];
    append(verified(one), issued(one), verified(two), issued(two, 'SER-0002-INAZAWA'));
    const ending = () => bed.ledger().reads.certificatesEndingByDay('2031-05-01', '2031-05-31');
    expect(ending()).toEqual([{ office: 'shiminka', kind: 'signature', expiresOn: '2031-05-10', n: 2 }]);
    const renewal = receiveOne(bed.ledger());
    const again = issued(renewal, 'SER-0003-INAZAWA');
    append(verified(renewal), {
      ...again,
      payload: { ...again.payload, replaces: [{ case: one, line: 1 }] },
      personal: again.personal === null ? null : { ...again.personal, expiresOn: '2032-05-10' },
    } as NewEvent<'certificateIssued/2'>);
    expect(ending()).toEqual([{ office: 'shiminka', kind: 'signature', expiresOn: '2031-05-10', n: 1 }]);
    expect(bed.ledger().reads.certificatesEndingByDay('2031-05-11', '2031-12-31')).toEqual([]);
  });
});
