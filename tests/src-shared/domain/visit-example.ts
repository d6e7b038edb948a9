import { DEFAULT_CALENDAR } from '../../../src-shared/domain/calendar.ts';
import type { RuleCode } from '../../../src-shared/domain/decision.ts';
import { judgeVisit, type VisitDecision } from '../../../src-shared/domain/judge-visit.ts';
import { policyOn } from '../../../src-shared/domain/policy.ts';
import {
  type CertificateKind,
  type Procedure,
  type RevocationCause,
  VisitFacts,
} from '../../../src-shared/domain/visit.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';

/** 例の受付: 本人が運転免許証を持って、火曜日の10時42分に市民課で新規発行を申請した。 */
export const ordinaryVisit = {
  at: '2026-11-24T10:42',
  office: 'shiminka',
  lines: [line('signature', 'issue'), line('userAuthentication', 'issue')],
  holder: {
    name: '見本 花子',
    address: '愛知県稲沢市見本町1番地',
    bornOn: '1988-04-01',
    inRegister: true,
    adultWard: false,
  } as Record<string, unknown>,
  card: { medium: 'myNumberCard', expiresOn: '2036-04-01', expiryKnown: true } as Record<string, unknown>,
  visitor: { capacity: 'holder', documents: ['driversLicence'], reason: null } as Record<string, unknown>,
  current: [] as readonly unknown[],
  ended: [] as readonly unknown[],
  substitutions: { name: [] as readonly unknown[], address: [] as readonly unknown[] },
};

type Changes = Partial<Record<keyof typeof ordinaryVisit, unknown>>;

/** 明細を作る。 */
export function line(kind: CertificateKind, procedure: Procedure, cause: RevocationCause | null = null) {
  return { kind, procedure, cause };
}

/** 例の受付を変える: groups of facts are merged, so that a test names only what it is about. */
export function visit(changes: Changes = {}): VisitFacts {
  const merged = Object.entries(changes).map(([key, value]) => {
    const before = ordinaryVisit[key as keyof typeof ordinaryVisit];
    const group = typeof before === 'object' && !Array.isArray(before);
    return [key, group ? { ...before, ...(value as object) } : value];
  });
  return VisitFacts.parse({ ...ordinaryVisit, ...Object.fromEntries(merged) });
}

/** 例の受付を判定する: with the policy of its day and the calendar as seeded. */
export function judged(changes: Changes = {}): VisitDecision {
  const facts = visit(changes);
  return judgeVisit(facts, policyOn(dateOf(facts.at)), DEFAULT_CALENDAR);
}

/** その規則の答え: status by kind, `undefined` where the rule was not asked. */
export function statusOf(decision: VisitDecision, code: RuleCode, kind: CertificateKind | null = null) {
  return decision.findings.find((finding) => finding.code === code && finding.kind === kind)?.status;
}

/** その種類の明細。 */
export function lineOf(decision: VisitDecision, kind: CertificateKind) {
  return decision.lines.find((decided) => decided.kind === kind);
}

/** いまの証明書: valid from a day long ago. */
export function certificate(kind: CertificateKind, expiresOn: string) {
  return { kind, issuedOn: plainDate('2021-06-01'), expiresOn: plainDate(expiresOn) };
}
