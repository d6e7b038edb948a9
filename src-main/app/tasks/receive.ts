import type { Received, ReceiveFacts } from '../../../src-shared/contract/api/receive-api.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { checkReceiveFacts } from '../../../src-shared/contract/receive-fields.ts';
import { receiptNumberOf } from '../../../src-shared/domain/case/case.ts';
import type { NewEvent } from '../../../src-shared/domain/case/event.ts';
import type { Finding } from '../../../src-shared/domain/decision.ts';
import { judgeVisit, type VisitDecision } from '../../../src-shared/domain/judge-visit.ts';
import { feeFor } from '../../../src-shared/domain/policy.ts';
import type { Result } from '../../../src-shared/kernel/result.ts';
import { succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, momentOf, openLedger, placeOf, record } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import type { LedgerReads } from '../ports.ts';
import { factsOfVisit, mergeCurrent } from '../visit-facts.ts';

/** 根拠の控え: findings as an event keeps them, without words (a text may tell an age). */
export function keepFindings(
  findings: readonly Finding[],
): { code: string; kind: Finding['kind']; status: Finding['status']; effect: Finding['effect'] }[] {
  return findings.map(({ code, kind, status, effect }) => ({ code, kind, status, effect }));
}

/** 断った規則: the codes that refuse this kind, or the whole visit. */
export function refusingCodes(decision: VisitDecision, kind: Finding['kind']): string[] {
  const codes = decision.findings
    .filter((finding) => finding.status === 'unmet' && finding.effect === 'refuse')
    .filter((finding) => finding.kind === null || finding.kind === kind)
    .map((finding) => finding.code);
  return [...new Set(codes)];
}

/** 受付 → 判定 → 記録: one visit, judged by the main process on its own clock and its own ledger. */
export function receiveHandlers(context: Context): HandlersOf<'receive.record'> {
  function judge(
    reads: LedgerReads,
    facts: ReceiveFacts,
  ): { decision: VisitDecision; current: ReceiveFacts['current'] } {
    const { at, day, policy } = momentOf(context);
    const { office } = placeOf(reads);
    const known = reads.certificatesOf(facts.holder.name, facts.holder.bornOn);
    const current = mergeCurrent(facts.current, known, day);
    return { decision: judgeVisit(factsOfVisit(facts, at, office, current), policy, context.calendar()), current };
  }

  return {
    'receive.record': ({ requestId, draft, facts: typed, shown, note }) => {
      const { reads } = openLedger(context);
      const { day, instant } = momentOf(context);
      const checked = checkReceiveFacts(typed, note, day, shown.verdict);
      if (checked.failures.length > 0) {
        const personal = checked.failures.some((failure) => failure.message.includes('個人番号'));
        return refuse(personal ? 'personalNumber' : 'badFields', checked.failures);
      }
      const { facts } = checked;
      // Nothing could finish such a line yet: a revocation is recorded by its own task.
      if (facts.lines.some((line) => line.procedure === 'revoke')) {
        return refuseField('badFields', 'lines', '失効の受付は、この版ではまだ扱えません。手続を選び直してください。');
      }
      const place = placeOf(reads);

      const written = record(context, requestId, (writes): Result<{ case: string }, Failure> => {
        if (draft !== null && isTakenOver(context, writes, draft)) return refuse('staleDraft');
        const { decision, current } = judge(writes, facts);
        if (decision.verdict !== 'refuse' && (decision.verdict === 'undecided' || decision.missing.length > 0)) {
          return refuse(
            'badFields',
            decision.missing.map(({ field, text }) => ({ field, message: text, suggestion: null })),
          );
        }
        if (decision.verdict !== shown.verdict || decision.route !== shown.route) return refuse('decisionChanged');
        const caseId = context.chance.hex(16);
        const lines = facts.lines.map((line, index) => ({ line: index + 1, ...line }));
        writes.append({
          name: 'caseReceived/2',
          case: caseId,
          occurredAt: instant,
          payload: {
            receiptDay: day,
            receiptOffice: place.office,
            receiptTerminal: place.terminal,
            receiptNumber: writes.nextReceiptNumber(day),
            capacity: facts.visitor.capacity,
            documents: facts.visitor.documents,
            lines,
            fee: facts.lines.reduce((sum, line) => sum + feeFor(line.procedure, momentOf(context).policy), 0),
          },
          personal: {
            name: facts.holder.name,
            kana: facts.holder.kana,
            bornOn: facts.holder.bornOn,
            sex: facts.holder.sex,
            address: facts.holder.address,
            inRegister: facts.holder.inRegister,
            adultWard: facts.holder.adultWard,
            medium: facts.card.medium,
            cardExpiresOn: facts.card.expiresOn === '' ? null : facts.card.expiresOn,
            visitorName: facts.visitor.name,
            visitorReason: facts.visitor.reason,
            nameSubstitutions: facts.substitutions.name,
            addressSubstitutions: facts.substitutions.address,
            current,
            texts: note === '' ? [] : [note],
          },
        });
        for (const event of outcomeEvents(caseId, lines, decision, instant, note)) writes.append(event);
        if (draft !== null) writes.discardDraft(draft);
        return succeed({ case: caseId });
      });
      return written.ok ? succeed(receivedAnswer(context, written.value.case, facts, judge)) : written;
    },
  };
}

