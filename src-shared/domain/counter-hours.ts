import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import { dateOf, type PlainDateTime, type PlainTime, timeOf } from '../kernel/plain-date-time.ts';
import { formatMonthDay } from '../kernel/wareki.ts';
import { type Calendar, closureOn, specialOpeningsOn, systemStopsOn } from './calendar.ts';
import { type Finding, judge } from './decision.ts';
import type { Policy } from './policy.ts';
import { OFFICE_NAMES, type Office } from './visit.ts';

/** 受付時間の答え (L2): `special` names the reason of a special opening that made it open. */
export type CounterAnswer = {
  readonly open: boolean;
  readonly code: 'L2' | null;
  readonly text: string;
  readonly special: string | null;
};

/** 受付時間: `special` names the reason of a special opening. */
export type Hours = { readonly opensAt: PlainTime; readonly closesAt: PlainTime; readonly special: string | null };

/** 窓口が開いているか (L2): 9:00 is inside, 17:00 is not; a special day or hour counts as opened. */
export function counterOpen(at: PlainDateTime, office: Office, policy: Policy, calendar: Calendar): CounterAnswer {
  const date = dateOf(at);
  const time = timeOf(at);
  const inside = hoursOn(date, office, policy, calendar).find(
    (hours) => hours.opensAt <= time && time < hours.closesAt,
  );
  if (inside !== undefined) {
    const reason = inside.special === null ? '' : `臨時開庁(${inside.special})。`;
    return {
      open: true,
      code: null,
      text: `${reason}受付時間内です(${spoken(inside.closesAt)}まで)。`,
      special: inside.special,
    };
  }
  const closure = closureOn(date, office, calendar);
  const why = closure === null ? '受付時間の外です' : `${closure}のため、窓口は休みです`;
  const next = nextOpening(at, office, policy, calendar);
  const when = next === null ? '' : `次の受付は${formatMonthDay(next.on)}${spoken(next.opensAt)}からです。`;
  return { open: false, code: 'L2', text: `${why}。${when}`, special: null };
}

/** 場所・時間・システム停止 (L1, L2, L3): L2 refuses, a stop only makes the issuance wait. */
export function judgeCounter(
  at: PlainDateTime,
  office: Office,
  policy: Policy,
  calendar: Calendar,
): readonly Finding[] {
  const counter = counterOpen(at, office, policy, calendar);
  const stops = systemStopsOn(dateOf(at), calendar);
  return judge(null, [
    { code: 'L1', held: true, effect: 'refuse', text: `${OFFICE_NAMES[office]}で扱う` },
    {
      code: 'L2',
      held: counter.open,
      effect: 'refuse',
      text: counter.special === null ? (counter.open ? '受付時間内' : '受付時間の外') : `臨時開庁(${counter.special})`,
      refusal: `受付は平日の${spoken(policy.opensAt)}から${spoken(policy.closesAt)}までです。${counter.text}`,
    },
    {
      code: 'L3',
      held: stops.length === 0 ? true : 'pending',
      effect: 'note',
      text:
        stops.length === 0
          ? '停止の予定がない'
          : `システム停止(${stops.map(({ reason }) => reason).join('、')})。受け付けて、発行は停止のあと`,
    },
  ]);
}

/** さかのぼり入力 (L4): taken on paper while the computer was down. */
export type BackEntry = {
  readonly happenedAt: PlainDateTime;
  readonly recordedAt: PlainDateTime;
  readonly reason: string;
  readonly clerk: string;
  readonly secondPerson: string | null;
};

/** さかのぼり入力の判定 (L4): the time it happened, the reason and someone else; L2 is judged for the time it happened. */
export function judgeBackEntry(entry: BackEntry): readonly Finding[] {
  const answer = { code: 'L4', effect: 'refuse' } as const;
  return judge(null, [
    {
      ...answer,
      held: entry.happenedAt <= entry.recordedAt,
      text: '受け付けた時刻が入力より前',
      refusal: '受け付けた時刻が、いまより後になっています。紙に書いた時刻を入力してください。',
    },
    {
      ...answer,
      held: entry.reason.trim() !== '',
      text: '紙で受け付けた理由',
      refusal: '紙で受け付けた理由を入力してください。',
    },
    {
      ...answer,
      held: entry.secondPerson === null ? 'pending' : entry.secondPerson !== entry.clerk,
      text: '別の職員の確認',
      refusal: '確認は、入力した職員とは別の職員が行ってください。',
    },
  ]);
}

/** 受付時間 on a day (L2): none on a closed one; special hours stand beside the usual ones. */
export function hoursOn(date: PlainDate, office: Office, policy: Policy, calendar: Calendar): readonly Hours[] {
  if (
    calendar.specialClosures.some(({ on, offices }) => on === date && (offices === null || offices.includes(office)))
  ) {
    return [];
  }
  const special = specialOpeningsOn(date, office, calendar).map(({ opensAt, closesAt, reason }) => ({
    opensAt,
    closesAt,
    special: reason,
  }));
  const regular = { opensAt: policy.opensAt, closesAt: policy.closesAt, special: null };
  const weekdays = { ...calendar, specialOpenings: [] };
  return closureOn(date, office, weekdays) === null ? [regular, ...special] : special;
}

function nextOpening(
  at: PlainDateTime,
  office: Office,
  policy: Policy,
  calendar: Calendar,
): { readonly on: PlainDate; readonly opensAt: PlainTime } | null {
  const time = timeOf(at);
  let day = dateOf(at);
  for (let step = 0; step < 31; step += 1) {
    const later = hoursOn(day, office, policy, calendar)
      .map(({ opensAt }) => opensAt)
      .filter((opensAt) => step > 0 || opensAt > time)
      .sort();
    const [first] = later;
    if (first !== undefined) return { on: day, opensAt: first };
    if (day === '9999-12-31') return null;
    day = addDays(day, 1);
  }
  return null;
}

function spoken(time: PlainTime): string {
  return time.replace(/^0/, '');
}
