import type { SignInAttempt } from '../../src-shared/domain/sign-in-pause.ts';
import type { Actor } from './ports.ts';
import type { StaffRow } from './ports-staff.ts';

/** 窓口の席 (desk): who sits at this terminal now. It lives as long as the window and is never stored. */
export type Desk = {
  readonly setUp: () => boolean;
  /** with the role and the offices that hold at this moment, whatever held at the sign-in */
  readonly user: () => StaffRow | null;
  readonly isLocked: () => boolean;
  /** まだ同じ席か: asked after every wait, since the screen may have been locked or taken by a colleague meanwhile */
  readonly stillSits: (who: StaffRow | null) => boolean;
  readonly actor: () => Actor;
  readonly seat: (user: StaffRow) => void;
  readonly lock: () => void;
  readonly unlock: () => void;
  readonly leave: () => void;
  /** 台帳に残せなかった照合: what a ledger that takes nothing could not keep still counts while the window lives */
  readonly unrecorded: () => readonly SignInAttempt[];
  readonly noteUnrecorded: (attempt: SignInAttempt) => void;
};

/** `asItIs` reads somebody's row anew; null where the ledger cannot tell. */
export function createDesk(setUp: () => boolean, asItIs: (staff: string) => StaffRow | null): Desk {
  let seated: StaffRow | null = null;
  let locked = false;
  let unrecorded: readonly SignInAttempt[] = [];
  const user = (): StaffRow | null => {
    if (seated !== null) seated = asItIs(seated.staff) ?? seated;
    return seated;
  };
  return {
    setUp,
    user,
    isLocked: () => locked,
    stillSits: (who) => seated !== null && seated.staff === who?.staff && !locked,
    actor: () => {
      const now = user();
      return { staff: now?.staff ?? null, role: now?.role ?? null };
    },
    seat: (next) => {
      seated = next;
      locked = false;
    },
    lock: () => {
      locked = seated !== null;
    },
    unlock: () => {
      locked = false;
    },
    leave: () => {
      seated = null;
      locked = false;
    },
    unrecorded: () => unrecorded,
    noteUnrecorded: (attempt) => {
      unrecorded = [...unrecorded, attempt];
    },
  };
}
