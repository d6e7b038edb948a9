import type { Failure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { type CheckedIssuance, checkIssuance } from '../../../src-shared/contract/issue-fields.ts';
import { type LineState, mayFinish } from '../../../src-shared/domain/case/case.ts';
import { isSameLine } from '../../../src-shared/domain/visit.ts';
import { assertNever } from '../../../src-shared/kernel/assert-never.ts';
import { fail, type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, momentOf } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import { appendIssuance, appendLift } from '../finish-line.ts';
import type { HandlersOf } from '../handler.ts';
import { judgeToday, refusalOf } from '../judge-today.ts';
import type { CaseRow, LedgerWrites } from '../ports.ts';
import { secondPerson } from '../second-person.ts';
import { whyNotApprover } from '../sign-in-attempts.ts';
import { minded } from '../system-stop.ts';
import { touchCase } from './cases.ts';

type Acceptance = { readonly approver: string; readonly reason: string };
type IssueCalls = 'issue.record' | 'issue.askAcceptance';

const leastReason = 10;

/** 発行の記録: what the terminal issued, compared with our own date (V7). Commit first, hand over after (B3). */
export function issueHandlers(context: Context): HandlersOf<IssueCalls> {
  return {
    'issue.record': async ({ certificates, acceptance: typed, ...touch }) => {
      const { day } = momentOf(context);
      const checked = checkIssuance(certificates, day);
      if (!checked.ok) return refuse('badFields', checked.failure);
      const acceptance = typed === null ? succeed(null) : await accept(context, typed);
      if (!acceptance.ok) return acceptance;
      return touchCase(context, touch, (writes, row) => {
        const no = acceptance.value === null ? null : whyNotApprover(context, writes, acceptance.value.approver);
        return no === null ? recordAll(context, writes, row, checked.value, acceptance.value) : fail(no);
      });
    },

    'issue.askAcceptance': ({ line, serial, expiresOn, reason: typedReason, ...touch }) => {
      const checked = checkIssuance([{ line, serial, expiresOn }], momentOf(context).day);
      const reason = checkFreeText('acceptance.reason', typedReason, { optional: false, least: leastReason });
      if (!checked.ok) return refuse('badFields', checked.failure);
      if (!reason.ok) return refuse('badFields', [reason.failure]);
      const [issued] = checked.value;
      return touchCase(context, touch, (writes, row) => {
        const target = row.state.lines.find((each) => each.line === line && each.outcome === 'open');
        if (target?.hold?.rule !== 'V7' || issued === undefined) return refuse('wrongStep');
        if (row.asked) return refuse('alreadyAsked');
        writes.append({
          name: 'approvalAsked/1',
          case: row.state.case,
          occurredAt: momentOf(context).instant,
          payload: { request: context.chance.hex(16), act: 'terminalDate', line, entry: null },
          personal: { reason: reason.value, serial: issued.serial, expiresOn: issued.expiresOn, changes: [] },
        });
        return succeed({ case: row.state.case });
      });
    },
  };
}

async function accept(
  context: Context,
  typed: { readonly staffNumber: string; readonly password: string; readonly reason: string },
): Promise<Result<Acceptance, Failure>> {
  const reason = checkFreeText('acceptance.reason', typed.reason, { optional: false, least: leastReason });
  if (!reason.ok) return refuse('badFields', [reason.failure]);
  const approver = await secondPerson(context, typed);
  return approver.ok ? succeed({ approver: approver.value.staff, reason: reason.value }) : approver;
}

/** 発行の順 (V4) and what stands in its way: answers the lines in the order in which they are issued. */
function inIssueOrder(
  row: CaseRow,
  certificates: readonly CheckedIssuance[],
): Result<readonly { readonly target: LineState; readonly issued: CheckedIssuance }[], Failure> {
  const open = row.state.lines.filter((line) => line.outcome === 'open');
  const asked = certificates.flatMap((issued) => {
    const target = open.find((line) => line.line === issued.line && line.procedure !== 'revoke');
    return target === undefined ? [] : [{ target, issued }];
  });
  if (asked.length < certificates.length) return refuse('lineNotOpen');
  if (asked.some(({ target }) => !mayFinish(row.state, target))) return refuse('wrongStep');
  if (asked.some(({ target }) => target.hold !== null && !['V7', 'L3'].includes(target.hold.rule)))
    return refuse('waitsForSecondPerson');
  const beforehand = open.filter((line) => line.procedure === 'revoke');
  if (asked.some(({ target }) => beforehand.some((line) => line.kind === target.kind))) return refuse('revokeFirst');
  const signatureAsked = asked.some(({ target }) => target.kind === 'signature');
  const userOpen = open.find((line) => line.kind === 'userAuthentication' && line.procedure !== 'revoke');
  if (signatureAsked && userOpen !== undefined && !asked.some(({ target }) => target === userOpen)) {
    return refuse('signatureBeforeUserAuthentication');
  }
  const place = (kind: LineState['kind']): number => (kind === 'signature' ? 1 : 0);
  return succeed(asked.toSorted((left, right) => place(left.target.kind) - place(right.target.kind)));
}

function recordAll(
  context: Context,
  writes: LedgerWrites,
  row: CaseRow,
  certificates: readonly CheckedIssuance[],
  acceptance: Acceptance | null,
): Result<{ case: string }, Failure> {
  const done = succeed({ case: row.state.case });
  const asked = inIssueOrder(row, certificates);
  if (!asked.ok) return asked;
  const targets = asked.value.map(({ target }) => target);
  if (!minded(context, writes, row, targets)) return done; // L3: held until the system works again
  for (const { target, issued } of asked.value) {
    const step = recordOne(context, writes, row.state.case, target.line, issued, acceptance);
    switch (step.kind) {
      case 'refused':
        return step.refusal;
      case 'held':
        return done; // what depends on it waits too (V4)
      case 'issued':
        break;
      default:
        return assertNever(step);
    }
  }
  return done;
}

type Step =
  | { readonly kind: 'issued' }
  | { readonly kind: 'held' }
  | { readonly kind: 'refused'; readonly refusal: { readonly ok: false; readonly failure: Failure } };

/** 一つの明細を発行する: judged anew for each, since what was just issued is the cap of the next one (V4). Also what a supervisor accepts later. */
export function recordOne(
  context: Context,
  writes: LedgerWrites,
  caseId: string,
  line: number,
  issued: { readonly serial: string; readonly expiresOn: string },
  acceptance: Acceptance | null,
): Step {
  const row = writes.case(caseId);
  const target = row?.state.lines.find((each) => each.line === line);
  if (row === null || target === undefined) throw new Error('the case is there: it was just read');
  const judgement = judgeToday(context, writes, row);
  const judged = judgement?.decision.lines.find((each) => isSameLine(each, target));
  if (judged === undefined || judged.verdict !== 'accept' || judged.expiry === null || judged.procedure === 'revoke') {
    const message = refusalOf(judgement?.decision ?? null, target);
    return { kind: 'refused', refusal: refuseField('noLongerAllowed', `certificates.${line}`, message) };
  }
  const ours = judged.expiry;
  const agrees = issued.expiresOn === ours.on;
  const wasHeld = target.hold?.rule === 'V7';
  if (!agrees && !(wasHeld && acceptance !== null)) {
    writes.append({
      name: 'holdPlaced/2',
      case: caseId,
      occurredAt: momentOf(context).instant,
      payload: { line, rule: 'V7' },
      personal: { kind: target.kind, ours: ours.on, terminal: issued.expiresOn },
    });
    return { kind: 'held' };
  }
  if (wasHeld) {
    appendLift(context, writes, caseId, line, {
      rule: 'V7',
      how: agrees ? 'readAgain' : 'accepted',
      approver: agrees ? null : (acceptance?.approver ?? null),
      reason: agrees ? '' : (acceptance?.reason ?? ''),
    });
  }
  const { serial, expiresOn } = issued;
  appendIssuance(context, writes, row, target, judged.procedure, ours, { serial, expiresOn });
  return { kind: 'issued' };
}
