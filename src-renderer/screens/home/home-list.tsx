import { useContext, useEffect, useRef } from 'react';
import { EmptyBox } from '../../components/empty-box.tsx';
import { GroupCaption } from '../../components/group-caption.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { Shown } from '../../components/shown.ts';
import { useHome } from '../../store/home-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { HomeListRow } from './home-list-row.tsx';
import { type HomeRow, homeGroups } from './home-rows.ts';

const columns = ['受付番号', '時刻', '氏名', '手続と証明書', '来庁者', '経路', '状態', '次にすること', '担当'] as const;
const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

type Props = {
  readonly rows: readonly HomeRow[];
  /** the list was read */
  readonly ready: boolean;
  /** and no newer one is on its way */
  readonly settled: boolean;
};

/** 一覧: groups in caption rows; ↑↓ move, Enter opens. */
export function HomeList({ rows, ready, settled }: Props) {
  const { tab, current, stand } = useHome();
  const go = useTask((tasks) => tasks.go);
  const shown = useContext(Shown);
  const box = useRef<HTMLDivElement>(null);
  const groups = homeGroups
    .filter(({ group }) => tab === 'all' || tab === group)
    .map(({ group, title }) => ({ title, rows: rows.filter((row) => row.group === group) }))
    .filter((group) => group.rows.length > 0);
  const inOrder = groups.flatMap((group) => group.rows);
  const standing = inOrder.some((row) => row.id === current) ? current : (inOrder[0]?.id ?? null);

  const focusRow = (id: string | null | undefined): void => {
    box.current?.querySelector<HTMLElement>(`[data-row="${id ?? ''}"]`)?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list takes the focus when it is first there and when a tab took its row away, not at each reading.
  useEffect(() => {
    const nobody = document.activeElement === null || document.activeElement === document.body;
    if (shown && settled && nobody) focusRow(standing);
  }, [shown, settled, tab]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a reading may put rows above the one that the clerk stands on.
  useEffect(() => {
    const row = document.activeElement;
    if (settled && row !== null && box.current?.contains(row) === true) row.scrollIntoView({ block: 'nearest' });
  }, [settled, inOrder.length]);

  return (
    <div
      ref={box}
      id="home-list"
      className="home-list"
      role="tabpanel"
      aria-busy={!settled}
      aria-labelledby={`home-tab-${tab}`}
      onKeyDown={(event) => {
        const move = moves[event.key];
        if (move === undefined || event.ctrlKey || event.altKey) return;
        event.preventDefault();
        const at = inOrder.findIndex((row) => row.id === standing);
        focusRow(inOrder[move(at, inOrder.length - 1)]?.id);
      }}
    >
      {inOrder.length === 0 && ready && <NothingYet all={rows.length === 0} />}
      {inOrder.length > 0 && (
        <table className="ledger-table home-table">
          <caption className="visually-hidden">今日の受付</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={columnClass(column)}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.title}>
              <GroupCaption words={`${group.title} ${group.rows.length}件`} columns={columns.length} />
              {group.rows.map((row) => (
                <HomeListRow
                  key={row.id}
                  row={row}
                  standing={row.id === standing}
                  onStand={() => stand(row.id)}
                  onOpen={() => go(row.opens)}
                />
              ))}
            </tbody>
          ))}
        </table>
      )}
    </div>
  );
}

function columnClass(column: (typeof columns)[number]): string | undefined {
  if (column === '受付番号') return 'number-column';
  return column === '時刻' ? 'numeric' : undefined;
}

function NothingYet({ all }: { readonly all: boolean }) {
  if (!all)
    return (
      <EmptyBox headline="ここに入る受付は、いまありません。">
        <KeyCap>1</KeyCap> ですべてを見ます。
      </EmptyBox>
    );
  return (
    <EmptyBox headline="今日の受付はまだありません。">
      <KeyCap>F3</KeyCap> で最初の受付を始めます。
    </EmptyBox>
  );
}
