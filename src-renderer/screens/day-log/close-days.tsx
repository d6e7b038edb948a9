import { Icon } from '../../components/icon.tsx';
import type { CloseSlice } from '../../store/close-slice.ts';
import { officeNames, terminalName } from '../../words/counter-words.ts';
import { monthDayWeekday } from '../../words/day-words.ts';

type Day = CloseSlice['days'][number];
type Props = {
  readonly days: readonly Day[];
  readonly current: string;
  /** days that are compared already and wait for the one sign-in */
  readonly ready: readonly string[];
  readonly onOpen: (day: string, office: Day['office']) => void;
};

/** 締めていない日: of every office that this ledger knows; a row opens its day. */
export function CloseDays({ days, current, ready, onOpen }: Props) {
  const open = days.filter(({ closed }) => !closed);
  if (open.length === 0) return <p className="support">締めていない日はありません。</p>;
  return (
    <ul className="close-days">
      {open.map(({ day, office, terminals }) => {
        const missing = terminals.filter(({ closed }) => closed === null);
        const own = missing.some((each) => each.own);
        return (
          <li key={`${day} ${office}`}>
            <button
              type="button"
              aria-current={day === current ? 'date' : undefined}
              onClick={() => onOpen(day, office)}
            >
              <b>{monthDayWeekday(day)}</b>
              <span>
                {officeNames[office]} {missing.map(terminalName).join('・')}
              </span>
              <span className="support">
                {own && ready.includes(day) ? (
                  <>
                    <Icon name="checkCircle" />
                    照合済み
                  </>
                ) : own ? (
                  '締めていません'
                ) : (
                  'その端末で締めます'
                )}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
