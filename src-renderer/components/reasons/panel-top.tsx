import type { ReactNode } from 'react';

/** 判定の場所: F8 goes here, and it is the panel's one stop for Tab. */
export const panelTopId = 'reasons-top';

/** 判定の頭: verdict and what is missing; it stays while the panel scrolls, and takes the focus to be read. */
export function PanelTop({ children }: { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the panel scrolls, so the keyboard needs a stop in it.
    <section id={panelTopId} className="panel-top" aria-label="判定" tabIndex={0}>
      {children}
    </section>
  );
}
