import { useRef, useState } from 'react';
import type { AuditRow } from '../../../src-shared/contract/api/audit-api.ts';
import { Button } from '../../components/button.tsx';
import { officeNames } from '../../words/counter-words.ts';
import { dayOf, shortMonthDay, timeWord } from '../../words/day-words.ts';

type Props = {
  readonly rows: readonly AuditRow[];
  readonly more: boolean;
  readonly opened: number | null;
  readonly busy: boolean;
  readonly onOpen: (row: number) => void;
  readonly onMore: () => void;
};

const heads = ['時刻', 'したこと', '受付・氏名', '件数', '職員', '窓口・端末'] as const;

/** 監査の一覧: latest first; ↑↓ move, Enter opens; 続きを読む goes on. */
export function AuditList({ rows, more, opened, busy, onOpen, onMore }: Props) {
  const box = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState<number | null>(opened);
  const standing = rows.some(({ place }) => place.arrival === current) ? current : (rows[0]?.place.arrival ?? null);
  return (
    <section
      ref={box}
      aria-label="監査の一覧"
      className="letters-list"
      aria-busy={busy}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step === 0 || event.ctrlKey || event.altKey) return;
        event.preventDefault();
        const at = rows.findIndex(({ place }) => place.arrival === standing);
        const next = rows[Math.max(0, Math.min(at + step, rows.length - 1))];
        box.current?.querySelector<HTMLElement>(`[data-row="${next?.place.arrival ?? ''}"]`)?.focus();
      }}
    >
      <table className="ledger-table stacking-table audit-table">
        <caption className="visually-hidden">監査の一覧</caption>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" className={index === 0 ? 'number-column' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AuditListRow
              key={row.place.arrival}
              row={row}
              opened={row.place.arrival === opened}
              standing={row.place.arrival === standing}
              onStand={setCurrent}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
      {more && (
        <p className="audit-more">
          <Button small busy={busy} onPress={onMore}>
            続きを読む
          </Button>
          <span className="support">{rows.length.toLocaleString('ja-JP')}行まで読みました</span>
        </p>
      )}
    </section>
  );
}

type RowProps = {
  readonly row: AuditRow;
  readonly opened: boolean;
  readonly standing: boolean;
  readonly onStand: (row: number) => void;
  readonly onOpen: (row: number) => void;
};

function AuditListRow({ row, opened, standing, onStand, onOpen }: RowProps) {
  const { place, at, who, office, terminal, what, of, count, mayContain } = row;
  return (
    <tr className="ledger-row" data-selected={opened ? '' : undefined}>
      <td className="number-column">
        {shortMonthDay(dayOf(at))} {timeWord(at)}
      </td>
      <th scope="row">
        <button
          type="button"
          className="row-open"
          data-row={place.arrival}
          tabIndex={standing ? 0 : -1}
          aria-current={opened ? 'true' : undefined}
          onFocus={() => onStand(place.arrival)}
          onClick={() => onOpen(place.arrival)}
        >
          {what}
        </button>
        {mayContain && <small className="support">含むかもしれない</small>}
      </th>
      <td>{of}</td>
      <td className="numeric">{count === null ? '' : count.toLocaleString('ja-JP')}</td>
      <td>{who ?? '—'}</td>
      <td>
        {officeNames[office]}
        {terminal > 0 && ` ${terminal}番`}
      </td>
    </tr>
  );
}
