import type { CaseSummary } from '../../src-shared/contract/api/case-shapes.ts';
import { type CaseState, isEnded, isHeld, receiptNumberOf } from '../../src-shared/domain/case/case.ts';
import { shortReceiptNumber } from '../../src-shared/domain/case/receipt-number.ts';
import type { CaseRow, StaffRow } from './ports.ts';

/** 次にすること: what the counter still owes this case. */
export function nextStep(state: CaseState): CaseSummary['next'] {
  if (isEnded(state)) return 'nothing';
  if (isHeld(state)) return 'readDateAgain';
  return state.route === 'inquiry' ? 'waitForLetter' : 'recordIssuance';
}

/** 一覧の一行にする. */
export function summariseCase(row: CaseRow, staff: readonly StaffRow[]): CaseSummary {
  const { state, holder } = row;
  const held = state.lines.find((line) => line.outcome === 'open' && line.hold !== null);
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
      outcome: line.outcome,
      refusedBy: [...line.refusedBy],
      heldBy: line.hold?.rule ?? null,
    })),
    capacity: state.capacity,
    route: state.route,
    step: state.step,
    held: held?.hold?.rule ?? null,
    parked: state.parked,
    next: nextStep(state),
    handler: staff.find((each) => each.staff === state.handledBy)?.name ?? null,
  };
}
