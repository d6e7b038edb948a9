import { z } from 'zod';
import type { CertificateKind } from './visit.ts';

/** 規則の番号: every rule of the rulebook, stable for ever because events keep it. */
export const RuleCode = z.enum([
  ...(['E1', 'E2', 'E3', 'E4', 'M1', 'M2', 'L1', 'L2', 'L3', 'L4'] as const),
  ...(['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6'] as const),
  ...(['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'W1', 'W2', 'W3'] as const),
  ...(['X0', 'X1', 'X2', 'X3', 'X3d', 'X4', 'X5', 'G1', 'G2', 'G3', 'G4', 'G5', 'F1'] as const),
  ...(['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'] as const),
]);
export type RuleCode = z.infer<typeof RuleCode>;

/** 満たす / 満たさない / 未了 (the clerk must still do something) / 未定 (a fact is not yet given). */
export const FindingStatus = z.enum(['met', 'unmet', 'pending', 'unknown']);
export type FindingStatus = z.infer<typeof FindingStatus>;

/** 満たさないとどうなるか: the line is refused, the route changes, or it is only said. */
export const FindingEffect = z.enum(['refuse', 'route', 'note']);
export type FindingEffect = z.infer<typeof FindingEffect>;

/** 判定の根拠1件: what one rule said, whether or not it held; `kind` null is about the whole visit. */
export type Finding = {
  readonly code: RuleCode;
  readonly kind: CertificateKind | null;
  readonly status: FindingStatus;
  readonly effect: FindingEffect;
  /** short Japanese for the panel, e.g. 15歳以上(満38歳) */
  readonly text: string;
  /** the full sentence that the clerk reads when it is unmet; null where there is none to read */
  readonly refusal: string | null;
};

/** 規則1件の答え: `held` null is a fact not yet given, `pending` something the clerk must still do. */
export type RuleAnswer = {
  readonly code: RuleCode;
  readonly held: boolean | 'pending' | null;
  readonly effect: FindingEffect;
  readonly text: string;
  readonly refusal?: string;
};

/** 規則の答えを根拠にする: one finding per answer, in the same order, the refusal only where the rule did not hold. */
export function judge(kind: CertificateKind | null, answers: readonly RuleAnswer[]): readonly Finding[] {
  return answers.map(({ code, held, effect, text, refusal }) => ({
    code,
    kind,
    status: statusOf(held),
    effect,
    text,
    refusal: held === false ? (refusal ?? null) : null,
  }));
}

function statusOf(held: RuleAnswer['held']): FindingStatus {
  if (held === null) return 'unknown';
  if (held === 'pending') return 'pending';
  return held ? 'met' : 'unmet';
}
