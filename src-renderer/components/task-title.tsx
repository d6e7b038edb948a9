import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type Props = { readonly title: string; readonly children?: ReactNode; readonly end?: ReactNode };

/** 画面の題: the task's name, what stands beside it, and at the end how far along the way it is. */
export function TaskTitle({ title, children, end }: Props) {
  return (
    <div className="task-title-row">
      <h1 className="task-title" tabIndex={-1}>
        {title}
      </h1>
      {children}
      {end !== undefined && <div className="task-title-end">{end}</div>}
    </div>
  );
}

/** 道のり: the steps of a visit, done, now and to come. */
export function TaskSteps({ steps, current }: { readonly steps: readonly string[]; readonly current: number }) {
  return (
    <ol className="task-steps" aria-label="手続の道のり">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? 'step' : undefined}
          data-done={index < current ? '' : undefined}
        >
          <span className="task-step-number">{index < current ? <Icon name="check" /> : index + 1}</span>
          <span className="task-step-word">{step}</span>
        </li>
      ))}
    </ol>
  );
}
