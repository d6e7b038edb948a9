import type { ReactNode } from 'react';

type Props = {
  readonly rail: ReactNode;
  readonly children: ReactNode;
  readonly panel: ReactNode;
  readonly panelLabel: string;
  /** in one column: verdict and what is missing, 40 px above the form */
  readonly strip: ReactNode;
  /** in one column: F8 opened the rest */
  readonly panelOpen: boolean;
};

/** 仕事の三列: queue, task, panel. Each scrolls alone; in one column the strip stands above and F8 opens the panel. */
export function TaskColumns({ rail, children, panel, panelLabel, strip, panelOpen }: Props) {
  return (
    <div className="task-columns" data-panel-open={panelOpen ? '' : undefined}>
      <div className="task-rail">{rail}</div>
      <div className="task-strip">{strip}</div>
      <main className="task-main">
        <div className="task-main-inner">{children}</div>
      </main>
      <aside className="task-panel" aria-label={panelLabel}>
        {panel}
      </aside>
    </div>
  );
}
