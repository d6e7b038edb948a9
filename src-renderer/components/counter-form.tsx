import { type ReactNode, useRef } from 'react';
import { isComposingKey } from '../keyboard/composition.ts';

type Props = {
  readonly label: string;
  readonly children: ReactNode;
  /** Enter in the last field; without it the focus stays there, and F11 decides */
  readonly onDecide?: () => void;
  readonly className?: string;
};

const fieldSelector =
  'input:not([type="hidden"]):not([disabled]):not([aria-disabled="true"]), textarea, select, [data-enter-stop]';

/** 様式の入力: Enter goes to the next field, or decides in the last one; never while a conversion is open. */
export function CounterForm({ label, children, onDecide, className }: Props) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={form}
      className={className}
      aria-label={label}
      noValidate
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        const { target } = event;
        if (event.key !== 'Enter' || event.defaultPrevented) return;
        if (isComposingKey(event)) {
          event.preventDefault();
          return;
        }
        if (!(target instanceof HTMLInputElement) || event.ctrlKey || event.altKey || event.shiftKey) return;
        event.preventDefault();
        if (event.repeat) return;
        const next = fieldAfter(form.current, target);
        if (next !== null) next.focus();
        else onDecide?.();
      }}
    >
      {children}
    </form>
  );
}

function fieldAfter(form: HTMLFormElement | null, field: HTMLInputElement): HTMLElement | null {
  const fields = Array.from(form?.querySelectorAll<HTMLElement>(fieldSelector) ?? []).filter(
    (each) => each === field || standsOnItsOwn(each, field),
  );
  return fields[fields.indexOf(field) + 1] ?? null;
}

/** Of a radio group only the chosen one, or the first, is a stop; the group of the field itself is passed over. */
function standsOnItsOwn(element: HTMLElement, from: HTMLInputElement): boolean {
  if (element.getClientRects().length === 0) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
  if (from.type === 'radio' && from.name === element.name) return false;
  const group = element.form?.elements.namedItem(element.name);
  if (!(group instanceof RadioNodeList)) return true;
  const radios = Array.from(group).filter((each) => each instanceof HTMLInputElement);
  const chosen = radios.find((each) => each.checked) ?? radios[0];
  return chosen === element;
}
