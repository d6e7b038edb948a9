import type { ApprovalRow as ShownApproval } from '../../../src-shared/contract/api/approval-api.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { receiptNumberOf } from '../../../src-shared/domain/case/case.ts';
import type { KnownEvent } from '../../../src-shared/domain/case/event.ts';
import { CAUSE_NAMES } from '../../../src-shared/domain/revocation.ts';
import { isSamePerson } from '../../../src-shared/domain/staff.ts';
import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { assertNever } from '../../../src-shared/kernel/assert-never.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { formatWesternWithWareki } from '../../../src-shared/kernel/wareki.ts';
import { decideRequest, requestOf } from '../approval-acts.ts';
import { type Context, momentOf, openLedger, record } from '../context.ts';
import { correctableName } from '../correctable-names.ts';
import { refuse } from '../failures.ts';
import type { Handler, HandlersOf } from '../handler.ts';
import type { ApprovalRow, CaseRow, LedgerReads } from '../ports.ts';
import type { StaffRow } from '../ports-staff.ts';
import { noteShown } from '../shown.ts';

type ApprovalCalls = 'approval.list' | 'approval.answer';

/** 承認 (B7): what waits for a second person; whoever asked never answers it. */
export function approvalHandlers(context: Context): HandlersOf<ApprovalCalls> {
  const list = (): ReturnType<Handler<'approval.list'>> => {
    const { reads } = openLedger(context);
    const waiting = reads.approvals().flatMap((request) => shownRequest(context, reads, request));
    if (waiting.length > 0) {
      const shown = noteShown(context, 'approvals', [...new Set(waiting.map((each) => each.case))], waiting.length);
      if (!shown.ok) return shown;
    }
    return succeed({ waiting });
  };
  return {
    'approval.list': list,

    'approval.answer': ({ requestId, request, approve, note }) => {
      const checked = checkFreeText('note', note, { optional: approve, least: approve ? 0 : 5, label: '差し戻す理由' });
      if (!checked.ok) return refuse('badFields', [checked.failure]);
      const answered = record(context, requestId, (writes): Result<{ request: string }, Failure> => {
        const row = writes.approval(request);
        const supervisor = context.desk.user();
        if (row === null || row.state !== 'waiting') return refuse('alreadyAnswered');
        if (supervisor === null) return refuse('notSignedIn');
        if (askedBySame(writes, row, supervisor)) return refuse('secondPersonIsSelf');
        const decided = decideRequest(context, writes, row, {
          approve,
          note: checked.value,
          approver: supervisor.staff,
        });
        if (!decided.ok) return decided;
        writes.append({
          name: 'approvalAnswered/1',
          case: row.case,
          occurredAt: momentOf(context).instant,
          payload: { request, approved: approve },
          personal: { note: checked.value },
        });
        return succeed({ request });
      });
      return answered.ok ? list() : answered;
    },
  };
}

/** 自分の依頼か (B7): by any account of the same person. */
function askedBySame(reads: LedgerReads, { askedBy }: ApprovalRow, who: StaffRow | null): boolean {
  if (askedBy === null || who === null) return false;
  const asker = reads.staffById(askedBy);
  return askedBy === who.staff || (asker !== null && isSamePerson(asker, who));
}

function shownRequest(context: Context, reads: LedgerReads, row: ApprovalRow): readonly ShownApproval[] {
  const of = reads.case(row.case);
  const asked = requestOf(reads, row);
  if (of === null || asked === null) return [];
  return [
    {
      request: row.request,
      act: row.act,
      case: row.case,
      receipt: receiptNumberOf(of.state),
      name: of.holder?.name ?? null,
      office: row.office,
      asked: row.askedBy === null ? null : (reads.staffById(row.askedBy)?.name ?? null),
      askedByMe: askedBySame(reads, row, context.desk.user()),
      askedAt: row.askedAt,
      reason: asked.personal?.reason ?? '',
      words: [...wordsOfRequest(of, row, asked)],
    },
  ];
}

/** 承認すると残るもの, one sentence a line. */
function wordsOfRequest(
  { state }: CaseRow,
  row: ApprovalRow,
  { personal }: KnownEvent<'approvalAsked/1'>,
): readonly string[] {
  const line = state.lines.find((each) => each.line === row.line);
  const kind = line === undefined ? '' : KIND_NAMES[line.kind];
  switch (row.act) {
    case 'terminalDate': {
      const on = personal?.expiresOn == null ? '' : formatWesternWithWareki(plainDate(personal.expiresOn));
      return [`${kind}を、統合端末の日付(${on})のとおり発行済みにします。`];
    }
    case 'backEntry':
      return [`紙で受け付けたもの(${state.receivedAt.slice(0, 16).replace('T', ' ')})を受付として認めます。`];
    case 'recordedWrongly':
      return [`${kind}を失効にします(${CAUSE_NAMES[line?.cause ?? 'X4']})。`];
    case 'correction':
      return (personal?.changes ?? []).map(
        ({ field, from, to }) => `${correctableName(field)}を「${from}」から「${to}」に訂正します。`,
      );
    default:
      return assertNever(row.act);
  }
}
