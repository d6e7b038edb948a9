import type { Failure } from '../../src-shared/contract/errors.ts';
import { hasRank, isSamePerson, type StaffRole } from '../../src-shared/domain/staff.ts';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';
import { type Context, staffByTypedNumber } from './context.ts';
import { refuse, refuseField } from './failures.ts';
import type { StaffRow } from './ports-staff.ts';
import { triedFailure, tryPassword } from './sign-in-attempts.ts';

type Typed = { readonly staffNumber: string; readonly password: string };

const keptWords = {
  suspended: 'この職員は停止中のため、確認できません。別の職員が入力してください。',
  otherOffice: 'この職員は、この窓口では確認できません。この窓口の職員が入力してください。',
  givenPassword:
    '管理者から渡されたパスワードのままでは、確認できません。先にサインインして、自分のパスワードに変えてください。',
} as const;

/** だれを求めるか: the least role, the words for another, and the field that bears them. */
export type SecondPersonWanted = {
  readonly least: StaffRole;
  readonly field: string;
  readonly wrong: string;
  readonly self: string;
  readonly tooLow: string;
};

const supervisorWanted: SecondPersonWanted = {
  least: 'supervisor',
  field: 'acceptance.staffNumber',
  wrong: '責任者の職員番号かパスワードが違います。',
  self: '入力している職員は、自分では受け入れられません。別の責任者が入力してください。',
  tooLow: '責任者か管理者の職員番号を入力してください。',
};

/**
 * 二人目の確認 (B7): somebody else signs in for one act on this screen. Never the one who asks, nor another account of the same person; failures
 * are recorded and count towards the pause of this terminal. Who asks must still sit here when the password has been tried.
 */
export async function secondPerson(
  context: Context,
  typed: Typed,
  wanted: SecondPersonWanted = supervisorWanted,
): Promise<Result<StaffRow, Failure>> {
  const asking = context.desk.user();
  const tried = await tryPassword(
    context,
    (reads) => staffByTypedNumber(context, reads, typed.staffNumber),
    typed.password,
    'secondPerson',
  );
  if (!context.desk.stillSits(asking)) return refuse(context.desk.isLocked() ? 'locked' : 'notSignedIn');
  if (tried.kind === 'kept') {
    return refuseField('secondPersonNotHere', wanted.field, keptWords[tried.why]);
  }
  if (tried.kind !== 'passed') {
    return fail(triedFailure(tried, () => refuseField('secondPersonFailed', wanted.field, wanted.wrong).failure));
  }
  const { staff } = tried;
  if (asking === null || isSamePerson(staff, asking))
    return refuseField('secondPersonIsSelf', wanted.field, wanted.self);
  if (!hasRank(staff.role, wanted.least)) return refuseField('secondPersonNotSupervisor', wanted.field, wanted.tooLow);
  return succeed(staff);
}
