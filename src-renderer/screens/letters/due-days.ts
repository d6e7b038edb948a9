import { type Calendar, closureOn, isExpectedHoliday } from '../../../src-shared/domain/calendar.ts';
import type { Policy } from '../../../src-shared/domain/policy.ts';
import { addDays, daysBetween, type PlainDate, parsePlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { monthDayWeekday } from '../../words/day-words.ts';

type Due = { readonly postedOn: string; readonly dueOn: string; readonly acceptedUntil: string };

/** 期限のまわりの一日: how it counts, and why the counter is closed. */
export type DueDay = {
  readonly day: string;
  readonly closed: boolean;
  readonly notes: readonly string[];
  readonly today: boolean;
  readonly part: 'before' | 'due' | 'last' | 'after';
};

/** 期限を一日ずつ (D2): from shortly before the due day to the first day that no longer counts. */
export function dueDays(
  { postedOn, dueOn, acceptedUntil }: Due,
  today: string,
  calendar: Calendar,
  policy: Policy,
): readonly DueDay[] {
  const due = parsePlainDate(dueOn);
  const last = parsePlainDate(acceptedUntil);
  const posted = parsePlainDate(postedOn);
  if (due === null || last === null || posted === null) return [];
  const fourBefore = addDays(last, -4);
  const first = due < fourBefore ? due : fourBefore;
  const days = Array.from({ length: daysBetween(first, last) + 2 }, (_, index) => addDays(first, index));
  return days.map((day) => {
    // Fixed by the posting: a day counts as closed here where no office takes replies on it.
    const reasons = policy.settings.replyOffices.map((office) => closureOn(day, office, calendar));
    const closed = reasons.every((reason) => reason !== null);
    const reason = closed ? (reasons[0] ?? null) : null;
    const part = day === last ? 'last' : day === due ? 'due' : day > last ? 'after' : 'before';
    return {
      day,
      closed,
      today: day === today,
      part,
      notes: [
        ...(day === due ? [`${daysBetween(posted, due)}日目`] : []),
        ...(part === 'last' ? ['最終日'] : part === 'after' ? ['不可'] : []),
        ...(reason === null || part === 'due' || part === 'after' ? [] : closureWords(day, reason, calendar)),
      ],
    };
  });
}

/** 休みの短い言葉: the cells are narrow, and the weekday says Saturday and Sunday already. */
function closureWords(day: PlainDate, reason: string, calendar: Calendar): readonly string[] {
  if (reason === '土曜日' || reason === '日曜日') return [];
  if (reason !== calendar.holidays[day]) return ['休み'];
  return [isExpectedHoliday(day, calendar) ? '祝日(見込み)' : '祝日'];
}

/** 期限の説明 (D2, D5): one sentence a part; what matters stands last. */
export function dueSentence(
  { dueOn, acceptedUntil }: Due,
  today: string,
): { readonly why: string; readonly until: string; readonly rest: string } {
  const lastWord = acceptedUntil === today ? `今日${monthDayWeekday(acceptedUntil)}` : monthDayWeekday(acceptedUntil);
  if (acceptedUntil < today)
    return {
      why: '',
      until: `${monthDayWeekday(acceptedUntil)}で期限が切れました。`,
      rest: '発行できません。新しい申請が要ります。',
    };
  const why = dueOn === acceptedUntil ? '' : `印字の期限は${monthDayWeekday(dueOn)}。休日が続くため、`;
  return { why, until: `${lastWord}まで`, rest: '受け付けます。' };
}
