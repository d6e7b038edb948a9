import type { DayLogView } from '../../../src-shared/contract/day-log-view.ts';
import { type CaseStateName, stateFaces } from '../../components/case-state.ts';
import { Icon } from '../../components/icon.tsx';
import { type DayState, dayStates } from './day-log-words.ts';

const faces: Readonly<Record<DayState, CaseStateName>> = {
  issued: 'issued',
  revoked: 'revoked',
  inquiry: 'letterPosted',
  replied: 'replyAccepted',
  returned: 'letterReturned',
  lapsed: 'lapsed',
  open: 'verified',
  held: 'held',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

const width = 400;
const gap = 3;

/** いまの様子の帯: one bar, as long as the day; each part is named with its count below. */
export function StatesBar({ byState }: { readonly byState: DayLogView['byState'] }) {
  const parts = byState.filter((part) => part.persons > 0);
  const total = parts.reduce((sum, part) => sum + part.persons, 0);
  const words = parts.map((part) => `${dayStates[part.state]}${part.persons}人`).join('、');
  const usable = width - gap * Math.max(0, parts.length - 1);
  let at = 0;
  return (
    <div>
      <svg className="states-bar" viewBox={`0 0 ${width} 24`} preserveAspectRatio="none" role="img" aria-label={words}>
        {parts.map((part) => {
          const length = (part.persons / total) * usable;
          const x = at;
          at += length + gap;
          return <rect key={part.state} className={`states-${part.state}`} x={x} y="1" width={length} height="22" />;
        })}
      </svg>
      <ul className="states-legend" aria-label="状態ごとの人数">
        {parts.map((part) => (
          <li key={part.state} className={`tone-${stateFaces[faces[part.state]].tone}`}>
            <span className={`states-swatch states-${part.state}`} aria-hidden="true" />
            <Icon name={stateFaces[faces[part.state]].icon} />
            {dayStates[part.state]} <b>{part.persons}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
