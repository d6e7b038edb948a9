import type { Role } from '../../src-main/app/ports.ts';
import type { Caller } from './caller.ts';
import { administrator, givenPassword, requestId } from './made-up.ts';

type Person = { readonly staffNumber: string; readonly name: string; readonly kana: string; readonly password: string };

/** 職員を加え、本人がパスワードを変える: the administrator sits there before and afterwards. */
export async function addToStaff(
  counter: Pick<Caller, 'call'>,
  role: Role,
  person: Person,
  by: Pick<Person, 'staffNumber' | 'password'> = administrator,
): Promise<void> {
  const { staffNumber, password } = person;
  await counter.call('staff.add', {
    requestId: requestId(),
    role,
    staff: { ...person, password: givenPassword },
  });
  await counter.call('session.signOut', {});
  await counter.call('session.signIn', { staffNumber, password: givenPassword });
  await counter.call('session.changePassword', { current: givenPassword, next: password });
  await counter.call('session.signOut', {});
  await counter.call('session.signIn', { staffNumber: by.staffNumber, password: by.password });
}
