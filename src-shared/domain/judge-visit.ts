import { type PlainDate, partsOf } from '../kernel/plain-date.ts';
import { dateOf } from '../kernel/plain-date-time.ts';
import type { Calendar } from './calendar.ts';
import { type NeedsSubstitute, needingSubstitute } from './characters.ts';
import { judgeCounter } from './counter-hours.ts';
import type { Finding } from './decision.ts';
import { judgeRegister, judgeSecondCertificate, judgeSignatureHolder, latestOf, validOn } from './eligibility.ts';
import { judgeReporter, judgeRepresentation, judgeVisitor } from './identity.ts';
import { judgeCard, judgeResidentCard } from './medium.ts';
import { missingFacts } from './missing-facts.ts';
import type { Policy } from './policy.ts';
import { judgeGain, judgeNewIssue, judgeRenewal } from './renewal.ts';
import { hasEnded, judgeRevocation, natureOf } from './revocation.ts';
import { routeOf } from './route.ts';
import { judgeSubstitution } from './substitution.ts';
import { sentencesForVisitor } from './tell-visitor.ts';
import { type Expiry, expiryOf, judgeExpiry } from './validity.ts';
import type { CertificateKind, CurrentCertificate, Procedure, Route, VisitFacts, VisitLine } from './visit.ts';
import type { LineDecision, Verdict, VisitDecision } from './visit-decision.ts';

export type { LineDecision, MissingFact, Verdict, VisitDecision } from './visit-decision.ts';

/** 受付を判定する: every rule on the facts so far; pure, and quick enough for each key pressed. */
export function judgeVisit(told: VisitFacts, policy: Policy, calendar: Calendar): VisitDecision {
  const facts = withoutEnded(told);
  return decide(facts, judgeIntake(facts, policy, calendar), policy);
}

/** 回答・発行の日の判定: E, I8, M, V and W again for `facts.at`; hours and identity were judged at intake or by the reply. */
export type IssuanceDecision = {
  readonly decision: VisitDecision;
  /** 更新のつもりが新規発行になったもの (W2, V1): the certificate ended meanwhile; the clerk is told before going on. */
  readonly becameIssue: readonly CertificateKind[];
};

/** 回答・発行の日にもう一度判定する: a renewal whose certificate has ended by then is judged as an issue. */
export function judgeIssuance(told: VisitFacts, policy: Policy): IssuanceDecision {
  const facts = withoutEnded(told);
  const on = dateOf(facts.at);
  const ended = ({ kind, procedure }: VisitLine): boolean => {
    const latest = latestOf(kind, facts.current);
    return procedure === 'renew' && latest !== null && hasEnded(latest.expiresOn, on);
  };
  const lines = facts.lines.map((line) => (ended(line) ? { ...line, procedure: 'issue' as const } : line));
  const today = { ...facts, lines };
  return {
    decision: decide(today, judgeAgain(today, policy), policy),
    becameIssue: facts.lines.filter(ended).map(({ kind }) => kind),
  };
}

function decide(facts: VisitFacts, shared: SharedFindings, policy: Policy): VisitDecision {
  const judged: JudgedLine[] = [];
  for (const line of inIssueOrder(facts.lines)) judged.push(judgeLine(line, facts, judged, shared, policy));
  const lines = judged.map(({ decision }) => decision);
  const verdict = verdictOfVisit(lines);
  const unsubstituted = judged.some(({ decision }) => bearsFourItems(decision))
    ? charactersToSubstitute(facts)
    : { name: [], address: [] };
  const outcome = { verdict, route: verdict === 'refuse' ? null : routeOfVisit(lines), lines };
  const findings = [...shared.visible, ...judged.flatMap(({ findings: own }) => own)];
  return {
    ...outcome,
    findings,
    needsSubstitution: (['name', 'address'] as const).filter((field) => unsubstituted[field].length > 0),
    missing: verdict === 'refuse' ? [] : missingFacts(facts, lines, unsubstituted),
    tellVisitor: sentencesForVisitor(facts, outcome, findings, policy),
  };
}

/** 証明書が氏名と住所を持つか (G4): only a 署名用 that is, or may still be, issued or renewed. */
function bearsFourItems({ kind, procedure, verdict }: LineDecision): boolean {
  return kind === 'signature' && procedure !== 'revoke' && verdict !== 'refuse';
}

function charactersToSubstitute({ holder, substitutions }: VisitFacts): {
  readonly name: readonly NeedsSubstitute[];
  readonly address: readonly NeedsSubstitute[];
} {
  return {
    name: needingSubstitute(holder.name ?? '', substitutions.name),
    address: needingSubstitute(holder.address ?? '', substitutions.address),
  };
}

