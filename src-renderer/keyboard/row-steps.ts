import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

export type RowSteps = {
  readonly box: RefObject<HTMLElement | null>;
  /** the row that Tab comes to */
  readonly standing: string | null;
  readonly stand: (row: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** 行の移動: ↑↓ move among the rows' buttons (`.row-open` with `data-row`); where nothing has the focus yet, the first row takes it. */
export function useRowSteps(rows: readonly string[], opened: string | null): RowSteps {
  const box = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState<string | null>(opened);
  const standing = current !== null && rows.includes(current) ? current : (rows[0] ?? null);
  useEffect(() => {
    const nobody = document.activeElement === null || document.activeElement === document.body;
    if (nobody) box.current?.querySelector<HTMLElement>('.row-open[tabindex="0"]')?.focus();
  }, []);
  return {
    box,
    standing,
    stand: setCurrent,
    onKeyDown: (event) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step === 0 || event.ctrlKey || event.altKey || standing === null) return;
      event.preventDefault();
      const next = rows[Math.max(0, Math.min(rows.indexOf(standing) + step, rows.length - 1))];
      box.current?.querySelector<HTMLElement>(`[data-row="${next ?? ''}"]`)?.focus();
    },
  };
}
