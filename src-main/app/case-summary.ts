import type { CaseSummary } from '../../src-shared/contract/api/case-shapes.ts';
import {
  type CaseState,
  isEnded,
  isHeld,
  isLapsed,
  lastLetterOf,
  receiptNumberOf,
} from '../../src-shared/domain/case/case.ts';
import { shortReceiptNumber } from '../../src-shared/domain/case/receipt-number.ts';
import { assertNever } from '../../src-shared/kernel/assert-never.ts';
import type { CaseRow } from './ports.ts';
import type { StaffRow } from './ports-staff.ts';

function nextOfHold(rule: string): CaseSummary['next'] {
  if (rule === 'L3') return 'waitForSystem';
  return rule === 'V7' ? 'readDateAgain' : 'waitForSecondPerson';
}

/** 次にすること: what the counter still owes this case on that day. */
export function nextStep(state: CaseState, day: string): CaseSummary['next'] {
  if (isEnded(state) || isLapsed(state, day)) return 'nothing';
  const open = state.lines.filter((line) => line.outcome === 'open');
  const held = open.find((line) => line.hold !== null)?.hold;
  if (held != null) return nextOfHold(held.rule);
  const finishing = open.some((line) => line.procedure === 'revoke') ? 'recordRevocation' : 'recordIssuance';
  switch (state.step) {
    case 'received':
    case 'verified':
      return state.route === 'inquiry' ? 'postLetter' : finishing;
    case 'letterPosted':
      return 'waitForReply';
    case 'letterReturned':
      return 'postAgain';
    case 'replyAccepted':
      return finishing;
    case 'refused':
    case 'withdrawn':
    case 'finished':
      return 'nothing';
    default:
      return assertNever(state.step);
  }
}

/** 一覧の一行にする, as it stands on that day. */
export function summariseCase(row: CaseRow, staff: readonly StaffRow[], day: string): CaseSummary {
  const { state, holder } = row;
  const held = state.lines.find((line) => line.outcome === 'open' && line.hold !== null);
  const letter = lastLetterOf(state);
  return {
    case: state.case,
    version: state.version,
    receipt: receiptNumberOf(state),
    shortReceipt: shortReceiptNumber(receiptNumberOf(state)),
    receivedAt: state.receivedAt,
    changedAt: state.changedAt,
    name: holder?.name ?? null,
    kana: holder?.kana ?? null,
    lines: state.lines.map((line) => ({
      line: line.line,
      kind: line.kind,
      procedure: line.procedure,
      cause: line.cause,
      fee: line.fee,
      outcome: line.outcome,
      refusedBy: [...line.refusedBy],
      heldBy: line.hold?.rule ?? null,
    })),
    capacity: state.capacity,
    route: state.route,
    step: state.step,
    lapsed: isLapsed(state, day),
    letter: letter === null ? null : { ...letter },
    held: isHeld(state) ? (held?.hold?.rule ?? null) : null,
    parked: state.parked,
    corrected: row.corrected,
    asked: row.asked,
    next: nextStep(state, day),
    handler: staff.find((each) => each.staff === state.handledBy)?.name ?? null,
  };
}
