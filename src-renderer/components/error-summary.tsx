import { useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';

export type SummaryLine = { readonly fieldId: string; readonly label: string; readonly message: string };

type Props = {
  readonly lines: readonly SummaryLine[];
  /** changes with each attempt, so that the summary takes the focus again */
  readonly attempt: number;
  readonly headline?: string;
};

/** 直すところの一覧: heads the form, takes the focus, and leads to the fields in order; Enter goes to the first. */
export function ErrorSummary({ lines, attempt, headline }: Props) {
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what calls for the focus.
  useEffect(() => {
    if (box.current !== null) focusSoon(box.current);
  }, [attempt]);
  const first = lines[0];
  if (first === undefined) return null;
  return (
    <section
      ref={box}
      className="error-summary"
      aria-label="直すところ"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== box.current) return;
        event.preventDefault();
        goToField(first.fieldId);
      }}
    >
      <Icon name="crossDisc" />
      <div>
        <h2>{headline ?? `直すところが${lines.length}つあります`}</h2>
        <ul>
          {lines.map((line) => (
            <li key={`${line.fieldId} ${line.message}`}>
              <a
                href={`#${line.fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  goToField(line.fieldId);
                }}
              >
                {line.label}
              </a>
              <span>{line.message}</span>
            </li>
          ))}
        </ul>
        <p className="support">
          入力したものは残っています。 <KeyCap>Enter</KeyCap> で最初の欄へ。
        </p>
      </div>
    </section>
  );
}

const mostFrames = 20;

/** A list that is just closing keeps the rest of the page out of reach for a few frames; the focus is asked for until it is there. */
function focusSoon(element: HTMLElement, framesLeft = mostFrames): void {
  element.focus();
  if (document.activeElement === element || framesLeft === 0 || !element.isConnected) return;
  requestAnimationFrame(() => focusSoon(element, framesLeft - 1));
}

/** 欄へ行く: focuses a field by its id and brings it clear of header and bar. */
export function goToField(fieldId: string): void {
  const field = document.getElementById(fieldId);
  if (field === null) return;
  focusSoon(field);
  field.scrollIntoView({ block: 'nearest' });
}
