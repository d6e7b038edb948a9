import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import { dateOf, type PlainDateTime } from '../kernel/plain-date-time.ts';
import { formatMonthDay } from '../kernel/wareki.ts';
import { type Calendar, systemStopsOn } from './calendar.ts';
import { yearsToConfirm } from './holiday-years.ts';

/** お知らせ: what the counter should know ahead; `code` is the rule it comes from. */
export type Notice = { readonly code: 'L2' | 'L3'; readonly headline: string; readonly text: string };

const daysAhead = 7;

/** お知らせ (L2, L3): planned stops of the national system from today to a week ahead, the nearest first; then holidays that nobody has confirmed. */
export function noticesOf(at: PlainDateTime, calendar: Calendar): Notice[] {
  const today = dateOf(at);
  return [...stopNotices(at, today, calendar), ...holidayNotices(today, calendar)];
}

function holidayNotices(today: PlainDate, calendar: Calendar): Notice[] {
  return yearsToConfirm(today, calendar).map((year) => ({
    code: 'L2',
    headline: `${year}年の祝日を、まだ確かめていません`,
    text: '責任者が「設定」の「祝日」で、内閣府の一覧と照らして確かめます。それまで、その年の祝日は見込みです。',
  }));
}

function stopNotices(at: PlainDateTime, today: PlainDate, calendar: Calendar): Notice[] {
  const days = Array.from({ length: daysAhead + 1 }, (_, ahead) => addDays(today, ahead));
  const stops = [...new Set(days.flatMap((day) => systemStopsOn(day, calendar)))].filter((stop) => stop.until > at);
  return stops
    .toSorted((left, right) => (left.from < right.from ? -1 : 1))
    .map((stop) => ({
      code: 'L3',
      headline: `統合端末の停止(${stop.reason})`,
      text: `${formatMonthDay(dateOf(stop.from))}${timeRange(stop.from, stop.until)}。受付はできます。発行はできません。`,
    }));
}

function timeRange(from: PlainDateTime, until: PlainDateTime): string {
  const short = (at: PlainDateTime) => at.slice(11).replace(/^0/, '');
  return dateOf(from) === dateOf(until)
    ? `${short(from)}–${short(until)}`
    : `${short(from)}–${formatMonthDay(dateOf(until))}${short(until)}`;
}
