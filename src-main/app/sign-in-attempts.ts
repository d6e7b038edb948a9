import type { Failure } from '../../src-shared/contract/errors.ts';
import type { EventPayload } from '../../src-shared/domain/case/event.ts';
import { type SignInAttempt, type SignInPause, signInPause } from '../../src-shared/domain/sign-in-pause.ts';
import { isSamePerson, whyNotHere } from '../../src-shared/domain/staff.ts';
import { japaneseInstant } from '../../src-shared/kernel/japanese-instant.ts';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';
import { type Context, nowOf, openLedger, placeOf, record, staffToday } from './context.ts';
import { refusal } from './failures.ts';
import type { LedgerReads } from './ports.ts';
import type { StaffRow } from './ports-staff.ts';

type Purpose = EventPayload<'signInFailed/2'>['purpose'];
type Why = EventPayload<'signInFailed/2'>['why'];

/** enough to know the longest pause, however the failures are mixed with others' sign-ins */
const attemptsRead = 400;

/** この端末の休止: from what the ledger of this terminal keeps, so that starting the program anew forgets nothing. */
export function pauseOf(context: Context, instant: string): SignInPause {
  const kept = context.slot.get()?.reads.signInAttempts(attemptsRead) ?? [];
  const attempts: readonly SignInAttempt[] = kept.map(({ at, ...rest }) => ({ ...rest, at: Date.parse(at) }));
  return signInPause([...attempts, ...context.desk.unrecorded()], Date.parse(instant));
}

/** 休止の終わり: as an instant in the ledger's own form; null where the terminal takes passwords. */
export function pausedUntil(context: Context, instant: string): string | null {
  const { until } = pauseOf(context, instant);
  return until === null ? null : japaneseInstant(until);
}

/** 休止中の断り: until when, in words. */
export function pausedFailure(until: string): Failure {
  const clock = until.slice(11, 16).replace(/^0/, '');
  return {
    ...refusal('signInPaused'),
    message: `続けて違ったため、この端末のサインインを${clock}まで止めています。待ってから入力してください。ほかの端末では、いつもどおりサインインできます。`,
  };
}

export type Tried =
  | { readonly kind: 'passed'; readonly staff: StaffRow }
  | { readonly kind: 'paused'; readonly until: string }
  /** `pause` says what this failure brought */
  | { readonly kind: 'wrong'; readonly pause: SignInPause }
  | { readonly kind: 'kept'; readonly why: Exclude<Why, 'password'> };

/**
 * パスワードの照合, the same for every purpose: a pause first, the same work for a number that nobody has, and a failure is an event that
 * counts. Whoever's password is right and who may not work here (now) is told so and no one else.
 */
export async function tryPassword(
  context: Context,
  find: (reads: LedgerReads) => StaffRow | null,
  password: string,
  purpose: Purpose,
): Promise<Tried> {
  const before = pausedUntil(context, nowOf(context).instant);
  if (before !== null) return { kind: 'paused', until: before };
  const { reads } = openLedger(context);
  const asked = find(reads);
  const stored = asked === null ? null : reads.credential(asked.staff);
  const matches = await context.passwords.matches(password, stored ?? '');
  // Asked again: several may have been tried at once.
  const { instant } = nowOf(context);
  const meanwhile = pausedUntil(context, instant);
  if (meanwhile !== null) return { kind: 'paused', until: meanwhile };
  // And read again: the account may have been suspended, or its password changed, while the work was done.
  const staff = asked === null ? null : staffToday(context, reads, asked.staff);
  if (staff === null || stored === null || !matches || reads.credential(staff.staff) !== stored) {
    return { kind: 'wrong', pause: noteFailure(context, asked?.staff ?? null, purpose, instant) };
  }
  const why = whyNotHere(staff, placeOf(reads).office) ?? (mustChangeFirst(staff, purpose) ? 'givenPassword' : null);
  if (why !== null) {
    noteKept(context, staff.staff, purpose, why, instant);
    return { kind: 'kept', why };
  }
  if (context.passwords.isOutdated(stored)) await renew(context, staff.staff, password, stored);
  return { kind: 'passed', staff };
}

