import { CodeChip } from '../code-chip.tsx';
import { Icon } from '../icon.tsx';

export type MissingLine = { readonly code: string | null; readonly field: string; readonly text: string };

type Props = { readonly missing: readonly MissingLine[]; readonly onGo: (field: string) => void };

const most = 4;

/** あと何が要るか: one line each, in the order of the form; a press goes to the field. */
export function MissingBand({ missing, onGo }: Props) {
  if (missing.length === 0) return null;
  const shown = missing.length > most + 1 ? missing.slice(0, most) : missing;
  return (
    <div className="missing-band">
      <Icon name="warning" />
      <div>
        <b>あと{missing.length}つ:</b>
        <ul>
          {shown.map((line) => (
            <li key={`${line.field} ${line.text}`}>
              <button type="button" tabIndex={-1} onClick={() => onGo(line.field)}>
                {line.text}
              </button>
              {line.code !== null && <CodeChip code={line.code} />}
            </li>
          ))}
          {shown.length < missing.length && <li className="support">ほか{missing.length - shown.length}つ</li>}
        </ul>
      </div>
    </div>
  );
}
