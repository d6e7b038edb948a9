import { useEffect, useRef, useState } from 'react';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import { Button } from '../../components/button.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { Icon } from '../../components/icon.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { timeWord } from '../../words/day-words.ts';
import { Entrance, EntranceFact, EntranceWho } from './entrance.tsx';
import { LedgerFact } from './ledger-fact.tsx';
import { pauseReason, SignInFailure, secondsLeft, troubleOf } from './sign-in-failure.tsx';

/** ロック中: the same clerk goes on with the password alone, or another takes over; nobody's name but the clerk's is shown. */
export function LockedScreen({ status, now }: { readonly status: ProgramStatus; readonly now: string }) {
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const { step, failure, unlock, signOut, lockedAt, lockedBy, clearFailure } = useProgram();
  const { helpOpen, setHelp } = useTask();
  const form = useRef<HTMLDivElement>(null);
  const paused = secondsLeft(status.signInPausedUntil, now);
  const focusPassword = (): void => form.current?.querySelector('input')?.focus();
  useEffect(() => clearFailure(), [clearFailure]);
  // Again once the help lets go: while it is open, nothing below it can take the focus.
  useEffect(() => {
    if (!helpOpen) form.current?.querySelector('input')?.focus();
  }, [helpOpen]);

  const decide = async (): Promise<void> => {
    if (paused > 0 || step === 'sending') return;
    if (password === '') {
      setMissing('パスワードを入力してください。');
      focusPassword();
      return;
    }
    setMissing(null);
    const done = await unlock(password.normalize('NFKC'));
    if (done) return;
    setPassword('');
    focusPassword();
  };
  const reason = pauseReason(paused);
  useFunctionKeys(
    {
      F1: { label: 'ヘルプ', act: () => setHelp(true) },
      F8: { label: '別の職員に替わる', act: () => void signOut() },
      F11: { label: 'ロックを解く', main: true, disabledReason: reason, act: () => void decide() },
    },
    { level: 'lock', alone: true },
  );

  const trouble = troubleOf(missing, failure, { seconds: paused, until: status.signInPausedUntil });
  return (
    <Entrance
      now={now}
      facts={
        <>
          {lockedAt !== null && (
            <EntranceFact name="ロックした時刻" note={lockReason(lockedBy, status.idleLockMinutes)}>
              {timeWord(lockedAt)}
            </EntranceFact>
          )}
          <EntranceFact name="残っているもの" note="解くと続きから始まります。氏名などはロック中は表示しません。">
            入力していたものは、そのまま残っています
          </EntranceFact>
          <LedgerFact ledger={status.ledger} now={now} />
        </>
      }
    >
      <div ref={form}>
        <h1 className="entrance-title">
          <Icon name="lock" /> ロック中です
        </h1>
        {status.user !== null && <EntranceWho user={status.user} />}
        <CounterForm label="ロックを解く" className="entrance-fields" onDecide={() => void decide()}>
          <TextField
            id="unlock-password"
            label="パスワード"
            labelled="above"
            width="full"
            type="password"
            value={password}
            onChange={setPassword}
            problem={trouble === null ? null : { message: trouble.message }}
            problemId="unlock-problem"
          />
          <SignInFailure id="unlock-problem" trouble={trouble} />
          <p className="support">
            <Icon name="infoCircle" /> 全角で入力しても、半角として受け付けます。
          </p>
          <div className="entrance-actions">
            <Button
              kind="main"
              shortcut="Enter"
              busy={step === 'sending'}
              disabledReason={reason}
              onPress={() => void decide()}
            >
              ロックを解く
            </Button>
            <Button shortcut="F8" onPress={() => void signOut()}>
              別の職員に替わる
            </Button>
          </div>
        </CounterForm>
      </div>
      {status.user !== null && (
        <p className="entrance-foot support">
          別の職員に替わっても、入力中の受付は{status.user.name}さんの手元に残ります。
        </p>
      )}
    </Entrance>
  );
}

function lockReason(by: 'key' | 'idle' | null, minutes: number): string {
  if (by === 'key') return 'F12でロックしたため';
  return by === 'idle' ? `操作がないまま${minutes}分たったため` : '本体がロックしたため';
}
