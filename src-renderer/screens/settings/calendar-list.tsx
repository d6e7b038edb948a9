import type { CalendarEntry } from '../../../src-shared/contract/api/settings-api.ts';
import { Button } from '../../components/button.tsx';
import { EmptyBox } from '../../components/empty-box.tsx';
import { entryNames } from './calendar-form.ts';
import { isOver, whenWords, whereWords } from './entry-words.ts';

type Props = {
  readonly entries: readonly CalendarEntry[];
  readonly now: string;
  readonly onDrop: (entry: CalendarEntry) => void;
};

/** 暦の書き込みの一覧: what is to come first; what is over stays readable and cannot be taken back. */
export function CalendarList({ entries, now, onDrop }: Props) {
  if (entries.length === 0)
    return (
      <EmptyBox headline="暦に書き込みはありません。">
        土日・祝日・年末年始の閉庁は、書き込まなくても入っています。
      </EmptyBox>
    );
  const rows = entries.toSorted(
    (one, other) => Number(isOver(one, now)) - Number(isOver(other, now)) || one.from.localeCompare(other.from),
  );
  return (
    <ul className="settings-entries" aria-label="暦の書き込み">
      {rows.map((entry) => (
        <li key={entry.entry} className="settings-entry">
          <b>{entryNames[entry.kind]}</b>
          <span className="settings-entry-when">{whenWords(entry)}</span>
          <span>{whereWords(entry)}</span>
          <span className="settings-entry-reason">{entry.reason}</span>
          {isOver(entry, now) ? (
            <span className="support">終わりました</span>
          ) : (
            <Button small onPress={() => onDrop(entry)}>
              取り消す<span className="visually-hidden"> {`${entryNames[entry.kind]} ${whenWords(entry)}`}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
