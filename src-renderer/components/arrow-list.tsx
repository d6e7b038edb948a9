import { type ReactNode, type RefObject, useRef } from 'react';

type Props = {
  /** one `li` with its button each */
  readonly children: ReactNode;
  readonly list?: RefObject<HTMLUListElement | null>;
};

/** 矢印で選ぶ一覧: ↑ and ↓ go from button to button, round the ends; Enter presses. */
export function ArrowList({ children, list }: Props) {
  const own = useRef<HTMLUListElement>(null);
  const box = list ?? own;
  const step = (by: number): void => {
    const buttons = Array.from(box.current?.querySelectorAll('button') ?? []);
    const at = buttons.findIndex((each) => each.matches(':focus'));
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };
  return (
    <ul
      ref={box}
      className="print-forms"
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        step(event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      {children}
    </ul>
  );
}
