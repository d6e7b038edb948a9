import { Icon, type IconName } from './icon.tsx';

type Props = {
  readonly words: string;
  readonly columns: number;
  readonly note?: string | undefined;
  readonly icon?: IconName;
};

/** 組の見出し行: a caption row inside a table; the rows below belong to it. */
export function GroupCaption({ words, columns, note, icon }: Props) {
  return (
    <tr className="group-caption">
      <th scope="rowgroup" colSpan={columns}>
        {icon !== undefined && <Icon name={icon} />}
        {words}
        {note !== undefined && <small>{note}</small>}
      </th>
    </tr>
  );
}
