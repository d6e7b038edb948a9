import { z } from 'zod';
import { DEFAULT_CALENDAR } from '../../../../src-shared/domain/calendar.ts';
import type { Finding } from '../../../../src-shared/domain/decision.ts';
import { DocumentCode } from '../../../../src-shared/domain/documents.ts';
import { judgeVisit, type VisitDecision } from '../../../../src-shared/domain/judge-visit.ts';
import { policyOn } from '../../../../src-shared/domain/policy.ts';
import {
  Capacity,
  CertificateKind,
  CurrentCertificate,
  Medium,
  Office,
  Procedure,
  RevocationCause,
  type VisitFacts,
} from '../../../../src-shared/domain/visit.ts';
import { findMyNumbers } from '../../../../src-shared/kernel/my-number.ts';
import { PlainDate } from '../../../../src-shared/kernel/plain-date.ts';
import { dateOf, PlainDateTime } from '../../../../src-shared/kernel/plain-date-time.ts';
import { fail, type Result, succeed } from '../../../../src-shared/kernel/result.ts';
import { contradiction, personalNumber, type RulesCommand, type RulesFailure, readInput } from './command.ts';

const DecideInput = z.strictObject({
  procedure: Procedure,
  at: PlainDateTime,
  office: Office,
  kinds: z.array(CertificateKind).min(1),
  holder: z.strictObject({
    name: z.string(),
    address: z.string(),
    bornOn: PlainDate,
    inRegister: z.boolean(),
    adultWard: z.boolean(),
  }),
  card: z.strictObject({ medium: Medium, expiresOn: PlainDate.nullable() }),
  visitor: z.strictObject({ capacity: Capacity, documents: z.array(DocumentCode), reason: z.string().nullable() }),
  current: z.array(CurrentCertificate),
  cause: RevocationCause.nullable(),
});
type DecideInput = z.infer<typeof DecideInput>;

/** rules decide: 受付の判定, with the default policy and the calendar as seeded. */
export const decideCommand: RulesCommand = {
  name: 'decide',
  purpose: '受付の判定 (E, M, L, I, V, W, X, G)',
  answer: (input) => {
    const read = readInput(DecideInput, input);
    if (!read.ok) return read;
    const place = personalNumberIn(read.value);
    if (place !== null) return personalNumber(place);
    const conflict = conflictIn(read.value);
    if (conflict !== null) return contradiction(`${conflict}入力を確かめて、もう一度実行してください。`);
    const facts = factsOf(read.value);
    return writeDecision(read.value, judgeVisit(facts, policyOn(dateOf(facts.at)), DEFAULT_CALENDAR));
  },
};

/** A free text that contains a 個人番号 is refused here as on the screen; only the place is named. */
function personalNumberIn({ holder, visitor }: DecideInput): string | null {
  const texts = {
    'holder.name': holder.name,
    'holder.address': holder.address,
    'visitor.reason': visitor.reason ?? '',
  };
  return Object.entries(texts).find(([, text]) => findMyNumbers(text).length > 0)?.[0] ?? null;
}

function conflictIn({ procedure, at, kinds, holder, current, cause }: DecideInput): string | null {
  const on = dateOf(at);
  if (new Set(kinds).size !== kinds.length) return '同じ種類の証明書が2回書かれています。';
  if (procedure === 'revoke' && cause === null) return '失効の事由がありません。';
  if (procedure !== 'revoke' && cause !== null) return '失効でない手続に、失効の事由が書かれています。';
  if (holder.bornOn > on) return '生年月日が受付の日より後です。';
  if (current.some(({ issuedOn, expiresOn }) => issuedOn > expiresOn))
    return 'いまの証明書の満了日が、発行の日より前です。';
  if (current.some(({ issuedOn }) => issuedOn > on)) return 'いまの証明書の発行の日が、受付の日より後です。';
  return null;
}

function factsOf({ procedure, at, office, kinds, holder, card, visitor, current, cause }: DecideInput): VisitFacts {
  return {
    at,
    office,
    lines: kinds.map((kind) => ({ kind, procedure, cause })),
    holder,
    // Here null is an answer, not a blank field: the date is not known, and the reason was not given.
    card: { ...card, expiryKnown: card.expiresOn !== null },
    visitor: { ...visitor, reason: visitor.reason ?? '' },
    current,
    ended: [],
    substitutions: { name: [], address: [] },
  };
}

function writeDecision({ kinds }: DecideInput, decision: VisitDecision): Result<unknown, RulesFailure> {
  if (decision.verdict === 'undecided') {
    return fail({
      code: 'outOfRange',
      message: 'この日付では満了日を求められません。日付を確かめて、もう一度実行してください。',
    });
  }
  return succeed({
    verdict: decision.verdict,
    route: decision.route,
    certificates: kinds.map((asked) => {
      const line = decision.lines.find(({ kind }) => kind === asked);
      if (line === undefined) throw new Error('every kind asked for is judged');
      const { kind, verdict, procedure, expiry } = line;
      return { kind, verdict, procedure, expiresOn: expiry?.on ?? null, decidedBy: expiry?.decidedBy ?? null };
    }),
    findings: decision.findings.map(writeFinding),
    needsSubstitution: decision.needsSubstitution,
  });
}

function writeFinding({ code, kind, status, effect, text, refusal }: Finding): unknown {
  return { code, kind, held: status === 'met', effect, text: status === 'unmet' ? (refusal ?? text) : text };
}
