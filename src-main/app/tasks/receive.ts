import type { Received, ReceiveFacts } from '../../../src-shared/contract/api/receive-api.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { checkReceiveFacts } from '../../../src-shared/contract/receive-fields.ts';
import { isHeld, receiptNumberOf } from '../../../src-shared/domain/case/case.ts';
import { judgeBackEntry } from '../../../src-shared/domain/counter-hours.ts';
import { judgeVisit, type VisitDecision } from '../../../src-shared/domain/judge-visit.ts';
import { feeFor } from '../../../src-shared/domain/policy.ts';
import { dateOf, PlainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';
import type { Result } from '../../../src-shared/kernel/result.ts';
import { fail, succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, calendarIn, momentOf, openLedger, placeOf, policyIn, record } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import type { LedgerReads, LedgerWrites } from '../ports.ts';
import { finishAtOnce } from '../reception-finish.ts';
import { outcomeEvents } from '../reception-outcome.ts';
import { secondPerson } from '../second-person.ts';
import { whyNotApprover } from '../sign-in-attempts.ts';
import { factsOfVisit, knownOfHolder, standingOf } from '../visit-facts.ts';

type Reception = Input<'receive.record'>;

/** いつのこととして判定するか: now, or the moment at which it was taken on paper (L4). */
type Moment = { readonly at: PlainDateTime; readonly occurredAt: string };

function judgedMoment(context: Context, backEntry: Reception['backEntry']): Moment {
  const { at, instant } = momentOf(context);
  const happenedAt = PlainDateTime.safeParse(backEntry?.happenedAt);
  return happenedAt.success
    ? { at: happenedAt.data, occurredAt: `${happenedAt.data}:00.000+09:00` }
    : { at, occurredAt: instant };
}

/** 受付 → 判定 → 記録: one visit, judged by the main process on its own clock and its own ledger. */
export function receiveHandlers(context: Context): HandlersOf<'receive.record'> {
  const judge = (reads: LedgerReads, facts: ReceiveFacts, at: PlainDateTime) => {
    const day = dateOf(at);
    const known = knownOfHolder(reads, facts.holder.name, facts.holder.bornOn);
    const standing = standingOf(facts.current, known, day);
    const visit = factsOfVisit(facts, at, placeOf(reads).office, standing);
    return { decision: judgeVisit(visit, policyIn(reads, day), calendarIn(reads)), current: standing.current };
  };

  return {
    'receive.record': async (reception) => {
      const { requestId, draft, shown, note } = reception;
      const { reads } = openLedger(context);
      const moment = judgedMoment(context, reception.backEntry);
      const { fees } = policyIn(reads, dateOf(moment.at)).settings;
      const checked = checkReceiveFacts(reception, {
        today: dateOf(moment.at),
        now: momentOf(context).at,
        verdict: shown.verdict,
        feeReasons: fees.map(({ reason }) => reason),
      });
      if (checked.failures.length > 0) {
        const personal = checked.failures.some((failure) => failure.message.includes('個人番号'));
        return refuse(personal ? 'personalNumber' : 'badFields', checked.failures);
      }
      const { facts, backEntry } = checked;
      const second = await secondPersonFor(context, reception);
      if (!second.ok) return second;

      const written = record(context, requestId, (writes): Result<{ case: string }, Failure> => {
        const no = second.value.approver === null ? null : whyNotApprover(context, writes, second.value.approver);
        if (no !== null) return fail(no);
        if (draft !== null && isTakenOver(context, writes, draft)) return refuse('staleDraft');
        const { decision, current } = judge(writes, facts, moment.at);
        const undecided = undecidedFailure(decision);
        if (undecided !== null) return undecided;
        if (decision.verdict !== shown.verdict || decision.route !== shown.route) return refuse('decisionChanged');
        const caseId = context.chance.hex(16);
        appendReception(
          context,
          writes,
          caseId,
          { ...reception, facts, backEntry },
          { current, moment, ...second.value },
        );
        const lines = facts.lines.map(({ kind, procedure }, index) => ({ line: index + 1, kind, procedure }));
        const kept = withBackEntry(context, decision, backEntry, moment, second.value);
        for (const event of outcomeEvents(caseId, lines, kept, moment.occurredAt, note)) writes.append(event);
        if (decision.verdict !== 'refuse') finishAtOnce(context, writes, caseId, second.value);
        if (draft !== null) writes.discardDraft(draft);
        return succeed({ case: caseId });
      });
      if (!written.ok) return written;
      return receivedAnswer(context, written.value.case, judge(openLedger(context).reads, facts, moment.at).decision);
    },
  };
}

/** 紙で受け付けたものの根拠 (L4) stands with the others: when it happened, why, and whether someone else has looked. */
function withBackEntry(
  context: Context,
  decision: VisitDecision,
  backEntry: Reception['backEntry'],
  moment: Moment,
  { approver }: SecondOfReception,
): VisitDecision {
  if (backEntry === null) return decision;
  const findings = judgeBackEntry({
    happenedAt: moment.at,
    recordedAt: momentOf(context).at,
    reason: backEntry.reason,
    clerk: context.desk.user()?.staff ?? '',
    secondPerson: approver,
  });
  return { ...decision, findings: [...decision.findings, ...findings] };
}

/** 二人目 (B7) of this reception: who approved it here, or that it waits. */
export type SecondOfReception = { readonly approver: string | null; readonly waits: boolean };

async function secondPersonFor(context: Context, reception: Reception): Promise<Result<SecondOfReception, Failure>> {
  const { approval, backEntry, facts } = reception;
  const wrongRecord = facts.lines.some(({ cause }) => cause === 'X4');
  const acts = context.desk.user()?.role ?? 'clerk';
  // X4 needs a supervisor, who may be the one that works here; L4 always needs a second person.
  const needed = backEntry !== null || (wrongRecord && acts === 'clerk');
  if (!needed) return succeed({ approver: null, waits: false });
  if (approval === 'wait') return succeed({ approver: null, waits: true });
  if (approval === null) {
    const words = '責任者がここで確認するか、「責任者を待つ」を選んでください。';
    return refuseField('secondPersonNeeded', 'acceptance.staffNumber', words);
  }
  const second = await secondPerson(context, approval);
  return second.ok ? succeed({ approver: second.value.staff, waits: false }) : second;
}

function undecidedFailure({ verdict, missing }: VisitDecision): { ok: false; failure: Failure } | null {
  if (verdict === 'refuse' || (verdict === 'accept' && missing.length === 0)) return null;
  return refuse(
    'badFields',
    missing.map(({ field, text }) => ({ field, message: text, suggestion: null })),
  );
}

type Around = SecondOfReception & { readonly current: ReceiveFacts['current']; readonly moment: Moment };

function appendReception(
  context: Context,
  writes: LedgerWrites,
  caseId: string,
  { facts, backEntry, note }: Pick<Reception, 'facts' | 'backEntry' | 'note'>,
  { current, moment, approver }: Around,
): void {
  const place = placeOf(writes);
  const { day } = momentOf(context);
  const policy = policyIn(writes, dateOf(moment.at));
  const { holder, card, visitor } = facts;
  writes.append({
    name: 'caseReceived/2',
    case: caseId,
    occurredAt: moment.occurredAt,
    payload: {
      // The number is of the day of the entry, whenever it happened: a closed day gets none (B2, B4).
      receiptDay: day,
      receiptOffice: place.office,
      receiptTerminal: place.terminal,
      receiptNumber: writes.nextReceiptNumber(day),
      capacity: visitor.capacity,
      documents: visitor.documents,
      proof: visitor.proof,
      lines: facts.lines.map(({ kind, procedure, cause, feeReason }, index) => ({
        line: index + 1,
        kind,
        procedure,
        cause,
        fee: feeReason === null ? 0 : feeFor(feeReason, policy),
      })),
      backEntry: backEntry === null ? null : { approver },
    },
    personal: {
      name: holder.name,
      kana: holder.kana,
      bornOn: holder.bornOn,
      sex: holder.sex,
      address: holder.address,
      inRegister: holder.inRegister,
      adultWard: holder.adultWard,
      medium: card.medium,
      cardExpiresOn: card.expiresOn === '' ? null : card.expiresOn,
      visitorName: visitor.name,
      visitorRelation: visitor.relation,
      visitorAddress: visitor.address,
      visitorReason: visitor.reason,
      nameSubstitutions: facts.substitutions.name,
      addressSubstitutions: facts.substitutions.address,
      current,
      basis: facts.basis,
      backEntryReason: backEntry?.reason ?? null,
      texts: note === '' ? [] : [note],
    },
  });
}

/** A colleague who took the draft over goes on with it; recording it from the old screen too would make two cases of one visit. */
function isTakenOver(context: Context, reads: LedgerReads, draft: string): boolean {
  const stored = reads.draft(draft);
  return stored !== null && stored.owner !== context.desk.user()?.staff;
}

function receivedAnswer(context: Context, caseId: string, decision: VisitDecision): Result<Received, Failure> {
  const row = openLedger(context).reads.case(caseId);
  if (row === null) throw new Error('a case that was just recorded is missing');
  const held = row.state.lines.find((line) => line.outcome === 'open' && line.hold !== null);
  return succeed({
    case: caseId,
    version: row.state.version,
    receipt: receiptNumberOf(row.state),
    verdict: row.state.step === 'refused' ? 'refuse' : 'accept',
    route: row.state.route,
    told: [...decision.tellVisitor],
    revoked: row.state.lines.filter((line) => line.outcome === 'revoked').length,
    held: isHeld(row.state) ? (held?.hold?.rule ?? null) : null,
  });
}
