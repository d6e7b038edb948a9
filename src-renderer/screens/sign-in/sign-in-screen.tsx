import { useEffect, useRef, useState } from 'react';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { Icon } from '../../components/icon.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { halfWidth } from '../../words/counter-words.ts';
import { Entrance, EntranceFact } from './entrance.tsx';
import { LedgerFact } from './ledger-fact.tsx';
import { PracticeStaff } from './practice-staff.tsx';
import { pauseReason, SignInFailure, secondsLeft, troubleOf } from './sign-in-failure.tsx';

/** サインイン: staff number and password, nothing else. */
export function SignInScreen({ status, now }: { readonly status: ProgramStatus; readonly now: string }) {
  const [staffNumber, setStaffNumber] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const { step, failure, signIn, clearFailure } = useProgram();
  const notice = useTask((tasks) => tasks.notice);
  const setHelp = useTask((tasks) => tasks.setHelp);
  const form = useRef<HTMLDivElement>(null);
  const paused = secondsLeft(status.signInPausedUntil, now);

  const focus = (id: string): void => form.current?.querySelector<HTMLElement>(`#${id}`)?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus is set once, when the page opens.
  useEffect(() => {
    clearFailure();
    focus('sign-in-staff');
  }, []);

  const decide = async (): Promise<void> => {
    if (paused > 0 || step === 'sending') return;
    if (halfWidth(staffNumber) === '' || password === '') {
      setMissing('職員番号とパスワードを入力してください。');
      focus(halfWidth(staffNumber) === '' ? 'sign-in-staff' : 'sign-in-password');
      return;
    }
    setMissing(null);
    const done = await signIn(halfWidth(staffNumber), password.normalize('NFKC'));
    if (done) return;
    setPassword('');
    focus('sign-in-password');
  };
  const reason = pauseReason(paused);
  useFunctionKeys({
    F1: { label: 'ヘルプ', act: () => setHelp(true) },
    F11: { label: 'サインイン', main: true, disabledReason: reason, act: () => void decide() },
  });

  const trouble = troubleOf(missing, failure, { seconds: paused, until: status.signInPausedUntil });
  const problem = trouble === null ? null : { message: trouble.message };
  return (
    <Entrance now={now} facts={<Facts status={status} now={now} />}>
      <div ref={form}>
        {notice !== null && (
          <Banner tone={notice.tone} headline={notice.headline}>
            <p>{notice.text}</p>
          </Banner>
        )}
        <h1 className="entrance-title">サインイン</h1>
        <CounterForm label="サインイン" className="entrance-fields" onDecide={() => void decide()}>
          <TextField
            id="sign-in-staff"
            label="職員番号"
            labelled="above"
            width="full"
            inputMode="numeric"
            value={staffNumber}
            onChange={setStaffNumber}
            problem={problem}
            problemId="sign-in-problem"
          />
          <TextField
            id="sign-in-password"
            label="パスワード"
            labelled="above"
            width="full"
            type="password"
            value={password}
            onChange={setPassword}
            problem={problem}
            problemId="sign-in-problem"
          />
          <SignInFailure id="sign-in-problem" trouble={trouble} />
          <div className="entrance-actions">
            <Button
              kind="main"
              shortcut="Enter"
              busy={step === 'sending'}
              disabledReason={reason}
              onPress={() => void decide()}
            >
              サインイン
            </Button>
          </div>
        </CounterForm>
        {status.practiceStaff !== null && (
          <PracticeStaff
            staff={status.practiceStaff}
            onChoose={(number, secret) => {
              setStaffNumber(number);
              void signIn(number, secret);
            }}
          />
        )}
      </div>
      <p className="entrance-foot support">
        パスワードを忘れたときは、管理者に再設定を申し出てください。ここに市民の個人番号や暗証番号を入力することはありません。
      </p>
    </Entrance>
  );
}

function Facts({ status, now }: { readonly status: ProgramStatus; readonly now: string }) {
  return (
    <>
      {status.counterHours !== null && (
        <EntranceFact name="今日の受付" note="受付場所:市民課・祖父江支所・平和支所">
          {status.counterHours.text.split(/(?<=。)/u).map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
        </EntranceFact>
      )}
      {status.notices.map((notice) => (
        <EntranceFact key={notice.code + notice.headline} name="お知らせ" note={notice.text}>
          <Icon name="infoCircle" /> {notice.headline}
        </EntranceFact>
      ))}
      <LedgerFact ledger={status.ledger} now={now} />
    </>
  );
}
