import { useEffect, useState } from 'react';
import { instantAt, useProgram } from './program-slice.ts';

/** いま: the main process's clock, looked at every second. */
export function useNow(): string {
  const offset = useProgram((program) => program.clockOffset);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return instantAt(offset);
}
