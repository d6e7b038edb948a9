import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import { cannotOpenWords } from '../../../src-shared/contract/cannot-open.ts';
import { counterOpen } from '../../../src-shared/domain/counter-hours.ts';
import { noticesOf } from '../../../src-shared/domain/notices.ts';
import { type Context, calendarIn, isDamaged, isSetUp, nowOf, owesPassword, policyIn } from '../context.ts';
import type { Ledger } from '../ports.ts';
import { practiceStaff } from '../practice-staff.ts';
import { rulesOf } from '../rules-shown.ts';
import { pausedUntil } from '../sign-in-attempts.ts';

function phaseOf(context: Context): ProgramStatus['phase'] {
  if (context.slot.cannotOpen !== null) return 'cannotOpen';
  if (!isSetUp(context.slot)) return 'setUp';
  const user = context.desk.user();
  if (user === null) return 'signIn';
  if (context.desk.isLocked()) return 'locked';
  return owesPassword(context.slot, user) ? 'ownPassword' : 'open';
}

/** いまの様子: the frame of every screen, made anew for each call; damage where even that is read is a ledger that cannot be opened. */
export function statusOf(context: Context): ProgramStatus {
  const { slot } = context;
  if (slot.cannotOpen !== null) return statusWith(context, null, 'cannotOpen', slot.cannotOpen);
  try {
    return statusWith(context, slot.get(), phaseOf(context), null);
  } catch (error) {
    if (!isDamaged(slot)) throw error;
    return statusWith(context, null, 'cannotOpen', cannotOpenWords('unreadable'));
  }
}

function statusWith(
  context: Context,
  ledger: Ledger | null,
  phase: ProgramStatus['phase'],
  cannotOpen: ProgramStatus['cannotOpen'],
): ProgramStatus {
  const { instant, at, day } = nowOf(context);
  const policy = policyIn(ledger?.reads ?? null, day);
  const calendar = calendarIn(ledger?.reads ?? null);
  const place = ledger?.reads.setUp() ?? null;
  const user = context.desk.user();
  const health = ledger?.health() ?? null;
  const hours = place === null ? null : counterOpen(at, place.office, policy, calendar);
  return {
    phase,
    cannotOpen,
    practice: context.slot.practice,
    now: instant,
    place: place === null ? null : { office: place.office, terminal: place.terminal, terminalName: place.terminalName },
    ledger:
      ledger === null || health === null
        ? null
        : {
            state: health.state,
            why: health.state === 'readOnly' ? health.why : null,
            events: health.events,
            checkedAtStart: health.state === 'normal' ? health.checkedAtStart : 0,
            lastRecordedAt: ledger.reads.count().lastRecordedAt,
            keyProtection: context.slot.keyProtection,
          },
    counterHours: hours === null ? null : { open: hours.open, code: hours.code, text: hours.text },
    notices: noticesOf(at, calendar),
    user: user === null ? null : { staff: user.staff, staffNumber: user.staffNumber, name: user.name, role: user.role },
    rules: rulesOf(ledger?.reads ?? null),
    idleLockMinutes: policy.settings.idleLockMinutes,
    practiceStaff: context.slot.practice
      ? practiceStaff.map(({ staffNumber, role, password }) => ({ staffNumber, role, password }))
      : null,
    signInPausedUntil: ledger === null ? null : pausedUntil(context, instant),
    program: context.program,
  };
}
