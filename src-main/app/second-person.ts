import type { Failure } from '../../src-shared/contract/errors.ts';
import { type Result, succeed } from '../../src-shared/kernel/result.ts';
import { type Context, momentOf, openLedger, record } from './context.ts';
import { refuse, refuseField } from './failures.ts';
import type { StaffRow } from './ports.ts';

/**
 * 二人目の確認 (B7): a supervisor signs in for one act on this screen. Never the one who asks; failures are recorded and
 * count towards the pause of this terminal. Who asks must still sit here when the password has been tried.
 */
export async function secondPerson(
  context: Context,
  typed: { readonly staffNumber: string; readonly password: string },
): Promise<Result<StaffRow, Failure>> {
  const { instant } = momentOf(context);
  if (context.desk.pausedUntil(instant) !== null) return refuse('signInPaused');
  const { reads } = openLedger(context);
  const asking = context.desk.user();
  const approver = reads.staffByNumber(typed.staffNumber.normalize('NFKC').trim());
  const stored = approver === null ? null : reads.credential(approver.staff);
  const matches = await context.passwords.matches(typed.password, stored ?? '');
  if (context.desk.pausedUntil(instant) !== null) return refuse('signInPaused');
  if (!context.desk.stillSits(asking)) return refuse(context.desk.isLocked() ? 'locked' : 'notSignedIn');
  if (approver === null || stored === null || !matches) {
    record(context, null, (writes) => {
      writes.append({
        name: 'signInFailed/1',
        case: null,
        occurredAt: instant,
        payload: { staff: approver?.staff ?? null, purpose: 'secondPerson' },
        personal: null,
      });
      return succeed(null);
    });
    context.desk.failedOnce(instant);
    return refuseField('secondPersonFailed', 'acceptance.staffNumber', '責任者の職員番号かパスワードが違います。');
  }
  if (approver.staff === asking?.staff) {
    return refuseField(
      'secondPersonIsSelf',
      'acceptance.staffNumber',
      '入力している職員は、自分では受け入れられません。別の責任者が入力してください。',
    );
  }
  if (approver.role === 'clerk') {
    return refuseField(
      'secondPersonNotSupervisor',
      'acceptance.staffNumber',
      '責任者か管理者の職員番号を入力してください。',
    );
  }
  return succeed(approver);
}
