import { useEffect } from 'react';

/** 離席のロック: calls `lock` after this many minutes without a key or the mouse. */
export function useIdleLock(minutes: number, watching: boolean, lock: () => void): void {
  useEffect(() => {
    if (!watching || minutes <= 0) return;
    let touched = Date.now();
    const touch = (): void => {
      touched = Date.now();
    };
    const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, touch, { capture: true, passive: true });
    // Compared with the clock, not counted: a computer that slept must be locked at once when it wakes.
    const timer = setInterval(() => {
      // Asked again each second until it is locked: a lost answer must not leave the screen open.
      if (Date.now() - touched >= minutes * 60_000) lock();
    }, 1000);
    return () => {
      clearInterval(timer);
      for (const kind of kinds) window.removeEventListener(kind, touch, { capture: true });
    };
  }, [minutes, watching, lock]);
}
