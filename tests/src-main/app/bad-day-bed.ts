import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants } from 'node:fs';
import { keyFile } from '../../../src-main/store/key-file.ts';
import { type LedgerFiles, ledgerFiles } from '../../../src-main/store/ledger-files.ts';
import { type Counter, type CounterOptions, makeCounter } from '../../../src-main/system/counter-parts.ts';
import { type Caller, callerOf } from '../../support/caller.ts';
import { administrator, clerk, place, requestId, scratchFolder, visitOf } from '../../support/made-up.ts';
import { addToStaff } from '../../support/staff-of-story.ts';
import { type StoryClock, storyClock } from '../../support/story-clock.ts';
import { quickPasswords } from './quick-passwords.ts';

export type Opened = Counter & Caller;

export type BadDayBed = {
  readonly folder: string;
  readonly files: LedgerFiles;
  readonly clock: StoryClock;
  readonly start: (changes?: Partial<CounterOptions>) => Opened;
  readonly stop: (app: Opened) => void;
  /** An ordinary morning: set up, a clerk, one case at 10:12; the program is stopped again. */
  readonly morning: () => Promise<string>;
  readonly key: () => Uint8Array;
  readonly clear: () => void;
  readonly remove: () => void;
};

/** 災難の試験台: the real program over the real store, started and stopped as often as the test likes. */
export function badDayBed(): BadDayBed {
  const scratch = scratchFolder();
  const folder = scratch.path;
  const clock = storyClock('2026-11-24T08:41');
  let opened: Opened[] = [];
  const start: BadDayBed['start'] = (changes = {}) => {
    const app = makeCounter({
      folder,
      clock,
      practice: false,
      host: 'inProcess',
      ownsWindow: true,
      passwords: quickPasswords(),
      ...changes,
    });
    const opening = { ...app, ...callerOf(app.invoke) };
    opened.push(opening);
    return opening;
  };
  const stop: BadDayBed['stop'] = (app) => {
    app.close();
    opened = opened.filter((each) => each !== app);
  };
  return {
    folder,
    files: ledgerFiles(folder),
    clock,
    start,
    stop,
    morning: async () => {
      const app = start();
      await app.call('setup.complete', { ...place, administrator });
      await app.call('session.signIn', { staffNumber: administrator.staffNumber, password: administrator.password });
      await addToStaff(app, 'clerk', clerk);
      await app.call('session.signOut', {});
      await app.call('session.signIn', { staffNumber: clerk.staffNumber, password: clerk.password });
      clock.set('2026-11-24T10:12');
      const received = await app.call('receive.record', visit());
      stop(app);
      return received.case;
    },
    key: () => {
      const key = keyFile({ whenTooWide: 'refuse' }).read(folder);
      if (key === null) throw new Error('no key');
      return key;
    },
    clear: scratch.remove,
    remove: () => {
      for (const app of opened) app.close();
      scratch.remove();
    },
  };
}

export const visit = () => ({
  requestId: requestId(),
  draft: null,
  facts: visitOf(),
  shown: { verdict: 'accept', route: 'sameDay' } as const,
  note: '',
  backEntry: null,
  approval: null,
});

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Undone by what it answers; null where this user may write all the same. */
export function forbidWriting(path: string): (() => void) | null {
  chmodSync(path, 0o555);
  const undo = () => chmodSync(path, 0o755);
  if (!isWritable(path)) return undo;
  undo();
  return makeImmutable(path); // the machine's own administrator writes wherever a permission forbids it
}

export function makeImmutable(path: string): (() => void) | null {
  const undo = () => spawnSync('chattr', ['-i', path]);
  if (spawnSync('chattr', ['+i', path]).status === 0 && !isWritable(path)) return undo;
  undo();
  return null;
}
