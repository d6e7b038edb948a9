import type { Failure } from '../../src-shared/contract/errors.ts';
import { isEnded, isLapsed } from '../../src-shared/domain/case/case.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { assertNever } from '../../src-shared/kernel/assert-never.ts';
import { type Result, succeed } from '../../src-shared/kernel/result.ts';
import { correctableOf, entryOf, isKnown } from './case-history.ts';
import { type Context, momentOf } from './context.ts';
import { refuse } from './failures.ts';
import { appendLift } from './finish-line.ts';
import type { ApprovalRow, CaseRow, LedgerReads, LedgerWrites } from './ports.ts';
import { revokeWhatMay } from './reception-finish.ts';
import { appendCorrection } from './tasks/corrections.ts';
import { recordOne } from './tasks/issue.ts';

/** 責任者の答え (B7) */
export type SupervisorAnswer = { readonly approve: boolean; readonly note: string; readonly approver: string };

type Done = Result<null, Failure>;

/** 依頼の出来事: what was asked; null where it is not of this ledger's cases. */
export function requestOf(reads: LedgerReads, row: ApprovalRow): KnownEvent<'approvalAsked/1'> | null {
  const asked = reads
    .caseEvents(row.case)
    .filter(isKnown)
    .find(
      (event): event is KnownEvent<'approvalAsked/1'> =>
        event.name === 'approvalAsked/1' && event.payload.request === row.request,
    );
  return asked ?? null;
}

/** 依頼に答える: does what was asked, or what follows a no; the answer itself is appended by the caller. */
export function decideRequest(
  context: Context,
  writes: LedgerWrites,
  row: ApprovalRow,
  answer: SupervisorAnswer,
): Done {
  const of = writes.case(row.case);
  const asked = requestOf(writes, row);
  if (of === null || asked === null) return refuse('caseNotFound');
  if (row.act === 'correction') return answer.approve ? correct(context, writes, asked, row, answer) : succeed(null);
  if (of.blocked !== null) return refuse('caseBlocked');
  const over = isEnded(of.state) || isLapsed(of.state, momentOf(context).day);
  // A no to what has ended meanwhile only closes the request.
  if (over) return answer.approve ? refuse('caseEnded') : succeed(null);
  switch (row.act) {
    case 'terminalDate':
      return answer.approve ? acceptDate(context, writes, of, asked, answer) : succeed(null);
    case 'backEntry':
    case 'recordedWrongly':
      return answer.approve ? letGo(context, writes, of, row, answer) : withdraw(context, writes, of, row, answer);
    default:
      return assertNever(row.act);
  }
}

/** V7: what the terminal wrote is accepted, if today's rules still allow the line. */
function acceptDate(
  context: Context,
  writes: LedgerWrites,
  { state }: CaseRow,
  { payload, personal }: KnownEvent<'approvalAsked/1'>,
  { approver, note }: SupervisorAnswer,
): Done {
  const line = state.lines.find((each) => each.line === payload.line && each.outcome === 'open');
  if (line?.hold?.rule !== 'V7' || personal?.serial == null || personal.expiresOn === null) return refuse('wrongStep');
  const issued = { serial: personal.serial, expiresOn: personal.expiresOn };
  const reason = note === '' ? personal.reason : note;
  const step = recordOne(context, writes, state.case, line.line, issued, { approver, reason });
  return step.kind === 'refused' ? step.refusal : succeed(null);
}

/** L4, X4: the hold is lifted, and what needs no letter takes effect. */
function letGo(
  context: Context,
  writes: LedgerWrites,
  { state }: CaseRow,
  row: ApprovalRow,
  { approver, note }: SupervisorAnswer,
): Done {
  const rule = row.act === 'backEntry' ? 'L4' : 'X4';
  const held = state.lines.filter((line) => line.outcome === 'open' && line.hold?.rule === rule);
  for (const { line } of held)
    appendLift(context, writes, state.case, line, { rule, how: 'approved', approver, reason: note });
  revokeWhatMay(context, writes, state.case, approver);
  return succeed(null);
}

/** A no to what waits: those lines are withdrawn with the supervisor's reason; nothing was issued or revoked. */
function withdraw(
  context: Context,
  writes: LedgerWrites,
  { state }: CaseRow,
  row: ApprovalRow,
  { note }: SupervisorAnswer,
): Done {
  const rule = row.act === 'backEntry' ? 'L4' : 'X4';
  const held = state.lines.filter((line) => line.outcome === 'open' && line.hold?.rule === rule);
  if (held.length === 0) return succeed(null);
  writes.append({
    name: 'caseWithdrawn/1',
    case: state.case,
    occurredAt: momentOf(context).instant,
    payload: { lines: held.map(({ line }) => line) },
    personal: { reason: note },
  });
  return succeed(null);
}

function correct(
  context: Context,
  writes: LedgerWrites,
  asked: KnownEvent<'approvalAsked/1'>,
  row: ApprovalRow,
  { approver }: SupervisorAnswer,
): Done {
  const { entry } = asked.payload;
  const events = writes.caseEvents(row.case);
  const event = events.filter(isKnown).find((each) => entry !== null && entryOf(each.key) === entryOf(entry));
  const { personal } = asked;
  if (event === undefined || personal === null || row.askedBy === null) return refuse('nothingToCorrect');
  // Another correction may have come between: what stood there when it was asked must still stand there.
  const now = correctableOf(event, events);
  const stands = personal.changes.every(({ field, from }) =>
    now.some((each) => each.field === field && each.value === from),
  );
  if (!stands) return refuse('correctedMeanwhile');
  const by = { asked: row.askedBy, approver, request: row.request };
  appendCorrection(context, writes, event, personal.changes, personal.reason, by);
  return succeed(null);
}
