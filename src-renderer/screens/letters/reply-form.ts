import type { LetterRow } from '../../../src-shared/contract/api/letters-api.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { receiveTextFields } from '../../../src-shared/contract/receive-fields.ts';
import type { Calendar } from '../../../src-shared/domain/calendar.ts';
import { judgeCounter } from '../../../src-shared/domain/counter-hours.ts';
import type { Finding } from '../../../src-shared/domain/decision.ts';
import { identityConfirmed } from '../../../src-shared/domain/identity.ts';
import { judgeReply, judgeReplyContents } from '../../../src-shared/domain/inquiry-letter.ts';
import type { Policy } from '../../../src-shared/domain/policy.ts';
import type { Office } from '../../../src-shared/domain/visit.ts';
import { parsePlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { dateOf, type PlainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';
import { checkText } from '../../../src-shared/kernel/text-input.ts';
import type { ReplyTyped } from '../../store/reply-typed.ts';
import { replyIds, scanFieldId } from './reply-ids.ts';

export type Left = { readonly fieldId: string; readonly text: string };

/** 回答の読み: what the rules say of it, what to tell the visitor, what is left, and what F11 would send. */
export type ReplyReading = {
  readonly findings: readonly Finding[];
  /** why no reply can be taken here or now at all (D3, D5, L2); null where it can */
  readonly closed: Finding | null;
  readonly told: readonly string[];
  readonly left: readonly Left[];
  readonly numberMatches: boolean | null;
  /** I2: neither documents nor a photo; questions may do it now */
  readonly asksQuestions: boolean;
  readonly input: Omit<Input<'reply.accept'>, 'requestId' | 'case' | 'version'>;
};

type Here = {
  readonly at: PlainDateTime;
  readonly office: Office;
  readonly policy: Policy;
  readonly calendar: Calendar;
};

/** 回答を読む (D3–D5): pure; judged at every key here, and once more by the main process. */
export function readReply(row: LetterRow, typed: ReplyTyped, { at, office, policy, calendar }: Here): ReplyReading {
  const today = dateOf(at);
  const until = parsePlainDate(row.summary.letter?.acceptedUntil ?? '') ?? today;
  const place = [
    ...judgeReply(office, today, until, policy),
    ...judgeCounter(at, office, policy, calendar).filter(({ code }) => code === 'L2'),
  ];
  const numberMatches = typed.scanned === '' ? null : typed.scanned === row.summary.receipt;
  const afterUnconfirmedHolder = row.summary.capacity === 'holder';
  const represented = typed.capacity !== 'holder';
  const asksQuestions = !represented && afterUnconfirmedHolder && !identityConfirmed(typed.documents, policy);
  const contents = judgeReplyContents(
    {
      numberMatches,
      complete: typed.complete,
      rightHand: typed.rightHand,
      cardPresent: typed.cardPresent,
      visitor: { capacity: typed.capacity, documents: typed.documents, reason: null },
      afterUnconfirmedHolder,
      questionsAnswered: asksQuestions ? typed.questionsAnswered : null,
    },
    policy,
  );
  // No document chosen yet is not the same as none shown: that is said only once the clerk says so.
  const looked = typed.documents.length > 0 || typed.noDocuments;
  const findings = [...place, ...contents.map((finding) => (isUnseen(finding, looked) ? unseen(finding) : finding))];
  const unmet = findings.filter(({ status }) => status === 'unmet');
  return {
    findings,
    closed: place.find(({ status }) => status === 'unmet') ?? null,
    told: [...new Set(unmet.flatMap(({ refusal }) => (refusal === null ? [] : [refusal])))],
    left: leftOf(typed, { numberMatches, asksQuestions, represented, holder: row.summary.name, findings: contents }),
    numberMatches,
    asksQuestions,
    input: {
      scanned: typed.scanned,
      complete: typed.complete === true,
      rightHand: typed.rightHand === true,
      cardPresent: typed.cardPresent === true,
      visitor: {
        capacity: typed.capacity,
        documents: [...typed.documents],
        name: represented ? typed.name.trim() : null,
        relation: represented && typed.relation.trim() !== '' ? typed.relation.trim() : null,
      },
      questionsAnswered: asksQuestions ? typed.questionsAnswered : null,
      note: typed.note.trim(),
    },
  };
}

/** The rules about papers: I1, I4 and I5. */
function isUnseen({ code, status }: Finding, looked: boolean): boolean {
  return !looked && status === 'unmet' && (code === 'I1' || code === 'I4' || code === 'I5');
}

function unseen(finding: Finding): Finding {
  return {
    ...finding,
    status: 'unknown',
    text: finding.code === 'I5' ? '代理人になれるか' : '来庁者の書類',
    refusal: null,
  };
}

type Standing = {
  readonly numberMatches: boolean | null;
  readonly asksQuestions: boolean;
  readonly represented: boolean;
  readonly holder: string | null;
  readonly findings: readonly Finding[];
};

function leftOf(
  typed: ReplyTyped,
  { numberMatches, asksQuestions, represented, holder, findings }: Standing,
): readonly Left[] {
  const papers = findings.some(({ code, status }) => status === 'unmet' && (code === 'I1' || code === 'I4'));
  const wanted: readonly (Left & { readonly open: boolean })[] = [
    { fieldId: scanFieldId, text: '照会書のコードを読み取る', open: numberMatches === null },
    { fieldId: scanFieldId, text: '読み取った番号がこの受付と違う', open: numberMatches === false },
    { fieldId: replyIds.complete, text: '記入がそろうか確かめる', open: typed.complete === null },
    { fieldId: replyIds.complete, text: '空欄を記入していただく', open: typed.complete === false },
    { fieldId: replyIds.rightHand, text: '記入した人を確かめる', open: typed.rightHand === null },
    { fieldId: replyIds.rightHand, text: '本人に記入していただく', open: typed.rightHand === false },
    { fieldId: replyIds.cardPresent, text: '本人のカードを確かめる', open: typed.cardPresent === null },
    { fieldId: replyIds.cardPresent, text: '本人のカードを持ってきていただく', open: typed.cardPresent === false },
    { fieldId: replyIds.documents, text: '来庁者の書類を選ぶ', open: papers },
    {
      fieldId: replyIds.questions,
      text: '質問で本人と確かめる',
      open: asksQuestions && typed.questionsAnswered !== true,
    },
  ];
  const name = represented ? nameProblem(typed.name, holder) : null;
  const note = noteProblem(typed.note);
  const relation = represented ? relationProblem(typed.relation) : null;
  return [
    ...wanted.filter(({ open }) => open),
    ...(name === null ? [] : [{ fieldId: replyIds.name, text: name }]),
    ...(relation === null ? [] : [{ fieldId: replyIds.relation, text: relation }]),
    ...(note === null ? [] : [{ fieldId: replyIds.note, text: note }]),
  ];
}

/** 来庁者の氏名の決まり: whoever bears the holder's own name is the holder, or was mistyped. */
export function nameProblem(name: string, holder: string | null): string | null {
  if (name.trim() !== '' && name.trim() === holder)
    return '代理人の氏名が本人と同じです。本人が来たときは「本人」を選んでください。';
  const checked = checkText(name.trim(), receiveTextFields.visitorName);
  return checked.ok ? null : checked.failure.message;
}

export function relationProblem(relation: string): string | null {
  const checked = checkText(relation.trim(), receiveTextFields.relation);
  return checked.ok ? null : checked.failure.message;
}

export function noteProblem(note: string): string | null {
  const checked = checkFreeText('note', note, { optional: true });
  return checked.ok ? null : checked.failure.message;
}
