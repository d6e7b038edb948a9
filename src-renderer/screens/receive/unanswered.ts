import { needingSubstitute } from '../../../src-shared/domain/characters.ts';
import type { Finding, RuleCode } from '../../../src-shared/domain/decision.ts';
import type { LineDecision, Verdict, VisitDecision } from '../../../src-shared/domain/judge-visit.ts';
import { missingFacts } from '../../../src-shared/domain/missing-facts.ts';
import type { Policy } from '../../../src-shared/domain/policy.ts';
import { sentencesForVisitor } from '../../../src-shared/domain/tell-visitor.ts';
import { isSameLine, type VisitFacts } from '../../../src-shared/domain/visit.ts';
import { isNotice } from './lines-of-form.ts';

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
  const hanging = decision.lines.filter((line) => hangsOn(line, facts, unanswered));
  if (hanging.length === 0) return decision;
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
  const lines = decision.lines.map(
    (line): LineDecision => (hanging.includes(line) ? { ...line, verdict: verdictOf(line, findings) } : line),
  );
  const verdict = verdictOfAll(lines);
  const routeOpen = unanswered.documents && facts.visitor.capacity === 'holder';
  const route = verdict === 'refuse' || routeOpen ? null : (decision.route ?? routeOf(lines));
  const bears = lines.some(
    ({ kind, procedure, verdict: own }) => kind === 'signature' && procedure !== 'revoke' && own !== 'refuse',
  );
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

/** A notice (X3–X4) hangs on nobody's documents, and no revocation on whether there is a certificate. */
function hangsOn(line: LineDecision, { lines }: VisitFacts, { current, documents }: Unanswered): boolean {
  const asked = lines.find((each) => isSameLine(each, line));
  const notice = asked !== undefined && isNotice(asked);
  return (documents && !notice) || (current && line.procedure !== 'revoke');
}

function verdictOf(line: LineDecision, findings: readonly Finding[]): Verdict {
  const refused = findings.some(
    ({ status, effect, kind, code }) =>
      status === 'unmet' && effect === 'refuse' && (kind === null || concerns(line, kind, code)),
  );
  return line.verdict === 'refuse' && refused ? 'refuse' : 'undecided';
}

/** A kind may have two lines: what X says is about its revocation, everything else about what is issued. */
function concerns(line: LineDecision, kind: LineDecision['kind'], code: RuleCode): boolean {
  return kind === line.kind && code.startsWith('X') === (line.procedure === 'revoke');
}

function verdictOfAll(lines: readonly LineDecision[]): Verdict {
  return lines.length > 0 && lines.every(({ verdict }) => verdict === 'refuse') ? 'refuse' : 'undecided';
}

function routeOf(lines: readonly LineDecision[]): VisitDecision['route'] {
  return lines.find(({ verdict }) => verdict !== 'refuse')?.route ?? null;
}
