import type { Finding, RuleCode } from './decision.ts';
import type { Expiry } from './validity.ts';
import type { CertificateKind, Procedure, Route } from './visit.ts';

/** 判定: accepted, refused, or not to be said yet because a fact is missing. */
export type Verdict = 'accept' | 'refuse' | 'undecided';

/** 明細の判定: each kind by itself; `expiry` is what the certificate would get, null where none is issued. */
export type LineDecision = {
  readonly kind: CertificateKind;
  readonly procedure: Procedure;
  readonly verdict: Verdict;
  readonly route: Route | null;
  readonly expiry: Expiry | null;
};

/** あと何が要るか: one line of the yellow band; `field` names the input it belongs to. */
export type MissingFact = { readonly code: RuleCode | null; readonly field: string; readonly text: string };

/** 受付の判定: what the rules say about this visit, with every rule tested. */
export type VisitDecision = {
  readonly verdict: Verdict;
  readonly route: Route | null;
  /** in issue order: 利用者証明用 first (V4) */
  readonly lines: readonly LineDecision[];
  readonly findings: readonly Finding[];
  readonly needsSubstitution: readonly ('name' | 'address')[];
  readonly missing: readonly MissingFact[];
  /** sentences to read aloud */
  readonly tellVisitor: readonly string[];
};
