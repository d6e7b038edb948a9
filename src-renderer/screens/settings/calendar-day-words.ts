import type { CalendarDay } from '../../../src-shared/domain/calendar-month.ts';
import type { IconName } from '../../components/icon.tsx';

export type DayMark = {
  readonly icon: IconName | null;
  readonly tone: 'closed' | 'opened' | 'stop';
  readonly text: string;
};

/** 暦の一日の印: what stands in its cell; a weekend is told by its column and its hatching alone. */
export function dayMarks(of: CalendarDay): readonly DayMark[] {
  const marks: DayMark[] = [];
  const { closure, holiday } = of;
  if (closure?.kind === 'special') marks.push({ icon: 'slash', tone: 'closed', text: `臨時閉庁 ${closure.word}` });
  else if (closure?.kind === 'yearEnd') marks.push({ icon: null, tone: 'closed', text: '年末年始' });
  if (holiday !== null && closure?.kind !== 'yearEnd') marks.push({ icon: null, tone: 'closed', text: holiday });
  for (const { opensAt, closesAt, special } of of.hours) {
    if (special !== null)
      marks.push({ icon: 'clock', tone: 'opened', text: `臨時開庁 ${short(opensAt)}–${short(closesAt)}` });
  }
  for (const stop of of.stops) marks.push({ icon: 'octagon', tone: 'stop', text: `停止 ${stopTimes(of.day, stop)}` });
  return marks;
}

/** 暦の一日の言葉: open from when to when, or closed and why; with the stops of the day. */
export function dayWords(of: CalendarDay): string {
  const open = of.hours.map(({ opensAt, closesAt, special }) => {
    const hours = `${short(opensAt)}–${short(closesAt)}`;
    return special === null ? `受付 ${hours}` : `臨時開庁 ${hours}(${special})`;
  });
  const closed = of.closure === null ? [] : [`休み(${closureWords(of)})`];
  const stops = of.stops.map((stop) => `システム停止 ${stopTimes(of.day, stop)}(${stop.reason})`);
  return [...closed, ...open, ...stops].join('、');
}

function closureWords({ closure, expected, holiday }: CalendarDay): string {
  if (closure === null) return '';
  if (closure.kind === 'special') return `臨時閉庁・${closure.word}`;
  const named = holiday !== null && closure.kind === 'weekend' ? `${closure.word}・${holiday}` : closure.word;
  return expected ? `${named}・見込み` : named;
}

/** 停止の時刻: on this day alone; a stop that goes on over midnight fills it to its end. */
function stopTimes(day: string, { from, until }: { readonly from: string; readonly until: string }): string {
  const starts = from.slice(0, 10) < day ? '0:00' : short(from.slice(11));
  const ends = until.slice(0, 10) > day ? '24:00' : short(until.slice(11));
  return `${starts}–${ends}`;
}

function short(time: string): string {
  return time.replace(/^0/, '');
}