/** A colleague who took the draft over goes on with it; recording it from the old screen too would make two cases of one visit. */
function isTakenOver(context: Context, reads: LedgerReads, draft: string): boolean {
  const stored = reads.draft(draft);
  return stored !== null && stored.owner !== context.desk.user()?.staff;
}

function outcomeEvents(
  caseId: string,
  lines: readonly { line: number; kind: 'signature' | 'userAuthentication' }[],
  decision: VisitDecision,
  occurredAt: string,
  note: string,
): NewEvent[] {
  const findings = keepFindings(decision.findings);
  if (decision.verdict === 'refuse' || decision.route === null) {
    const codes = lines.flatMap((line) => refusingCodes(decision, line.kind));
    return [
      {
        name: 'caseRefused/1',
        case: caseId,
        occurredAt,
        payload: { codes: [...new Set(codes)], findings },
        personal: { told: [...decision.tellVisitor], note },
      },
    ];
  }
  const judged = lines.map((line) => {
    const accepted = decision.lines.find((each) => each.kind === line.kind)?.verdict === 'accept';
    return { line: line.line, kind: line.kind, accepted, codes: accepted ? [] : refusingCodes(decision, line.kind) };
  });
  const verified: NewEvent = {
    name: 'caseVerified/1',
    case: caseId,
    occurredAt,
    payload: {
      route: decision.route,
      lines: judged.map(({ line, accepted, codes }) => ({ line, accepted, codes })),
      findings,
    },
    personal: null,
  };
  const refused = judged
    .filter((line) => !line.accepted)
    .map(
      (line): NewEvent => ({
        name: 'lineRefused/1',
        case: caseId,
        occurredAt,
        payload: { line: line.line, kind: line.kind, codes: line.codes },
        personal: null,
      }),
    );
  return [verified, ...refused];
}

function receivedAnswer(
  context: Context,
  caseId: string,
  facts: ReceiveFacts,
  judge: (reads: LedgerReads, facts: ReceiveFacts) => { decision: VisitDecision },
): Received {
  const { reads } = openLedger(context);
  const row = reads.case(caseId);
  if (row === null) throw new Error('a case that was just recorded is missing');
  return {
    case: caseId,
    version: row.state.version,
    receipt: receiptNumberOf(row.state),
    verdict: row.state.step === 'refused' ? 'refuse' : 'accept',
    route: row.state.route,
    told: [...judge(reads, facts).decision.tellVisitor],
  };
}
