import { useEffect } from 'react';

/** 受付番号の形: as a scanner types it, `S01-20261124-0006-6`. The check digit is the main process's to judge. */
const receiptShape = /^([SBH])-?(\d{2})-?(\d{8})-?(\d{4})-?(\d)$/;
/** 読み取り機の速さ: a scanner sends a character every few milliseconds; nobody types twenty in a row at this pace. */
export const slowestGapMs = 80;

type Run = { readonly text: string; readonly last: number; readonly field: Field | null; readonly before: string };
type Field = HTMLInputElement | HTMLTextAreaElement;

/** 読み取りを受ける: a receipt number typed at a scanner's pace, then Enter, is handed over and taken back out of the field. */
export function useScanner(onReceipt: (receipt: string) => void, listening: boolean): void {
  useEffect(() => {
    if (!listening) return;
    let run: Run | null = null;
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const receipt =
        run === null || !isEnter(event) || event.timeStamp - run.last > slowestGapMs ? null : readReceipt(run.text);
      if (receipt !== null && run !== null) {
        event.preventDefault();
        event.stopImmediatePropagation();
        takeBack(run);
        run = null;
        onReceipt(receipt);
        return;
      }
      run = grow(run, event);
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [onReceipt, listening]);
}

/** 受付番号を読む: full width and missing hyphens are mended; null for anything else. */
export function readReceipt(text: string): string | null {
  const parts = receiptShape.exec(
    text
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[−‐ー―]/gu, '-'),
  );
  if (parts === null) return null;
  const [, office, terminal, day, number, check] = parts;
  return `${office}${terminal}-${day}-${number}-${check}`;
}

function isEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' || event.code === 'Enter' || event.code === 'NumpadEnter';
}

function grow(run: Run | null, event: KeyboardEvent): Run | null {
  if (event.key === 'Shift') return run;
  const character = characterOf(event);
  if (character === null) return null;
  if (run !== null && event.timeStamp - run.last <= slowestGapMs)
    return { ...run, text: run.text + character, last: event.timeStamp };
  const field = fieldInFocus();
  return { text: character, last: event.timeStamp, field, before: field?.value ?? '' };
}

/** With the IME on the key is only `Process`; the physical key still says what the scanner sent. */
function characterOf(event: KeyboardEvent): string | null {
  if (event.key.length === 1) return event.key;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1] ?? /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  if (letter !== undefined) return letter;
  return event.code === 'Minus' || event.code === 'NumpadSubtract' ? '-' : null;
}

function fieldInFocus(): Field | null {
  const element = document.activeElement;
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : null;
}

function takeBack(run: Run): void {
  const { field } = run;
  if (field === null || !field.isConnected || field.value === run.before) return;
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  // React listens to the input event but compares with the value set through the prototype.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, run.before);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
