import { Icon } from './icon.tsx';

type Props = { readonly label: string; readonly note?: string; readonly onRemove?: () => void };

/** 選んだもの: what was taken from a list, with a way to take it back. */
export function ChosenItem({ label, note, onRemove }: Props) {
  return (
    <span className="chosen-item">
      <Icon name="card" />
      {label}
      {note !== undefined && <small>{note}</small>}
      {onRemove !== undefined && (
        <button type="button" aria-label={`${label}を外す`} onClick={onRemove}>
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}
