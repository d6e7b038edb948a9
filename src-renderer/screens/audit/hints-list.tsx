import { useEffect, useRef, useState } from 'react';
import type { AuditHintShown } from '../../../src-shared/contract/api/audit-api.ts';
import { monthDayWeekday } from '../../words/day-words.ts';

type Props = {
  readonly hints: readonly AuditHintShown[];
  readonly opened: string | null;
  readonly onOpen: (hint: string) => void;
};

/** 気づきの一覧: latest day first; ↑↓ move, Enter opens. */
export function HintsList({ hints, opened, onOpen }: Props) {
  const box = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState<string | null>(opened);
  const standing = hints.some(({ hint }) => hint === current) ? current : (hints[0]?.hint ?? null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  }, []);
  return (
    <ul
      ref={box}
      className="audit-hints letters-list"
      aria-label="気づき"
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step === 0 || event.ctrlKey || event.altKey) return;
        event.preventDefault();
        const buttons = Array.from(box.current?.querySelectorAll('button') ?? []);
        const at = hints.findIndex(({ hint }) => hint === standing);
        buttons[Math.max(0, Math.min(at + step, buttons.length - 1))]?.focus();
      }}
    >
      {hints.map(({ hint, title, words, day, who, pattern }) => (
        <li key={hint} className="ledger-row audit-hint" data-selected={hint === opened ? '' : undefined}>
          <button
            type="button"
            className="row-open"
            tabIndex={hint === standing ? 0 : -1}
            aria-current={hint === opened ? 'true' : undefined}
            onFocus={() => setCurrent(hint)}
            onClick={() => onOpen(hint)}
          >
            {title}
          </button>
          <span className="support">
            {pattern === 'oneSidedApproval' ? `${Number(day.slice(5, 7))}月` : monthDayWeekday(day)}
            {who.length > 0 && `・${who.join('、')}`}
          </span>
          <p>{words}</p>
        </li>
      ))}
    </ul>
  );
}
