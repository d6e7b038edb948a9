import { systemStopAt } from '../../src-shared/domain/calendar.ts';
import type { LineState } from '../../src-shared/domain/case/case.ts';
import { type Context, calendarIn, momentOf } from './context.ts';
import { appendHold, appendLift } from './finish-line.ts';
import type { CaseRow, LedgerReads, LedgerWrites } from './ports.ts';

/** いま全国のシステムが止まっているか (L3) */
export function isStopped(context: Context, reads: LedgerReads): boolean {
  return systemStopAt(momentOf(context).at, calendarIn(reads)) !== null;
}

/**
 * 停止を見る (L3): while the national system stands still these lines are held; once it works again their holds are lifted.
 * Answers whether they may be finished now.
 */
export function minded(context: Context, writes: LedgerWrites, row: CaseRow, lines: readonly LineState[]): boolean {
  const stopped = isStopped(context, writes);
  for (const line of lines) {
    if (stopped && line.hold === null) appendHold(context, writes, row.state.case, line, 'L3');
    if (!stopped && line.hold?.rule === 'L3') {
      appendLift(context, writes, row.state.case, line.line, {
        rule: 'L3',
        how: 'stopOver',
        approver: null,
        reason: '',
      });
    }
  }
  return !stopped;
}
