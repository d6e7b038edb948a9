import { addDays, addMonths, type PlainDate, weekdayOf } from '../../kernel/plain-date.ts';
import type { Policy } from '../policy.ts';
import { renewalWindow } from '../renewal.ts';
import type { CertificateKind } from '../visit.ts';

/** 満了する枚数: certificates in force that end on one day. */
export type EndingCount = { readonly kind: CertificateKind; readonly expiresOn: PlainDate; readonly n: number };

/** 一週間の見込み: from its Monday; `ending` by the last day, `opening` by the first day of the renewal window (W1). */
export type ForecastWeek = {
  readonly monday: PlainDate;
  readonly ending: Readonly<Record<CertificateKind, number>>;
  readonly opening: Readonly<Record<CertificateKind, number>>;
};

/** 更新の見込み: `open` are those whose window is open today. */
export type Forecast = {
  readonly weeks: readonly ForecastWeek[];
  readonly open: Readonly<Record<CertificateKind, number>>;
};

/** 見込む週の数: this week and a year on */
export const forecastWeeks = 53;
const daysAWeek = 7;

/** その週の月曜日 */
export function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, -((weekdayOf(day) + daysAWeek - 1) % daysAWeek));
}

/** 見込みの日々: from this week's Monday to the last Sunday. */
export function forecastSpan(today: PlainDate): { readonly from: PlainDate; readonly until: PlainDate } {
  const from = mondayOf(today);
  return { from, until: addDays(from, forecastWeeks * daysAWeek - 1) };
}

/** 見込みに要る満了日: the last day of a certificate whose window opens within the weeks. */
export function forecastReaches(today: PlainDate, policy: Policy): PlainDate {
  return addMonths(forecastSpan(today).until, policy.renewalWindowMonths + 1);
}

/**
 * 更新の見込みを出す (W1): whoever can renew already stands in `open`, everybody else in the week in which the window opens; and everybody
 * in the week of the last day. What has ended by today is in neither.
 */
export function forecastOf(endings: readonly EndingCount[], today: PlainDate, policy: Policy): Forecast {
  const { from, until } = forecastSpan(today);
  const inForce = endings
    .filter(({ expiresOn }) => expiresOn >= today)
    .map((each) => ({ ...each, opensOn: renewalWindow(each.expiresOn, policy).opensOn }));
  const add = (of: typeof inForce) => ({
    signature: sum(of.filter(({ kind }) => kind === 'signature')),
    userAuthentication: sum(of.filter(({ kind }) => kind === 'userAuthentication')),
  });
  const byDay = (dayOf: (each: (typeof inForce)[number]) => PlainDate) =>
    Map.groupBy(
      inForce.filter((each) => from <= dayOf(each) && dayOf(each) <= until),
      (each) => mondayOf(dayOf(each)),
    );
  const ending = byDay(({ expiresOn }) => expiresOn);
  const opening = byDay(({ opensOn }) => opensOn);
  return {
    weeks: Array.from({ length: forecastWeeks }, (_, index) => {
      const monday = addDays(from, index * daysAWeek);
      return {
        monday,
        ending: add(ending.get(monday) ?? []),
        opening: add((opening.get(monday) ?? []).filter(({ opensOn }) => opensOn > today)),
      };
    }),
    open: add(inForce.filter(({ opensOn }) => opensOn <= today)),
  };
}

function sum(of: readonly { readonly n: number }[]): number {
  return of.reduce((total, { n }) => total + n, 0);
}
