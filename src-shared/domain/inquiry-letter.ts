import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import { formatWarekiWithWeekday } from '../kernel/wareki.ts';
import { type Calendar, nextOpenDay } from './calendar.ts';
import { type Finding, judge } from './decision.ts';
import type { Policy } from './policy.ts';
import { OFFICE_NAMES, type Office } from './visit.ts';

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
