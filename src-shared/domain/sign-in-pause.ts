/** 照合の一回: a password that was tried or set anew at this terminal; `at` in milliseconds, `staff` null where nobody has the number. */
export type SignInAttempt = {
  readonly at: number;
  readonly passed: boolean;
  readonly staff: string | null;
};

/** 休止 (pause): until when this terminal takes no password (milliseconds), and what another failure brings. */
export type SignInPause = {
  readonly until: number | null;
  /** failures that are left before the next pause */
  readonly left: number;
  /** how long that one would be, in minutes */
  readonly nextMinutes: number;
};

const failuresBeforePause = 5;
const pauseMinutes = [1, 2, 4, 8, 15] as const;
const minute = 60_000;
const forgottenAfter = 30 * minute;

/**
 * サインインの休止: each fifth failure pauses this terminal for 1, 2, 4, 8, then 15 minutes, whoever's number was typed. Half an hour without a
 * failure forgets all; who signs in forgets the failures that named that person or nobody, so that nobody's own password makes room
 * for more guesses at a colleague's. An account is never locked: at the next terminal its owner signs in at once.
 */
export function signInPause(attempts: readonly SignInAttempt[], now: number): SignInPause {
  let failures: readonly SignInAttempt[] = [];
  let until: number | null = null;
  // What a clock that ran ahead has dated into the future must not stop anybody until then.
  const happened = attempts.filter(({ at }) => at <= now);
  for (const attempt of happened.sort((one, other) => one.at - other.at)) {
    const last = failures.at(-1);
    if (last !== undefined && attempt.at - last.at >= forgottenAfter) failures = [];
    if (attempt.passed) {
      failures = failures.filter(({ staff }) => staff !== null && staff !== attempt.staff);
      until = null;
      continue;
    }
    failures = [...failures, attempt];
    if (failures.length % failuresBeforePause === 0) until = attempt.at + minutesOf(failures.length) * minute;
  }
  const last = failures.at(-1);
  const count = last !== undefined && now - last.at >= forgottenAfter ? 0 : failures.length;
  const left = failuresBeforePause - (count % failuresBeforePause);
  return {
    until: until !== null && until > now ? until : null,
    left,
    nextMinutes: minutesOf(count + left),
  };
}

function minutesOf(failures: number): number {
  const place = Math.min(failures / failuresBeforePause, pauseMinutes.length) - 1;
  return pauseMinutes[place] ?? 15;
}
