import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewEvent } from '../../../src-shared/domain/case/event.ts';
import { type Bed, chance, ledgerBed, succeeded, supervisor } from './fixture.ts';

let bed: Bed;
beforeEach(() => {
  bed = ledgerBed();
});
afterEach(() => bed.remove());

const at = (time: string): string => `2026-11-24T${time}:00.000+09:00`;
function append(...events: readonly NewEvent[]): void {
  succeeded(
    bed.ledger().write(supervisor, null, (writes) => {
      for (const event of events) writes.append(event);
      return null;
    }),
  );
}
const changed = (change: string, effectiveFrom: string, replyDays: number, occurredAt: string): NewEvent => ({
  name: 'policyChanged/1',
  case: null,
  occurredAt,
  payload: { change, effectiveFrom, settings: { replyDays } },
  personal: { reason: '要綱の改正' },
});
const withdrawn = (change: string, occurredAt: string): NewEvent => ({
  name: 'policyChangeWithdrawn/1',
  case: null,
  occurredAt,
  payload: { change },
  personal: { reason: '延期のため' },
});
const daysInForce = () =>
  bed
    .ledger()
    .reads.policyChanges()
    .map(({ settings }) => settings['replyDays']);

describe('設定の読み出しは、出来事が届いた順によらない', () => {
  test('取りやめが先に届いても、あとから届いた予定の変更は立たない', () => {
    const change = chance.hex(16);
    append(withdrawn(change, at('11:00')), changed(change, '2027-04-01', 20, at('10:00')));
    expect(daysInForce()).toEqual([]);
  });

  test('効き始めてからの取りやめは、何も変えない', () => {
    const change = chance.hex(16);
    append(changed(change, '2026-11-24', 20, at('10:00')), withdrawn(change, at('11:00')));
    expect(daysInForce()).toEqual([20]);
  });

  test('同じ日からの変更は、あとに届いたものではなく、あとに決めたものが効く', () => {
    append(
      changed(chance.hex(16), '2027-04-01', 21, at('12:00')),
      changed(chance.hex(16), '2027-04-01', 20, at('11:00')),
      changed(chance.hex(16), '2027-03-01', 25, at('13:00')),
    );
    expect(daysInForce()).toEqual([25, 20, 21]);
  });

  test('取消しが先に届いても、あとから届いた暦の書き込みは立たない', () => {
    const entry = chance.hex(16);
    append(
      {
        name: 'calendarEntryDropped/1',
        case: null,
        occurredAt: at('11:00'),
        payload: { entry },
        personal: { reason: '誤り' },
      },
      {
        name: 'calendarEntryAdded/1',
        case: null,
        occurredAt: at('10:00'),
        payload: { entry, kind: 'specialClosure', from: '2026-12-08T00:00', until: '2026-12-08T23:59', offices: null },
        personal: { reason: '工事' },
      },
    );
    expect(bed.ledger().reads.calendarEntries()).toEqual([]);
    expect(
      bed
        .ledger()
        .reads.settingsEvents()
        .map(({ name }) => name)
        .filter((name) => name !== 'settingChanged/1'),
    ).toEqual(['calendarEntryDropped/1', 'calendarEntryAdded/1']);
  });

  test('同じ年の祝日は、あとに確かめたものが立つ', () => {
    const confirmed = (name: string, occurredAt: string): NewEvent => ({
      name: 'holidaysConfirmed/1',
      case: null,
      occurredAt,
      payload: { confirmation: chance.hex(16), year: 2028, days: ['2028-01-01'] },
      personal: { names: [{ on: '2028-01-01', name }], reason: '官報' },
    });
    append(confirmed('元日', at('12:00')), confirmed('正月', at('11:00')));
    expect(bed.ledger().reads.holidayYears()).toEqual([{ year: 2028, days: [{ on: '2028-01-01', name: '元日' }] }]);
  });
});
