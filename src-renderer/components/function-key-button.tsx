import { useId } from 'react';
import type { FunctionKey, FunctionKeyName } from '../keyboard/function-keys.ts';

type Props = { readonly name: FunctionKeyName; readonly face: FunctionKey; readonly onPress: () => void };

/** ファンクションキー1つ: plain, current, main, main with something left, or disabled with its reason. */
export function FunctionKeyButton({ name, face, onPress }: Props) {
  const reasonId = useId();
  const disabled = face.disabledReason !== undefined;
  const waiting = waitingWord(face);
  return (
    <>
      <button
        type="button"
        className={`function-key ${mainClass(face, waiting)}`}
        aria-current={face.current === true ? 'page' : undefined}
        aria-disabled={disabled || undefined}
        aria-describedby={disabled ? reasonId : undefined}
        title={face.disabledReason}
        onClick={onPress}
      >
        <kbd className="key-cap">{name}</kbd>
        <span className="function-key-label">{face.label}</span>
        {waiting !== null && <span className="function-key-remaining">{waiting}</span>}
      </button>
      {disabled && (
        <span id={reasonId} hidden>
          {face.disabledReason}
        </span>
      )}
    </>
  );
}

function waitingWord(face: FunctionKey): string | null {
  if (face.main !== true || face.disabledReason !== undefined) return null;
  if (face.waitingWord !== undefined) return face.waitingWord;
  return face.remaining === undefined || face.remaining === 0 ? null : `あと${face.remaining}つ`;
}

function mainClass(face: FunctionKey, waiting: string | null): string {
  if (face.main !== true || face.disabledReason !== undefined) return '';
  return waiting === null ? 'function-key-main' : 'function-key-waiting';
}
