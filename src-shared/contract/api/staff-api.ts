import * as z from 'zod';
import { Day, Id, Instant, Office, RequestId, Role } from '../codes.ts';
import { type Call, Nothing } from './call.ts';
import { ProgramStatus } from './program-api.ts';

const Offices = z.array(Office).min(1).nullable();
const SignIn = z.strictObject({ staffNumber: z.string(), password: z.string() });

/** 職員の一行: who may work where, and how the account stands. `offices` null: every office. */
export const StaffRow = z.strictObject({
  staff: Id,
  staffNumber: z.string(),
  name: z.string(),
  kana: z.string(),
  role: Role,
  offices: Offices,
  suspended: z.boolean(),
  /** a password lies at this terminal */
  signsIn: z.boolean(),
  /** chosen by the person; otherwise it is asked for at the next sign-in */
  ownPassword: z.boolean(),
  planned: z.strictObject({ from: Day, role: Role, suspended: z.boolean() }).nullable(),
  lastSignInAt: Instant.nullable(),
  failuresSince: z.int(),
});
export type StaffRow = z.infer<typeof StaffRow>;

/** 職員の経過: one change, who made it and why. */
export const StaffChange = z.strictObject({
  at: Instant,
  words: z.string(),
  by: z.string().nullable(),
  approver: z.string().nullable(),
  reason: z.string(),
  office: Office,
});
export type StaffChange = z.infer<typeof StaffChange>;

const StaffList = z.strictObject({ staff: z.array(StaffRow) });
const StaffPage = z.strictObject({ member: StaffRow, history: z.array(StaffChange) });

/** 引継ぎで渡るもの: what is open with the one who leaves, by name. */
export const OpenWork = z.strictObject({
  approvals: z.array(
    z.strictObject({ request: Id, receipt: z.string(), name: z.string().nullable(), askedAt: Instant }),
  ),
  /** requests of others that wait for a supervisor of this office */
  waiting: z.int(),
  cases: z.array(z.strictObject({ case: Id, receipt: z.string(), name: z.string().nullable(), receivedAt: Instant })),
  drafts: z.array(z.strictObject({ draft: Id, title: z.string(), savedAt: Instant })),
  openDays: z.array(Day),
});
export type OpenWork = z.infer<typeof OpenWork>;

const Acting = { requestId: RequestId, staff: Id, reason: z.string() } as const;
/** a second administrator (B7), where there is one */
const Second = { acceptance: SignIn.nullable().default(null) } as const;

/** 職員の依頼: an administrator changes accounts, each change an event with who and why; supervisors read; everybody changes their own password. */
export const staffApi = {
  'staff.list': { access: 'supervisor', input: Nothing, output: StaffList },
  'staff.view': { access: 'supervisor', input: z.strictObject({ staff: Id }), output: StaffPage },
  /** the password is one that is changed at the first sign-in */
  'staff.add': {
    access: 'administrator',
    input: z.strictObject({
      requestId: RequestId,
      role: Role,
      offices: Offices.default(null),
      staff: z.strictObject({
        staffNumber: z.string(),
        name: z.string(),
        kana: z.string(),
        password: z.string(),
      }),
      reason: z.string().default(''),
      ...Second,
    }),
    output: StaffList,
  },
  'staff.rename': {
    access: 'administrator',
    input: z.strictObject({ ...Acting, staffNumber: z.string(), name: z.string(), kana: z.string() }),
    output: StaffPage,
  },
  'staff.reassign': {
    access: 'administrator',
    input: z.strictObject({ ...Acting, role: Role, offices: Offices, ...Second }),
    output: StaffPage,
  },
  'staff.suspend': { access: 'administrator', input: z.strictObject({ ...Acting, ...Second }), output: StaffPage },
  'staff.reinstate': { access: 'administrator', input: z.strictObject({ ...Acting, ...Second }), output: StaffPage },
  /** never one's own; ends the pause of this terminal, and asks for another password at the next sign-in */
  'staff.resetPassword': {
    access: 'administrator',
    input: z.strictObject({ ...Acting, password: z.string(), ...Second }),
    output: StaffPage,
  },
  /** a supervisor's own, or anybody's for an administrator */
  'staff.openWork': { access: 'supervisor', input: z.strictObject({ staff: Id }), output: OpenWork },
  /** 責任者の引継ぎ: the successor signs in for it (B7) */
  'staff.handOver': {
    access: 'supervisor',
    input: z.strictObject({
      ...Acting,
      predecessor: z.enum(['stays', 'clerk', 'suspended']),
      /** empty: from now */
      effectiveFrom: z.string(),
      successor: SignIn,
    }),
    output: z.strictObject({ status: ProgramStatus, handedOver: OpenWork, successor: z.string(), effectiveFrom: Day }),
  },
  /** one's own, with the old one; also where an administrator gave it */
  'session.changePassword': {
    access: 'seated',
    input: z.strictObject({ current: z.string(), next: z.string() }),
    output: ProgramStatus,
  },
} as const satisfies Record<string, Call>;
