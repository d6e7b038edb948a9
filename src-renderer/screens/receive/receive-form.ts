import type { ReceiveFacts } from '../../../src-shared/contract/api/receive-api.ts';
import { checkReceiveFacts } from '../../../src-shared/contract/receive-fields.ts';
import { DEFAULT_CALENDAR } from '../../../src-shared/domain/calendar.ts';
import { judgeVisit, type MissingFact, type VisitDecision } from '../../../src-shared/domain/judge-visit.ts';
import { policyOn } from '../../../src-shared/domain/policy.ts';
import type { CurrentCertificate, Office, VisitFacts, VisitLine } from '../../../src-shared/domain/visit.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { dateOf, type PlainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';
import { readCurrent } from './current-reading.ts';
import { type DayReading, type Mend, readBirth, readCardExpiry } from './date-reading.ts';
import { type Field, fieldOrder, inFormOrder, isField } from './fields.ts';
import { missingOfForm } from './missing-of-form.ts';
import type { Typed } from './typed.ts';
import { withUnanswered } from './unanswered.ts';

/**
 * 欄の指摘: `half` is said only after the field was left. One that does not block is still said: the rules refuse the visit
 * for it, and the refusal itself can be recorded.
 */
export type FieldIssue = {
  readonly field: Field;
  readonly message: string;
  readonly mend: Mend | null;
  readonly half: boolean;
  readonly blocks: boolean;
};

/** 様式の外で分かっていること: the program's clock, the office, and what our own ledger knows of the holder. */
export type Surroundings = {
  readonly at: PlainDateTime;
  readonly office: Office;
  readonly known: readonly CurrentCertificate[];
};

/** 様式の読み: the facts so far, what the rules say about them, what must be mended and what is still missing. */
export type FormReading = {
  readonly visit: VisitFacts;
  readonly decision: VisitDecision;
  readonly issues: readonly FieldIssue[];
  readonly missing: readonly MissingFact[];
  /** what F11 would record; null while anything is missing or must be mended */
  readonly facts: ReceiveFacts | null;
};

const personalNumberWords = '12桁の個人番号と思われる数字があります。消してください。';

/** 様式を読む: pure; called at every key. */
export function readReceiveForm(typed: Typed, { at, office, known }: Surroundings): FormReading {
  const today = dateOf(at);
  const policy = policyOn(today);
  const birth = readBirth(typed.bornOn, today);
  const cardExpiry = readCardExpiry(typed.cardExpiresOn, today);
  const current = readCurrent(typed, today);
  const visit = visitFactsOf(typed, at, office, dayOf(birth), dayOf(cardExpiry), [...current.certificates, ...known]);
  const asked = visit.lines.map(({ kind }) => kind);
  const knownForAll = asked.length > 0 && asked.every((kind) => known.some((each) => each.kind === kind));
  const documentsOpen = typed.documents.length === 0 && !typed.noDocuments;
  const judged = judgeVisit(documentsOpen ? asIfShown(visit) : visit, policy, DEFAULT_CALENDAR);
  const decision = withUnanswered(judged, visit, policy, {
    current: !knownForAll && !current.answered,
    documents: documentsOpen,
  });
  const facts = receiveFactsOf(typed, visit, current.certificates);
  const issues = inFormOrder([
    ...dateIssues('holder.bornOn', birth),
    ...dateIssues('card.expiresOn', cardExpiry),
    ...current.issues,
    ...textIssues(typed, facts, today, decision.verdict === 'refuse' ? 'refuse' : 'accept'),
  ]);
  const blocked = new Set(issues.filter(({ blocks }) => blocks).map(({ field }) => field));
  const missing = inFormOrder(
    missingOfForm(typed, decision, { knownForAll, currentAnswered: current.answered }).filter(
      ({ field }) => !isField(field) || !blocked.has(field),
    ),
  );
  const ready = missing.length === 0 && blocked.size === 0 && decision.verdict !== 'undecided';
  return { visit, decision, issues, missing, facts: ready ? checkedFacts(typed, facts, today) : null };
}

/** While nobody has said what was shown, the dates are reckoned as if it sufficed; the rules on documents then stand as 未定. */
function asIfShown(visit: VisitFacts): VisitFacts {
  return { ...visit, visitor: { ...visit.visitor, documents: ['driversLicence'] } };
}

