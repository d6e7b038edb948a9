import { type LineState, mayFinish } from '../../src-shared/domain/case/case.ts';
import type { Context } from './context.ts';
import { momentOf } from './context.ts';
import { appendHold, appendRevocation } from './finish-line.ts';
import type { CaseRow, LedgerWrites } from './ports.ts';
import { isStopped } from './system-stop.ts';

/**
 * 受付と同時に済むもの: what waits for a second person is held (L4, X4), what the national system cannot do now too (L3); a
 * revocation that needs no letter takes effect here.
 */
export function finishAtOnce(
  context: Context,
  writes: LedgerWrites,
  caseId: string,
  second: { readonly approver: string | null; readonly waits: boolean },
): void {
  const row = rowOf(writes, caseId);
  const open = row.state.lines.filter((line) => line.outcome === 'open');
  if (second.waits) {
    const wholeCase = row.state.backEntry;
    const waiting = wholeCase ? open : open.filter(({ cause }) => cause === 'X4');
    for (const line of waiting) appendHold(context, writes, caseId, line, wholeCase ? 'L4' : 'X4');
    ask(context, writes, row, wholeCase ? null : (waiting[0]?.line ?? null));
    if (wholeCase) return;
  }
  revokeWhatMay(context, writes, caseId, second.approver);
}

/** すぐに失効するもの: every open revocation that needs no letter and is not held, unless the national system stands still (L3). */
export function revokeWhatMay(context: Context, writes: LedgerWrites, caseId: string, approver: string | null): void {
  const stopped = isStopped(context, writes);
  const free = ({ outcome, hold }: LineState): boolean => outcome === 'open' && hold === null;
  const before = rowOf(writes, caseId);
  for (const line of before.state.lines.filter((each) => free(each) && mayFinish(before.state, each))) {
    const row = rowOf(writes, caseId);
    if (stopped) appendHold(context, writes, caseId, line, 'L3');
    else if (line.procedure === 'revoke')
      appendRevocation(context, writes, row, line, line.cause === 'X4' ? approver : null);
  }
}

function rowOf(writes: LedgerWrites, caseId: string): CaseRow {
  const row = writes.case(caseId);
  if (row === null) throw new Error('a case that was just recorded is missing');
  return row;
}

function ask(context: Context, writes: LedgerWrites, { state, holder }: CaseRow, line: number | null): void {
  writes.append({
    name: 'approvalAsked/1',
    case: state.case,
    occurredAt: momentOf(context).instant,
    payload: {
      request: context.chance.hex(16),
      act: state.backEntry ? 'backEntry' : 'recordedWrongly',
      line,
      entry: null,
    },
    personal: {
      reason: (state.backEntry ? holder?.backEntryReason : holder?.basis) ?? '',
      serial: null,
      expiresOn: null,
      changes: [],
    },
  });
}
