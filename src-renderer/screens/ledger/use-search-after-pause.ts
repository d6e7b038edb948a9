import { useContext, useEffect } from 'react';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { characterCount } from '../../../src-shared/kernel/text-input.ts';
import { Shown } from '../../components/shown.ts';
import { useKeyBar } from '../../keyboard/function-keys.ts';
import { useLedger } from '../../store/ledger-slice.ts';

/** Each set of results is recorded (B5): the search waits until the clerk has stopped typing. */
const pauseMilliseconds = 600;
const leastCharacters = 2;

/** 打ち終わりを待って探す: never while a conversion is open, never for a single character, never twice for the same words. */
export function useSearchAfterPause(): void {
  const typed = useLedger((ledger) => ledger.typed);
  const composing = useKeyBar((bar) => bar.composing);
  const shown = useContext(Shown);
  useEffect(() => {
    const { found, search } = useLedger.getState();
    if (!shown || composing || found?.typed === typed) return;
    if (characterCount(typed.trim()) < leastCharacters || findMyNumbers(typed).length > 0) return;
    const timer = setTimeout(() => {
      if (useLedger.getState().found?.typed !== typed && !useLedger.getState().searching) void search(false);
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [typed, composing, shown]);
}
