import { type KeyboardEvent, useRef, useState } from 'react';

type Props<Value extends string> = {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly note?: string }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
  /** what is said beside one that was taken out */
  readonly outWord: string;
  readonly problemId?: string | undefined;
};

/** 長い一覧から選ぶ: one stop for Tab; ↑↓, Home and End move, Space puts one in or takes it out. The order stays that of the list. */
export function CheckList<Value extends string>(props: Props<Value>) {
  const { id, label, options, chosen, onChange, outWord, problemId } = props;
  const [at, setAt] = useState(0);
  const box = useRef<HTMLFieldSetElement>(null);
  const standing = Math.min(at, options.length - 1);
  const move = (event: KeyboardEvent): void => {
    const places: Readonly<Record<string, number>> = {
      ArrowDown: standing + 1,
      ArrowUp: standing - 1,
      Home: 0,
      End: options.length - 1,
    };
    const next = places[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (options[next] === undefined) return;
    setAt(next);
    box.current?.querySelectorAll('input')[next]?.focus();
  };
  return (
    <fieldset ref={box} className="check-list" aria-label={label} aria-describedby={problemId} onKeyDown={move}>
      {options.map((option, place) => {
        const inside = chosen.includes(option.value);
        return (
          <label key={option.value} className="check-list-item" data-out={inside ? undefined : ''}>
            <input
              type="checkbox"
              {...(place === standing ? { id } : {})}
              tabIndex={place === standing ? 0 : -1}
              checked={inside}
              onFocus={() => setAt(place)}
              onChange={(event) =>
                onChange(
                  options
                    .map(({ value }) => value)
                    .filter((value) => (value === option.value ? event.target.checked : chosen.includes(value))),
                )
              }
            />
            <span className="check-list-label">{option.label}</span>
            {option.note !== undefined && <span className="support">{option.note}</span>}
            {!inside && <b className="check-list-out">{outWord}</b>}
          </label>
        );
      })}
    </fieldset>
  );
}
