import { Icon } from '../../components/icon.tsx';

type Props = {
  readonly id: string;
  readonly message: string | null;
  readonly paused: number;
  readonly note: string;
};

/** サインインできないとき: what was wrong, and how long the terminal waits after several. */
export function SignInFailure({ id, message, paused, note }: Props) {
  return (
    <div className="sign-in-failure" id={id} role="alert">
      {message !== null && (
        <p className="field-problem">
          <Icon name="crossCircle" />
          <b>{message}</b>
        </p>
      )}
      {paused > 0 && <p className="support">あと{paused}秒で、また入力できます。</p>}
      {message !== null && paused === 0 && (
        <p className="support">
          <Icon name="infoCircle" /> {note}
        </p>
      )}
    </div>
  );
}

/** 残りの秒: until an instant; 0 where there is none or it has passed. */
export function secondsLeft(until: string | null, now: string): number {
  if (until === null) return 0;
  return Math.max(0, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000));
}
