import { useEffect } from 'react';
import { useProgram } from './program-slice.ts';

const everyMs = 20_000;

/** 様子を尋ねる: at the start, every 20 seconds, and when the window comes back to the front. */
export function usePolling(): void {
  useEffect(() => {
    const ask = (): void => {
      void useProgram.getState().refresh();
    };
    ask();
    const timer = setInterval(ask, everyMs);
    window.addEventListener('focus', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', ask);
    };
  }, []);
}
