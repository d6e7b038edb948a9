import { useCallback, useEffect } from 'react';
import { FunctionBar } from './components/function-bar.tsx';
import { Header } from './components/header.tsx';
import { PracticeBand } from './components/practice-band.tsx';
import { Shown } from './components/shown.ts';
import { useIdleLock } from './keyboard/idle-lock.ts';
import { useKeyboardGuard } from './keyboard/keyboard-guard.ts';
import { offerScan } from './keyboard/scan-taker.ts';
import { useScanner } from './keyboard/scanner.ts';
import { HelpOverlay } from './screens/help/help-overlay.tsx';
import { OwnPasswordScreen } from './screens/password/own-password-screen.tsx';
import { SetupScreen } from './screens/setup/setup-screen.tsx';
import { CannotOpenScreen } from './screens/sign-in/cannot-open-screen.tsx';
import { LockedScreen } from './screens/sign-in/locked-screen.tsx';
import { NoAnswerScreen } from './screens/sign-in/no-answer-screen.tsx';
import { SignInScreen } from './screens/sign-in/sign-in-screen.tsx';
import { useProgram } from './store/program-slice.ts';
import { useTask } from './store/task-slice.ts';
import { useNow } from './store/use-now.ts';
import { usePolling } from './store/use-polling.ts';
import { Workspace } from './workspace.tsx';

/** 窓口台帳の画面: the frame around every task. Behind the lock the tasks stay as they were, unseen and out of reach. */
export function App() {
  const status = useProgram((program) => program.status);
  const outOfTouch = useProgram((program) => program.outOfTouch);
  const lock = useProgram((program) => program.lock);
  const findCase = useTask((tasks) => tasks.findCase);
  const setHelp = useTask((tasks) => tasks.setHelp);
  const now = useNow();
  const phase = status?.phase ?? null;
  const open = phase === 'open';
  const locked = phase === 'locked';

  usePolling();
  useKeyboardGuard();
  useScanner(
    useCallback(
      (receipt: string) => {
        if (!offerScan(receipt)) void findCase(receipt);
      },
      [findCase],
    ),
    open,
  );
  useIdleLock(
    status?.idleLockMinutes ?? 0,
    open || phase === 'ownPassword',
    useCallback(() => void lock('idle'), [lock]),
  );
  useEffect(() => {
    if (locked) setHelp(false);
  }, [locked, setHelp]);

  if (status === null) return <NoAnswerScreen waiting={!outOfTouch} />;
  return (
    <div className="frame">
      {status.practice && <PracticeBand />}
      <Header status={status} now={now} outOfTouch={outOfTouch} short={!open} />
      <div className="frame-middle">
        {phase === 'cannotOpen' && <CannotOpenScreen reason={status.cannotOpen} />}
        {phase === 'setUp' && <SetupScreen />}
        {phase === 'signIn' && <SignInScreen status={status} now={now} />}
        {(open || locked) && (
          <Shown.Provider value={open}>
            <Workspace status={status} hidden={locked} />
          </Shown.Provider>
        )}
        {phase === 'ownPassword' && <OwnPasswordScreen status={status} now={now} />}
        {locked && <LockedScreen status={status} now={now} />}
      </div>
      <FunctionBar />
      <HelpOverlay />
    </div>
  );
}
