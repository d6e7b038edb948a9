import { useEffect } from 'react';
import { useHome } from '../../store/home-slice.ts';
import type { UseReception } from '../../store/reception-slice.ts';

const quietMs = 1500;

/** 入力中として控える: 1.5 s after the last key, and on leaving the screen; lock and sign-out ask the slice themselves. */
export function useDraftKeeping(useReception: UseReception): void {
  const typed = useReception((reception) => reception.typed);
  const save = useReception((reception) => reception.save);
  const kept = useReception((reception) => reception.savedContent !== null);
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => void save(), quietMs);
    return () => clearTimeout(timer);
  }, [typed, save]);
  useEffect(() => () => void save().then(() => useHome.getState().load()), [save]);
  // Once there is a draft, the queue beside the form shows it.
  useEffect(() => {
    if (kept) void useHome.getState().load();
  }, [kept]);
}
