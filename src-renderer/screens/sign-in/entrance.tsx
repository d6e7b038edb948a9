import type { ReactNode } from 'react';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import { Icon } from '../../components/icon.tsx';
import { roleShortNames } from '../../words/counter-words.ts';
import { dayOf, eraYear, monthDay, timeWord, weekdayWord } from '../../words/day-words.ts';

type Props = { readonly now: string; readonly facts: ReactNode; readonly children: ReactNode };

/** 入口の頁: a ruled page with the day in large type on the left, what must be typed on the right. */
export function Entrance({ now, facts, children }: Props) {
  const day = dayOf(now);
  return (
    <main className="entrance frame-task">
      <div className="entrance-page">
        <p className="entrance-year">
          {eraYear(day)} <small>({day.slice(0, 4)}年)</small>
        </p>
        <p className="entrance-day">
          {monthDay(day)} <small>{weekdayWord(day)}曜日</small>
        </p>
        <p className="entrance-time">
          <time dateTime={now.slice(0, 16)}>{timeWord(now)}</time>
        </p>
        <dl className="entrance-facts">{facts}</dl>
      </div>
      <div className="entrance-form">{children}</div>
    </main>
  );
}

/** 入口の人: who is meant, with number and role. */
export function EntranceWho({ user }: { readonly user: NonNullable<ProgramStatus['user']> }) {
  return (
    <div className="entrance-who">
      <Icon name="person" />
      <div>
        <b>{user.name}</b>
        <div>
          職員番号 {user.staffNumber}・{roleShortNames[user.role]}
        </div>
      </div>
    </div>
  );
}

/** 入口の事実: a name, what holds, and a line about it. */
export function EntranceFact({
  name,
  children,
  note,
}: {
  readonly name: string;
  readonly children: ReactNode;
  readonly note?: ReactNode;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {note !== undefined && <div className="support">{note}</div>}
      </dd>
    </div>
  );
}
