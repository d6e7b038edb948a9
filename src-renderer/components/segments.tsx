import { useId } from 'react';
import { Icon } from './icon.tsx';

type Props<Value extends string> = {
  readonly legend: string;
  /** `hidden` where the row's label already says it */
  readonly legendShown?: 'beside' | 'hidden';
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** id of the first choice, for the summary's link */
  readonly id?: string;
  readonly problemId?: string | undefined;
  readonly disabledReason?: string | undefined;
};

/** 二つか三つから選ぶ: a real radio group that looks like one strip; the chosen one bears ✓. */
export function Segments<Value extends string>(props: Props<Value>) {
  const { legend, legendShown = 'hidden', options, value, onChange, disabledReason } = props;
  const name = useId();
  const reasonId = useId();
  const stands = value ?? options[0]?.value;
  return (
    <div
      className="segments-set"
      role="radiogroup"
      aria-label={legend}
      aria-disabled={disabledReason !== undefined || undefined}
      aria-describedby={props.problemId ?? (disabledReason === undefined ? undefined : reasonId)}
    >
      {legendShown === 'beside' && (
        <span className="segments-legend" aria-hidden="true">
          {legend}
        </span>
      )}
      <div className="segments">
        {options.map((option) => (
          <label className="segment" key={option.value}>
            <input
              type="radio"
              name={name}
              id={option.value === stands ? props.id : undefined}
              value={option.value}
              checked={option.value === value}
              onChange={() => {
                if (disabledReason === undefined) onChange(option.value);
              }}
            />
            <span>
              <Icon name="check" />
              {option.label}
            </span>
          </label>
        ))}
      </div>
      {disabledReason !== undefined && (
        <span id={reasonId} className="form-row-aside">
          {disabledReason}
        </span>
      )}
    </div>
  );
}
