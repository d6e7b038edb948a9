import type { ReceiveFacts } from '../../../src-shared/contract/api/receive-api.ts';
import {
  type BackEntryFacts,
  checkReceiveFacts,
  type ReceptionBounds,
  type TypedReception,
} from '../../../src-shared/contract/receive-fields.ts';
import { judgeVisit, type MissingFact, type VisitDecision } from '../../../src-shared/domain/judge-visit.ts';
import type { EndedCertificate, Office, VisitFacts } from '../../../src-shared/domain/visit.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { dateOf, type PlainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';
import type { Rules } from '../../store/rules.ts';
import { type KnownCertificate, readCurrent } from './current-reading.ts';
import { type DayReading, type Mend, readBirth, readCardExpiry } from './date-reading.ts';
import { type Field, fieldOrder, inFormOrder, isField } from './fields.ts';
import { asksForCertificate, asksForVisitor } from './lines-of-form.ts';
import { missingOfForm } from './missing-of-form.ts';
import { readPaper } from './paper-reading.ts';
import type { Typed } from './typed.ts';
import { withUnanswered } from './unanswered.ts';
import { receiveFactsOf, visitFactsOf } from './visit-of-form.ts';

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

/** 台帳で見つけたこの人の証明書: those that stand or have run out, and what lost effect before its time. */
export type KnownOfHolder = {
  readonly certificates: readonly KnownCertificate[];
  readonly ended: readonly EndedCertificate[];
};

/** 様式の外で分かっていること: the program's clock, the office, what our own ledger knows of the holder, the rules in force. */
export type Surroundings = {
  readonly at: PlainDateTime;
  readonly office: Office;
  readonly known: KnownOfHolder;
  readonly rules: Rules;
};

/** 送る内容: what F11 would record, apart from what the second person types. */
export type Ready = { readonly facts: ReceiveFacts; readonly backEntry: BackEntryFacts | null };

/** 様式の読み: the facts so far, what the rules say about them, what must be mended and what is still missing. */
export type FormReading = {
  readonly visit: VisitFacts;
  readonly decision: VisitDecision;
  readonly issues: readonly FieldIssue[];
  readonly missing: readonly MissingFact[];
  /** null while anything is missing or must be mended */
  readonly ready: Ready | null;
};

const personalNumberWords = '12桁の個人番号と思われる数字があります。消してください。';

/** 様式を読む: pure; called at every key. What was taken on paper is judged for the moment on the paper (L4). */
export function readReceiveForm(typed: Typed, { at: now, office, known, rules }: Surroundings): FormReading {
  const paper = readPaper(typed, now);
  const at = paper.at ?? now;
  const today = dateOf(at);
  const policy = rules.policyOf(today);
  const birth = readBirth(typed.bornOn, today, policy);
  const cardExpiry = readCardExpiry(typed.cardExpiresOn, today);
  const current = readCurrent(typed, today);
  const visit = visitFactsOf(typed, {
    at,
    office,
    bornOn: dayOf(birth),
    cardExpiresOn: dayOf(cardExpiry),
    current: [...current.certificates, ...known.certificates],
    ended: known.ended,
  });
  const open = openQuestions(typed, visit, known, current.answered);
  const judged = judgeVisit(open.documents ? asIfShown(visit) : visit, policy, rules.calendar);
  const heard = withUnanswered(judged, visit, policy, open);
  const decision = { ...heard, findings: visit.lines.length === 0 ? [] : [...heard.findings, ...paper.findings] };
  const feeReasons = policy.settings.fees.map(({ reason }) => reason);
  const reception: TypedReception = {
    facts: receiveFactsOf(typed, visit, current.certificates, feeReasons),
    note: typed.note,
    backEntry: paper.backEntry,
  };
  const verdict = decision.verdict === 'refuse' ? 'refuse' : 'accept';
  const bounds: ReceptionBounds = { today, now, verdict, feeReasons };
  const issues = inFormOrder([
    ...dateIssues('holder.bornOn', birth),
    ...(asksForCertificate(typed) ? dateIssues('card.expiresOn', cardExpiry) : []),
    ...current.issues,
    ...paper.issues,
    ...textIssues(typed, reception, bounds, current.issues),
  ]);
  const blocked = new Set(issues.filter(({ blocks }) => blocks).map(({ field }) => field));
  const missing = inFormOrder(
    missingOfForm(typed, decision, open).filter(({ field }) => !isField(field) || !blocked.has(field)),
  );
  const complete = missing.length === 0 && blocked.size === 0 && decision.verdict !== 'undecided';
  return { visit, decision, issues, missing, ready: complete ? readyToSend(reception, bounds) : null };
}

/** What nobody has answered yet, of that which the lines ask for. */
function openQuestions(
  typed: Typed,
  visit: VisitFacts,
  known: KnownOfHolder,
  answered: boolean,
): { readonly current: boolean; readonly documents: boolean } {
  const asked = visit.lines.filter(({ procedure }) => procedure !== 'revoke').map(({ kind }) => kind);
  const standing = (kind: (typeof asked)[number]) => known.certificates.some((each) => each.kind === kind);
  const knownForAll = (asked.length > 0 || !asksForCertificate(typed)) && asked.every(standing);
  return {
    current: !knownForAll && !answered,
    documents: asksForVisitor(typed) && typed.documents.length === 0 && !typed.noDocuments,
  };
}

/** While nobody has said what was shown, the dates are reckoned as if it sufficed; the rules on documents then stand as 未定. */
function asIfShown(visit: VisitFacts): VisitFacts {
  return { ...visit, visitor: { ...visit.visitor, documents: ['driversLicence'] } };
}

function dayOf(reading: DayReading): PlainDate | null {
  return reading.kind === 'read' ? reading.day : null;
}

function readyToSend(reception: TypedReception, bounds: ReceptionBounds): Ready {
  const { facts, backEntry } = checkReceiveFacts(reception, bounds);
  const bears = facts.lines.some(({ kind, procedure }) => kind === 'signature' && procedure !== 'revoke');
  // Without a 署名用 nothing bears the name, so a choice made before it was unticked is not kept (G4).
  return { facts: bears ? facts : { ...facts, substitutions: { name: [], address: [] } }, backEntry };
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
  reception: TypedReception,
  bounds: ReceptionBounds,
  said: readonly FieldIssue[],
): readonly FieldIssue[] {
  const texts: Readonly<Partial<Record<Field, string>>> = {
    'holder.name': typed.name,
    'holder.kana': typed.kana,
    'holder.address': typed.address,
    'current.userAuthentication': typed.currentUserAuthentication.serial,
    'current.signature': typed.currentSignature.serial,
    basis: typed.basis,
    'visitor.name': typed.visitorName,
    'visitor.relation': typed.relation,
    'visitor.address': typed.visitorAddress,
    'visitor.reason': typed.reason,
    note: typed.note,
    'backEntry.reason': typed.paperReason,
  };
  const { failures } = checkReceiveFacts(reception, bounds);
  return fieldOrder.flatMap((field): FieldIssue[] => {
    const text = texts[field];
    const failed = failures.find((failure) => failure.field === field);
    if (text === undefined || text.trim() === '' || failed === undefined) return [];
    if (said.some((issue) => issue.field === field)) return [];
    const message = findMyNumbers(text).length > 0 ? personalNumberWords : failed.message;
    // A reason that is still too short may only be half typed.
    return [{ field, message, mend: null, half: field === 'backEntry.reason', blocks: true }];
  });
}
