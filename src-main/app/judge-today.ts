import type { LineState } from '../../src-shared/domain/case/case.ts';
import type { Finding } from '../../src-shared/domain/decision.ts';
import { type IssuanceDecision, judgeIssuance, type VisitDecision } from '../../src-shared/domain/judge-visit.ts';
import { sentencesForVisitor } from '../../src-shared/domain/tell-visitor.ts';
import { type Context, momentOf, placeOf } from './context.ts';
import type { CaseRow, LedgerReads } from './ports.ts';
import { factsOfCase, knownOfHolder, standingOfCase } from './visit-facts.ts';

/**
 * 今日の判定: E, I8, M, V and W again for the day of the reply or the issuance, over the lines still open. A certificate issued
 * in the same visit counts as the holder's current one (V4). Null once the person was erased.
 */
export function judgeToday(context: Context, reads: LedgerReads, row: CaseRow): IssuanceDecision | null {
  if (row.holder === null) return null;
  const { at, day, policy } = momentOf(context);
  const known = knownOfHolder(reads, row.holder.name, row.holder.bornOn);
  const standing = standingOfCase(row.state, row.holder, known, day);
  const facts = factsOfCase(row.state, row.holder, at, placeOf(reads).office, standing);
  const judged = judgeIssuance(facts, policy);
  if (row.state.step !== 'replyAccepted') return judged;
  // The reply is here: what was said of the letter no longer holds, and what follows is done today.
  const { decision } = judged;
  const tellVisitor = sentencesForVisitor(facts, { ...decision, route: 'sameDay' }, decision.findings, policy);
  return { ...judged, decision: { ...decision, tellVisitor } };
}

type Asked = Pick<LineState, 'kind' | 'procedure'>;

/** What refuses a line: the rules of the whole visit, and those of its kind; X speaks of its revocation, the others of what is issued. */
function refusing(decision: VisitDecision, line: Asked): readonly Finding[] {
  const isOfLine = ({ kind, code }: Finding): boolean =>
    kind === null || (kind === line.kind && code.startsWith('X') === (line.procedure === 'revoke'));
  return decision.findings.filter(
    (finding) => finding.status === 'unmet' && finding.effect === 'refuse' && isOfLine(finding),
  );
}

/** 断った規則: the codes that refuse this line, or the whole visit. */
export function refusingCodes(decision: VisitDecision, line: Asked): string[] {
  return [...new Set(refusing(decision, line).map((finding) => finding.code))];
}

/** 断る言葉: the sentence of the first rule that refuses this line today. */
export function refusalOf(decision: VisitDecision | null, line: Asked): string {
  const finding = decision === null ? undefined : refusing(decision, line)[0];
  return finding?.refusal ?? '今日の判定では扱えません。判定の根拠を確かめてください。';
}

/** 根拠の控え: findings as an event keeps them, without words (a text may tell an age). */
export function keepFindings(
  findings: readonly Finding[],
): { code: string; kind: Finding['kind']; status: Finding['status']; effect: Finding['effect'] }[] {
  return findings.map(({ code, kind, status, effect }) => ({ code, kind, status, effect }));
}
