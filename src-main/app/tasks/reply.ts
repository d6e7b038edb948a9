import type { Input } from '../../../src-shared/contract/counter-api.ts';
import type { Failure, FieldFailure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { receiveTextFields } from '../../../src-shared/contract/receive-fields.ts';
import { lastLetterOf, receiptNumberOf } from '../../../src-shared/domain/case/case.ts';
import { parseReceiptNumber } from '../../../src-shared/domain/case/receipt-number.ts';
import { judgeCounter } from '../../../src-shared/domain/counter-hours.ts';
import type { Finding } from '../../../src-shared/domain/decision.ts';
import { DocumentCode } from '../../../src-shared/domain/documents.ts';
import { judgeReply, judgeReplyContents } from '../../../src-shared/domain/inquiry-letter.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { checkText } from '../../../src-shared/kernel/text-input.ts';
import { type Context, calendarIn, momentOf, placeOf, record } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import { keepFindings } from '../judge-today.ts';
import type { CaseRow, LedgerReads } from '../ports.ts';
import { touchCase } from './cases.ts';

type Reply = Input<'reply.accept'>;

/** 回答の受付 (D3–D5): within the hours, at an office that takes replies, by the last day, and complete. */
export function replyHandlers(context: Context): HandlersOf<'reply.accept'> {
  return {
    'reply.accept': async (reply) => {
      const { requestId, case: caseId, version } = reply;
      const wrong = fieldsOf(reply);
      if (wrong.length > 0) return refuse('badFields', wrong);
      let unmet: readonly Finding[] = [];
      const answer = await touchCase(context, { requestId, case: caseId, version }, (writes, row) => {
        const letter = lastLetterOf(row.state);
        if (row.state.step !== 'letterPosted' || letter === null) return refuse('wrongStep');
        if (reply.visitor.capacity !== 'holder' && reply.visitor.name?.trim() === row.holder?.name)
          return refuseField(
            'badFields',
            'visitor.name',
            '代理人の氏名が本人と同じです。本人が来たときは「本人」を選んでください。',
          );
        const findings = judge(context, writes, row, reply);
        unmet = findings.filter(({ status, effect }) => effect === 'refuse' && status !== 'met');
        if (unmet.length > 0) return refuse('replyNotAccepted', unmet.map(failureOf));
        const { visitor } = reply;
        writes.append({
          name: 'replyAccepted/1',
          case: caseId,
          occurredAt: momentOf(context).instant,
          payload: {
            number: letter.number,
            capacity: visitor.capacity,
            documents: [...new Set(visitor.documents)],
            questions: reply.questionsAnswered === true,
            findings: keepFindings(findings),
          },
          personal: {
            visitorName: visitor.name?.trim() ?? null,
            visitorRelation: visitor.relation?.trim() ?? null,
            note: reply.note.trim(),
          },
        });
        return succeed({ case: caseId });
      });
      if (!answer.ok && unmet.length > 0) return noteTurnedAway(context, caseId, unmet, answer.failure, reply.note);
      return answer;
    },
  };
}

/** Nothing of the case changes; that somebody came with it stands beside the case. */
function noteTurnedAway(
  context: Context,
  caseId: string,
  unmet: readonly Finding[],
  failure: Failure,
  note: string,
): Result<never, Failure> {
  const noted = record(context, null, (writes) => {
    writes.append({
      name: 'replyTurnedAway/1',
      case: caseId,
      occurredAt: momentOf(context).instant,
      payload: { codes: [...new Set(unmet.map(({ code }) => code))] },
      personal: { note: note.trim() },
    });
    return succeed(null);
  });
  return noted.ok ? { ok: false, failure } : noted;
}

function judge(context: Context, reads: LedgerReads, { state }: CaseRow, reply: Reply): readonly Finding[] {
  const { at, day, policy } = momentOf(context);
  const { office } = placeOf(reads);
  const letter = lastLetterOf(state);
  if (letter === null) throw new Error('a reply belongs to a letter');
  const scanned = parseReceiptNumber(reply.scanned);
  return [
    ...judgeCounter(at, office, policy, calendarIn(reads)).filter(({ code }) => code === 'L2'),
    ...judgeReply(office, day, plainDate(letter.acceptedUntil), policy),
    ...judgeReplyContents(
      {
        numberMatches: scanned?.number === receiptNumberOf(state),
        complete: reply.complete,
        rightHand: reply.rightHand,
        cardPresent: reply.cardPresent,
        visitor: {
          capacity: reply.visitor.capacity,
          documents: reply.visitor.documents.map((code) => DocumentCode.parse(code)),
          reason: null,
        },
        afterUnconfirmedHolder: state.capacity === 'holder',
        questionsAnswered: reply.questionsAnswered,
      },
      policy,
    ),
  ];
}

const fieldOfCode: Readonly<Record<string, string>> = {
  L2: 'office',
  D3: 'office',
  D5: 'scanned',
  I1: 'visitor.documents',
  I4: 'visitor.documents',
  I5: 'visitor.documents',
};
const fieldOfText: Readonly<Record<string, string>> = {
  回答書の番号が一致: 'scanned',
  回答書の記入がそろう: 'complete',
  '本人(または法定代理人)の記入': 'rightHand',
  本人のカードがある: 'cardPresent',
  照会書とカードと質問で本人と確認: 'questionsAnswered',
};

function failureOf({ code, text, refusal }: Finding): FieldFailure {
  const field = code === 'D4' ? (fieldOfText[text] ?? 'scanned') : (fieldOfCode[code] ?? 'scanned');
  return { field, message: refusal ?? `${text}かどうかを確かめてください。`, suggestion: null };
}

function fieldsOf({ visitor, note, scanned }: Reply): readonly FieldFailure[] {
  const failures: FieldFailure[] = [];
  const fault = (field: string, message: string): void => {
    failures.push({ field, message, suggestion: null });
  };
  if (parseReceiptNumber(scanned) === null)
    fault('scanned', '受付番号を読み取れません。照会書のコードを読み取るか、番号を入力してください。');
  if (visitor.documents.some((code) => !DocumentCode.safeParse(code).success))
    fault('visitor.documents', '一覧にない書類があります。書類を選び直してください。');
  if (visitor.capacity !== 'holder') {
    const name = checkText((visitor.name ?? '').trim(), receiveTextFields.visitorName);
    if (!name.ok) fault('visitor.name', name.failure.message);
  }
  const relation = checkText((visitor.relation ?? '').trim(), receiveTextFields.relation);
  if (!relation.ok) fault('visitor.relation', relation.failure.message);
  const noted = checkFreeText('note', note, { optional: true });
  if (!noted.ok) failures.push(noted.failure);
  return failures;
}
