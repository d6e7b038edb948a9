import type * as z from 'zod';
import type { counterApi, Output } from '../../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { checkNewStaff, checkStaffName } from '../../../src-shared/contract/staff-fields.ts';
import { passwordProblem } from '../../../src-shared/domain/password.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, momentOf, openLedger, staffToday } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import { actOnStaff, appendStaff, checkReason, maySee, numberTaken, shownStaff, under } from '../staff-acts.ts';
import { staffHistory } from '../staff-history.ts';

type StaffCalls =
  | 'staff.list'
  | 'staff.view'
  | 'staff.add'
  | 'staff.rename'
  | 'staff.reassign'
  | 'staff.suspend'
  | 'staff.reinstate'
  | 'staff.resetPassword';

type Suspension = z.output<(typeof counterApi)['staff.suspend']['input']>;
type Viewed = Result<Output<'staff.view'>, Failure>;

/** 職員: accounts with role, offices and state. Each change is an event with who and why; nobody changes their own standing. */
export function staffHandlers(context: Context): HandlersOf<StaffCalls> {
  const list = (): Output<'staff.list'> => {
    const { reads } = openLedger(context);
    return {
      staff: reads
        .staff()
        .filter((row) => maySee(context, reads, row))
        .map((row) => shownStaff(context, reads, row)),
    };
  };
  const view = (staff: string): Viewed => {
    const { reads } = openLedger(context);
    const row = reads.staffById(staff);
    if (row === null || !maySee(context, reads, row)) return refuse('staffNotFound');
    return succeed({ member: shownStaff(context, reads, row), history: staffHistory(reads, staff) });
  };
  const viewed = (written: Result<{ staff: string }, Failure>): Viewed =>
    written.ok ? view(written.value.staff) : written;
  const stillHere = (asking: ReturnType<Context['desk']['user']>): Failure | null => {
    if (context.desk.stillSits(asking)) return null;
    return refuse(context.desk.isLocked() ? 'locked' : 'notSignedIn').failure;
  };

  const suspension =
    (kind: 'suspend' | 'reinstate') =>
    async ({ requestId, staff, reason: typedReason, acceptance }: Suspension): Promise<Viewed> => {
      const reason = checkReason(typedReason);
      if (!reason.ok) return refuse('badFields', [reason.failure]);
      const on = { requestId, staff, identity: null, acceptance, reason: reason.value } as const;
      return viewed(
        await actOnStaff(context, { ...on, act: { kind } }, (writes, _, approver) => {
          writes.append({
            name: kind === 'suspend' ? 'staffSuspended/1' : 'staffReinstated/1',
            case: null,
            occurredAt: momentOf(context).instant,
            payload: { staff, approver },
            personal: { reason: reason.value },
          });
          return succeed({ staff });
        }),
      );
    };

  return {
    'staff.list': () => succeed(list()),

    'staff.view': ({ staff }) => view(staff),

    'staff.add': async ({ requestId, role, offices, staff, reason: typedReason, acceptance }) => {
      const checked = checkNewStaff(staff);
      if (checked.value === null) return refuse('badFields', under('staff.', checked.failures));
      const reason = typedReason.trim() === '' ? succeed('') : checkReason(typedReason);
      if (!reason.ok) return refuse('badFields', [reason.failure]);
      const { value } = checked;
      const asking = context.desk.user();
      const credential = await context.passwords.hash(staff.password);
      const gone = stillHere(asking);
      if (gone !== null) return { ok: false, failure: gone };
      const on = { requestId, staff: null, identity: value, acceptance, reason: reason.value } as const;
      const added = await actOnStaff(context, { ...on, act: { kind: 'add', role, offices } }, (writes, _, approver) =>
        appendStaff(
          context,
          writes,
          value,
          { role, offices, password: 'given', approver },
          { credential, reason: reason.value },
        ),
      );
      return added.ok ? succeed(list()) : added;
    },

    'staff.rename': async ({ requestId, staff, reason: typedReason, ...typed }) => {
      const reason = checkReason(typedReason);
      const checked = checkStaffName(typed);
      const wrong = [...checked.failures, ...(reason.ok ? [] : [reason.failure])];
      if (checked.value === null || !reason.ok) return refuse('badFields', wrong);
      const after = checked.value;
      const on = { requestId, staff, identity: after, acceptance: null, reason: reason.value } as const;
      return viewed(
        await actOnStaff(context, { ...on, act: { kind: 'rename' } }, (writes, { subject }) => {
          if (subject === null) return refuse('staffNotFound');
          const { staffNumber, name, kana } = subject;
          const holder = writes.staffByNumber(after.staffNumber);
          if (holder !== null && holder.staff !== staff) return numberTaken('staffNumber');
          if (staffNumber === after.staffNumber && name === after.name && kana === after.kana)
            return refuseField(
              'badFields',
              'name',
              'いまの氏名・フリガナ・職員番号と同じです。変えるところを入力してください。',
            );
          writes.append({
            name: 'staffRenamed/1',
            case: null,
            occurredAt: momentOf(context).instant,
            payload: { staff },
            personal: { before: { staffNumber, name, kana }, after: { ...after }, reason: reason.value },
          });
          return succeed({ staff });
        }),
      );
    },

    'staff.reassign': async ({ requestId, staff, role, offices, reason: typedReason, acceptance }) => {
      const reason = checkReason(typedReason);
      if (!reason.ok) return refuse('badFields', [reason.failure]);
      const on = { requestId, staff, identity: null, acceptance, reason: reason.value } as const;
      return viewed(
        await actOnStaff(
          context,
          { ...on, act: { kind: 'reassign', role, offices } },
          (writes, { subject }, approver) => {
            if (subject === null) return refuse('staffNotFound');
            const from = { role: subject.role, offices: subject.offices === null ? null : [...subject.offices] };
            writes.append({
              name: 'staffReassigned/1',
              case: null,
              occurredAt: momentOf(context).instant,
              payload: { staff, from, to: { role, offices }, approver },
              personal: { reason: reason.value },
            });
            return succeed({ staff });
          },
        ),
      );
    },

    'staff.suspend': suspension('suspend'),

    'staff.reinstate': suspension('reinstate'),

    'staff.resetPassword': async ({ requestId, staff, password, reason: typedReason, acceptance }) => {
      const reason = checkReason(typedReason);
      const row = staffToday(context, openLedger(context).reads, staff);
      if (row === null) return refuse('staffNotFound');
      const problem = passwordProblem(password, row);
      const wrong = [
        ...(problem === null ? [] : [{ field: 'password', message: problem, suggestion: null }]),
        ...(reason.ok ? [] : [reason.failure]),
      ];
      if (!reason.ok || problem !== null) return refuse('badFields', wrong);
      const asking = context.desk.user();
      const credential = await context.passwords.hash(password);
      const gone = stillHere(asking);
      if (gone !== null) return { ok: false, failure: gone };
      const on = { requestId, staff, identity: null, acceptance, reason: reason.value } as const;
      return viewed(
        await actOnStaff(context, { ...on, act: { kind: 'resetPassword' } }, (writes, _, approver) => {
          writes.append({
            name: 'passwordChanged/1',
            case: null,
            occurredAt: momentOf(context).instant,
            payload: { staff, by: 'administrator', approver },
            personal: { reason: reason.value },
          });
          writes.setCredential(staff, credential);
          return succeed({ staff });
        }),
      );
    },
  };
}