type Nature = 'issuance' | 'application' | 'report' | 'notice' | 'unknown';

type SharedFindings = {
  readonly visible: readonly Finding[];
  readonly forNature: Readonly<Record<Nature, readonly Finding[]>>;
};

type JudgedLine = {
  readonly line: VisitLine;
  readonly decision: LineDecision;
  readonly findings: readonly Finding[];
};

function natureOfLine(line: VisitLine): Nature {
  if (line.procedure !== 'revoke') return 'issuance';
  return line.cause === null ? 'unknown' : natureOf(line.cause);
}

/** Which rules a visit is asked depends on what it is for: an issuance all of them, a notice (X3–X5) none. */
function judgeIntake(facts: VisitFacts, policy: Policy, calendar: Calendar): SharedFindings {
  const on = dateOf(facts.at);
  const register = judgeRegister(facts.holder.inRegister);
  const card = judgeCard(facts.card, on);
  const residentCard = judgeResidentCard(facts.card.medium, policy);
  const counter = judgeCounter(facts.at, facts.office, policy, calendar);
  const visitor = judgeVisitor(facts.visitor, policy);
  const application = [...register, ...residentCard, ...counter, ...visitor];
  const representation = judgeRepresentation(facts, on, policy);
  const forNature = {
    issuance: [...register, ...card, ...residentCard, ...counter, ...visitor, ...representation],
    application,
    report: [...residentCard, ...judgeReporter(facts.visitor, policy)],
    notice: [],
    unknown: [],
  };
  return shownFor(facts, forNature);
}

function judgeAgain(facts: VisitFacts, policy: Policy): SharedFindings {
  const on = dateOf(facts.at);
  const register = judgeRegister(facts.holder.inRegister);
  const residentCard = judgeResidentCard(facts.card.medium, policy);
  const representation = judgeRepresentation(facts, on, policy);
  return shownFor(facts, {
    issuance: [...register, ...judgeCard(facts.card, on), ...residentCard, ...representation],
    application: [...register, ...residentCard],
    report: residentCard,
    notice: [],
    unknown: [],
  });
}

function shownFor(facts: VisitFacts, forNature: SharedFindings['forNature']): SharedFindings {
  const natures = new Set(facts.lines.map(natureOfLine));
  const visible = (['issuance', 'application', 'report'] as const)
    .filter((nature) => natures.has(nature))
    .flatMap((nature) => forNature[nature]);
  return { visible: facts.lines.length === 0 ? forNature.issuance : [...new Set(visible)], forNature };
}

function judgeLine(
  line: VisitLine,
  facts: VisitFacts,
  earlier: readonly JudgedLine[],
  shared: SharedFindings,
  policy: Policy,
): JudgedLine {
  const { kind, procedure } = line;
  const on = dateOf(facts.at);
  const nature = natureOfLine(line);
  const route = nature === 'report' ? 'sameDay' : nature === 'notice' ? null : routeOf(facts.visitor, policy);
  const standing = withoutRevoked(facts.current, earlier);
  const own =
    procedure === 'revoke'
      ? judgeRevocation(kind, line.cause, { latest: latestOf(kind, facts.current), ended: endedOf(kind, facts) }, on)
      : judgeEntitlement(kind, procedure, facts.holder, standing, on, policy);
  const verdict = verdictOfLine([...shared.forNature[nature], ...own]);
  if (procedure === 'revoke' || verdict === 'refuse') {
    return { line, findings: own, decision: { kind, procedure, verdict, route, expiry: null } };
  }
  const expiry = expectedExpiry(kind, procedure, facts, standing, earlier, policy);
  const characters = kind === 'signature' ? judgeSubstitution(facts) : [];
  return {
    line,
    findings: [...own, ...judgeDates(kind, procedure, expiry, facts, standing, policy), ...characters],
    decision: { kind, procedure, verdict: expiry === null ? 'undecided' : verdict, route, expiry },
  };
}

function judgeEntitlement(
  kind: CertificateKind,
  procedure: Exclude<Procedure, 'revoke'>,
  holder: VisitFacts['holder'],
  standing: readonly CurrentCertificate[],
  on: PlainDate,
  policy: Policy,
): readonly Finding[] {
  const valid = validOn(kind, standing, on);
  const latest = latestOf(kind, standing);
  return [
    ...(kind === 'signature' ? judgeSignatureHolder(holder, on, policy) : []),
    ...judgeSecondCertificate(kind, procedure, valid, on, policy),
    ...(procedure === 'renew' ? judgeRenewal(kind, latest, on, policy) : []),
    ...(procedure === 'issue' && valid === null ? judgeNewIssue(kind, latest) : []),
  ];
}

