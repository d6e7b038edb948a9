import type { PersonPage } from '../../src-shared/contract/api/person-api.ts';
import type { Finding } from '../../src-shared/domain/decision.ts';
import {
  judgeRegister,
  judgeSecondCertificate,
  judgeSignatureHolder,
  latestOf,
  validOn,
} from '../../src-shared/domain/eligibility.ts';
import { judgeCard, judgeResidentCard } from '../../src-shared/domain/medium.ts';
import type { Policy } from '../../src-shared/domain/policy.ts';
import { judgeRenewal, renewalWindow } from '../../src-shared/domain/renewal.ts';
import type { CertificateKind, CurrentCertificate, VisitFacts } from '../../src-shared/domain/visit.ts';
import { type PlainDate, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { formatWesternWithWareki } from '../../src-shared/kernel/wareki.ts';
import type { CertificateLifeRow } from './ports.ts';

type Possible = PersonPage['today'][number];

/** 今日を決める事実: the holder as last recorded, and the certificates of our own ledger. */
export type TodayFacts = {
  readonly holder: VisitFacts['holder'];
  readonly card: VisitFacts['card'];
  readonly certificates: readonly CertificateLifeRow[];
};

/** 今日できること (E, M, W): for each procedure and kind whether it is possible, and the first rule that stands in its way. */
export function possibleToday(facts: TodayFacts, on: PlainDate, policy: Policy): readonly Possible[] {
  const current = facts.certificates.filter(({ endedOn }) => endedOn === null).map(asCurrent);
  return (['renew', 'issue', 'revoke'] as const).flatMap((procedure) =>
    (['signature', 'userAuthentication'] as const).map((kind): Possible => {
      if (procedure === 'revoke') return mayRevoke(kind, current, on);
      return mayIssue(procedure, kind, facts, current, on, policy);
    }),
  );
}

function mayIssue(
  procedure: 'issue' | 'renew',
  kind: CertificateKind,
  { holder, card }: TodayFacts,
  current: readonly CurrentCertificate[],
  on: PlainDate,
  policy: Policy,
): Possible {
  const valid = validOn(kind, current, on);
  const findings: readonly Finding[] = [
    ...judgeSecondCertificate(kind, procedure, valid, on, policy),
    ...(procedure === 'renew' ? judgeRenewal(kind, latestOf(kind, current), on, policy) : []),
    ...judgeRegister(holder.inRegister),
    ...(kind === 'signature' ? judgeSignatureHolder(holder, on, policy) : []),
    ...judgeResidentCard(card.medium, policy),
    ...judgeCard(card, on),
  ];
  const hinders = findings.find(({ status, effect }) => status === 'unmet' && effect === 'refuse');
  if (hinders !== undefined) {
    return { procedure, kind, possible: false, code: hinders.code, text: hinderedWords(hinders, valid, policy) };
  }
  const text = valid === null ? '有効な証明書がありません' : `${formatWesternWithWareki(valid.expiresOn)}まで`;
  return { procedure, kind, possible: true, code: procedure === 'renew' ? 'W1' : null, text };
}

function hinderedWords(finding: Finding, valid: CurrentCertificate | null, policy: Policy): string {
  if (finding.code === 'E4') return '有効な証明書があります';
  if (finding.code === 'W1' && valid !== null) {
    return `${formatWesternWithWareki(renewalWindow(valid.expiresOn, policy).opensOn)}から`;
  }
  if (finding.code === 'W1' || finding.code === 'W2') return '更新する証明書がありません';
  return finding.refusal ?? finding.text;
}

function mayRevoke(kind: CertificateKind, current: readonly CurrentCertificate[], on: PlainDate): Possible {
  if (validOn(kind, current, on) !== null) {
    return { procedure: 'revoke', kind, possible: true, code: null, text: '本人の申請・届出' };
  }
  const ended = latestOf(kind, current) !== null;
  return { procedure: 'revoke', kind, possible: false, code: ended ? 'X0' : null, text: '有効な証明書がありません' };
}

function asCurrent({ kind, issuedOn, expiresOn }: CertificateLifeRow): CurrentCertificate {
  return { kind, issuedOn: plainDate(issuedOn), expiresOn: plainDate(expiresOn) };
}
