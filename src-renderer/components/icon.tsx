import type { ReactNode } from 'react';
import { lineIcons } from './icons/line-icons.tsx';
import { solidIcons } from './icons/solid-icons.tsx';

const shapes = { ...lineIcons, ...solidIcons } as const satisfies Readonly<Record<string, ReactNode>>;
export type IconName = keyof typeof shapes;

/** 絵: a small drawing in the colour of its text. It never stands alone: words beside it say the same. */
export function Icon({ name, className }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg className={`icon ${className ?? ''}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}
