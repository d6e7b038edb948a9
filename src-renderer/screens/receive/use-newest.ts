import { type RefObject, useEffect, useRef } from 'react';

/** いちばん新しいもの: for listeners that stay while what they call changes. */
export function useNewest<Value>(value: Value): RefObject<Value> {
  const newest = useRef(value);
  useEffect(() => {
    newest.current = value;
  });
  return newest;
}
