import type { DayLogShown } from '../../../src-shared/contract/day-log-view.ts';
import { handlerWords } from '../../../src-shared/contract/day-log-words.ts';
import { SectionHeading } from '../../components/section-heading.tsx';

type Line = { readonly name: string; readonly counts: readonly number[] };
type Props = {
  readonly title: string;
  readonly head: string;
  readonly columns: readonly string[];
  readonly lines: readonly Line[];
};

/** 時ごとの受付 by procedure, as the squares show it. */
export function HoursTable({ byHour }: Pick<DayLogShown, 'byHour'>) {
  const lines = byHour.map(({ hour, renew, issue, revoke, agents }) => ({
    name: `${hour}時`,
    counts: [renew, issue, revoke, renew + issue + revoke, agents],
  }));
  return (
    <CountsByLine
      title="時刻ごとの受付(人)"
      head="時刻"
      columns={['更新', '新規', '失効', '計', 'うち代理人']}
      lines={lines}
    />
  );
}

/** 担当ごと: whose case it is, and who recorded the certificates. */
export function HandlersTable({ byHandler }: Pick<DayLogShown, 'byHandler'>) {
  const lines = byHandler.map(({ handler, persons, issued, revoked }) => ({
    name: handlerWords(handler),
    counts: [persons, issued, revoked],
  }));
  return <CountsByLine title="担当" head="担当" columns={['受付(人)', '発行・更新(枚)', '失効(枚)']} lines={lines} />;
}

function CountsByLine({ title, head, columns, lines }: Props) {
  const totals = columns.map((_, index) => lines.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0));
  return (
    <section>
      <SectionHeading>{title}</SectionHeading>
      <table className="ledger-table total-sheet day-log-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="numeric">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, counts }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <Counts columns={columns} counts={counts} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">計</th>
            <Counts columns={columns} counts={totals} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Counts({ columns, counts }: { readonly columns: readonly string[]; readonly counts: readonly number[] }) {
  return columns.map((column, index) => (
    <td key={column} className={`numeric ${counts[index] === 0 ? 'counts-zero' : ''}`}>
      {counts[index]}
    </td>
  ));
}
