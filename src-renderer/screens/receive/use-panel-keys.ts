import { useEffect, useRef, useState } from 'react';
import { goToField } from '../../components/error-summary.tsx';
import { panelTopId } from '../../components/reasons/panel-top.tsx';

type PanelKeys = {
  readonly panelOpen: boolean;
  /** F8: to the panel to read it, and back to the field where one was */
  readonly read: () => void;
  /** Esc: from the panel back to the field; false where the focus is not in the panel */
  readonly leave: () => boolean;
  /** to a field, which in one column the open panel hides */
  readonly goTo: (id: string) => void;
};

/** 判定を読む (F8): moves between form and panel; in one column it opens and closes it. */
export function usePanelKeys(): PanelKeys {
  const [panelOpen, setPanelOpen] = useState(false);
  const from = useRef<HTMLElement | null>(null);
  // In one column the open panel lies over the form: a field that takes the focus brings the form back.
  useEffect(() => {
    if (!panelOpen) return;
    const listen = (event: FocusEvent): void => {
      if (event.target instanceof Element && event.target.closest('.task-main') !== null) setPanelOpen(false);
    };
    window.addEventListener('focusin', listen);
    return () => window.removeEventListener('focusin', listen);
  }, [panelOpen]);
  const back = (): void => {
    setPanelOpen(false);
    requestAnimationFrame(() => {
      if (from.current?.isConnected === true) from.current.focus();
      else document.querySelector<HTMLElement>('.task-main h1')?.focus();
    });
  };
  const goTo = (id: string): void => {
    setPanelOpen(false);
    requestAnimationFrame(() => goToField(id));
  };
  return {
    panelOpen,
    goTo,
    leave: () => {
      const inPanel = (document.activeElement?.closest('.task-panel') ?? null) !== null;
      const overForm = panelOpen && window.matchMedia('(max-width: 62.5em)').matches;
      if (inPanel || overForm) back();
      return inPanel || overForm;
    },
    read: () => {
      const active = document.activeElement;
      if (active !== null && active.closest('.task-panel') !== null) {
        back();
        return;
      }
      if (active instanceof HTMLElement) from.current = active;
      setPanelOpen(true);
      requestAnimationFrame(() => document.getElementById(panelTopId)?.focus());
    },
  };
}
