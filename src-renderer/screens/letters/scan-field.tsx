import { useEffect, useRef } from 'react';
import { Icon } from '../../components/icon.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { isComposingKey } from '../../keyboard/composition.ts';
import { readReceipt } from '../../keyboard/scanner.ts';
import { useLetters } from '../../store/letters-slice.ts';
import { letterGroups } from './letter-groups.ts';
import { scanFieldId } from './reply-ids.ts';

/** 回答書のコードを読み取る: a number opens its letter; a part of a name narrows the list, and Enter opens the one that is left. */
export function ScanField() {
  const { searched, rows, search, scan, open } = useLetters();
  const field = useRef<HTMLInputElement>(null);
  // At once, not only when the list is there: whoever has just pressed F4 types on.
  useEffect(() => field.current?.focus(), []);
  const decide = (): void => {
    const receipt = readReceipt(searched.trim());
    if (receipt !== null) {
      search('');
      void scan(receipt);
      return;
    }
    const left = letterGroups(rows, searched).flatMap((group) => group.rows);
    const [only] = left;
    if (left.length === 1 && only !== undefined) open(only);
    else document.querySelector<HTMLElement>('.letters-list .row-open[tabindex="0"]')?.focus();
  };
  return (
    <form className="letters-scan" aria-label="照会を探す" onSubmit={(event) => event.preventDefault()}>
      <Icon name="barcode" />
      <label htmlFor={scanFieldId}>
        <b>回答書のコードを読み取る</b>
        <small>受付番号を打っても、カナで探しても開きます</small>
      </label>
      <input
        ref={field}
        id={scanFieldId}
        className="field-input"
        value={searched}
        autoComplete="off"
        spellCheck={false}
        data-focus-first=""
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && !isComposingKey(event)) {
            event.preventDefault();
            document.querySelector<HTMLElement>('.letters-list .row-open[tabindex="0"]')?.focus();
          }
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (!isComposingKey(event) && !event.repeat) decide();
        }}
      />
      <KeyCap>Enter</KeyCap>
    </form>
  );
}
