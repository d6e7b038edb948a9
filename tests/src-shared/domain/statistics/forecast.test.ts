import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyOn } from '../../../../src-shared/domain/policy.ts';
import {
  type EndingCount,
  forecastOf,
  forecastReaches,
  forecastSpan,
  mondayOf,
} from '../../../../src-shared/domain/statistics/forecast.ts';
import { addDays, plainDate } from '../../../../src-shared/kernel/plain-date.ts';

const today = plainDate('2026-11-24'); // a Tuesday
const policy = policyOn(today);
const ends = (expiresOn: string, n = 1, kind: EndingCount['kind'] = 'signature'): EndingCount => ({
  kind,
  expiresOn: plainDate(expiresOn),
  n,
});
const forecast = (...endings: EndingCount[]) => forecastOf(endings, today, policy);
const weekOf = (of: ReturnType<typeof forecast>, monday: string) => {
  const week = of.weeks.find((each) => each.monday === monday);
  if (week === undefined) throw new Error(`no week ${monday}`);
  return week;
};

describe('更新の見込み', () => {
  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2026-11-30', '2026-11-30'],
  ])('%s の週は %s の月曜日から', (day, monday) => {
    expect(mondayOf(plainDate(day))).toBe(monday);
  });

  test('今週から53週で、終わりは日曜日', () => {
    expect(forecastSpan(today)).toEqual({ from: '2026-11-23', until: '2027-11-28' });
    expect(forecast().weeks).toHaveLength(53);
  });

  test('満了日の週に数え、日曜日はその週、月曜日は次の週', () => {
    const of = forecast(ends('2027-04-04', 2), ends('2027-04-05', 3));
    expect(weekOf(of, '2027-03-29').ending).toEqual({ signature: 2, userAuthentication: 0 });
    expect(weekOf(of, '2027-04-05').ending).toEqual({ signature: 3, userAuthentication: 0 });
  });

  test('更新できるようになる日の週にも数える (W1: 2027年4月1日までのものは、1月2日から)', () => {
    const of = forecast(ends('2027-04-01', 4, 'userAuthentication'));
    expect(weekOf(of, '2026-12-28').opening).toEqual({ signature: 0, userAuthentication: 4 });
    expect(of.open).toEqual({ signature: 0, userAuthentication: 0 });
  });

  test('きょうまでに更新できるようになったものは、もう更新できるものに数え、開く週には入れない (W1)', () => {
    // 2027-02-23 まで: 11月24日から。2027-02-24 まで: 11月25日から。
    const of = forecast(ends('2027-02-23', 5), ends('2027-02-24', 7));
    expect(of.open.signature).toBe(5);
    expect(weekOf(of, '2026-11-23').opening.signature).toBe(7);
  });

  test('きょう満了するものはまだ有効で、きのう満了したものは数えない (V1, X0)', () => {
    const of = forecast(ends('2026-11-23', 9), ends('2026-11-24', 1));
    expect(weekOf(of, '2026-11-23').ending.signature).toBe(1);
    expect(of.open.signature).toBe(1);
  });

  test('どの証明書も、満了の週に一度、開く週かもう更新できるもののどちらかに一度だけ数える', () => {
    const { until } = forecastSpan(today);
    const within = fc.integer({ min: 0, max: 350 }).map((days) => ends(addDays(today, days)));
    fc.assert(
      fc.property(fc.array(within, { maxLength: 40 }), (endings) => {
        const of = forecastOf(endings, today, policy);
        const total = (which: 'ending' | 'opening') => of.weeks.reduce((sum, week) => sum + week[which].signature, 0);
        expect(total('ending')).toBe(endings.length);
        expect(total('opening') + of.open.signature).toBe(endings.length);
      }),
    );
    expect(forecastReaches(today, policy) > until).toBe(true);
  });

  test('最後の日曜日に開くものまで、満了日を読んで足りる (W1)', () => {
    const { until } = forecastSpan(today); // 2027-11-28
    // 2028-02-27 まで: 2027-11-28 から。2028-02-28 まで: 11月29日から、見込みの外。
    const of = forecast(ends('2028-02-27', 1), ends('2028-02-28', 10));
    expect(of.weeks.at(-1)?.opening.signature).toBe(1);
    expect(forecastReaches(today, policy) >= plainDate('2028-02-27')).toBe(true);
    expect(until).toBe('2027-11-28');
  });
});
