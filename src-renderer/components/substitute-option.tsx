import { KeyCap } from './key-cap.tsx';

type Props = {
  readonly id: string | undefined;
  readonly digit: number;
  /** null where it has still to be typed; then `words` stand there */
  readonly glyph: string | null;
  readonly words?: string;
  readonly before: string;
  readonly after: string;
  readonly setLabel: string;
  readonly kana?: boolean;
  readonly onPress: () => void;
};

/** 候補の一つ: its key, a large glyph, the whole as it would read, and its set. */
export function SubstituteOption({ id, digit, glyph, words, before, after, setLabel, kana = false, onPress }: Props) {
  return (
    <button type="button" id={id} className="chooser-option" onClick={onPress}>
      <KeyCap>{digit}</KeyCap>
      {glyph !== null && (
        <span className={`chooser-glyph ${kana ? 'chooser-glyph-kana' : ''}`} aria-hidden="true">
          {glyph}
        </span>
      )}
      <span>
        <span className="chooser-name">
          {glyph === null ? (
            <b>{words}</b>
          ) : (
            <>
              {before}
              <b>{glyph}</b>
              {after}
            </>
          )}
        </span>
        <span className="chooser-set">{setLabel}</span>
      </span>
    </button>
  );
}
