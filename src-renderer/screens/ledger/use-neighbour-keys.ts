import { useContext, useEffect } from 'react';
import { Shown } from '../../components/shown.ts';
import { isComposingKey } from '../../keyboard/composition.ts';
import { somethingFloats } from '../../keyboard/step-back.ts';
import { useLedger } from '../../store/ledger-slice.ts';

/** 前の人・次の人 (Ctrl+↑↓): opens the neighbour in the list that was found, wherever the focus is. */
export function useNeighbourKeys(): void {
  const shown = useContext(Shown);
  useEffect(() => {
    if (!shown) return;
    const listen = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || isComposingKey(event) || somethingFloats()) return;
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      const { found, page, open, view } = useLedger.getState();
      if (view !== 'search') return;
      const persons = found?.persons ?? [];
      const at = persons.findIndex((row) => row.case === page?.person.case);
      const next = at < 0 ? persons[0] : persons[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next !== undefined) void open(next.case);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [shown]);
}
