import { useEffect } from 'react';
import { goToField } from '../../components/error-summary.tsx';

type Props = {
  readonly id: string;
  readonly characters: readonly string[];
  readonly onPick: (index: number) => void;
  readonly onClose: () => void;
};

/** 代替にする文字を選ぶ: any character may be marked, since the national register's code decides in the end (G2). */
export function CharacterPicker({ id, characters, onPick, onClose }: Props) {
  useEffect(() => goToField(`${id}-0`), [id]);
  return (
    <fieldset
      className="chooser"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <legend className="visually-hidden">代替文字にする文字</legend>
      <p className="chooser-head">証明書で別の文字にするのは、どの文字ですか。</p>
      <div className="chooser-options">
        {characters.map((character, index) =>
          character.trim() === '' ? null : (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is what is picked; the same character may stand twice.
              key={index}
              type="button"
              id={`${id}-${index}`}
              className="chooser-option chooser-character"
              onClick={() => onPick(index)}
            >
              {character}
            </button>
          ),
        )}
      </div>
    </fieldset>
  );
}
