import type { Failure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { type CaseState, isEnded, isLapsed } from '../../../src-shared/domain/case/case.ts';
import { parseReceiptNumber } from '../../../src-shared/domain/case/receipt-number.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { detailOf } from '../case-detail.ts';
import { type Context, momentOf, openLedger, record } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { Handler, HandlersOf } from '../handler.ts';
import { judgeToday, refusingCodes } from '../judge-today.ts';
import type { CaseRow, LedgerWrites } from '../ports.ts';
import { noteShown } from '../shown.ts';

type CaseCalls = 'case.open' | 'case.find' | 'case.takeUp' | 'case.park' | 'case.withdraw' | 'case.refuseLine';
type Touch = { readonly requestId: string; readonly case: string; readonly version: number };
type Done = { readonly case: string };

/** 受付を開いて見せる: recorded first (B5), then shown. */
export function showCase(context: Context, caseId: string): ReturnType<Handler<'case.open'>> {
  const { reads } = openLedger(context);
  const row = reads.case(caseId);
  if (row === null) return refuse('caseNotFound');
  const shown = noteShown(context, 'case', [caseId], 1);
  return shown.ok ? succeed(detailOf(context, reads, row)) : shown;
}

/**
 * 受付を進める: reads the case inside the transaction, refuses a stale version and an ended case, and then lets `step`
 * append. A request that was recorded before answers with the case as it stands now.
 */
export function touchCase(
  context: Context,
  touch: Touch,
  step: (writes: LedgerWrites, row: CaseRow) => Result<Done, Failure>,
): ReturnType<Handler<'case.open'>> {
  const written = record<Done>(context, touch.requestId, (writes) => {
    const row = writes.case(touch.case);
    if (row === null) return refuse('caseNotFound');
    if (row.blocked !== null) return refuse('caseBlocked');
    if (row.state.version !== touch.version) return refuse('staleVersion');
    if (isEnded(row.state)) return refuse('caseEnded');
    if (isLapsed(row.state, momentOf(context).day)) return refuse('caseLapsed');
    return step(writes, row);
  });
  return written.ok ? showCase(context, touch.case) : written;
}

function openLines(state: CaseState): readonly number[] {
  return state.lines.filter((line) => line.outcome === 'open').map((line) => line.line);
}

/** 受付の引き継ぎ・預かり・取下げ: everything that moves a case but the issuance itself. */
export function caseHandlers(context: Context): HandlersOf<CaseCalls> {
  return {
    'case.open': ({ case: caseId }) => showCase(context, caseId),

    'case.find': ({ receipt }) => {
      const number = parseReceiptNumber(receipt);
      if (number === null) {
        return refuseField(
          'caseNotFound',
          'receipt',
          '受付番号ではないようです。番号を確かめて、もう一度入力してください。',
        );
      }
      const row = openLedger(context).reads.caseByReceipt({
        office: number.parts.office,
        terminal: number.parts.terminal,
        day: number.parts.date,
        number: number.parts.sequence,
      });
      return row === null ? refuse('caseNotFound') : succeed({ case: row.state.case });
    },

    'case.takeUp': (touch) =>
      touchCase(context, touch, (writes) => {
        writes.append({
          name: 'caseTakenUp/1',
          case: touch.case,
          occurredAt: momentOf(context).instant,
          payload: {},
          personal: null,
        });
        return succeed({ case: touch.case });
      }),

    'case.park': ({ note, ...touch }) => {
      const checked = checkFreeText('note', note, { optional: true });
      if (!checked.ok) return refuse('badFields', [checked.failure]);
      return touchCase(context, touch, (writes) => {
        writes.append({
          name: 'caseParked/1',
          case: touch.case,
          occurredAt: momentOf(context).instant,
          payload: {},
          personal: { note: checked.value },
        });
        return succeed({ case: touch.case });
      });
    },

    'case.withdraw': ({ lines, reason, ...touch }) => {
      const checked = checkFreeText('reason', reason, { optional: false });
      if (!checked.ok) return refuse('badFields', [checked.failure]);
      return touchCase(context, touch, (writes, row) => {
        const open = openLines(row.state);
        if (lines.some((line) => !open.includes(line))) return refuse('lineNotOpen');
        writes.append({
          name: 'caseWithdrawn/1',
          case: touch.case,
          occurredAt: momentOf(context).instant,
          payload: { lines: [...new Set(lines)] },
          personal: { reason: checked.value },
        });
        return succeed({ case: touch.case });
      });
    },

    'case.refuseLine': ({ line, ...touch }) =>
      touchCase(context, touch, (writes, row) => {
        const target = row.state.lines.find((each) => each.line === line && each.outcome === 'open');
        if (target === undefined) return refuse('lineNotOpen');
        if (row.state.step !== 'verified' && row.state.step !== 'replyAccepted') return refuse('wrongStep');
        const judgement = judgeToday(context, writes, row);
        const codes = judgement === null ? [] : refusingCodes(judgement.decision, target);
        if (codes.length === 0) return refuse('stillAllowed');
        writes.append({
          name: 'lineRefused/1',
          case: touch.case,
          occurredAt: momentOf(context).instant,
          payload: { line, kind: target.kind, codes },
          personal: null,
        });
        return succeed({ case: touch.case });
      }),
  };
}
