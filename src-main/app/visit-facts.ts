import type { ReceiveFacts } from '../../src-shared/contract/api/receive-api.ts';
import type { CaseState } from '../../src-shared/domain/case/case.ts';
import type { PersonalRecord } from '../../src-shared/domain/case/event.ts';
import { VisitFacts } from '../../src-shared/domain/visit.ts';
import type { PlainDateTime } from '../../src-shared/kernel/plain-date-time.ts';
import type { CertificateRow, OfficeCode } from './ports.ts';

type Current = ReceiveFacts['current'];

/** いまの証明書を合わせる: those typed and those of our own ledger, each once; only what is still valid on the day. */
export function mergeCurrent(typed: Current, known: readonly CertificateRow[], day: string): Current {
  const all = [
    ...typed,
    ...known
      .filter((row) => row.endedOn === null && row.expiresOn >= day)
      .map(({ kind, issuedOn, expiresOn }) => ({ kind, issuedOn, expiresOn })),
  ];
  return all.filter(
    (each, index) => all.findIndex((other) => other.kind === each.kind && other.expiresOn === each.expiresOn) === index,
  );
}

/** 受付の内容から事実へ: what the rules judge. Throws where the fields were not checked before. */
export function factsOfVisit(facts: ReceiveFacts, at: PlainDateTime, office: OfficeCode, current: Current): VisitFacts {
  return VisitFacts.parse({
    at,
    office,
    lines: facts.lines,
    holder: {
      name: facts.holder.name,
      address: facts.holder.address,
      bornOn: facts.holder.bornOn,
      inRegister: facts.holder.inRegister,
      adultWard: facts.holder.adultWard,
    },
    card: {
      medium: facts.card.medium,
      expiresOn: facts.card.expiresOn === '' ? null : facts.card.expiresOn,
      expiryKnown: true,
    },
    visitor: {
      capacity: facts.visitor.capacity,
      documents: facts.visitor.documents,
      reason: facts.visitor.reason,
    },
    current,
    substitutions: facts.substitutions,
  });
}

/** 記録から事実へ: the recorded visit as of another moment, for the lines that are still open. */
export function factsOfCase(
  state: CaseState,
  holder: PersonalRecord<'caseReceived/2'>,
  at: PlainDateTime,
  office: OfficeCode,
  current: Current,
): VisitFacts {
  return VisitFacts.parse({
    at,
    office,
    lines: state.lines
      .filter((line) => line.outcome === 'open')
      .map(({ kind, procedure, cause }) => ({ kind, procedure, cause })),
    holder: {
      name: holder.name,
      address: holder.address,
      bornOn: holder.bornOn,
      inRegister: holder.inRegister,
      adultWard: holder.adultWard,
    },
    card: { medium: holder.medium, expiresOn: holder.cardExpiresOn, expiryKnown: holder.cardExpiresOn !== null },
    visitor: { capacity: state.capacity, documents: state.documents, reason: holder.visitorReason },
    current,
    substitutions: { name: holder.nameSubstitutions, address: holder.addressSubstitutions },
  });
}
