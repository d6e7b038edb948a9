import * as z from 'zod';
import { CannotOpen } from '../cannot-open.ts';
import { Id, Instant, Office, Role } from '../codes.ts';
import { type Call, Nothing } from './call.ts';
import { RulesInForce } from './settings-api.ts';

/** 台帳の具合 */
export const LedgerHealth = z.strictObject({
  state: z.enum(['normal', 'readOnly']),
  why: z.enum(['damaged', 'fileReadOnly', 'diskFull', 'rolledBack', 'unknownWrite']).nullable(),
  events: z.int(),
  checkedAtStart: z.int(),
  lastRecordedAt: z.string().nullable(),
  keyProtection: z.enum(['operatingSystem', 'ownerOnlyFile']),
});

/** いまの様子: what every screen's frame shows, and which screen may be shown at all. */
export const ProgramStatus = z.strictObject({
  /** `ownPassword`: seated with a password that an administrator gave, which is changed before anything else */
  phase: z.enum(['cannotOpen', 'setUp', 'signIn', 'locked', 'ownPassword', 'open']),
  /** why there is no ledger to work with, in words */
  cannotOpen: CannotOpen.nullable(),
  practice: z.boolean(),
  now: Instant,
  place: z.strictObject({ office: Office, terminal: z.int(), terminalName: z.string() }).nullable(),
  ledger: LedgerHealth.nullable(),
  counterHours: z.strictObject({ open: z.boolean(), code: z.string().nullable(), text: z.string() }).nullable(),
  notices: z.array(z.strictObject({ code: z.string(), headline: z.string(), text: z.string() })),
  user: z.strictObject({ staff: Id, staffNumber: z.string(), name: z.string(), role: Role }).nullable(),
  /** the calendar's entries and the changes of the rules: screens judge with them as the main process does */
  rules: RulesInForce,
  idleLockMinutes: z.number(),
  /** 練習の職員: whom anyone may sign in as; null on the real ledger */
  practiceStaff: z.array(z.strictObject({ staffNumber: z.string(), role: Role, password: z.string() })).nullable(),
  signInPausedUntil: Instant.nullable(),
  program: z.strictObject({ version: z.string(), host: z.string() }),
});
export type ProgramStatus = z.infer<typeof ProgramStatus>;

const NewStaff = z.strictObject({ staffNumber: z.string(), name: z.string(), kana: z.string(), password: z.string() });

/** 入口の依頼: set-up, sign-in, lock, and the check of the whole ledger. */
export const programApi = {
  'program.status': { access: 'anyone', input: Nothing, output: ProgramStatus },

  'setup.complete': {
    access: 'anyone',
    input: z.strictObject({
      office: Office,
      terminal: z.int(),
      terminalName: z.string(),
      administrator: NewStaff,
    }),
    output: ProgramStatus,
  },
  'session.signIn': {
    access: 'anyone',
    input: z.strictObject({ staffNumber: z.string(), password: z.string() }),
    output: ProgramStatus,
  },
  'session.lock': {
    access: 'seated',
    input: z.strictObject({ reason: z.enum(['key', 'idle']) }),
    output: ProgramStatus,
  },
  'session.unlock': { access: 'locked', input: z.strictObject({ password: z.string() }), output: ProgramStatus },
  /** 別の職員に替わる, and signing out; allowed while locked */
  'session.signOut': { access: 'locked', input: Nothing, output: ProgramStatus },

  'ledger.verify': {
    access: 'clerk',
    input: Nothing,
    output: z.strictObject({
      events: z.int(),
      head: z.string(),
      broken: z.strictObject({ seq: z.int(), what: z.string() }).nullable(),
    }),
  },
} as const satisfies Record<string, Call>;
