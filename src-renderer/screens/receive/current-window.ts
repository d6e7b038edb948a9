import type { Finding } from '../../../src-shared/domain/decision.ts';
import { latestOf, validOn } from '../../../src-shared/domain/eligibility.ts';
import type { Policy } from '../../../src-shared/domain/policy.ts';
import { renewalWindow } from '../../../src-shared/domain/renewal.ts';
import { hasEnded } from '../../../src-shared/domain/revocation.ts';
import { type CertificateKind, type CurrentCertificate, KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { formatWareki } from '../../../src-shared/kernel/wareki.ts';
import { type KindProcedure, kindsInOrder, procedureOf } from './lines-of-form.ts';
import type { FormReading } from './receive-form.ts';
import type { Typed } from './typed.ts';

/** 更新できる期間の言葉 (W1): how a certificate that stands can be renewed, or that it has run out. */
export function windowWord({ expiresOn }: CurrentCertificate, on: PlainDate, policy: Policy): string {
  if (hasEnded(expiresOn, on)) return '満了';
  const { opensOn } = renewalWindow(expiresOn, policy);
  return opensOn <= on ? '更新できます' : `更新は${formatWareki(opensOn)}から`;
}

/** 申し出: the procedure that the rules leave open, for one press; null is only said (W3). */
export type Offer = {
  readonly code: 'E4' | 'W1' | 'W2' | 'W3';
  readonly kinds: readonly CertificateKind[];
  readonly words: string;
  readonly procedure: Exclude<KindProcedure, 'none'> | null;
};

/** 申し出を作る (E4, W1–W3): said before the clerk goes on; what is said alike of both kinds is said once. */
export function offersOf(typed: Typed, { visit, decision }: FormReading, policy: Policy): readonly Offer[] {
  if (typed.procedure === 'revoke') return [];
  const on = dateOf(visit.at);
  const offers = kindsInOrder.flatMap((kind) => {
    const offer = offerOf(kind, procedureOf(typed, kind), decision.findings, visit.current, on, policy);
    return offer === null ? [] : [offer];
  });
  const [first, second] = offers;
  if (first === undefined || second === undefined) return offers;
  const alike = first.words === second.words && first.procedure === second.procedure;
  return alike ? [{ ...first, kinds: [...first.kinds, ...second.kinds] }] : offers;
}

/** 申し出の文: of which certificate, what stands against it. */
export function offerSentence({ kinds, words }: Offer): string {
  return `${kinds.length === 2 ? 'どちらも' : `${KIND_NAMES[kinds[0] ?? 'signature']}は`}${words}`;
}

/** 申し出のボタンの言葉。 */
export const OFFER_NAMES = {
  issue: '新規発行にする',
  renew: '更新にする',
  reissue: '失効して新規にする',
} as const;

function offerOf(
  kind: CertificateKind,
  procedure: KindProcedure,
  findings: readonly Finding[],
  current: readonly CurrentCertificate[],
  on: PlainDate,
  policy: Policy,
): Offer | null {
  const unmet = (code: Finding['code']): boolean =>
    findings.some((finding) => finding.code === code && finding.kind === kind && finding.status === 'unmet');
  const kinds = [kind];
  const latest = latestOf(kind, current);
  if (procedure === 'renew' && unmet('W2')) {
    if (latest === null)
      return { code: 'W2', kinds, words: '更新する証明書がないので、新規発行になります。', procedure: 'issue' };
    return hasEnded(latest.expiresOn, on)
      ? { code: 'W2', kinds, words: '満了しているので、新規発行になります。', procedure: 'issue' }
      : { code: 'W1', kinds, words: fromWhen(latest, policy), procedure: 'reissue' };
  }
  const valid = validOn(kind, current, on);
  if (procedure === 'issue' && unmet('E4') && valid !== null) {
    return renewalWindow(valid.expiresOn, policy).opensOn <= on
      ? { code: 'E4', kinds, words: '有効な証明書があり、更新できる期間です。', procedure: 'renew' }
      : { code: 'E4', kinds, words: `有効な証明書があります。${fromWhen(valid, policy)}`, procedure: 'reissue' };
  }
  return unmet('W3') ? { code: 'W3', kinds, words: '更新しても、使える期限は延びません。', procedure: null } : null;
}

function fromWhen({ expiresOn }: CurrentCertificate, policy: Policy): string {
  return `更新は${formatWareki(renewalWindow(expiresOn, policy).opensOn)}からです。`;
}