function dayOf(reading: DayReading): PlainDate | null {
  return reading.kind === 'read' ? reading.day : null;
}

/** 明細: in issue order, 利用者証明用 first (V4). */
function linesOf(typed: Typed): readonly VisitLine[] {
  const procedureOf = (own: 'issue' | 'renew') => (typed.procedure === 'each' ? own : typed.procedure);
  return [
    ...(typed.userAuthentication
      ? [
          {
            kind: 'userAuthentication' as const,
            procedure: procedureOf(typed.userAuthenticationProcedure),
            cause: null,
          },
        ]
      : []),
    ...(typed.signature
      ? [{ kind: 'signature' as const, procedure: procedureOf(typed.signatureProcedure), cause: null }]
      : []),
  ];
}

function visitFactsOf(
  typed: Typed,
  at: PlainDateTime,
  office: Office,
  bornOn: PlainDate | null,
  cardExpiresOn: PlainDate | null,
  current: readonly CurrentCertificate[],
): VisitFacts {
  const written = (text: string): string | null => (text.trim() === '' ? null : text.trim());
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
    card: { medium: typed.medium, expiresOn: cardExpiresOn, expiryKnown: true },
    visitor: {
      capacity: typed.capacity,
      documents: typed.documents,
      reason: typed.capacity === 'holder' ? null : written(typed.reason),
    },
    current,
    substitutions: { name: typed.nameSpellings, address: typed.addressSpellings },
  };
}

/** `sex` stands for a blank one only until `missing` is empty; nothing is sent before. */
function receiveFactsOf(typed: Typed, visit: VisitFacts, current: readonly CurrentCertificate[]): ReceiveFacts {
  const represented = typed.capacity !== 'holder';
  return {
    lines: visit.lines.map((line) => ({ ...line })),
    holder: {
      name: typed.name,
      kana: typed.kana,
      bornOn: visit.holder.bornOn ?? '',
      sex: typed.sex ?? 'female',
      address: typed.address,
      inRegister: typed.inRegister,
      adultWard: typed.adultWard,
    },
    card: { medium: typed.medium, expiresOn: visit.card.expiresOn ?? '' },
    visitor: {
      capacity: typed.capacity,
      documents: [...typed.documents],
      name: represented ? typed.visitorName : null,
      reason: visit.visitor.reason,
    },
    current: current.map((each) => ({ ...each })),
    substitutions: { name: [...typed.nameSpellings], address: [...typed.addressSpellings] },
  };
}

function checkedFacts(typed: Typed, facts: ReceiveFacts, today: PlainDate): ReceiveFacts {
  const { facts: checked } = checkReceiveFacts(facts, typed.note, today, 'accept');
  const bears = checked.lines.some(({ kind }) => kind === 'signature');
  // Without a 署名用 nothing bears the name, so a choice made before it was unticked is not kept (G4).
  return bears ? checked : { ...checked, substitutions: { name: [], address: [] } };
}

function dateIssues(field: Field, reading: DayReading): readonly FieldIssue[] {
  if (reading.kind === 'wrong') {
    return [{ field, message: reading.message, mend: reading.mend, half: reading.half, blocks: true }];
  }
  if (reading.kind === 'read' && reading.warning !== null) {
    return [{ field, message: reading.warning, mend: null, half: false, blocks: false }];
  }
  return [];
}

/** The texts by the contract's own check, so that both sides say the same; what is only blank is missing, not wrong. */
function textIssues(
  typed: Typed,
  facts: ReceiveFacts,
  today: PlainDate,
  verdict: 'accept' | 'refuse',
): readonly FieldIssue[] {
  const texts: Readonly<Partial<Record<Field, string>>> = {
    'holder.name': typed.name,
    'holder.kana': typed.kana,
    'holder.address': typed.address,
    'visitor.name': typed.visitorName,
    'visitor.reason': typed.reason,
    note: typed.note,
  };
  const { failures } = checkReceiveFacts(facts, typed.note, today, verdict);
  return fieldOrder.flatMap((field): FieldIssue[] => {
    const text = texts[field];
    const failed = failures.find((failure) => failure.field === field);
    if (text === undefined || text.trim() === '' || failed === undefined) return [];
    const message = findMyNumbers(text).length > 0 ? personalNumberWords : failed.message;
    return [{ field, message, mend: null, half: false, blocks: true }];
  });
}
