import { type RefObject, useEffect } from 'react';

/** Where a task begins: what it names itself, the row that the clerk stands on, its first field, its first button, its heading. */
const beginnings = [
  '[data-focus-first]',
  '.row-open[tabindex="0"]',
  '[role="tab"][aria-selected="true"]',
  'form input:not([aria-disabled="true"]), form textarea',
  '.case-acts button, .case-notices button',
  'h1',
] as const;

/**
 * 焦点の網: whenever what had the focus is gone from the page, the focus goes to the beginning of the task; it never stays on
 * the page's body, where the next key would find nothing. A clerk who clicked beside everything is left alone.
 */
export function useFocusNet(box: RefObject<HTMLElement | null>, watching: boolean): void {
  useEffect(() => {
    const element = box.current;
    if (element === null || !watching) return;
    let last: Element | null = null;
    let frame = 0;
    const remember = (event: FocusEvent): void => {
      if (event.target instanceof Element) last = event.target;
    };
    const look = (): void => {
      cancelAnimationFrame(frame);
      // Two frames: whoever removed the field may be about to set the focus itself.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => catchFocus(element, last));
      });
    };
    document.addEventListener('focusin', remember);
    const watcher = new MutationObserver(look);
    watcher.observe(element, { childList: true, subtree: true, attributeFilter: ['aria-busy'] });
    look();
    return () => {
      cancelAnimationFrame(frame);
      watcher.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, [box, watching]);
}

function catchFocus(box: HTMLElement, last: Element | null): void {
  const nowhere = document.activeElement === null || document.activeElement === document.body;
  const lost = last === null || !last.isConnected || last.getClientRects().length === 0;
  if (!nowhere || !lost || document.querySelector('dialog[open]') !== null) return;
  // A list that is being read knows best which row it will stand on.
  if (box.querySelector('main [aria-busy="true"]') !== null) return;
  for (const selector of beginnings) {
    const candidates = box.querySelectorAll<HTMLElement>(`main :is(${selector})`);
    const found = Array.from(candidates).find((each) => each.getClientRects().length > 0);
    if (found !== undefined) {
      found.focus();
      return;
    }
  }
}
