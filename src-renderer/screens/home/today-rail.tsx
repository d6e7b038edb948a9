import { useContext, useEffect } from 'react';
import { QueueRail } from '../../components/queue-rail.tsx';
import { Shown } from '../../components/shown.ts';
import { useHome } from '../../store/home-slice.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { terminalName } from '../../words/counter-words.ts';
import { homeGroups, homeRows, rowTime } from './home-rows.ts';

/** 今日の柱: the queue beside a task; Ctrl+↑↓ goes to the one before or after. `current` is a draft's or a case's id. */
export function TodayRail({ current }: { readonly current: string | null }) {
  const { cases, drafts, day, load } = useHome();
  const place = useProgram((program) => program.status?.place ?? null);
  const go = useTask((tasks) => tasks.go);
  const shown = useContext(Shown);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the queue is read again whenever another case is taken in hand.
  useEffect(() => {
    if (shown) void load();
  }, [shown, current, load]);

  const rows = homeRows(cases, drafts, place === null ? '' : terminalName(place), day);
  const groups = homeGroups.map(({ group, title }) => ({ title, rows: rows.filter((row) => row.group === group) }));
  const inOrder = groups.flatMap((group) => group.rows);

  useEffect(() => {
    if (!shown) return;
    const listen = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.isComposing || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      const at = inOrder.findIndex((row) => row.id === current);
      const next = at < 0 ? inOrder[0] : inOrder[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next !== undefined) go(next.opens);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });

  return (
    <QueueRail
      title="今日の窓口"
      current={current}
      groups={groups.map((group) => ({
        title: group.title,
        items: group.rows.map((row) => ({ ...row, time: row.earlierDay ?? rowTime(row) })),
      }))}
      onOpen={(id) => {
        const row = inOrder.find((each) => each.id === id);
        if (row !== undefined) go(row.opens);
      }}
    />
  );
}
