import { useContext, useEffect, useRef } from 'react';
import { Shown } from '../components/shown.ts';
import { isComposingKey } from './composition.ts';
import { somethingFloats } from './step-back.ts';

const steps: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 };

/** めくる (← →): calls `turn` unless the keys belong to a field, to a choice, to something that scrolls sideways or to what lies above. */
export function useTurnKeys(turn: (step: -1 | 1) => void): void {
  const shown = useContext(Shown);
  const newest = useRef(turn);
  useEffect(() => {
    newest.current = turn;
  });
  useEffect(() => {
    if (!shown) return;
    const listen = (event: KeyboardEvent): void => {
      const step = steps[event.key];
      const modified = event.ctrlKey || event.altKey || event.shiftKey || event.metaKey;
      if (step === undefined || modified || event.defaultPrevented || isComposingKey(event)) return;
      if (somethingFloats() || hasOwnUse(event.target)) return;
      event.preventDefault();
      newest.current(step);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [shown]);
}

function hasOwnUse(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('input, textarea, select, [role="radiogroup"] *')) return true;
  return target.matches('section[tabindex]') && target.scrollWidth > target.clientWidth;
}
