import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import { formatWarekiWithWeekday } from '../kernel/wareki.ts';
import { type Calendar, isExpectedYear, nextOpenDay } from './calendar.ts';
import { type Finding, judge } from './decision.ts';
import { identityConfirmed, judgeReporter } from './identity.ts';
import type { Policy } from './policy.ts';
import { OFFICE_NAMES, type Office, type VisitFacts } from './visit.ts';

/** 回答の期限 (D2): the printed letter bears `dueOn`; a closed due day still lets the next open day count. */
export type ReplyDue = { readonly dueOn: PlainDate; readonly acceptedUntil: PlainDate };

/** 回答の期限を求める (D2): the day of posting is not counted; fixed in the posting event from then on. */
export function replyDue(postedOn: PlainDate, policy: Policy, calendar: Calendar): ReplyDue {
  const { replyDays, replyExtendsOverClosedDays, replyOffices } = policy.settings;
  const dueOn = addDays(postedOn, replyDays);
  if (!replyExtendsOverClosedDays) return { dueOn, acceptedUntil: dueOn };
  const openDays = replyOffices.map((office) => nextOpenDay(dueOn, office, calendar)).sort();
  return { dueOn, acceptedUntil: openDays[0] ?? dueOn };
}

/** 期限が見込みか (D2): reckoned over a year whose holidays nobody has confirmed; a letter that is posted keeps its days whatever comes. */
export function isExpectedDue({ dueOn, acceptedUntil }: ReplyDue, policy: Policy, calendar: Calendar): boolean {
  if (!policy.settings.replyExtendsOverClosedDays) return false;
  return isExpectedYear(dueOn, calendar) || isExpectedYear(acceptedUntil, calendar);
}

/** 期限切れか (D5): follows from the date alone; the last day of acceptance is still inside. */
export function hasLapsed(acceptedUntil: PlainDate, on: PlainDate): boolean {
  return on > acceptedUntil;
}

/** 回答を受け付けられる所と日 (D3, D5): another office sends the visitor on; after the last day a new application is needed. */
export function judgeReply(
  office: Office,
  on: PlainDate,
  acceptedUntil: PlainDate,
  policy: Policy,
): readonly Finding[] {
  const offices = policy.settings.replyOffices.map((code) => OFFICE_NAMES[code]).join('・');
  const last = formatWarekiWithWeekday(acceptedUntil);
  return judge(null, [
    {
      code: 'D3',
      held: policy.settings.replyOffices.includes(office),
      effect: 'refuse',
      text: `回答書は${offices}へ`,
      refusal: `回答書を受け付けるのは${offices}です。${offices}へご案内ください。`,
    },
    {
      code: 'D5',
      held: !hasLapsed(acceptedUntil, on),
      effect: 'refuse',
      text: `回答の期限(${last}まで)`,
      refusal: `回答の期限(${last})を過ぎています。あらためて申請が必要です。`,
    },
  ]);
}

/** 回答のときに確かめること (D4): null is not looked at yet. */
export type ReplyFacts = {
  readonly numberMatches: boolean | null;
  readonly complete: boolean | null;
  /** in the holder's hand, or a statutory representative's for a holder under 15 or an adult ward */
  readonly rightHand: boolean | null;
  readonly cardPresent: boolean | null;
  readonly visitor: VisitFacts['visitor'];
  /** 照会になった訳: the holder was not confirmed (I2), so the letter, the card and questions may do it now. */
  readonly afterUnconfirmedHolder: boolean;
  readonly questionsAnswered: boolean | null;
};

/** 回答を受け付けてよいか (D4): number, completeness, hand and card, and who brings it. */
export function judgeReplyContents(reply: ReplyFacts, policy: Policy): readonly Finding[] {
  const answer = { code: 'D4', effect: 'refuse' } as const;
  return [
    ...judge(null, [
      {
        ...answer,
        held: reply.numberMatches,
        text: '回答書の番号が一致',
        refusal: '回答書の番号が、この受付の番号と異なります。番号を確かめてください。',
      },
      {
        ...answer,
        held: reply.complete,
        text: '回答書の記入がそろう',
        refusal: '回答書に記入のない欄があります。本人に記入していただくようご案内ください。',
      },
      {
        ...answer,
        held: reply.rightHand,
        text: '本人(または法定代理人)の記入',
        refusal: '回答書は本人の記入が必要です(15歳未満のかたと成年被後見人のかたは法定代理人)。',
      },
      {
        ...answer,
        held: reply.cardPresent,
        text: '本人のカードがある',
        refusal: '本人のカードが必要です。カードを持ってお越しいただくようご案内ください。',
      },
    ]),
    ...judgeBringer(reply, policy),
  ];
}

function judgeBringer(reply: ReplyFacts, policy: Policy): readonly Finding[] {
  const { visitor, afterUnconfirmedHolder, questionsAnswered } = reply;
  const unconfirmed = visitor.capacity === 'holder' && !identityConfirmed(visitor.documents, policy);
  if (!unconfirmed || !afterUnconfirmedHolder) return judgeReporter(visitor, policy);
  return judge(null, [
    {
      code: 'D4',
      held: questionsAnswered,
      effect: 'refuse',
      text: '照会書とカードと質問で本人と確認',
      refusal: '質問への答えで本人と確認できません。本人確認書類を持ってお越しいただくようご案内ください。',
    },
  ]);
}
