import { type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';

type Props = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly kind?: 'plain' | 'main' | 'danger';
  readonly small?: boolean;
  /** the key that does the same */
  readonly shortcut?: string;
  /** stays focusable and says why it cannot be pressed */
  readonly disabledReason?: string | undefined;
  /** while sending: keeps its words, turns a ring, and does nothing more */
  readonly busy?: boolean;
  readonly submits?: boolean;
  readonly focusFirst?: boolean;
};

/** ボタン: a verb, with the key that does the same beside it. */
export function Button(props: Props) {
  const { children, onPress, kind = 'plain', small = false, shortcut, disabledReason, busy = false } = props;
  const reasonId = useId();
  const disabled = disabledReason !== undefined;
  return (
    <>
      <button
        type={props.submits === true ? 'submit' : 'button'}
        className={`button ${kind === 'plain' ? '' : `button-${kind}`} ${small ? 'button-small' : ''}`}
        aria-disabled={disabled || undefined}
        aria-busy={busy || undefined}
        aria-describedby={disabled ? reasonId : undefined}
        title={disabledReason}
        data-focus-first={props.focusFirst === true ? '' : undefined}
        onClick={(event) => {
          if (props.submits === true) event.preventDefault();
          if (!disabled && !busy) onPress();
        }}
      >
        {busy && (
          <span className="turning inline-flex">
            <Icon name="ring" />
          </span>
        )}
        {children}
        {shortcut !== undefined && <KeyCap>{shortcut}</KeyCap>}
      </button>
      {disabled && (
        <span id={reasonId} className="form-row-aside">
          {disabledReason}
        </span>
      )}
    </>
  );
}
