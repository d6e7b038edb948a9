import { useId } from 'react';

type Props<Value extends string> = {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
};

/** 一つ選ぶ: round marks with words, for choices that are sentences. */
export function RadioChoice<Value extends string>({ legend, options, value, onChange }: Props<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={legend} className="flex flex-wrap gap-6">
      {options.map((option) => (
        <label className="radio" key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </div>
  );
}
