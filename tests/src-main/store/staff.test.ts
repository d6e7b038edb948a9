import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src-main/store/connection.ts';
import { differingProjections, rebuildProjections } from '../../../src-main/store/projections.ts';
import { receiveEvents } from '../../../src-main/store/receive.ts';
import { type Bed, chance, clerk, day, ledgerBed, succeeded } from './fixture.ts';
import { foreignLedger } from './foreign.ts';

const none = new Map<string, string>();
const at = `${day}T09:00:00.000+09:00`;
const name = { staffNumber: '12345', name: '窓口 次郎', kana: 'マドグチ ジロウ' };

let bed: Bed;
let raw: Connection;
let staff: string;
beforeEach(() => {
  bed = ledgerBed();
  raw = bed.raw();
  staff = chance.hex(16);
});
afterEach(() => {
  raw.close();
  bed.remove();
});

const row = () => bed.ledger().reads.staffById(staff);
const takeIn = (events: Parameters<typeof receiveEvents>[3]) => succeeded(receiveEvents(raw, none, at, events));

function addHere(): void {
  succeeded(
    bed.ledger().write(clerk, null, (writes) => {
      const payload = { staff, role: 'clerk', offices: null, password: 'given', approver: null } as const;
      writes.append({ name: 'staffAdded/2', case: null, occurredAt: at, payload, personal: { ...name, reason: '' } });
      writes.setCredential(staff, 'scrypt$…');
      return null;
    }),
  );
}

describe('職員の投影', () => {
  test('前の版で加えた職員は、すべての窓口で、自分のパスワードで使える', () => {
    const foreign = foreignLedger();
    const added = foreign.say({ type: 'staffAdded', payload: { staff, role: 'supervisor' } }, name);
    // The ledger opens first; what it says of the staff comes second.
    const opened = foreignLedger();
    takeIn([opened.open(), opened.say({ type: 'staffAdded', payload: { staff, role: 'supervisor' } }, name)]);
    expect(added.body).toContain('"version":1');
    expect(row()).toMatchObject({
      ...name,
      role: 'supervisor',
      offices: null,
      suspended: false,
      ownPassword: true,
      signsIn: false,
    });
  });

  test('よその台帳が同じ職員について言うことは、届いた順に効き、パスワードのことだけは効かない', () => {
    addHere();
    const foreign = foreignLedger();
    takeIn([
      foreign.open(),
      foreign.say(
        {
          type: 'staffReassigned',
          payload: {
            staff,
            from: { role: 'clerk', offices: null },
            to: { role: 'supervisor', offices: ['sobue'] },
            approver: null,
          },
        },
        { reason: '異動' },
      ),
      foreign.say({ type: 'passwordChanged', payload: { staff, by: 'self', approver: null } }, { reason: '' }),
    ]);
    expect(row()).toMatchObject({ role: 'supervisor', offices: ['sobue'], signsIn: true, ownPassword: false });
    takeIn([foreign.say({ type: 'staffSuspended', payload: { staff, approver: null } }, { reason: '休職' })]);
    expect(row()).toMatchObject({ role: 'supervisor', suspended: true });
    expect(
      bed
        .ledger()
        .reads.staffEvents(staff)
        .map((event) => event.name),
    ).toEqual(['staffSuspended/1', 'passwordChanged/1', 'staffReassigned/1', 'staffAdded/2']);
  });

  test('よその端末の失敗は、この端末の休止に数えない', () => {
    addHere();
    const foreign = foreignLedger();
    const failed = { type: 'signInFailed', version: 2, payload: { staff, purpose: 'signIn', why: 'password' } };
    takeIn([foreign.open(), ...Array.from({ length: 5 }, () => foreign.say(failed))]);
    expect(bed.ledger().reads.signInAttempts(100)).toEqual([]);
    expect(bed.ledger().reads.signInsOf(staff)).toEqual({ lastAt: null, failures: 5 });
  });

  test('氏名を変えたあとにその記録が消されても、作り直した投影と同じである', () => {
    addHere();
    const record = succeeded(
      bed.ledger().write(clerk, null, (writes) => {
        const personal = { before: name, after: { ...name, name: '例田 次郎' }, reason: '婚姻' };
        const renamed = writes.append({
          name: 'staffRenamed/1',
          case: null,
          occurredAt: at,
          payload: { staff },
          personal,
        });
        return renamed.envelope.record;
      }),
    );
    expect(row()?.name).toBe('例田 次郎');
    rebuildProjections(raw, none);
    expect(row()?.name).toBe('例田 次郎');
    const approver = chance.hex(16);
    succeeded(bed.ledger().erase(clerk, { records: [record ?? ''], basis: '保存期間の満了', approver }));
    expect(row()).toBeNull();
    expect(differingProjections(raw, none)).toEqual([]);
  });
});
