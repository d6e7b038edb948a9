import type { Files, Ledger, Printer } from '../../../src-main/app/ports.ts';
import type { DayLogExporter } from '../../../src-main/app/ports-export.ts';
import { makeCounter } from '../../../src-main/system/counter-parts.ts';
import { type Caller, callerOf, type Invoke } from '../../support/caller.ts';
import { administrator, clerk, place, scratchFolder, storyStart, supervisor } from '../../support/made-up.ts';
import { addToStaff } from '../../support/staff-of-story.ts';
import { type StoryClock, storyClock } from '../../support/story-clock.ts';
import { quickPasswords } from './quick-passwords.ts';

export { quickPasswords };

export type AppBed = {
  readonly folder: string;
  readonly clock: StoryClock;
  readonly passwords: ReturnType<typeof quickPasswords>;
  readonly invoke: Invoke;
  readonly counter: Caller;
  readonly events: () => number;
  /** for what a story needs to have happened before it begins */
  readonly ledger: () => Ledger;
  readonly signInAs: (who: { readonly staffNumber: string; readonly password: string }) => Promise<void>;
  /** ends the program */
  readonly close: () => void;
  readonly remove: () => void;
};

type Changes = {
  readonly files?: Files;
  readonly printer?: Printer;
  readonly dayLogExporter?: DayLogExporter;
};

/** 本体の試験台: a ledger in a folder of its own, with an administrator, a supervisor and a clerk, who is signed in at 10:12. */
export async function appBed(changes: Changes = {}): Promise<AppBed> {
  const folder = scratchFolder();
  const clock = storyClock(storyStart);
  const passwords = quickPasswords();
  const app = makeCounter({
    folder: folder.path,
    clock,
    practice: false,
    host: 'inProcess',
    ownsWindow: true,
    passwords,
    ...changes,
  });
  const counter = callerOf(app.invoke);
  let isClosed = false;
  const close = (): void => {
    if (!isClosed) app.close();
    isClosed = true;
  };
  const signInAs: AppBed['signInAs'] = async ({ staffNumber, password }) => {
    await counter.ask('session.signOut', {});
    await counter.call('session.signIn', { staffNumber, password });
  };
  await counter.call('setup.complete', { ...place, administrator });
  await signInAs(administrator);
  await addToStaff(counter, 'clerk', clerk);
  await addToStaff(counter, 'supervisor', supervisor);
  await signInAs(clerk);
  clock.set('2026-11-24T10:12');
  return {
    folder: folder.path,
    clock,
    passwords,
    invoke: app.invoke,
    counter,
    events: () => app.ledger()?.reads.count().events ?? 0,
    ledger: () => {
      const ledger = app.ledger();
      if (ledger === null) throw new Error('no ledger');
      return ledger;
    },
    signInAs,
    close,
    remove: () => {
      close();
      folder.remove();
    },
  };
}
