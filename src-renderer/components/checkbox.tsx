type Props = {
  readonly id?: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly problemId?: string | undefined;
};

/** 印を付ける: one yes or no that stands by itself. */
export function Checkbox({ id, label, checked, onChange, problemId }: Props) {
  return (
    <label className="checkbox">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={problemId}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
