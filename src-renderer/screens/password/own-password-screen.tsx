import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import { Button } from '../../components/button.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { Entrance, EntranceFact, EntranceWho } from '../sign-in/entrance.tsx';
import { PasswordFields, passwordAdvice, usePasswordForm } from './password-form.tsx';

/** 自分のパスワードに変える: stands before everything else where an administrator gave the one that was just typed. */
export function OwnPasswordScreen({ status, now }: { readonly status: ProgramStatus; readonly now: string }) {
  const signOut = useProgram((program) => program.signOut);
  const setHelp = useTask((tasks) => tasks.setHelp);
  const form = usePasswordForm(() => undefined);
  useFunctionKeys(
    {
      F1: { label: 'ヘルプ', act: () => setHelp(true) },
      F8: { label: '別の職員に替わる', act: () => void signOut() },
      F11: {
        label: 'パスワードを変える',
        main: true,
        act: form.decide,
        waitingWord: form.busy ? '記録しています' : undefined,
      },
    },
    { level: 'lock', alone: true },
  );
  return (
    <Entrance
      now={now}
      facts={
        <>
          <EntranceFact name="はじめに一度だけ" note="変えると、今日の窓口が開きます。">
            渡されたパスワードを、自分だけが知るものに変えます
          </EntranceFact>
          <EntranceFact name="パスワード">
            {passwordAdvice.map((sentence) => (
              <div key={sentence}>{sentence}</div>
            ))}
          </EntranceFact>
        </>
      }
    >
      <h1 className="entrance-title">パスワードを変える</h1>
      {status.user !== null && <EntranceWho user={status.user} />}
      <PasswordFields
        form={form}
        currentLabel="渡されたパスワード"
        className="entrance-fields"
        actions={
          <div className="entrance-actions">
            <Button kind="main" shortcut="F11" busy={form.busy} onPress={form.decide}>
              パスワードを変える
            </Button>
          </div>
        }
      />
    </Entrance>
  );
}
