import type { ReceiveFacts } from '../../../src-shared/contract/api/receive-api.ts';
import type { EndedCertificate, Office, VisitFacts } from '../../../src-shared/domain/visit.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import type { PlainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';
import type { KnownCertificate } from './current-reading.ts';
import { asksForBasis, asksForCertificate, asksForVisitor, linesOf } from './lines-of-form.ts';
import type { Typed } from './typed.ts';

/** 様式から読んだ日と、台帳で見つけたもの。 */
export type ReadParts = {
  readonly at: PlainDateTime;
  readonly office: Office;
  readonly bornOn: PlainDate | null;
  readonly cardExpiresOn: PlainDate | null;
  readonly current: readonly KnownCertificate[];
  readonly ended: readonly EndedCertificate[];
};

/** 様式を判定の事実にする: what has not been typed yet is null; nothing of a visitor where none is asked for. */
export function visitFactsOf(
  typed: Typed,
  { at, office, bornOn, cardExpiresOn, current, ended }: ReadParts,
): VisitFacts {
  const asked = asksForVisitor(typed);
  return {
    at,
    office,
    lines: linesOf(typed),
    holder: {
      name: written(typed.name),
      address: written(typed.address),
      bornOn,
      inRegister: typed.inRegister,
      adultWard: typed.adultWard,
    },
    card: {
      medium: asked ? typed.medium : null,
      expiresOn: asksForCertificate(typed) ? cardExpiresOn : null,
      expiryKnown: true,
    },
    visitor: {
      capacity: asked ? typed.capacity : null,
      documents: asked ? typed.documents : [],
      reason: asked ? reasonOf(typed) : null,
    },
    current,
    ended,
    substitutions: { name: typed.nameSpellings, address: typed.addressSpellings },
  };
}

/** 様式を送る内容にする: `sex` stands for a blank one only until nothing is missing; nothing is sent before. */
export function receiveFactsOf(
  typed: Typed,
  visit: VisitFacts,
  current: readonly KnownCertificate[],
  feeReasons: readonly string[],
): ReceiveFacts {
  const fees = { signature: typed.signatureFee, userAuthentication: typed.userAuthenticationFee };
  const feeOf = ({ kind, procedure }: VisitFacts['lines'][number]): string | null => {
    const fee = procedure === 'revoke' ? null : fees[kind];
    // A draft may bear a reason that the table no longer has; the form then shows 無料.
    return fee !== null && feeReasons.includes(fee) ? fee : null;
  };
  return {
    lines: visit.lines.map((line) => ({ ...line, feeReason: feeOf(line) })),
    holder: {
      name: typed.name,
      kana: typed.kana,
      bornOn: visit.holder.bornOn ?? '',
      sex: typed.sex ?? 'female',
      address: typed.address,
      inRegister: typed.inRegister,
      adultWard: typed.adultWard,
    },
    card: { medium: visit.card.medium, expiresOn: visit.card.expiresOn ?? '' },
    visitor: visitorOf(typed, visit),
    basis: asksForBasis(typed) ? typed.basis : null,
    current: current.map((each) => ({ ...each })),
    substitutions: { name: [...typed.nameSpellings], address: [...typed.addressSpellings] },
  };
}

function visitorOf(typed: Typed, { visitor }: VisitFacts): ReceiveFacts['visitor'] {
  const { capacity, reason } = visitor;
  const documents = [...visitor.documents];
  if (capacity === null || capacity === 'holder') {
    return { capacity, documents, name: null, relation: null, address: null, reason: null, proof: null };
  }
  return {
    capacity,
    documents,
    name: typed.visitorName,
    relation: written(typed.relation),
    address: written(typed.sameAddress ? typed.address : typed.visitorAddress),
    reason,
    proof: capacity === 'statutoryRepresentative' ? typed.proof : null,
  };
}

/** I6: null is not asked yet, blank is asked and none given. */
function reasonOf({ capacity, reason, noReason }: Typed): string | null {
  if (capacity === 'holder') return null;
  return capacity === 'agent' && noReason && reason.trim() === '' ? '' : written(reason);
}

function written(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