function judgeDates(
  kind: CertificateKind,
  procedure: Exclude<Procedure, 'revoke'>,
  expiry: Expiry | null,
  { holder, at }: VisitFacts,
  standing: readonly CurrentCertificate[],
  policy: Policy,
): readonly Finding[] {
  if (expiry === null || holder.bornOn === null) return [];
  const replaced = procedure === 'renew' ? validOn(kind, standing, dateOf(at)) : null;
  return [
    ...judgeExpiry(kind, expiry, holder.bornOn, policy),
    ...(replaced === null ? [] : judgeGain(kind, expiry.on, replaced.expiresOn)),
  ];
}

/** V4 takes the certificate of the same visit first, then the valid one that stays; one revoked today caps nothing. */
function expectedExpiry(
  kind: CertificateKind,
  procedure: Exclude<Procedure, 'revoke'>,
  facts: VisitFacts,
  standing: readonly CurrentCertificate[],
  earlier: readonly JudgedLine[],
  policy: Policy,
): Expiry | null {
  const on = dateOf(facts.at);
  const { bornOn } = facts.holder;
  if (bornOn === null || bornOn > on || partsOf(on).year > 9900) return null;
  const together = earlier
    .filter(({ decision }) => decision.kind === 'userAuthentication')
    .find(({ decision }) => decision.expiry !== null)?.decision.expiry;
  const staying = validOn('userAuthentication', standing, on);
  return expiryOf(
    {
      kind,
      procedure,
      bornOn,
      issuedOn: on,
      cardExpiresOn: facts.card.expiresOn,
      userAuthenticationExpiresOn: together?.on ?? staying?.expiresOn ?? null,
    },
    policy,
  );
}

/** One of a kind at a time (E4): what had been issued before a revocation of its kind has gone with it, though it be typed again. */
function withoutEnded(facts: VisitFacts): VisitFacts {
  const gone = ({ kind, issuedOn }: CurrentCertificate): boolean =>
    facts.ended.some((each) => each.kind === kind && issuedOn < each.on);
  return facts.ended.length === 0 ? facts : { ...facts, current: facts.current.filter((each) => !gone(each)) };
}

function endedOf(kind: CertificateKind, { ended }: VisitFacts): PlainDate | null {
  return ended
    .filter((each) => each.kind === kind)
    .reduce<PlainDate | null>((latest, { on }) => (latest !== null && latest > on ? latest : on), null);
}

/**
 * A certificate that loses effect in this very visit stands no longer in the way of a new one (X3, then V1). By letter both
 * wait for the reply, and are judged again on that day; the revocation is recorded first.
 */
function withoutRevoked(
  current: readonly CurrentCertificate[],
  earlier: readonly JudgedLine[],
): readonly CurrentCertificate[] {
  const revoked = earlier
    .filter(({ decision }) => decision.procedure === 'revoke' && decision.verdict === 'accept')
    .map(({ decision }) => decision.kind);
  return revoked.length === 0 ? current : current.filter(({ kind }) => !revoked.includes(kind));
}

function inIssueOrder(lines: readonly VisitLine[]): readonly VisitLine[] {
  const place = ({ kind, procedure }: VisitLine): number =>
    (kind === 'userAuthentication' ? 0 : 2) + (procedure === 'revoke' ? 0 : 1);
  return lines.toSorted((left, right) => place(left) - place(right));
}

function verdictOfLine(findings: readonly Finding[]): Verdict {
  if (findings.some(({ status, effect }) => status === 'unmet' && effect === 'refuse')) return 'refuse';
  return findings.some(({ status, effect }) => status === 'unknown' && effect !== 'note') ? 'undecided' : 'accept';
}

function verdictOfVisit(lines: readonly LineDecision[]): Verdict {
  if (lines.length === 0 || lines.some(({ verdict }) => verdict === 'undecided')) return 'undecided';
  return lines.some(({ verdict }) => verdict === 'accept') ? 'accept' : 'refuse';
}

/** One line that needs the letter makes the visit one by letter; the others are still finished each by itself. */
function routeOfVisit(lines: readonly LineDecision[]): Route | null {
  const routes = lines.filter(({ verdict }) => verdict !== 'refuse').map(({ route }) => route);
  if (routes.includes('inquiry')) return 'inquiry';
  return routes.includes('sameDay') ? 'sameDay' : null;
}
