import { Button } from '../../components/button.tsx';
import { TaskTitle } from '../../components/task-title.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { PasswordFields, passwordAdvice, usePasswordForm } from './password-form.tsx';

/** パスワードを変える: everybody's own, with the old one. */
export function PasswordScreen() {
  const readOnly = useProgram((program) => program.status?.ledger?.state === 'readOnly');
  const user = useProgram((program) => program.status?.user ?? null);
  const { go, tell } = useTask();
  const form = usePasswordForm(() => {
    go({ kind: 'home' });
    tell({
      tone: 'success',
      headline: 'パスワードを変えました',
      text: '次のサインインとロックの解除から、新しいパスワードを使ってください。',
    });
  });
  const disabledReason = readOnly ? '台帳が読み取り専用のため、変えられません。' : undefined;
  useStepBack(goHome);
  useFunctionKeys({
    F11: {
      label: 'パスワードを変える',
      main: true,
      act: form.decide,
      disabledReason,
      waitingWord: form.busy ? '記録しています' : undefined,
    },
  });
  return (
    <main className="task-main">
      <div className="task-main-inner">
        <TaskTitle title="パスワードを変える">
          {user !== null && (
            <span className="support">
              {user.name}・職員番号 {user.staffNumber}
            </span>
          )}
        </TaskTitle>
        <div className="password-page">
          <PasswordFields
            form={form}
            currentLabel="いまのパスワード"
            actions={
              <div className="letter-acts">
                <Button
                  kind="main"
                  shortcut="F11"
                  busy={form.busy}
                  disabledReason={disabledReason}
                  onPress={form.decide}
                >
                  パスワードを変える
                </Button>
                <Button shortcut="Esc" onPress={goHome}>
                  やめる
                </Button>
              </div>
            }
          />
          <ul className="password-advice">
            {passwordAdvice.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      </div>
    </main>
  );
}
