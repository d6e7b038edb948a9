import type { Output } from '../../../src-shared/contract/counter-api.ts';
import type { Failure, FieldFailure } from '../../../src-shared/contract/errors.ts';
import { checkNewStaff, checkPlace } from '../../../src-shared/contract/staff-fields.ts';
import { OFFICE_NAMES } from '../../../src-shared/domain/visit.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, isSetUp, momentOf, openLedger, placeOf, record } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import type { LedgerWrites, OfficeCode, Role } from '../ports.ts';
import { statusOf } from './status.ts';

type StaffCalls = 'setup.complete' | 'staff.list' | 'staff.add';

function under(prefix: string, failures: readonly FieldFailure[]): readonly FieldFailure[] {
  return failures.map((failure) => ({ ...failure, field: `${prefix}${failure.field}` }));
}

/** Office and number of a terminal stand in the first event of its ledger, so that a set-up begun for one cannot end as another. */
function begunElsewhere(begun: { office: OfficeCode; terminal: number }, office: OfficeCode): readonly FieldFailure[] {
  const message = `この端末の設定は「${OFFICE_NAMES[begun.office]}・端末${begun.terminal}」として途中まで済んでいます。同じ窓口と番号を入力するか、管理者に知らせてください。`;
  return [{ field: begun.office === office ? 'terminal' : 'office', message, suggestion: null }];
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
  function renameTerminal(writes: LedgerWrites, from: string, to: string): void {
    const { instant } = momentOf(context);
    const payload = { setting: 'terminalName', from, to } as const;
    writes.append({ name: 'settingChanged/1', case: null, occurredAt: instant, payload, personal: null });
  }
  const list = (): Output<'staff.list'> => ({
    staff: openLedger(context)
      .reads.staff()
      .map((each) => ({ ...each })),
  });

  return {
    'setup.complete': async ({ office, terminal, terminalName: typedName, administrator }) => {
      if (context.slot.cannotOpen !== null) return refuse('cannotOpen');
      if (isSetUp(context.slot)) return refuse('alreadySetUp');
      const place = checkPlace({ terminal, terminalName: typedName });
      const staff = checkNewStaff(administrator);
      const wrong = [...place.failures, ...under('administrator.', staff.failures)];
      if (wrong.length > 0 || staff.value === null || place.value === null) return refuse('badFields', wrong);
      const credential = await context.passwords.hash(administrator.password);
      if (isSetUp(context.slot)) return refuse('alreadySetUp');
      const { terminalName } = place.value;
      // A ledger without anyone was left by a set-up that broke off between its two steps; it is finished here.
      if (context.slot.get() === null) {
        const created = context.slot.create({ office, terminal, terminalName });
        if (!created.ok) return refuseField('fileNotWritten', 'office', created.failure.words);
      }
      const begun = placeOf(openLedger(context).reads);
      if (begun.office !== office || begun.terminal !== terminal)
        return refuse('badFields', begunElsewhere(begun, office));
      const { value } = staff;
      const added = record(context, null, (writes) => {
        if (begun.terminalName !== terminalName) renameTerminal(writes, begun.terminalName, terminalName);
        return add(writes, value, 'administrator', credential);
      });
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
