import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyNotHere } from '../../../../src-shared/domain/staff.ts';
import { administrator, givenPassword, requestId } from '../../../support/made-up.ts';
import { type AppBed, appBed } from '../app-bed.ts';
import { receptionOf } from '../procedures/bed.ts';

const roles = ['clerk', 'supervisor', 'administrator'] as const;
const someone = fc.nat(9);
const offices = fc.constantFrom(null, ['shiminka'] as const, ['sobue'] as const, ['shiminka', 'heiwa'] as const);
const anyAct = fc.oneof(
  fc.record({ do: fc.constant('add' as const), role: fc.constantFrom(...roles), offices }),
  fc.record({ do: fc.constant('reassign' as const), whom: someone, role: fc.constantFrom(...roles), offices }),
  fc.record({ do: fc.constantFrom('suspend' as const, 'reinstate' as const, 'reset' as const), whom: someone }),
  fc.record({
    do: fc.constant('handOver' as const),
    whom: someone,
    to: someone,
    after: fc.constantFrom('stays' as const, 'clerk' as const, 'suspended' as const),
  }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('seat' as const), whom: someone }) },
  fc.record({ do: fc.constant('ask' as const), approver: someone }),
  fc.record({ do: fc.constant('approve' as const) }),
);
const confirmed = fc.nat(9);
type Act = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never;

const happened = { happenedAt: '2026-11-24T09:10', reason: '停電で端末が使えなかったため' };

describe('職員の扱いを、でたらめな順に', () => {
  let bed: AppBed;
  /** what each one's password is, as the story knows it */
  const passwords = new Map<string, string>();
  beforeAll(async () => {
    bed = await appBed();
  });
  afterAll(() => bed.remove());

  const rows = () => bed.ledger().reads.staff();
  const pick = (number: number) => {
    const all = rows();
    const row = all[number % all.length];
    if (row === undefined) throw new Error('somebody is there');
    return row;
  };
  const signInOf = (number: number) => {
    const { staff, staffNumber } = pick(number);
    return { staffNumber, password: passwords.get(staff) ?? '' };
  };

  /** whoever may sit there sits, and chooses a password where one is owed */
  async function seat(number: number): Promise<void> {
    const who = signInOf(number);
    const { staff } = pick(number);
    await bed.counter.ask('session.signOut', {});
    const seated = await bed.counter.ask('session.signIn', who);
    if (!seated.ok || seated.value.phase !== 'ownPassword') return;
    const next = `言葉を並べた長いもの ${passwords.size} ${who.password.length}`;
    const changed = await bed.counter.ask('session.changePassword', { current: who.password, next });
    if (changed.ok) passwords.set(staff, next);
  }

  let added = 0;
  async function perform(act: Act, second: number): Promise<void> {
    const acting = () => ({ requestId: requestId(), reason: 'ためしのため', acceptance: signInOf(second) });
    switch (act.do) {
      case 'add': {
        added += 1;
        const staffNumber = String(20_000 + added);
        const person = { staffNumber, name: `例 加${added}`, kana: 'レイ カ', password: givenPassword };
        const standing = { role: act.role, offices: act.offices === null ? null : [...act.offices] };
        const answer = await bed.counter.ask('staff.add', { ...acting(), ...standing, staff: person });
        const row = bed.ledger().reads.staffByNumber(staffNumber);
        if (answer.ok && row !== null) passwords.set(row.staff, givenPassword);
        return;
      }
      case 'reassign': {
        const standing = { role: act.role, offices: act.offices === null ? null : [...act.offices] };
        await bed.counter.ask('staff.reassign', { ...acting(), staff: pick(act.whom).staff, ...standing });
        return;
      }
      case 'suspend':
      case 'reinstate':
        await bed.counter.ask(`staff.${act.do}`, { ...acting(), staff: pick(act.whom).staff });
        return;
      case 'reset': {
        const { staff } = pick(act.whom);
        const answer = await bed.counter.ask('staff.resetPassword', { ...acting(), staff, password: givenPassword });
        if (answer.ok) passwords.set(staff, givenPassword);
        return;
      }
      case 'handOver': {
        const { requestId: id, reason } = acting();
        const people = { staff: pick(act.whom).staff, successor: signInOf(act.to) };
        const how = { predecessor: act.after, effectiveFrom: '' };
        await bed.counter.ask('staff.handOver', { requestId: id, reason, ...people, ...how });
        return;
      }
      case 'seat':
        return seat(act.whom);
      case 'ask': {
        const approval = { ...signInOf(act.approver), reason: '二人で画面を確かめたため' };
        await bed.counter.ask('receive.record', receptionOf({}, { backEntry: happened, approval }));
        await bed.counter.ask('receive.record', receptionOf({}, { backEntry: happened, approval: 'wait' }));
        return;
      }
      case 'approve': {
        const list = await bed.counter.ask('approval.list', {});
        if (!list.ok) return;
        for (const { request } of list.value.waiting.slice(0, 3))
          await bed.counter.ask('approval.answer', { requestId: requestId(), request, approve: true, note: '' });
      }
    }
  }

  test('サインインできる管理者がいつも残り、だれの依頼も本人には承認されない', async () => {
    for (const { staff, staffNumber } of rows()) {
      const known = { '10001': 'その一号', '10321': 'その二号', '10482': 'その三号' }[staffNumber];
      passwords.set(staff, `ひみつの合言葉 ${known}`);
    }
    await bed.signInAs(administrator);
    let reached = { acts: 0, suspended: 0, approvals: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyAct, confirmed), { minLength: 8, maxLength: 25 }), async (acts) => {
        for (const [act, second] of acts) {
          // A pause is of no interest here: the clock goes on.
          bed.clock.advance(31);
          await perform(act, second);
          const able = rows().filter(
            (row) => row.role === 'administrator' && row.signsIn && whyNotHere(row, 'shiminka') === null,
          );
          expect(able.length, JSON.stringify(act)).toBeGreaterThan(0);
          // Whoever is left can go on with the story.
          if (!(await bed.counter.ask('staff.list', {})).ok)
            await seat(rows().findIndex((row) => row.staff === able[0]?.staff));
        }
        for (const event of bed.ledger().reads.eventsOfDay('shiminka', bed.clock.now().slice(0, 10))) {
          reached = { ...reached, acts: reached.acts + 1 };
          if (event.name === 'staffSuspended/1') reached.suspended += 1;
          if (event.name === 'caseReceived/2' && event.payload.backEntry?.approver != null) {
            reached.approvals += 1;
            expect(event.payload.backEntry.approver).not.toBe(event.envelope.actor);
          }
          if (event.name === 'approvalAnswered/1') {
            reached.approvals += 1;
            expect(bed.ledger().reads.approval(event.payload.request)?.askedBy).not.toBe(event.envelope.actor);
          }
        }
      }),
      { numRuns: 25 },
    );
    // The story really came to what it is about.
    expect(reached.suspended).toBeGreaterThan(0);
    expect(reached.approvals).toBeGreaterThan(0);
  });
});
