import { useContext, useEffect, useRef } from 'react';
import type { LetterRow } from '../../../src-shared/contract/api/letters-api.ts';
import { daysBetween, parsePlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { EmptyBox } from '../../components/empty-box.tsx';
import { GroupCaption } from '../../components/group-caption.tsx';
import { Shown } from '../../components/shown.ts';
import { useLetters } from '../../store/letters-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { isPostable, type LetterGroup, letterGroups } from './letter-groups.ts';
import { LetterListRow } from './letter-list-row.tsx';

const columns = ['残り', '期限(投函から30日)', '30日の経過', '本人', '手続と証明書', '代理人', '投函', '連絡'] as const;

/** 投函から期限までの日数: null where letters of different rules are listed together, since each keeps the days of its posting. */
function daysOfLetters(rows: readonly LetterRow[], replyDays: number): number | null {
  const posted = rows.flatMap(({ summary: { letter } }) => {
    const [from, until] = [parsePlainDate(letter?.postedOn ?? ''), parsePlainDate(letter?.dueOn ?? '')];
    return from === null || until === null ? [] : [daysBetween(from, until)];
  });
  const [first = replyDays] = posted;
  return posted.every((days) => days === first) ? first : null;
}

/** 照会の一覧: by the days left, lapsed and returned ones apart; ↑↓ move, Enter opens, Space chooses what is posted. */
export function LettersList({ replyDays }: { readonly replyDays: number }) {
  const { rows, day, searched, current, opened, heldBack, everywhere, step } = useLetters();
  const { stand, open, choose } = useLetters();
  const shown = useContext(Shown);
  const box = useRef<HTMLElement>(null);
  const groups = letterGroups(rows, searched);
  const inOrder = groups.flatMap((group) => group.rows);
  const standing = inOrder.some(({ summary }) => summary.case === current)
    ? current
    : (inOrder[0]?.summary.case ?? null);
  const settled = step === 'idle';

  // biome-ignore lint/correctness/useExhaustiveDependencies: a reading may put rows above the one that the clerk stands on.
  useEffect(() => {
    const row = document.activeElement;
    if (shown && settled && row !== null && box.current?.contains(row) === true)
      row.scrollIntoView({ block: 'nearest' });
  }, [shown, settled, inOrder.length]);

  const enter = (row: LetterRow): void => {
    if (row.state === 'replied') useTask.getState().go({ kind: 'issueRecord', caseId: row.summary.case });
    else open(row);
  };
  const days = daysOfLetters(rows, replyDays);
  const heads = [...columns, ...(everywhere ? ['窓口'] : [])].map((column) => {
    if (column === columns[1]) return days === null ? '期限' : `期限(投函から${days}日)`;
    return column === columns[2] ? (days === null ? '経過' : `${days}日の経過`) : column;
  });
  return (
    <section
      ref={box}
      aria-label="照会の一覧"
      className="letters-list"
      aria-busy={!settled}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step === 0 || event.ctrlKey || event.altKey) return;
        event.preventDefault();
        const at = inOrder.findIndex(({ summary }) => summary.case === standing);
        const next = inOrder[Math.max(0, Math.min(at + step, inOrder.length - 1))];
        box.current?.querySelector<HTMLElement>(`[data-row="${next?.summary.case ?? ''}"]`)?.focus();
      }}
    >
      {inOrder.length === 0 && day !== null && <Nothing searched={searched} />}
      {inOrder.length > 0 && (
        <table className="ledger-table letters-table" data-everywhere={everywhere ? '' : undefined}>
          <caption className="visually-hidden">照会の一覧</caption>
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th key={head} scope="col" className={index === 0 ? 'number-column' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.title}>
              <GroupCaption
                columns={heads.length}
                {...captionOf(group, everywhere ? null : heldBack)}
                icon={group.icon}
              />
              {group.rows.map((row) => (
                <LetterListRow
                  key={row.summary.case}
                  row={row}
                  today={day ?? ''}
                  everywhere={everywhere}
                  standing={row.summary.case === standing}
                  opened={row.summary.case === opened}
                  chosen={isPostable(row) && !everywhere ? !heldBack.includes(row.summary.case) : null}
                  onChoose={(chosen) => choose(row.summary.case, chosen)}
                  onStand={() => stand(row.summary.case)}
                  onOpen={() => enter(row)}
                />
              ))}
            </tbody>
          ))}
        </table>
      )}
    </section>
  );
}

function captionOf(
  { title, note, rows }: LetterGroup,
  heldBack: readonly string[] | null,
): { words: string; note?: string } {
  const words = `${title} ${rows.length}件`;
  if (title !== '投函待ち' || heldBack === null) return note === undefined ? { words } : { words, note };
  const chosen = rows.filter((row) => isPostable(row) && !heldBack.includes(row.summary.case)).length;
  return { words, note: `${chosen}通を投函します。Spaceで外す・戻す` };
}

function Nothing({ searched }: { readonly searched: string }) {
  if (searched.trim() === '')
    return <EmptyBox headline="照会中の受付はありません。">代理人の申請などを受け付けると、ここに並びます。</EmptyBox>;
  return (
    <EmptyBox headline={`「${searched.trim()}」は、この一覧にありません。`}>
      カナを短くするか、照会書のコードを読み取ってください。
    </EmptyBox>
  );
}
