import type { ReactNode } from 'react';

/** キーの絵: the name of a key as it stands on the keyboard. */
export function KeyCap({ children }: { readonly children: ReactNode }) {
  return <kbd className="key-cap">{children}</kbd>;
}
