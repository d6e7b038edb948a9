import type { Actor, StaffRow } from './ports.ts';

/** 窓口の席 (desk): who sits at this terminal now. It lives as long as the window and is never stored. */
export type Desk = {
  readonly setUp: () => boolean;
  readonly user: () => StaffRow | null;
  readonly isLocked: () => boolean;
  /** まだ同じ席か: asked after every wait, since the screen may have been locked or taken by a colleague meanwhile */
  readonly stillSits: (who: StaffRow | null) => boolean;
  readonly actor: () => Actor;
  readonly seat: (user: StaffRow) => void;
  readonly lock: () => void;
  readonly unlock: () => void;
  readonly leave: () => void;
  /** 続けて違った回数: five in a row pause this terminal's sign-in for a minute, whoever's number was typed. */
  readonly failedOnce: (now: string) => { readonly left: number };
  readonly pausedUntil: (now: string) => string | null;
};

const failuresBeforePause = 5;
const pauseMilliseconds = 60_000;

/** 時を進める: the instant that lies this many milliseconds later, in the same form. */
export function later(instant: string, milliseconds: number): string {
  const moved = new Date(Date.parse(instant) + milliseconds + 9 * 3_600_000);
  return `${moved.toISOString().slice(0, 23)}+09:00`;
}

export function createDesk(setUp: () => boolean): Desk {
  let user: StaffRow | null = null;
  let locked = false;
  let failures = 0;
  let paused: string | null = null;
  const clean = () => {
    failures = 0;
    paused = null;
  };
  return {
    setUp,
    user: () => user,
    isLocked: () => locked,
    stillSits: (who) => user !== null && user.staff === who?.staff && !locked,
    actor: () => ({ staff: user?.staff ?? null, role: user?.role ?? null }),
    seat: (next) => {
      user = next;
      locked = false;
      clean();
    },
    lock: () => {
      locked = user !== null;
    },
    unlock: () => {
      locked = false;
      clean();
    },
    leave: () => {
      user = null;
      locked = false;
    },
    failedOnce: (now) => {
      failures += 1;
      if (failures >= failuresBeforePause) {
        paused = later(now, pauseMilliseconds);
        failures = 0;
        return { left: 0 };
      }
      return { left: failuresBeforePause - failures };
    },
    pausedUntil: (now) => {
      if (paused !== null && paused <= now) paused = null;
      return paused;
    },
  };
}
