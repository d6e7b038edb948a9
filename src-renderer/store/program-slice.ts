import { create } from 'zustand';
import type { ProgramStatus } from '../../src-shared/contract/api/program-api.ts';
import type { Input } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { type Answer, call, whenTurnedAway } from '../bridge/client.ts';
import { forgetAll, saveAll } from './session-end.ts';
import { useTask } from './task-slice.ts';

type SessionMethod =
  | 'setup.complete'
  | 'session.signIn'
  | 'session.lock'
  | 'session.unlock'
  | 'session.signOut'
  | 'session.changePassword';

/** 全体の様子 (program): what the frame shows, who is signed in, and the calls that change that. */
export type ProgramSlice = {
  readonly status: ProgramStatus | null;
  /** what must be added to this machine's clock to get the main process's */
  readonly clockOffset: number;
  /** the last poll got no answer; what is shown may be old */
  readonly outOfTouch: boolean;
  readonly step: 'idle' | 'sending';
  readonly failure: Failure | null;
  readonly lockedAt: string | null;
  readonly lockedBy: 'key' | 'idle' | null;
  readonly refresh: () => Promise<void>;
  readonly setUp: (input: Input<'setup.complete'>) => Promise<boolean>;
  readonly signIn: (staffNumber: string, password: string) => Promise<boolean>;
  readonly lock: (reason: 'key' | 'idle') => Promise<boolean>;
  readonly unlock: (password: string) => Promise<boolean>;
  readonly signOut: () => Promise<boolean>;
  readonly changePassword: (current: string, next: string) => Promise<boolean>;
  readonly clearFailure: () => void;
};

export const useProgram = create<ProgramSlice>()((set, get) => {
  function take(status: ProgramStatus): void {
    const before = get().status;
    const clockOffset = Date.parse(status.now) - Date.now();
    if (before !== null && handedOver(before, status)) forgetAll();
    const locked = status.phase === 'locked';
    const newlyLocked = locked && before?.phase !== 'locked';
    set({
      status,
      clockOffset,
      outOfTouch: false,
      ...(newlyLocked ? { lockedAt: status.now } : {}),
      ...(locked ? {} : { lockedAt: null, lockedBy: null }),
    });
  }

  async function change<Name extends SessionMethod>(
    method: Name,
    input: Input<Name>,
    before?: () => Promise<void>,
  ): Promise<boolean> {
    if (get().step === 'sending') return false;
    set({ step: 'sending', failure: null });
    try {
      await before?.();
      const answer: Answer<SessionMethod> = await call<SessionMethod>(method, input);
      if (!answer.ok) {
        set({ failure: answer.failure });
        await get().refresh();
        return false;
      }
      take(answer.value);
      return true;
    } finally {
      set({ step: 'idle' });
    }
  }

  return {
    status: null,
    clockOffset: 0,
    outOfTouch: false,
    step: 'idle',
    failure: null,
    lockedAt: null,
    lockedBy: null,
    refresh: async () => {
      const answer = await call('program.status', {});
      if (answer.ok) take(answer.value);
      else set({ outOfTouch: true });
    },
    setUp: (input) => change('setup.complete', input),
    signIn: (staffNumber, password) => change('session.signIn', { staffNumber, password }),
    lock: (reason) => {
      if (get().status?.phase !== 'open' && get().status?.phase !== 'ownPassword') return Promise.resolve(false);
      set({ lockedBy: reason });
      return change('session.lock', { reason }, saveAll);
    },
    unlock: (password) => change('session.unlock', { password }),
    signOut: () =>
      change('session.signOut', {}, () => (get().status?.phase === 'open' ? saveAll() : Promise.resolve())),
    changePassword: (current, next) => change('session.changePassword', { current, next }),
    clearFailure: () => set({ failure: null }),
  };
});

whenTurnedAway(async ({ code, message }) => {
  await useProgram.getState().refresh();
  // Suspended or moved while seated: the sign-in page says why it stands there.
  if (code === 'staffSuspended' || code === 'staffElsewhere')
    useTask.getState().tell({ tone: 'stop', headline: 'サインインが終わりました', text: message });
});

/** 職員が替わったか: signed out, or another clerk than before. */
function handedOver(before: ProgramStatus, now: ProgramStatus): boolean {
  const wasIn = before.phase === 'open' || before.phase === 'locked';
  if (wasIn && now.phase === 'signIn') return true;
  return before.user !== null && now.user !== null && before.user.staff !== now.user.staff;
}

/** いまの瞬間: the main process's clock, in Japan's time, from this machine's clock and the measured offset. */
export function instantAt(clockOffset: number, machineNow = Date.now()): string {
  const shifted = new Date(machineNow + clockOffset + 9 * 3_600_000);
  return `${shifted.toISOString().slice(0, 23)}+09:00`;
}
