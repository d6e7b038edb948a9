import type { LineState } from '../../src-shared/domain/case/case.ts';
import type { Expiry } from '../../src-shared/domain/validity.ts';
import { type Context, momentOf } from './context.ts';
import type { CaseRow, CertificateRow, LedgerWrites } from './ports.ts';

type Holder = NonNullable<CaseRow['holder']>;

/** 台帳にある有効な証明書 of that kind of the holder, as of the day. */
function standingInLedger(
  writes: LedgerWrites,
  holder: Holder,
  kind: LineState['kind'],
  day: string,
): readonly CertificateRow[] {
  return writes
    .certificatesOf(holder.name, holder.bornOn)
    .filter((row) => row.kind === kind && row.endedOn === null && row.expiresOn >= day);
}

function endedBy(holder: Holder, kind: LineState['kind'], rows: readonly CertificateRow[]) {
  const known = rows.at(-1);
  if (known !== undefined) return { serial: known.serial, issuedOn: known.issuedOn, expiresOn: known.expiresOn };
  const typed = holder.current.filter((each) => each.kind === kind).at(-1);
  return typed === undefined ? null : { serial: typed.serial, issuedOn: typed.issuedOn, expiresOn: typed.expiresOn };
}

/** 失効を残す (X1–X4): names every certificate of our own ledger that loses effect by it. Commit first, print after (B3). */
export function appendRevocation(
  context: Context,
  writes: LedgerWrites,
  row: CaseRow,
  line: LineState,
  approver: string | null,
): void {
  const { instant, day } = momentOf(context);
  if (row.holder === null || line.cause === null) throw new Error('a revocation names its holder and its cause');
  const standing = standingInLedger(writes, row.holder, line.kind, day);
  writes.append({
    name: 'certificateRevoked/1',
    case: row.state.case,
    occurredAt: instant,
    payload: {
      line: line.line,
      kind: line.kind,
      cause: line.cause,
      ends: standing.map(({ case: caseId, line: number }) => ({ case: caseId, line: number })),
      approver,
    },
    personal: endedBy(row.holder, line.kind, standing) ?? { serial: null, issuedOn: null, expiresOn: null },
  });
}

/** 端末が発行したもの: what was read from the national terminal. */
export type IssuedByTerminal = { readonly serial: string; readonly expiresOn: string };

/** 発行を残す: what a renewal replaces loses effect in this same event. `procedure` as judged on the day (V1, V2). */
export function appendIssuance(
  context: Context,
  writes: LedgerWrites,
  row: CaseRow,
  line: LineState,
  procedure: 'issue' | 'renew',
  ours: Expiry,
  issued: IssuedByTerminal,
): void {
  const { instant, day } = momentOf(context);
  if (row.holder === null) throw new Error('an issuance names its holder');
  const standing = procedure === 'renew' ? standingInLedger(writes, row.holder, line.kind, day) : [];
  writes.append({
    name: 'certificateIssued/2',
    case: row.state.case,
    occurredAt: instant,
    payload: {
      line: line.line,
      kind: line.kind,
      procedure,
      decidedBy: ours.decidedBy,
      terminalPrevailed: issued.expiresOn !== ours.on,
      replaces: standing.map(({ case: caseId, line: number }) => ({ case: caseId, line: number })),
    },
    personal: {
      ...issued,
      issuedOn: day,
      ours: ours.on,
      compared: ours.compared.map(({ code, on }) => ({ code, on })),
      replaced: procedure === 'renew' ? endedBy(row.holder, line.kind, standing) : null,
    },
  });
}

/** 保留にする: L3 while the national system stands still, `L4` or `X4` while a second person is waited for. */
export function appendHold(
  context: Context,
  writes: LedgerWrites,
  caseId: string,
  line: LineState,
  rule: string,
): void {
  writes.append({
    name: 'holdPlaced/2',
    case: caseId,
    occurredAt: momentOf(context).instant,
    payload: { line: line.line, rule },
    personal: { kind: line.kind, ours: null, terminal: null },
  });
}

/** 保留を解く */
export function appendLift(
  context: Context,
  writes: LedgerWrites,
  caseId: string,
  line: number,
  lifted: {
    readonly rule: string;
    readonly how: 'readAgain' | 'accepted' | 'stopOver' | 'approved';
    readonly approver: string | null;
    readonly reason: string;
  },
): void {
  const { rule, how, approver, reason } = lifted;
  writes.append({
    name: 'holdLifted/2',
    case: caseId,
    occurredAt: momentOf(context).instant,
    payload: { line, rule, how, approver },
    personal: { reason },
  });
}
