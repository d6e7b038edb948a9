import type { Contact, Letter } from '../../../src-shared/contract/api/case-shapes.ts';
import { CONTACT_NAMES } from '../../../src-shared/contract/names-ja.ts';
import { dayOf, monthDayWeekday, shortMonthDay } from '../../words/day-words.ts';

/** 連絡の記録 (D6): the newest first, with who tried. */
export function ContactNotes({ contacts }: { readonly contacts: readonly Contact[] }) {
  return (
    <ul className="letter-notes">
      {contacts
        .toSorted((one, other) => other.at.localeCompare(one.at))
        .map(({ at, how, reached, note, who }) => (
          <li key={at}>
            <b>{shortMonthDay(dayOf(at))}</b>
            <span>
              {CONTACT_NAMES[how]}・{reached ? '本人に伝えた' : '不在・伝えられず'}
              {note !== '' && <small>{note}</small>}
            </span>
            <small className="support">{who?.split(/[\s\u3000]/u)[0]}</small>
          </li>
        ))}
    </ul>
  );
}

/** これまでの照会書: each posting with its due day, or that it came back. */
export function PostedNotes({ letters }: { readonly letters: readonly Letter[] }) {
  return (
    <ul className="letter-notes">
      {letters.map(({ number, postedOn, dueOn, returned }) => (
        <li key={number}>
          <b>{shortMonthDay(postedOn)}</b>
          <span>
            投函 {number}回目・転送不要
            <small>{returned ? '宛所不明で戻った' : `期限 ${monthDayWeekday(dueOn)}`}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
