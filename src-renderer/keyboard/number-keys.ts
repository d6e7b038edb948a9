import { useContext, useEffect, useRef } from 'react';
import { Shown } from '../components/shown.ts';
import { useTask } from '../store/task-slice.ts';
import { slowestGapMs } from './scanner.ts';
import { somethingFloats } from './step-back.ts';

/** 数字のキー: 1–9 choose a tab wherever no field is being typed in; 0 is the first place. Digits of a scanned receipt number choose nothing. */
export function useNumberKeys(choose: (place: number) => void): void {
  const shown = useContext(Shown);
  const helpOpen = useTask((tasks) => tasks.helpOpen);
  const newest = useRef(choose);
  useEffect(() => {
    newest.current = choose;
  });
  useEffect(() => {
    if (!shown || helpOpen) return;
    let last = Number.NEGATIVE_INFINITY;
    let scanning = false;
    const listen = (event: KeyboardEvent): void => {
      // The digits of a receipt number that is being scanned follow its letter at once.
      scanning = /^[A-Za-z]$/.test(event.key) || (scanning && event.timeStamp - last <= slowestGapMs);
      last = event.timeStamp;
      if (scanning || somethingFloats() || isTypedInto(event.target)) return;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const digit = event.key.normalize('NFKC');
      if (/^[1-9]$/.test(digit)) newest.current(Number(digit) - 1);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [shown, helpOpen]);
}

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
}
