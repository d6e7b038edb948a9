import type { Output } from '../../../src-shared/contract/counter-api.ts';
import type { Failure, FieldFailure } from '../../../src-shared/contract/errors.ts';
import { checkNewStaff, checkPlace } from '../../../src-shared/contract/staff-fields.ts';
import { OFFICE_NAMES } from '../../../src-shared/domain/visit.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, isSetUp, momentOf, openLedger, placeOf, record } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import type { LedgerWrites, Role } from '../ports.ts';
import { statusOf } from './status.ts';

type StaffCalls = 'setup.complete' | 'staff.list' | 'staff.add';

function under(prefix: string, failures: readonly FieldFailure[]): readonly FieldFailure[] {
  return failures.map((failure) => ({ ...failure, field: `${prefix}${failure.field}` }));
}

/** 職員・最初の設定: the first administrator makes the ledger's first desk; later ones are added by an administrator. */
export function staffHandlers(context: Context): HandlersOf<StaffCalls> {
  function add(
    writes: LedgerWrites,
    staff: { staffNumber: string; name: string; kana: string },
    role: Role,
    credential: string,
  ): Result<{ staff: string }, Failure> {
    if (writes.staffByNumber(staff.staffNumber) !== null) {
      return refuseField(
        'staffNumberTaken',
        'staff.staffNumber',
        'この職員番号は登録済みです。番号を確かめてください。',
      );
    }
    const id = context.chance.hex(16);
    writes.append({
      name: 'staffAdded/1',
      case: null,
      occurredAt: momentOf(context).instant,
      payload: { staff: id, role },
      personal: { staffNumber: staff.staffNumber, name: staff.name, kana: staff.kana },
    });
    writes.setCredential(id, credential);
    return succeed({ staff: id });
  }
  const list = (): Output<'staff.list'> => ({
    staff: openLedger(context)
      .reads.staff()
      .map((each) => ({ ...each })),
  });

  return {
    'setup.complete': async ({ office, terminal, terminalName, administrator }) => {
      if (isSetUp(context.slot) || context.slot.cannotOpen !== null) return refuse('alreadySetUp');
      const place = checkPlace({ terminal, terminalName });
      const staff = checkNewStaff(administrator);
      const wrong = [...place.failures, ...under('administrator.', staff.failures)];
      if (wrong.length > 0 || staff.value === null || place.value === null) return refuse('badFields', wrong);
      const credential = await context.passwords.hash(administrator.password);
      if (isSetUp(context.slot)) return refuse('alreadySetUp');
      const begun = context.slot.get();
      if (begun === null) {
        const created = context.slot.create({ office, terminal, terminalName: place.value.terminalName });
        if (!created.ok) return refuseField('fileNotWritten', 'office', created.failure.words);
      } else if (placeOf(begun.reads).office !== office || placeOf(begun.reads).terminal !== terminal) {
        const own = placeOf(begun.reads);
        const words = `この台帳は${OFFICE_NAMES[own.office]}の端末${own.terminal}番として作られています。同じ窓口と番号を選んでください。`;
        return refuseField('badFields', own.office === office ? 'terminal' : 'office', words);
      }
      const { value } = staff;
      const added = record(context, null, (writes) => add(writes, value, 'administrator', credential));
      return added.ok ? succeed(statusOf(context)) : added;
    },

    'staff.list': () => succeed(list()),

    'staff.add': async ({ requestId, role, staff }) => {
      const checked = checkNewStaff(staff);
      if (checked.value === null) return refuse('badFields', under('staff.', checked.failures));
      const asking = context.desk.user();
      const credential = await context.passwords.hash(staff.password);
      if (!context.desk.stillSits(asking)) return refuse(context.desk.isLocked() ? 'locked' : 'notSignedIn');
      const { value } = checked;
      const added = record(context, requestId, (writes) => add(writes, value, role, credential));
      return added.ok ? succeed(list()) : added;
    },
  };
}
