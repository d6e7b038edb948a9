import { useContext, useEffect, useRef } from 'react';
import { Shown } from '../components/shown.ts';
import { useTask } from '../store/task-slice.ts';
import { isComposingKey } from './composition.ts';

/** 一つ戻る (Esc): calls `act` unless something above the task takes the key first: a notice, the help, a list, a dialog, a conversion. */
export function useStepBack(act: () => void): void {
  const shown = useContext(Shown);
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  });
  useEffect(() => {
    if (!shown) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || isComposingKey(event)) return;
      if (useTask.getState().notice !== null || somethingFloats()) return;
      event.preventDefault();
      newest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [shown]);
}

/** 上に浮くもの: the help, a dialog or a list; it closes itself by Esc, and only as long as nobody else takes the key. */
export function somethingFloats(): boolean {
  return document.querySelector('.combo-list, dialog[open]') !== null;
}

/** 今日の窓口へ戻る. */
export function goHome(): void {
  useTask.getState().go({ kind: 'home' });
}