/** A password that an administrator gave is known to two: it opens the screen where it is changed, and approves nothing. */
function mustChangeFirst(staff: StaffRow, purpose: Purpose): boolean {
  return purpose === 'secondPerson' && !staff.ownPassword;
}

function noteFailure(context: Context, staff: string | null, purpose: Purpose, instant: string): SignInPause {
  const attempt = { at: Date.parse(instant), passed: false, staff };
  const noted = record(context, null, (writes) => {
    const payload = { staff, purpose, why: 'password' } as const;
    writes.append({ name: 'signInFailed/2', case: null, occurredAt: instant, payload, personal: null });
    const { until } = pauseOf(context, instant);
    if (until !== null) {
      const minutes = Math.round((until - Date.parse(instant)) / 60_000);
      const paused = { until: japaneseInstant(until), minutes };
      writes.append({ name: 'signInPaused/1', case: null, occurredAt: instant, payload: paused, personal: null });
    }
    return succeed(null);
  });
  if (!noted.ok) context.desk.noteUnrecorded(attempt);
  return pauseOf(context, instant);
}

function noteKept(context: Context, staff: string, purpose: Purpose, why: Why, instant: string): void {
  record(context, null, (writes) => {
    const payload = { staff, purpose, why };
    writes.append({ name: 'signInFailed/2', case: null, occurredAt: instant, payload, personal: null });
    return succeed(null);
  });
}

/** 照合のしかたを新しくする: the same password under today's parameters; where that cannot be written the old one stays good. */
async function renew(context: Context, staff: string, password: string, stored: string): Promise<void> {
  const renewed = await context.passwords.hash(password);
  record(context, null, (writes) => {
    if (writes.credential(staff) === stored) writes.setCredential(staff, renewed);
    return succeed(null);
  });
}

const keptCodes = {
  suspended: 'staffSuspended',
  otherOffice: 'staffElsewhere',
  givenPassword: 'ownPasswordNeeded',
} as const;

/** 断り方: what the one who typed reads. */
export function triedFailure(
  tried: Exclude<Tried, { kind: 'passed' }>,
  wrong: (pause: SignInPause) => Failure,
): Failure {
  switch (tried.kind) {
    case 'paused':
      return pausedFailure(tried.until);
    case 'kept':
      return refusal(keptCodes[tried.why]);
    case 'wrong':
      return tried.pause.until === null ? wrong(tried.pause) : pausedFailure(japaneseInstant(tried.pause.until));
  }
}

/** 承認した人がいまも承認できるか (B7): asked inside the transaction that keeps it; null where it may be kept. */
export function whyNotApprover(
  context: Context,
  reads: LedgerReads,
  approver: string,
  least: 'supervisor' | 'administrator' = 'supervisor',
): Failure | null {
  const staff = staffToday(context, reads, approver);
  const asking = context.desk.user();
  if (asking === null) return refusal('notSignedIn');
  if (staff === null || isSamePerson(staff, asking)) return refusal('secondPersonIsSelf');
  if (whyNotHere(staff, placeOf(reads).office) !== null) return refusal('secondPersonNotHere');
  const enough = least === 'administrator' ? staff.role === 'administrator' : staff.role !== 'clerk';
  return enough ? null : refusal('secondPersonNotSupervisor');
}

/** 答えにする: for handlers that go on with the person. */
export function passedOr(tried: Tried, wrong: (pause: SignInPause) => Failure): Result<StaffRow, Failure> {
  return tried.kind === 'passed' ? succeed(tried.staff) : fail(triedFailure(tried, wrong));
}

/** The words that announce the next pause. */
export function leftWords({ left, nextMinutes }: SignInPause): string {
  return `あと${left}回続けて違うと、この端末のサインインを${nextMinutes}分止めます。`;
}
