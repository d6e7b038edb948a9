import { useId } from 'react';

type Props<Value extends string> = {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** one below the other, for long sentences */
  readonly stacked?: boolean;
};

/** 一つ選ぶ: round marks with words, for choices that are sentences. */
export function RadioChoice<Value extends string>(props: Props<Value>) {
  const { legend, options, value, onChange, stacked = false } = props;
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={legend}
      className={stacked ? 'grid justify-items-start' : 'flex flex-wrap gap-6'}
    >
      {options.map((option) => (
        <label className="radio" key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </div>
  );
}
