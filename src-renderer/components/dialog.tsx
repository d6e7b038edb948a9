import { type ReactNode, useContext, useId, useLayoutEffect, useRef } from 'react';
import { useFunctionKeys } from '../keyboard/function-keys.ts';
import { Shown } from './shown.ts';

type Props = {
  readonly headline: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  /** for two things side by side, or pictures beside the words */
  readonly wide?: boolean;
  /** Esc, and everything else that steps back */
  readonly onStepBack: () => void;
};

/** たしかめる: only for what cannot be undone. The safe button is solid (`focusFirst`) and has the focus; closed, it gives the focus back. */
export function Dialog({ headline, children, actions, wide = false, onStepBack }: Props) {
  const shown = useContext(Shown);
  const headlineId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useFunctionKeys({}, { level: 'dialog', alone: true });
  // Behind the lock it closes, so that it does not hold the lock's own fields; it comes back as it was. A layout effect:
  // closed while it still stands on the page, the browser gives the focus back to whatever opened it.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || !shown) return;
    element.showModal();
    element.querySelector<HTMLElement>('[data-focus-first]')?.focus();
    return () => element.close();
  }, [shown]);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={headlineId}
      onCancel={(event) => {
        event.preventDefault();
        onStepBack();
      }}
    >
      <h2 id={headlineId}>{headline}</h2>
      {children}
      <div className="dialog-actions">{actions}</div>
    </dialog>
  );
}
