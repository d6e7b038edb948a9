import { Icon } from '../../components/icon.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { routeNames } from '../../words/counter-words.ts';
import { type HomeRow, rowTime } from './home-rows.ts';

type Props = {
  readonly row: HomeRow;
  readonly standing: boolean;
  readonly onStand: () => void;
  readonly onOpen: () => void;
};

/** 一覧の一行: the name is its button, and the whole row opens it. */
export function HomeListRow({ row, standing, onStand, onOpen }: Props) {
  return (
    <tr className="ledger-row">
      <td className="number-column home-number">{row.number}</td>
      <td className="numeric home-time">{row.earlierDay ?? rowTime(row)}</td>
      <th scope="row" className="home-name">
        <button
          type="button"
          className="row-open"
          data-row={row.id}
          tabIndex={standing ? 0 : -1}
          onFocus={onStand}
          onClick={onOpen}
        >
          {row.name}
        </button>
      </th>
      <td className="home-procedure">
        {row.procedure} <small>{row.kinds}</small>
      </td>
      <td className="home-capacity">{row.capacity}</td>
      <td className="home-route">
        {row.route === null ? (
          <span className="home-none">—</span>
        ) : (
          <span className="route-word" data-route={row.route}>
            <Icon name={row.route === 'sameDay' ? 'check' : 'envelope'} />
            {routeNames[row.route]}
          </span>
        )}
      </td>
      <td className="home-state">
        <StateChip state={row.state} />
      </td>
      <td className="home-next">
        {row.next !== null && (
          <span className="next-step">
            <Icon name="arrowRight" />
            {row.next}
          </span>
        )}
      </td>
      <td className="home-handler">
        <span className="home-handler-word">担当 </span>
        {familyName(row.handler)}
      </td>
    </tr>
  );
}

/** 名字: enough to know a colleague by in a narrow column. */
function familyName(name: string): string {
  return name.split(/[\s ]/u)[0] ?? name;
}
