import { describe, expect, test } from 'vitest';
import { type SignInAttempt, signInPause } from '../../../src-shared/domain/sign-in-pause.ts';

const minute = 60_000;
const wrong = (at: number, staff: string | null = 'a'): SignInAttempt => ({ at: at * minute, passed: false, staff });
const right = (at: number, staff: string): SignInAttempt => ({ at: at * minute, passed: true, staff });
const times = (count: number, at: number, staff: string | null = 'a') =>
  Array.from({ length: count }, () => wrong(at, staff));
const untilOf = (attempts: readonly SignInAttempt[], now: number) => {
  const { until } = signInPause(attempts, now * minute);
  return until === null ? null : until / minute;
};

describe('サインインの休止', () => {
  test('4回までは止まらず、5回目で1分止まる', () => {
    expect(signInPause(times(4, 10), 10 * minute)).toEqual({ until: null, left: 1, nextMinutes: 1 });
    expect(signInPause(times(5, 10), 10 * minute)).toEqual({ until: 11 * minute, left: 5, nextMinutes: 2 });
  });

  test('1分のあいだは止まり、1分たてば止まらない', () => {
    expect(signInPause(times(5, 10), 11 * minute - 1).until).toBe(11 * minute);
    expect(signInPause(times(5, 10), 11 * minute).until).toBeNull();
  });

  test('続けて違うと1、2、4、8、15分と延び、15分より長くはならない', () => {
    const attempts: SignInAttempt[] = [];
    const pauses: number[] = [];
    let at = 0;
    for (let round = 1; round <= 7; round += 1) {
      attempts.push(...times(5, at));
      const until = untilOf(attempts, at);
      pauses.push((until ?? at) - at);
      at = until ?? at;
    }
    expect(pauses).toEqual([1, 2, 4, 8, 15, 15, 15]);
  });

  test('だれも持っていない番号でも、同じだけ止まる', () => {
    expect(signInPause(times(5, 10, null), 10 * minute)).toEqual(signInPause(times(5, 10), 10 * minute));
  });

  test('30分何もなければ忘れ、29分では忘れない', () => {
    expect(signInPause([...times(4, 0), wrong(29)], 29 * minute).until).not.toBeNull();
    expect(signInPause([...times(4, 0), wrong(30)], 30 * minute)).toEqual({ until: null, left: 4, nextMinutes: 1 });
    expect(signInPause(times(8, 0), 30 * minute)).toEqual({ until: null, left: 5, nextMinutes: 1 });
  });

  test('サインインできれば、その人とだれでもない番号の分を忘れる', () => {
    const before = [...times(2, 0, 'a'), ...times(2, 0, null), right(1, 'a')];
    expect(signInPause([...before, ...times(4, 2, 'a')], 2 * minute).until).toBeNull();
    expect(signInPause([...before, ...times(5, 2, 'a')], 2 * minute).until).not.toBeNull();
  });

  test('自分のサインインをはさんでも、同僚の番号で試した分は忘れない', () => {
    const attempts = [...times(4, 0, 'colleague'), right(1, 'me'), wrong(2, 'colleague')];
    expect(untilOf(attempts, 2)).toBe(3);
  });

  test('時計が進んでいた間の失敗は、時計が直れば、先の日まで止めない', () => {
    const dayAhead = 24 * 60;
    expect(signInPause(times(5, dayAhead), 10 * minute)).toEqual({ until: null, left: 5, nextMinutes: 1 });
  });

  test('書かれた順がどうでも、起きた順に数える', () => {
    const attempts = [right(1, 'a'), ...times(4, 0, 'a'), ...times(4, 2, 'a')];
    expect(signInPause(attempts, 2 * minute).left).toBe(1);
  });
});
