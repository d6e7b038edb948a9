import { useEffect, useRef, useState } from 'react';
import type { SampleCase } from '../../../src-shared/contract/api/sampling-api.ts';
import type { Output } from '../../../src-shared/contract/counter-api.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { GroupCaption } from '../../components/group-caption.tsx';
import { Icon, type IconName } from '../../components/icon.tsx';
import { sampleKey } from '../../store/sampling-slice.ts';
import { monthDayWeekday } from '../../words/day-words.ts';
import { erasedName } from '../home/home-rows.ts';

type Listed = Output<'sampling.list'>;
type Props = {
  readonly listed: Listed;
  readonly last: string | null;
  readonly busy: boolean;
  readonly onOpen: (day: string, caseId: string) => void;
};

const heads = ['受付番号', '氏名', '手続', '選ばれたわけ', '状態', '確かめた人'] as const;
const states: Readonly<Record<SampleCase['state'], { readonly word: string; readonly icon: IconName }>> = {
  waiting: { word: '確認待ち', icon: 'clock' },
  reviewed: { word: '問題なし', icon: 'checkDisc' },
  finding: { word: '気づきあり', icon: 'infoDisc' },
};

/** 抽出した受付の一覧, by day; ↑↓ move, Enter opens. */
export function SamplingList({ listed, last, busy, onOpen }: Props) {
  const box = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState<string | null>(last);
  const days = [...new Set(listed.cases.map(({ day }) => day))];
  const rows = days.flatMap((day) => listed.cases.filter((each) => each.day === day));
  const standing = rows.some((row) => sampleKey(row) === current) ? current : ((rows[0] && sampleKey(rows[0])) ?? null);
  useEffect(() => {
    const nobody = document.activeElement === null || document.activeElement === document.body;
    if (nobody) box.current?.querySelector<HTMLElement>('.row-open[tabindex="0"]')?.focus();
  }, []);
  return (
    <section
      ref={box}
      aria-label="抽出した受付"
      className="letters-list"
      aria-busy={busy}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step === 0 || event.ctrlKey || event.altKey) return;
        event.preventDefault();
        const buttons = Array.from(box.current?.querySelectorAll<HTMLElement>('.row-open') ?? []);
        const at = rows.findIndex((row) => sampleKey(row) === standing);
        buttons[Math.max(0, Math.min(at + step, buttons.length - 1))]?.focus();
      }}
    >
      <table className="ledger-table stacking-table sampling-table">
        <caption className="visually-hidden">抽出した受付</caption>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" className={index === 0 ? 'number-column' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {days.map((day) => (
          <tbody key={day}>
            <GroupCaption columns={heads.length} words={monthDayWeekday(day)} note={drawnWords(listed, day)} />
            {rows
              .filter((row) => row.day === day)
              .map((row) => (
                <SampleRow
                  key={sampleKey(row)}
                  row={row}
                  standing={sampleKey(row) === standing}
                  onStand={() => setCurrent(sampleKey(row))}
                  onOpen={() => onOpen(row.day, row.case)}
                />
              ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** 引いた日の言葉: of how many, by which share. */
function drawnWords({ days }: Listed, day: string): string {
  const drawn = days.find((each) => each.day === day);
  if (drawn === undefined) return '';
  return `済んだ受付${drawn.finished}件の${drawn.percent}%(${drawn.drawn}件)と例外${drawn.overrides}件`;
}

type RowProps = {
  readonly row: SampleCase;
  readonly standing: boolean;
  readonly onStand: () => void;
  readonly onOpen: () => void;
};

function SampleRow({ row, standing, onStand, onOpen }: RowProps) {
  const { word, icon } = states[row.state];
  return (
    <tr className="ledger-row">
      <td className="number-column">{row.receipt}</td>
      <th scope="row">
        <button type="button" className="row-open" tabIndex={standing ? 0 : -1} onFocus={onStand} onClick={onOpen}>
          {row.name ?? erasedName}
        </button>
      </th>
      <td>{row.procedures}</td>
      <td>
        <span className="approval-act">
          {row.why === 'drawn' ? '抽出' : '例外'}
          {row.rules.map((rule) => (
            <CodeChip key={rule} code={rule} />
          ))}
        </span>
      </td>
      <td>
        <span className="sampling-state" data-state={row.state}>
          <Icon name={icon} />
          {word}
          {row.open > 0 && <small>残り{row.open}件</small>}
        </span>
      </td>
      <td>{row.state === 'waiting' ? (row.mine ? '(関わったため、ほかの責任者)' : '') : (row.reviewedBy ?? '—')}</td>
    </tr>
  );
}
