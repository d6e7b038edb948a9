import { needingSubstitute } from '../../../src-shared/domain/characters.ts';
import type { Finding, RuleCode } from '../../../src-shared/domain/decision.ts';
import type { LineDecision, Verdict, VisitDecision } from '../../../src-shared/domain/judge-visit.ts';
import { missingFacts } from '../../../src-shared/domain/missing-facts.ts';
import type { Policy } from '../../../src-shared/domain/policy.ts';
import { sentencesForVisitor } from '../../../src-shared/domain/tell-visitor.ts';
import type { VisitFacts } from '../../../src-shared/domain/visit.ts';

/** 答えのない問い: what the facts cannot say, since an empty list of documents or certificates also means that there is none. */
export type Unanswered = { readonly current: boolean; readonly documents: boolean };

type Words = Readonly<Partial<Record<RuleCode, string>>>;

const asksForCurrent: Words = {
  E4: '今の証明書',
  W1: '更新できる期間',
  W2: '新規か更新か',
  W3: '更新で期限が延びるか',
};
const asksForDocuments: Words = { I1: '本人・書類で確認', I4: '代理人の顔写真付き書類', I5: '代理人になれるか' };

/**
 * 答えのない間の判定: rules that hang on a question nobody has answered stand as 未定, so that a form just begun is neither
 * refused for lack of documents nor told that no certificate stands in the way. Everything else is as the rules said.
 */
export function withUnanswered(
  decision: VisitDecision,
  facts: VisitFacts,
  policy: Policy,
  unanswered: Unanswered,
): VisitDecision {
  if (!unanswered.current && !unanswered.documents) return decision;
  const open: Words = {
    ...(unanswered.current ? asksForCurrent : {}),
    ...(unanswered.documents ? asksForDocuments : {}),
  };
  const findings = decision.findings
    .filter(({ code }) => !(unanswered.documents && code === 'I2'))
    .map((finding): Finding => {
      const text = open[finding.code];
      return text === undefined ? finding : { ...finding, status: 'unknown', text, refusal: null };
    });
  const lines = decision.lines.map((line): LineDecision => ({ ...line, verdict: verdictOf(line, findings) }));
  const verdict = verdictOfAll(lines);
  const routeOpen = unanswered.documents && facts.visitor.capacity === 'holder';
  const route = verdict === 'refuse' || routeOpen ? null : (decision.route ?? routeOf(lines));
  const bears = lines.some(({ kind, verdict: own }) => kind === 'signature' && own !== 'refuse');
  const unsubstituted = {
    name: bears ? needingSubstitute(facts.holder.name ?? '', facts.substitutions.name) : [],
    address: bears ? needingSubstitute(facts.holder.address ?? '', facts.substitutions.address) : [],
  };
  return {
    verdict,
    route,
    lines,
    findings,
    needsSubstitution: (['name', 'address'] as const).filter((field) => unsubstituted[field].length > 0),
    missing: verdict === 'refuse' ? [] : missingFacts(facts, lines, unsubstituted),
    tellVisitor: sentencesForVisitor(facts, { verdict, route, lines }, findings, policy),
  };
}

function verdictOf(line: LineDecision, findings: readonly Finding[]): Verdict {
  const refused = findings.some(
    ({ status, effect, kind }) => status === 'unmet' && effect === 'refuse' && (kind === null || kind === line.kind),
  );
  return refused ? 'refuse' : 'undecided';
}

function verdictOfAll(lines: readonly LineDecision[]): Verdict {
  return lines.length > 0 && lines.every(({ verdict }) => verdict === 'refuse') ? 'refuse' : 'undecided';
}

function routeOf(lines: readonly LineDecision[]): VisitDecision['route'] {
  return lines.find(({ verdict }) => verdict !== 'refuse')?.route ?? null;
}
