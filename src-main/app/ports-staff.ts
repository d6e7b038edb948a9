import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import type { StaffMember } from '../../src-shared/domain/staff.ts';

/** 職員の行: as it is kept; `standingOn` says what holds on a day. */
export type StaffRow = StaffMember;

/** 職員の読み側 */
export type StaffReads = {
  readonly staff: () => readonly StaffRow[];
  readonly staffById: (staff: string) => StaffRow | null;
  readonly staffByNumber: (staffNumber: string) => StaffRow | null;
  readonly credential: (staff: string) => string | null;
  /** what was recorded about this person's account, latest first */
  readonly staffEvents: (staff: string) => readonly KnownEvent[];
  /** the names that were changed after this day, each as it was before; the latest change first */
  readonly namesChangedAfter: (day: string) => readonly { readonly staff: string; readonly name: string }[];
  /** passwords that were tried at this terminal, the latest so many, oldest first */
  readonly signInAttempts: (
    limit: number,
  ) => readonly { readonly at: string; readonly staff: string | null; readonly passed: boolean }[];
  /** `failures`: how often the number was refused since */
  readonly signInsOf: (staff: string) => { readonly lastAt: string | null; readonly failures: number };
  /** unfinished cases that are in this person's hands, oldest first */
  readonly casesHandledBy: (staff: string) => readonly string[];
};
