import type { DayLogShown } from '../../../src-shared/contract/day-log-view.ts';
import { certificatesCrossWords, personsCrossWords } from '../../../src-shared/contract/day-log-words.ts';
import { SectionHeading } from '../../components/section-heading.tsx';

/** 掛け合わせた件数: procedure × kind × visitor × route × result, persons and certificates apart. */
export function CrossTables({ cross }: Pick<DayLogShown, 'cross'>) {
  const persons = cross.persons.map((row) => ({ words: personsCrossWords(row), count: row.count }));
  const certificates = cross.certificates.map((row) => ({ words: certificatesCrossWords(row), count: row.count }));
  return (
    <div className="day-log-halves">
      <CrossTable title="受付" unit="人" rows={persons} />
      <CrossTable title="証明書" unit="枚" rows={certificates} />
    </div>
  );
}

type Row = { readonly words: readonly string[]; readonly count: number };
type Props = { readonly title: string; readonly unit: '人' | '枚'; readonly rows: readonly Row[] };

function CrossTable({ title, unit, rows }: Props) {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <section>
      <SectionHeading end={`${total}${unit}`}>{title}</SectionHeading>
      {rows.length === 0 ? (
        <p className="support">この日はありません。</p>
      ) : (
        <table className="ledger-table total-sheet day-log-table">
          <caption className="visually-hidden">
            {title}の掛け合わせ({unit})
          </caption>
          <thead>
            <tr>
              {['手続', '証明書', '来庁者', '経路', '結果'].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
              <th scope="col" className="numeric">
                {unit}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ words: [first, ...more], count }) => (
              <tr key={`${first} ${more.join(' ')}`}>
                <th scope="row">{first}</th>
                {more.map((word, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
                  <td key={index}>{word}</td>
                ))}
                <td className="numeric">
                  <b>{count}</b>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={5}>
                計
              </th>
              <td className="numeric">{total}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  );
}
