import { useEffect, useState } from 'react';
import { PlainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';
import { instantAt, useProgram } from '../../store/program-slice.ts';

/** いまの分: the program's own clock to the minute; what is judged changes at most once a minute. */
export function useMinute(): PlainDateTime {
  const offset = useProgram((program) => program.clockOffset);
  const [minute, setMinute] = useState(() => instantAt(offset).slice(0, 16));
  useEffect(() => {
    const look = (): void => setMinute(instantAt(useProgram.getState().clockOffset).slice(0, 16));
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, []);
  return PlainDateTime.parse(minute);
}
