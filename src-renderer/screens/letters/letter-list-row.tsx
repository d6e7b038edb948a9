import type { LetterRow } from '../../../src-shared/contract/api/letters-api.ts';
import { Icon } from '../../components/icon.tsx';
import { kindsWord, officeOfReceipt, proceduresWord } from '../../words/counter-words.ts';
import { monthDay, monthDayWeekday, shortMonthDay } from '../../words/day-words.ts';
import { erasedName } from '../home/home-rows.ts';
import { bringerWord, contactWord, leftFace } from './letter-groups.ts';
import { LetterRuler } from './letter-ruler.tsx';

type Props = {
  readonly row: LetterRow;
  readonly today: string;
  readonly standing: boolean;
  readonly opened: boolean;
  /** null where it is not for posting */
  readonly chosen: boolean | null;
  readonly everywhere: boolean;
  readonly onChoose: (chosen: boolean) => void;
  readonly onStand: () => void;
  readonly onOpen: () => void;
};

/** 照会の一行: the name is its button and the whole row opens it; Space takes a letter out of the day's batch or back in. */
export function LetterListRow(props: Props) {
  const { row, today, standing, opened, chosen, everywhere, onChoose, onStand, onOpen } = props;
  const { summary } = row;
  const { letter } = summary;
  const face = leftFace({ ...row, held: summary.held });
  const contact = contactWord(row);
  const name = summary.name ?? erasedName;
  return (
    <tr className="ledger-row" data-selected={opened ? '' : undefined}>
      <td className="number-column letter-left" data-tone={face.tone}>
        {chosen === null ? (
          <span className="letter-face">
            <Icon name={face.icon} />
            {face.words}
          </span>
        ) : (
          <label className="checkbox letter-choice">
            <input
              type="checkbox"
              checked={chosen}
              tabIndex={-1}
              aria-label={`${name}の照会書を投函する`}
              onChange={(event) => onChoose(event.target.checked)}
            />
            <span aria-hidden="true">投函する</span>
          </label>
        )}
      </td>
      <td className="letter-due">
        {letter !== null && (
          <>
            {monthDayWeekday(letter.dueOn)}
            {row.state !== 'returned' && letter.acceptedUntil !== letter.dueOn && (
              <small>→{monthDay(letter.acceptedUntil)}まで受付</small>
            )}
          </>
        )}
      </td>
      <td className="letter-passed">
        {letter !== null && row.state !== 'replied' && (
          <LetterRuler {...letter} today={today} tone={row.state === 'returned' ? 'quiet' : face.tone} />
        )}
      </td>
      <th scope="row" className="letter-name">
        <button
          type="button"
          className="row-open"
          data-row={summary.case}
          tabIndex={standing ? 0 : -1}
          aria-current={opened ? 'true' : undefined}
          onFocus={onStand}
          onClick={onOpen}
          onKeyDown={(event) => {
            if (event.key !== ' ' || chosen === null) return;
            event.preventDefault();
            onChoose(!chosen);
          }}
        >
          {name}
        </button>
      </th>
      <td className="letter-procedure">
        {proceduresWord(summary.lines)} {kindsWord(summary.lines)}
      </td>
      <td className="letter-bringer">{bringerWord(row)}</td>
      <td className="letter-posted" data-label="投函">
        {letter === null ? '' : shortMonthDay(letter.postedOn)}
      </td>
      <td className="letter-contact">
        {contact.urgent ? (
          <span className="letter-contact-open">
            <Icon name="telephone" />
            {contact.words}
          </span>
        ) : (
          contact.words
        )}
      </td>
      {everywhere && <td className="letter-office">{officeOfReceipt(summary.receipt)}</td>}
    </tr>
  );
}
