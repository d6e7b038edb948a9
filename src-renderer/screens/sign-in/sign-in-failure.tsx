import type { Failure } from '../../../src-shared/contract/errors.ts';
import { Icon } from '../../components/icon.tsx';
import { timeWord } from '../../words/day-words.ts';

/** 断られたわけ: what was wrong, and what follows (あと4回続けて違うと…); `note` is null where nothing more is to be said. */
export type SignInTrouble = { readonly message: string; readonly note: string | null };

type Props = { readonly id: string; readonly trouble: SignInTrouble | null };

/** サインインできないとき: what was wrong, and how long the terminal waits after several. */
export function SignInFailure({ id, trouble }: Props) {
  return (
    <div className="sign-in-failure" id={id} role="alert">
      {trouble !== null && (
        <p className="field-problem">
          <Icon name="crossCircle" />
          <b>{trouble.message}</b>
        </p>
      )}
      {trouble !== null && trouble.note !== null && (
        <p className="support">
          <Icon name="infoCircle" /> {trouble.note}
        </p>
      )}
    </div>
  );
}

/** 断られたわけを読む: the main process says at the field what is left; a pause that is over is no news any more. */
export function troubleOf(
  missing: string | null,
  failure: Failure | null,
  pause: { readonly seconds: number; readonly until: string | null },
): SignInTrouble | null {
  const { seconds: paused, until } = pause;
  // Also where the program was started anew meanwhile: the terminal still waits.
  if (paused > 0 && until !== null)
    return {
      message: `続けて違ったため、この端末のサインインを${timeWord(until)}まで止めています。`,
      note: '待ってから入力してください。ほかの端末では、いつもどおりサインインできます。',
    };
  if (missing !== null) return { message: missing, note: null };
  if (failure === null || (failure.code === 'signInPaused' && paused === 0)) return null;
  const words = failure.fields[0]?.message ?? failure.message;
  const end = words.indexOf('。') + 1;
  if (failure.code !== 'signInFailed' || end === 0) return { message: failure.message, note: null };
  return { message: words.slice(0, end), note: words.slice(end) || null };
}

/** 休止の言葉: seconds while they can be counted, minutes before. */
export function pauseReason(seconds: number): string | undefined {
  if (seconds === 0) return undefined;
  return seconds <= 90 ? `あと${seconds}秒で入力できます。` : `あと${Math.ceil(seconds / 60)}分で入力できます。`;
}

/** 残りの秒: until an instant; 0 where there is none or it has passed. */
export function secondsLeft(until: string | null, now: string): number {
  if (until === null) return 0;
  return Math.max(0, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000));
}
