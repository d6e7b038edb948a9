import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

/**
 * 変換中の打鍵か: true while a kana-kanji conversion is open. Some systems send the confirming Enter with key code 229
 * after the composition has ended, so both signs count.
 */
export function isComposingKey(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  return native.isComposing || native.keyCode === 229 || native.key === 'Process';
}
