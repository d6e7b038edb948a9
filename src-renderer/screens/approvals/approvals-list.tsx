import type { ApprovalRow } from '../../../src-shared/contract/api/approval-api.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { useRowSteps } from '../../keyboard/row-steps.ts';
import { officeNames } from '../../words/counter-words.ts';
import { dayOf, shortMonthDay, timeWord } from '../../words/day-words.ts';
import { erasedName } from '../home/home-rows.ts';
import { approvalActs } from './approval-words.ts';

type Props = {
  readonly waiting: readonly ApprovalRow[];
  readonly opened: string | null;
  readonly busy: boolean;
  readonly onOpen: (request: string) => void;
};

/** 依頼の一覧: the oldest first; ↑↓ move, Enter opens. */
export function ApprovalsList({ waiting, opened, busy, onOpen }: Props) {
  const rows = waiting.toSorted((one, other) => one.askedAt.localeCompare(other.askedAt));
  const requests = rows.map(({ request }) => request);
  const { box, standing, stand, onKeyDown } = useRowSteps(requests, opened);
  return (
    <section ref={box} aria-label="承認待ちの依頼" className="letters-list" aria-busy={busy} onKeyDown={onKeyDown}>
      <table className="ledger-table approvals-table">
        <caption className="visually-hidden">承認待ちの依頼</caption>
        <thead>
          <tr>
            {['受付番号', '氏名', '依頼', '頼んだ職員', '窓口', '時刻'].map((head, index) => (
              <th key={head} scope="col" className={index === 0 ? 'number-column' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.request} className="ledger-row" data-selected={row.request === opened ? '' : undefined}>
              <td className="number-column">{row.receipt}</td>
              <th scope="row">
                <button
                  type="button"
                  className="row-open"
                  data-row={row.request}
                  tabIndex={row.request === standing ? 0 : -1}
                  aria-current={row.request === opened ? 'true' : undefined}
                  onFocus={() => stand(row.request)}
                  onClick={() => onOpen(row.request)}
                >
                  {row.name ?? erasedName}
                </button>
              </th>
              <td>
                <span className="approval-act">
                  {approvalActs[row.act].words} <CodeChip code={approvalActs[row.act].code} />
                </span>
              </td>
              <td>
                {row.asked ?? '—'}
                {row.askedByMe && <small className="support">(自分)</small>}
              </td>
              <td>{officeNames[row.office]}</td>
              <td>
                {shortMonthDay(dayOf(row.askedAt))} {timeWord(row.askedAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
