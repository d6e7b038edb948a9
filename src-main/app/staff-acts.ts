import type { Output } from '../../src-shared/contract/counter-api.ts';
import type { Failure, FieldFailure } from '../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../src-shared/contract/free-text.ts';
import type { TypedName } from '../../src-shared/contract/staff-fields.ts';
import type { EventPayload } from '../../src-shared/domain/case/event.ts';
import {
  isSamePerson,
  judgeStaffAct,
  needsSecond,
  refusalsOf,
  type StaffAct,
  type StaffFinding,
  standingOn,
  worksAt,
} from '../../src-shared/domain/staff.ts';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';
import { type Context, momentOf, openLedger, placeOf, record, staffToday } from './context.ts';
import { refuse, refuseField } from './failures.ts';
import type { LedgerReads, LedgerWrites } from './ports.ts';
import type { StaffRow } from './ports-staff.ts';
import { secondPerson } from './second-person.ts';
import { whyNotApprover } from './sign-in-attempts.ts';

type SignIn = { readonly staffNumber: string; readonly password: string };

/** 欄の名前を入れ子にする. */
export function under(prefix: string, failures: readonly FieldFailure[]): readonly FieldFailure[] {
  return failures.map((failure) => ({ ...failure, field: `${prefix}${failure.field}` }));
}

/** 職員を加える: event, names and password in one transaction; a number that is taken is refused. */
export function appendStaff(
  context: Context,
  writes: LedgerWrites,
  name: TypedName,
  standing: Omit<EventPayload<'staffAdded/2'>, 'staff'>,
  { credential, reason }: { readonly credential: string; readonly reason: string },
): Result<{ staff: string }, Failure> {
  if (writes.staffByNumber(name.staffNumber) !== null) return numberTaken('staff.staffNumber');
  const staff = context.chance.hex(16);
  writes.append({
    name: 'staffAdded/2',
    case: null,
    occurredAt: momentOf(context).instant,
    payload: { staff, ...standing },
    personal: { ...name, reason },
  });
  writes.setCredential(staff, credential);
  return succeed({ staff });
}

/** 職員番号が使われている. */
export function numberTaken(field: string): { ok: false; failure: Failure } {
  return refuseField('staffNumberTaken', field, 'この職員番号は登録済みです。番号を確かめてください。');
}

/** 変える理由: every change says why. */
export function checkReason(reason: string): Result<string, FieldFailure> {
  return checkFreeText('reason', reason, { optional: false, least: 2 });
}

type Prepared = {
  readonly subject: StaffRow | null;
  readonly by: StaffRow;
  readonly findings: readonly StaffFinding[];
};

/** いまの職員で判定する; null subject where the account is still to be added. */
function judged(
  context: Context,
  reads: LedgerReads,
  act: StaffAct,
  staff: string | null,
  identity: TypedName | null,
): Result<Prepared, Failure> {
  const by = context.desk.user();
  const subject = staff === null ? null : staffToday(context, reads, staff);
  if (by === null) return refuse('notSignedIn');
  if (staff !== null && subject === null) return refuse('staffNotFound');
  const { day } = momentOf(context);
  const findings = judgeStaffAct({
    act,
    subject,
    identity,
    by,
    staff: reads.staff().map((row) => standingOn(row, day)),
    office: placeOf(reads).office,
  });
  const [no] = refusalsOf(findings);
  if (no !== undefined) return refuseField('staffActRefused', 'staff', no.refusal);
  return succeed({ subject, by, findings });
}

export type ActOn = {
  readonly requestId: string;
  readonly act: StaffAct;
  readonly staff: string | null;
  readonly identity: TypedName | null;
  readonly acceptance: SignIn | null;
  /** a reason that was left out although it is all that stands for the second person */
  readonly reason: string;
};

/**
 * 職員の扱い: judged, confirmed by a second administrator where one is needed and there is one (B7), and judged again in the transaction
 * that keeps it.
 */
export async function actOnStaff(
  context: Context,
  on: ActOn,
  work: (writes: LedgerWrites, prepared: Prepared, approver: string | null) => Result<{ staff: string }, Failure>,
): Promise<Result<{ staff: string }, Failure>> {
  const { reads } = openLedger(context);
  // Pressed again after an answer that was lost: what was done then is the answer.
  if (reads.requestResult(on.requestId) !== null) return record(context, on.requestId, () => refuse('staffNotFound'));
  const before = judged(context, reads, on.act, on.staff, on.identity);
  if (!before.ok) return before;
  const second = await secondFor(context, before.value, on.acceptance);
  if (!second.ok) return second;
  const alone = before.value.findings.some(({ rule }) => rule === 'secondAdministrator') && second.value === null;
  if (alone && on.reason === '') {
    const words = '確認できる管理者がほかにいません。一人で進めるときは、理由を2文字以上で入力してください。';
    return refuseField('badFields', 'reason', words);
  }
  return record(context, on.requestId, (writes) => {
    const now = judged(context, writes, on.act, on.staff, on.identity);
    if (!now.ok) return now;
    if (needsSecond(now.value.findings) && second.value === null) return secondNeeded();
    const stale = second.value === null ? null : whyNotApprover(context, writes, second.value, 'administrator');
    if (stale !== null) return fail(stale);
    return work(writes, now.value, second.value);
  });
}

function secondNeeded(): { ok: false; failure: Failure } {
  const words = 'もう一人の管理者の職員番号とパスワードを入力してください(B7)。';
  return refuseField('secondAdministratorNeeded', 'acceptance.staffNumber', words);
}

async function secondFor(
  context: Context,
  { findings, subject }: Prepared,
  acceptance: SignIn | null,
): Promise<Result<string | null, Failure>> {
  if (!needsSecond(findings)) return succeed(null);
  if (acceptance === null) return secondNeeded();
  const second = await secondPerson(context, acceptance, {
    least: 'administrator',
    field: 'acceptance.staffNumber',
    wrong: '管理者の職員番号かパスワードが違います。',
    self: '変えようとしている本人は、自分では確認できません。別の管理者が入力してください。',
    tooLow: '管理者の職員番号を入力してください。',
  });
  if (!second.ok) return second;
  if (subject !== null && isSamePerson(second.value, subject)) {
    const words = '変えられる本人は、自分のことを確認できません。別の管理者が入力してください。';
    return refuseField('secondPersonIsSelf', 'acceptance.staffNumber', words);
  }
  return succeed(second.value.staff);
}

/** 職員の一行を見せる: with the standing of today, and how the person signed in. */
export function shownStaff(context: Context, reads: LedgerReads, row: StaffRow): Output<'staff.list'>['staff'][number] {
  const { lastAt, failures } = reads.signInsOf(row.staff);
  const today = standingOn(row, momentOf(context).day);
  return {
    ...today,
    offices: today.offices === null ? null : [...today.offices],
    lastSignInAt: lastAt,
    failuresSince: failures,
  };
}

/** 見てよい職員か: administrators see everybody, supervisors those of this office. */
export function maySee(context: Context, reads: LedgerReads, row: StaffRow): boolean {
  const role = context.desk.user()?.role;
  return role === 'administrator' || worksAt(row.offices, placeOf(reads).office);
}
