import type { EventName, NewEvent } from '../../../src-shared/domain/case/event.ts';
import { succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, isSetUp, momentOf, openLedger, record } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import { statusOf } from './status.ts';

type SessionCalls = 'program.status' | 'session.signIn' | 'session.lock' | 'session.unlock' | 'session.signOut';

/** サインイン・ロック: who sits here. Each is an event (B5), but a read-only ledger does not keep anyone out. */
export function sessionHandlers(context: Context): HandlersOf<SessionCalls> {
  const note = <Name extends EventName>(event: NewEvent<Name>) => {
    record(context, null, (writes) => {
      writes.append(event);
      return succeed(null);
    });
  };
  const failed = (staff: string | null, purpose: 'signIn' | 'unlock') => {
    const { instant } = momentOf(context);
    note({ name: 'signInFailed/1', case: null, occurredAt: instant, payload: { staff, purpose }, personal: null });
    const { left } = context.desk.failedOnce(instant);
    if (left === 0) return refuse('signInPaused');
    const field = 'password';
    const words = purpose === 'signIn' ? '職員番号かパスワードが違います。' : 'パスワードが違います。';
    return refuseField('signInFailed', field, `${words}あと${left}回続けて違うと、この端末のサインインを1分止めます。`);
  };
  return {
    'program.status': () => succeed(statusOf(context)),

    'session.signIn': async ({ staffNumber, password }) => {
      if (context.slot.cannotOpen !== null) return refuse('cannotOpen');
      if (!isSetUp(context.slot)) return refuse('notSetUp');
      const { instant } = momentOf(context);
      if (context.desk.pausedUntil(instant) !== null) return refuse('signInPaused');
      const { reads } = openLedger(context);
      const staff = reads.staffByNumber(staffNumber.normalize('NFKC').trim());
      const stored = staff === null ? null : reads.credential(staff.staff);
      const matches = await context.passwords.matches(password, stored ?? '');
      // Asked again: several may have been tried at once.
      if (context.desk.pausedUntil(instant) !== null) return refuse('signInPaused');
      if (staff === null || stored === null || !matches) return failed(staff?.staff ?? null, 'signIn');
      context.desk.seat(staff);
      note({ name: 'signedIn/1', case: null, occurredAt: instant, payload: {}, personal: null });
      return succeed(statusOf(context));
    },

    'session.lock': ({ reason }) => {
      context.desk.lock(); // first: the screen locks whatever the ledger says
      note({
        name: 'locked/1',
        case: null,
        occurredAt: momentOf(context).instant,
        payload: { reason },
        personal: null,
      });
      openLedger(context).settle();
      return succeed(statusOf(context));
    },

    'session.unlock': async ({ password }) => {
      const { instant } = momentOf(context);
      const user = context.desk.user();
      if (user === null) return refuse('notSignedIn');
      if (context.desk.pausedUntil(instant) !== null) return refuse('signInPaused');
      const stored = openLedger(context).reads.credential(user.staff);
      const matches = await context.passwords.matches(password, stored ?? '');
      if (context.desk.pausedUntil(instant) !== null) return refuse('signInPaused');
      if (context.desk.user()?.staff !== user.staff) return refuse('notSignedIn');
      if (stored === null || !matches) return failed(user.staff, 'unlock');
      context.desk.unlock();
      note({ name: 'unlocked/1', case: null, occurredAt: instant, payload: {}, personal: null });
      return succeed(statusOf(context));
    },

    'session.signOut': () => {
      note({ name: 'signedOut/1', case: null, occurredAt: momentOf(context).instant, payload: {}, personal: null });
      context.desk.leave();
      openLedger(context).settle();
      return succeed(statusOf(context));
    },
  };
}
