import { useEffect } from 'react';
import { isComposingKey } from './composition.ts';
import { type FunctionKeyName, functionKeyNames, pressFunctionKey, useKeyBar } from './function-keys.ts';

const imeKeys: ReadonlySet<string> = new Set(['F6', 'F7', 'F8', 'F9', 'F10']);
const browserLetters: ReadonlySet<string> = new Set([
  'r',
  'p',
  's',
  'o',
  'u',
  'f',
  'g',
  'd',
  'h',
  'j',
  'e',
  'k',
  'l',
  'n',
  't',
  'w',
]);

/** 鍵盤の番: gives the function keys to the program, and keeps the browser's own keys from acting behind its back. */
export function useKeyboardGuard(): void {
  useEffect(() => {
    window.addEventListener('keydown', guard, true);
    window.addEventListener('compositionstart', open, true);
    window.addEventListener('compositionend', close, true);
    return () => {
      window.removeEventListener('keydown', guard, true);
      window.removeEventListener('compositionstart', open, true);
      window.removeEventListener('compositionend', close, true);
    };
  }, []);
}

function open(): void {
  useKeyBar.getState().setComposing(true);
}

function close(): void {
  useKeyBar.getState().setComposing(false);
}

function guard(event: KeyboardEvent): void {
  if (isFunctionKey(event.key)) {
    guardFunctionKey(event, event.key);
    return;
  }
  // While composing every key is the conversion's: it neither acts nor clears what was said.
  if (isComposingKey(event)) return;
  const letter = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && browserLetters.has(letter)) event.preventDefault();
  if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.key === 'Home'))
    event.preventDefault();
  if (event.key.startsWith('Browser')) event.preventDefault();
  useKeyBar.getState().say(null);
}

function guardFunctionKey(event: KeyboardEvent, name: FunctionKeyName): void {
  if (imeKeys.has(name) && (useKeyBar.getState().composing || isComposingKey(event))) return;
  // Alt+F4 closes the window and Shift+F10 opens the context menu: those belong to the desktop.
  if (event.altKey || (event.shiftKey && name === 'F10')) return;
  event.preventDefault();
  if (event.repeat || event.ctrlKey || event.shiftKey || event.metaKey) return;
  if (isComposingKey(event)) return;
  event.stopPropagation();
  pressFunctionKey(name);
}

function isFunctionKey(key: string): key is FunctionKeyName {
  return functionKeyNames.some((name) => name === key);
}
