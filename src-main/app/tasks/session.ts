import type { Failure } from '../../../src-shared/contract/errors.ts';
import type { EventName, NewEvent } from '../../../src-shared/domain/case/event.ts';
import { passwordProblem } from '../../../src-shared/domain/password.ts';
import type { SignInPause } from '../../../src-shared/domain/sign-in-pause.ts';
import { fail, succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, isSetUp, momentOf, openLedger, record, staffByTypedNumber } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import { leftWords, triedFailure, tryPassword } from '../sign-in-attempts.ts';
import { statusOf } from './status.ts';

type SessionCalls =
  | 'program.status'
  | 'session.signIn'
  | 'session.lock'
  | 'session.unlock'
  | 'session.signOut'
  | 'session.changePassword';

/** サインイン・ロック: who sits here. Each is an event (B5), but a read-only ledger does not keep anyone out. */
export function sessionHandlers(context: Context): HandlersOf<SessionCalls> {
  const note = <Name extends EventName>(event: NewEvent<Name>) => {
    record(context, null, (writes) => {
      writes.append(event);
      return succeed(null);
    });
  };
  const wrong =
    (words: string) =>
    (pause: SignInPause): Failure =>
      refuseField('signInFailed', 'password', `${words}${leftWords(pause)}`).failure;
  return {
    'program.status': () => succeed(statusOf(context)),

    'session.signIn': async ({ staffNumber, password }) => {
      if (context.slot.cannotOpen !== null) return refuse('cannotOpen');
      if (!isSetUp(context.slot)) return refuse('notSetUp');
      const tried = await tryPassword(
        context,
        (reads) => staffByTypedNumber(context, reads, staffNumber),
        password,
        'signIn',
      );
      if (tried.kind !== 'passed') return fail(triedFailure(tried, wrong('職員番号かパスワードが違います。')));
      context.desk.seat(tried.staff);
      note({
        name: 'signedIn/1',
        case: null,
        occurredAt: momentOf(context).instant,
        payload: {},
        personal: null,
      });
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
      const user = context.desk.user();
      if (user === null) return refuse('notSignedIn');
      const tried = await tryPassword(context, (reads) => reads.staffById(user.staff), password, 'unlock');
      if (context.desk.user()?.staff !== user.staff) return refuse('notSignedIn');
      if (tried.kind !== 'passed') return fail(triedFailure(tried, wrong('パスワードが違います。')));
      context.desk.unlock();
      note({
        name: 'unlocked/1',
        case: null,
        occurredAt: momentOf(context).instant,
        payload: {},
        personal: null,
      });
      return succeed(statusOf(context));
    },

    'session.signOut': () => {
      note({ name: 'signedOut/1', case: null, occurredAt: momentOf(context).instant, payload: {}, personal: null });
      context.desk.leave();
      openLedger(context).settle();
      return succeed(statusOf(context));
    },

    'session.changePassword': async ({ current, next }) => {
      const user = context.desk.user();
      if (user === null) return refuse('notSignedIn');
      const problem = passwordProblem(next, user);
      if (problem !== null) return refuseField('badFields', 'next', problem);
      if (next.normalize('NFKC') === current.normalize('NFKC'))
        return refuseField('badFields', 'next', 'いまのパスワードと同じです。別のものにしてください。');
      const tried = await tryPassword(context, (reads) => reads.staffById(user.staff), current, 'passwordChange');
      const credential = tried.kind === 'passed' ? await context.passwords.hash(next) : '';
      if (!context.desk.stillSits(user)) return refuse(context.desk.isLocked() ? 'locked' : 'notSignedIn');
      if (tried.kind !== 'passed') {
        return fail(
          triedFailure(tried, (pause) => {
            const words = `いまのパスワードが違います。${leftWords(pause)}`;
            return refuseField('wrongPassword', 'current', words).failure;
          }),
        );
      }
      const written = record(context, null, (writes) => {
        writes.append({
          name: 'passwordChanged/1',
          case: null,
          occurredAt: momentOf(context).instant,
          payload: { staff: user.staff, by: 'self', approver: null },
          personal: { reason: '' },
        });
        writes.setCredential(user.staff, credential);
        return succeed(null);
      });
      return written.ok ? succeed(statusOf(context)) : written;
    },
  };
}
