import { useEffect, useState } from 'react';
import { instantAt, useProgram } from './program-slice.ts';

/** いま: the main process's clock, looked at every second. */
export function useNow(): string {
  const offset = useProgram((program) => program.clockOffset);
  const [machineNow, setMachineNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setMachineNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return instantAt(offset, machineNow);
}
