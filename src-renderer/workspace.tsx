import { useEffect, useRef } from 'react';
import type { ProgramStatus } from '../src-shared/contract/api/program-api.ts';
import { ListFormatOverlay } from './components/list-format.tsx';
import { NoticeBar } from './components/notice-bar.tsx';
import { PrintOverlay } from './components/print-preview.tsx';
import { useFrameKeys } from './frame-keys.ts';
import { useFocusNet } from './keyboard/focus-net.ts';
import { useTask } from './store/task-slice.ts';
import { taskScreen } from './tasks.tsx';

/** 仕事場: the task in hand with the notice above it. Hidden it keeps every field, and takes the focus back to where it was. */
export function Workspace({ status, hidden }: { readonly status: ProgramStatus; readonly hidden: boolean }) {
  const task = useTask((tasks) => tasks.task);
  const { notice, tell } = useTask();
  const box = useRef<HTMLDivElement>(null);
  const lastFocused = useRef<HTMLElement | null>(null);
  useFrameKeys(status);

  useEffect(() => {
    const element = box.current;
    const remember = (event: FocusEvent): void => {
      if (event.target instanceof HTMLElement) lastFocused.current = event.target;
    };
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    if (!hidden && lastFocused.current?.isConnected === true) lastFocused.current.focus();
  }, [hidden]);
  useFocusNet(box, !hidden);

  return (
    <div ref={box} className="frame-task workspace" hidden={hidden} inert={hidden}>
      {notice !== null && <NoticeBar notice={notice} onPutAway={() => tell(null)} />}
      <div className="workspace-task">{taskScreen(task)}</div>
      <PrintOverlay />
      <ListFormatOverlay />
    </div>
  );
}
