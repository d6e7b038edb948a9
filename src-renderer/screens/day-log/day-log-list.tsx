import { useEffect, useRef } from 'react';
import type { DayLogShown } from '../../../src-shared/contract/day-log-view.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { useTask } from '../../store/task-slice.ts';
import { officeNames } from '../../words/counter-words.ts';
import { dayOf, shortMonthDay, timeWord } from '../../words/day-words.ts';
import { erasedName } from '../home/home-rows.ts';
import { listWord } from './day-log-words.ts';

const columns = [
  '受付番号',
  '受付',
  '済',
  '氏名',
  '手続',
  '証明書',
  '来庁者',
  '経路',
  '結果',
  '規則',
  '手数料',
  '担当',
] as const;

/** 内訳: every case of the day; a row opens its case. Its first row takes the focus when F8 opens it. */
export function DayLogList({ cases, day, office }: Pick<DayLogShown, 'cases' | 'day' | 'office'>) {
  const go = useTask((tasks) => tasks.go);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.querySelector<HTMLElement>('.row-open')?.focus({ preventScroll: true });
  }, []);
  return (
    <section ref={section} className="day-log-cases" aria-labelledby="day-log-cases">
      <SectionHeading id="day-log-cases" end={`${cases.length}件`}>
        受付の一覧
      </SectionHeading>
      <div className="day-log-list">
        <table className="ledger-table">
          <caption className="visually-hidden">受付の内訳</caption>
          <thead>
            <tr>
              {office === 'all' && <th scope="col">窓口</th>}
              {columns.map((column) => (
                <th key={column} scope="col" className={columnClass(column)}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cases.map((each) => (
              <tr key={each.case} className="ledger-row">
                {office === 'all' && <td data-label="窓口">{officeNames[each.office]}</td>}
                <td className="number-column">{each.shortReceipt}</td>
                <td className="numeric" data-label="受付">
                  {cameIn(each.receivedAt, day)}
                  {each.late && <small className="day-log-late">後着</small>}
                </td>
                <td className="numeric" data-label="済">
                  {each.finishedAt === null ? '—' : clock(each.finishedAt)}
                </td>
                <th scope="row">
                  <button
                    type="button"
                    className="row-open"
                    onClick={() => go({ kind: 'issueRecord', caseId: each.case })}
                  >
                    {each.name ?? erasedName}
                  </button>
                </th>
                <td>{listWord(each.procedure)}</td>
                <td>{listWord(each.kinds)}</td>
                <td>{listWord(each.capacity)}</td>
                <td>{listWord(each.route)}</td>
                <td>{listWord(each.result)}</td>
                <td>
                  <span className="inline-flex gap-1">
                    {each.codes.map((code) => (
                      <CodeChip key={code} code={code} />
                    ))}
                  </span>
                </td>
                <td className="numeric" data-label="手数料">
                  {each.fee === 0 ? '—' : `${each.fee.toLocaleString('ja-JP')}円`}
                </td>
                <td data-label="担当">{each.handler ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function columnClass(column: (typeof columns)[number]): string | undefined {
  if (column === '受付番号') return 'number-column';
  return column === '受付' || column === '済' || column === '手数料' ? 'numeric' : undefined;
}

/** 受付の時刻: the day instead where the case came in before, so that two short numbers alike are told apart. */
function cameIn(at: string, day: string): string {
  return at.includes('T') && dayOf(at) !== day ? shortMonthDay(dayOf(at)) : clock(at);
}

/** An instant or a bare clock time, whichever the log holds. */
function clock(at: string): string {
  return at.includes('T') ? timeWord(at) : at;
}
