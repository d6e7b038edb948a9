import { useEffect, useId, useRef, useState } from 'react';
import type { ProgramStatus } from '../../src-shared/contract/api/program-api.ts';
import { useTask } from '../store/task-slice.ts';
import { officeNames, roleShortNames, terminalName } from '../words/counter-words.ts';
import { dayOf, eraDay, timeWord, weekdayWord } from '../words/day-words.ts';
import { Button } from './button.tsx';
import { HeaderFact } from './header-fact.tsx';
import { Icon } from './icon.tsx';

type Props = {
  readonly status: ProgramStatus;
  readonly now: string;
  readonly outOfTouch: boolean;
  /** before sign-in and behind the lock: no clock, no name */
  readonly short: boolean;
};

/** 見出しの帯: which office and terminal this is, whether the counter is open, the ledger's health, the time and who works. */
export function Header({ status, now, outOfTouch, short }: Props) {
  const { place, user } = status;
  return (
    <header className="header">
      <span className="header-name">
        <Icon name="mark" />
        窓口台帳
      </span>
      {place !== null && (
        <span className="header-place">
          稲沢市 {officeNames[place.office]}
          <span className="terminal-chip">端末 {terminalName(place)}</span>
        </span>
      )}
      {!short && <Facts status={status} outOfTouch={outOfTouch} />}
      {!short && (
        <span className="header-when">
          <span>
            {eraDay(dayOf(now))}({weekdayWord(dayOf(now))})
          </span>
          <b>
            <time dateTime={now.slice(0, 16)}>{timeWord(now)}</time>
          </b>
        </span>
      )}
      {!short && user !== null && <Who status={status} now={now} outOfTouch={outOfTouch} />}
    </header>
  );
}

function Facts({ status, outOfTouch }: Pick<Props, 'status' | 'outOfTouch'>) {
  return (
    <>
      {status.counterHours !== null && (
        <span className="header-fact-foldable header-fact">
          <Icon name="clock" />
          {status.counterHours.text}
        </span>
      )}
      <HeaderFact ledger={status.ledger} outOfTouch={outOfTouch} />
    </>
  );
}

function Who({ status, now, outOfTouch }: Pick<Props, 'status' | 'now' | 'outOfTouch'>) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const menuId = useId();
  useEffect(() => {
    if (!open) return;
    const leave = ({ target }: Event): void => {
      if (!(target instanceof Node) || box.current?.contains(target) !== true) setOpen(false);
    };
    const kinds = ['focusin', 'pointerdown'] as const;
    for (const kind of kinds) document.addEventListener(kind, leave);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, leave);
    };
  }, [open]);
  const go = useTask((tasks) => tasks.go);
  if (status.user === null) return null;
  const who = (
    <>
      <Icon name="person" />
      <b>{status.user.name}</b>
      <small className="support">{roleShortNames[status.user.role]}</small>
    </>
  );
  return (
    <div ref={box} className="header-who">
      <button
        type="button"
        className="header-menu-button"
        aria-expanded={open}
        aria-controls={menuId}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      >
        {who}
      </button>
      <div id={menuId} className="header-menu" hidden={!open}>
        {status.place !== null && (
          <span className="header-menu-folded">
            稲沢市 {officeNames[status.place.office]}・端末 {terminalName(status.place)}
          </span>
        )}
        <span className="header-menu-folded">
          {eraDay(dayOf(now))}({weekdayWord(dayOf(now))})
        </span>
        {status.counterHours !== null && <span className="header-menu-folded">{status.counterHours.text}</span>}
        <span className="header-menu-folded">
          <HeaderFact ledger={status.ledger} outOfTouch={outOfTouch} always />
        </span>
        <Button
          small
          onPress={() => {
            setOpen(false);
            go({ kind: 'password' });
          }}
        >
          パスワードを変える
        </Button>
      </div>
    </div>
  );
}
