import type { CalendarEntry, SettingsRecord } from '../../../src-shared/contract/api/settings-api.ts';
import { CALENDAR_ENTRY_NAMES, whenWords, whereWords } from '../../../src-shared/contract/calendar-entry-words.ts';
import { monthOf } from '../../../src-shared/domain/calendar-month.ts';
import type { Office } from '../../../src-shared/domain/visit.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { Button } from '../../components/button.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import type { Rules } from '../../store/rules.ts';
import { officeNames } from '../../words/counter-words.ts';
import { dayOf, eraDay, shortMonthDay, timeWord, weekdayWord } from '../../words/day-words.ts';
import { dayWords } from './calendar-day-words.ts';
import { monthOfDay } from './calendar-month.tsx';

type Props = {
  readonly day: PlainDate;
  readonly office: Office;
  readonly rules: Rules;
  readonly entries: readonly CalendarEntry[];
  readonly history: readonly SettingsRecord[];
  readonly now: string;
  readonly onDrop: (entry: CalendarEntry) => void;
};

/** 選んだ日: how it stands and why, and every entry of it with who wrote it and why, also those that were taken back. */
export function CalendarDayPanel({ day, office, rules, entries, history, now, onDrop }: Props) {
  const of = monthOf(monthOfDay(day), office, rules.policyOf, rules.calendar)[Number(day.slice(8)) - 1];
  const ofDay = entries.filter(({ from, until }) => dayOf(from) <= day && day <= dayOf(until));
  const goneOfDay = history.filter(
    ({ act, takenBack, named, covers }) =>
      act === 'entryAdded' &&
      takenBack !== null &&
      covers !== null &&
      covers.from <= day &&
      day <= covers.until &&
      !ofDay.some(({ entry }) => entry === named),
  );
  return (
    <section className="day-panel" aria-label="選んだ日">
      <SectionHeading end={officeNames[office]}>
        {eraDay(day)}({weekdayWord(day)})
      </SectionHeading>
      {of !== undefined && <p>{dayWords(of)}</p>}
      <ul className="day-entries">
        {ofDay.map((entry) => {
          const made = history.find(({ act, named }) => act === 'entryAdded' && named === entry.entry);
          return (
            <li key={entry.entry}>
              <div>
                <b>{CALENDAR_ENTRY_NAMES[entry.kind]}</b> {whenWords(entry)}・{whereWords(entry)}
                <p>{entry.reason}</p>
                {made !== undefined && <p className="support">{whoWords(made)}</p>}
              </div>
              {isOver(entry, now) ? (
                <span className="support">終わりました</span>
              ) : (
                <Button small onPress={() => onDrop(entry)}>
                  取り消す<span className="visually-hidden"> {CALENDAR_ENTRY_NAMES[entry.kind]}</span>
                </Button>
              )}
            </li>
          );
        })}
        {goneOfDay.map((record) => (
          <li key={`${record.at} ${record.what}`} className="day-entry-gone">
            <div>
              <s>{record.what}</s> <b>取消し</b>
              <p className="support">
                {record.reason}・{whoWords(record)}
              </p>
              {record.takenBack !== null && (
                <p className="support">
                  取消し: {record.takenBack.reason}・{whoWords(record.takenBack)}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whoWords({ at, who }: { readonly at: string; readonly who: string | null }): string {
  return `${who ?? '不明'} ${shortMonthDay(dayOf(at))} ${timeWord(at)}`;
}

/** 終わったか: nothing about a moment that has passed can be taken back. */
function isOver({ until }: CalendarEntry, now: string): boolean {
  return until <= now.slice(0, 16);
}
