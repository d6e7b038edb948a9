import type { FieldFailure } from '../../../src-shared/contract/errors.ts';
import { checkNewStaff, checkPlace } from '../../../src-shared/contract/staff-fields.ts';
import { OFFICE_NAMES } from '../../../src-shared/domain/visit.ts';
import { succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, isSetUp, momentOf, openLedger, placeOf, record } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import type { LedgerWrites, OfficeCode } from '../ports.ts';
import { appendStaff, under } from '../staff-acts.ts';
import { statusOf } from './status.ts';

/** Office and number of a terminal stand in the first event of its ledger, so that a set-up begun for one cannot end as another. */
function begunElsewhere(begun: { office: OfficeCode; terminal: number }, office: OfficeCode): readonly FieldFailure[] {
  const message = `この端末の設定は「${OFFICE_NAMES[begun.office]}・端末${begun.terminal}」として途中まで済んでいます。同じ窓口と番号を入力するか、管理者に知らせてください。`;
  return [{ field: begun.office === office ? 'terminal' : 'office', message, suggestion: null }];
}

/** 最初の設定: makes the ledger, and its first administrator, who chooses the password and may work at every office. */
export function setUpHandlers(context: Context): HandlersOf<'setup.complete'> {
  function renameTerminal(writes: LedgerWrites, from: string, to: string): void {
    const { instant } = momentOf(context);
    const payload = { setting: 'terminalName', from, to } as const;
    writes.append({ name: 'settingChanged/1', case: null, occurredAt: instant, payload, personal: null });
  }

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
        const standing = { role: 'administrator', offices: null, password: 'own', approver: null } as const;
        return appendStaff(context, writes, value, standing, { credential, reason: '' });
      });
      return added.ok ? succeed(statusOf(context)) : added;
    },
  };
}
