import { KeyCap } from './key-cap.tsx';

/** キーの案内: caps, then what they do, e.g. ↑ ↓ 選ぶ. */
export function KeyHint({ keys, words }: { readonly keys: readonly string[]; readonly words: string }) {
  return (
    <span className="key-hint">
      {keys.map((key) => (
        <KeyCap key={key}>{key}</KeyCap>
      ))}
      {words}
    </span>
  );
}
