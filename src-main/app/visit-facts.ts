import type { ReceiveFacts } from '../../src-shared/contract/api/receive-api.ts';
import type { CaseState } from '../../src-shared/domain/case/case.ts';
import type { PersonalRecord } from '../../src-shared/domain/case/event.ts';
import { VisitFacts } from '../../src-shared/domain/visit.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import type { PlainDateTime } from '../../src-shared/kernel/plain-date-time.ts';
import type { CertificateRow, LedgerReads, OfficeCode } from './ports.ts';

type Current = ReceiveFacts['current'];

/** いまの証明書 for the rules: those that stand, and what is known to have lost effect already (X0). */
export type Standing = { readonly current: Current; readonly ended: VisitFacts['ended'] };

/** 台帳が本人について知っていること: certificates of our own ledger, and revocations recorded here. */
export type KnownOfHolder = {
  readonly certificates: readonly CertificateRow[];
  readonly revocations: ReturnType<LedgerReads['revocationsOf']>;
};

export function knownOfHolder(reads: LedgerReads, name: string, bornOn: string): KnownOfHolder {
  return { certificates: reads.certificatesOf(name, bornOn), revocations: reads.revocationsOf(name, bornOn) };
}

/**
 * いまの証明書を合わせる: those typed and those of our own ledger, each once; only what is still valid on the day. What the
 * ledger knows to have ended does not stand again by being typed.
 */
export function standingOf(typed: Current, { certificates: known, revocations }: KnownOfHolder, day: string): Standing {
  const gone = known.filter((row) => row.endedOn !== null);
  const all = [
    ...known
      .filter((row) => row.endedOn === null && row.expiresOn >= day)
      .map(({ kind, issuedOn, expiresOn, serial }) => ({ kind, issuedOn, expiresOn, serial })),
    ...typed.filter((each) => !gone.some((row) => row.kind === each.kind && row.expiresOn === each.expiresOn)),
  ];
  const isSame = (one: Current[number], other: Current[number]): boolean =>
    one.kind === other.kind && one.expiresOn === other.expiresOn;
  return {
    current: all.filter((each, index) => all.findIndex((other) => isSame(other, each)) === index),
    // A renewal's old certificate is no revocation: the new one stands.
    ended: eachOnce([
      ...gone.flatMap(({ kind, endedOn, cause }) =>
        endedOn === null || cause === 'replaced' ? [] : [{ kind, on: plainDate(endedOn) }],
      ),
      ...revocations.map(({ kind, on }) => ({ kind, on: plainDate(on) })),
    ]),
  };
}

function eachOnce(ended: Standing['ended']): Standing['ended'] {
  return ended.filter(
    ({ kind, on }, index) => ended.findIndex((other) => other.kind === kind && other.on === on) === index,
  );
}

function withoutSerial(current: Current): readonly unknown[] {
  return current.map(({ kind, issuedOn, expiresOn }) => ({ kind, issuedOn, expiresOn }));
}

/** 受付の内容から事実へ: what the rules judge. Throws where the fields were not checked before. */
export function factsOfVisit(
  facts: ReceiveFacts,
  at: PlainDateTime,
  office: OfficeCode,
  standing: Standing,
): VisitFacts {
  return VisitFacts.parse({
    at,
    office,
    lines: facts.lines.map(({ kind, procedure, cause }) => ({ kind, procedure, cause })),
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
    current: withoutSerial(standing.current),
    ended: standing.ended,
    substitutions: facts.substitutions,
  });
}

/** 記録から事実へ: the recorded visit as of another moment, for the lines that are still open. */
export function factsOfCase(
  state: CaseState,
  holder: PersonalRecord<'caseReceived/2'>,
  at: PlainDateTime,
  office: OfficeCode,
  standing: Standing,
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
    current: withoutSerial(standing.current),
    ended: standing.ended,
    substitutions: { name: holder.nameSubstitutions, address: holder.addressSubstitutions },
  });
}

/** 受付の本人のいまの証明書: what a line of this very visit has ended or replaced stands no longer, typed or not. */
export function standingOfCase(
  state: CaseState,
  holder: PersonalRecord<'caseReceived/2'>,
  known: KnownOfHolder,
  day: string,
): Standing {
  const done = state.lines.filter(({ outcome }) => ['issued', 'renewed', 'revoked'].includes(outcome));
  const typed = holder.current.filter(({ kind }) => !done.some((line) => line.kind === kind));
  return standingOf(typed, known, day);
}
