import type { Failure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { type CheckedIssuance, checkIssuance } from '../../../src-shared/contract/issue-fields.ts';
import type { LineState } from '../../../src-shared/domain/case/case.ts';
import type { Expiry } from '../../../src-shared/domain/validity.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { judgeToday } from '../case-detail.ts';
import { type Context, momentOf } from '../context.ts';
import { refuse } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import type { CaseRow, LedgerWrites } from '../ports.ts';
import { secondPerson } from '../second-person.ts';
import { touchCase } from './cases.ts';

type Acceptance = { readonly approver: string; readonly reason: string };

/** 発行の記録: what the terminal issued, compared with our own date (V7). Commit first, hand over after (B3). */
export function issueHandlers(context: Context): HandlersOf<'issue.record'> {
  return {
    'issue.record': async ({ certificates, acceptance: typed, ...touch }) => {
      const { day } = momentOf(context);
      const checked = checkIssuance(certificates, day);
      if (!checked.ok) return refuse('badFields', checked.failure);
      const acceptance = typed === null ? succeed(null) : await accept(context, typed);
      if (!acceptance.ok) return acceptance;
      return touchCase(context, touch, (writes, row) => {
        if (row.state.step !== 'verified' || row.state.route !== 'sameDay') return refuse('wrongStep');
        return recordAll(context, writes, row, checked.value, acceptance.value);
      });
    },
  };
}

async function accept(
  context: Context,
  typed: { readonly staffNumber: string; readonly password: string; readonly reason: string },
): Promise<Result<Acceptance, Failure>> {
  const reason = checkFreeText('acceptance.reason', typed.reason, { optional: false, least: 10 });
  if (!reason.ok) return refuse('badFields', [reason.failure]);
  const asking = context.desk.user()?.staff;
  const approver = await secondPerson(context, typed);
  if (!approver.ok) return approver;
  // The password took its time: meanwhile the terminal may have been locked or left.
  if (context.desk.isLocked()) return refuse('locked');
  if (context.desk.user()?.staff !== asking) return refuse('notSignedIn');
  return succeed({ approver: approver.value.staff, reason: reason.value });
}

function recordAll(
  context: Context,
  writes: LedgerWrites,
  row: CaseRow,
  certificates: readonly CheckedIssuance[],
  acceptance: Acceptance | null,
): Result<{ case: string }, Failure> {
  const open = row.state.lines.filter((line) => line.outcome === 'open');
  const asked = certificates.map((each) => ({ ...each, target: open.find((line) => line.line === each.line) }));
  if (asked.some((each) => each.target === undefined)) return refuse('lineNotOpen');
  const signatureAsked = asked.some((each) => each.target?.kind === 'signature');
  const userOpen = open.find((line) => line.kind === 'userAuthentication');
  if (signatureAsked && userOpen !== undefined && !asked.some((each) => each.target === userOpen)) {
    return refuse('signatureBeforeUserAuthentication');
  }
  const inOrder = asked.toSorted(
    (left, right) => Number(left.target?.kind === 'signature') - Number(right.target?.kind === 'signature'),
  );
  let stopped = false;
  for (const { target, serial, expiresOn } of inOrder) {
    if (target === undefined || stopped) continue;
    // Judged anew for each line: what was just issued is the cap of the next one (V4).
    const fresh = writes.case(row.state.case);
    const decision = fresh === null ? null : judgeToday(context, writes, fresh);
    const judged = decision?.lines.find((line) => line.kind === target.kind);
    if (judged === undefined || judged.verdict !== 'accept' || judged.expiry === null) {
      return refuse('noLongerAllowed', [
        { field: `certificates.${target.line}`, message: refusalOf(decision, target), suggestion: null },
      ]);
    }
    stopped = !recordOne(context, writes, row.state.case, target, serial, expiresOn, judged.expiry, acceptance);
  }
  return succeed({ case: row.state.case });
}

function refusalOf(decision: ReturnType<typeof judgeToday>, target: LineState): string {
  const finding = decision?.findings.find(
    (each) => each.status === 'unmet' && each.effect === 'refuse' && (each.kind === null || each.kind === target.kind),
  );
  return finding?.refusal ?? '今日の判定では発行できません。判定の根拠を確かめてください。';
}

/** one line; answers false where it was held (V7), so that what depends on it waits too */
function recordOne(
  context: Context,
  writes: LedgerWrites,
  caseId: string,
  target: LineState,
  serial: string,
  terminalDate: string,
  ours: Expiry,
  acceptance: Acceptance | null,
): boolean {
  const { instant: occurredAt, day } = momentOf(context);
  const line = target.line;
  const agrees = terminalDate === ours.on;
  const accepted = !agrees && target.hold !== null && acceptance !== null;
  if (!agrees && !accepted) {
    writes.append({
      name: 'holdPlaced/2',
      case: caseId,
      occurredAt,
      payload: { line, rule: 'V7' },
      personal: { kind: target.kind, ours: ours.on, terminal: terminalDate },
    });
    return false;
  }
  if (target.hold !== null) {
    writes.append({
      name: 'holdLifted/2',
      case: caseId,
      occurredAt,
      payload: {
        line,
        rule: 'V7',
        how: agrees ? 'readAgain' : 'accepted',
        approver: accepted ? (acceptance?.approver ?? null) : null,
      },
      personal: { reason: accepted ? (acceptance?.reason ?? '') : '' },
    });
  }
  writes.append({
    name: 'certificateIssued/2',
    case: caseId,
    occurredAt,
    payload: { line, kind: target.kind, decidedBy: ours.decidedBy, terminalPrevailed: !agrees },
    personal: {
      serial,
      issuedOn: day,
      expiresOn: terminalDate,
      ours: ours.on,
      compared: ours.compared.map(({ code, on }) => ({ code, on })),
    },
  });
  return true;
}
