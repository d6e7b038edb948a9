import type { DayLogShown } from '../../../src-shared/contract/day-log-view.ts';
import { ORIGIN_NAMES } from '../../../src-shared/contract/day-log-words.ts';
import { dayProcedures } from './day-log-words.ts';

type Row = DayLogShown['total'];

const persons = ['sameDayDone', 'inquiry', 'refused', 'withdrawn', 'open'] as const;
const personWords = ['即日で済', '照会', '受付不可', '取下げ', '途中'] as const;

/** 件数の表: persons by result, certificates by kind; the total is closed with a double rule (締切線). */
export function CountsTable({ view }: { readonly view: DayLogShown }) {
  const besides = view.besides.filter(({ origin, cases }) => origin !== 'carried' || cases > 0);
  return (
    <table className="ledger-table total-sheet counts-table">
      <caption className="visually-hidden">手続ごとの件数</caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            手続
          </th>
          <th scope="col" rowSpan={2} className="numeric">
            受付(人)
          </th>
          <th scope="colgroup" colSpan={persons.length} className="counts-group">
            結果(人)
          </th>
          <th scope="colgroup" colSpan={2} className="counts-group">
            証明書(枚)
          </th>
        </tr>
        <tr>
          {personWords.map((word, index) => (
            <th key={word} scope="col" className={`numeric ${index === 0 ? 'counts-first' : ''}`}>
              {word}
            </th>
          ))}
          <th scope="col" className="numeric counts-first">
            署名用
          </th>
          <th scope="col" className="numeric">
            利用者
          </th>
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row) => (
          <tr key={row.procedure}>
            <th scope="row">{dayProcedures[row.procedure]}</th>
            <Numbers row={row} ends={row.procedure === 'revoke'} />
          </tr>
        ))}
        {besides.map((row) => (
          <tr key={row.origin} className="counts-besides">
            <th scope="row">{ORIGIN_NAMES[row.origin]}</th>
            <td className="numeric counts-zero">—</td>
            <td className="numeric counts-first">
              <small>発行 </small>
              {row.cases}
            </td>
            <td colSpan={persons.length - 1} />
            <CountCell count={row.signature} first />
            <CountCell count={row.userAuthentication} first={false} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">計</th>
          <Numbers row={view.total} ends={false} />
        </tr>
      </tfoot>
    </table>
  );
}

function Numbers({ row, ends }: { readonly row: Row; readonly ends: boolean }) {
  return (
    <>
      <td className="numeric counts-persons">{row.persons}</td>
      {persons.map((name, index) => (
        <CountCell key={name} count={row[name]} first={index === 0} />
      ))}
      <CountCell count={row.signature} first ends={ends} />
      <CountCell count={row.userAuthentication} first={false} ends={ends} />
    </>
  );
}

type NumberProps = { readonly count: number; readonly first: boolean; readonly ends?: boolean };

/** A zero stands back; a count of certificates that ended says so. */
function CountCell({ count, first, ends = false }: NumberProps) {
  return (
    <td className={`numeric ${first ? 'counts-first' : ''} ${count === 0 ? 'counts-zero' : ''}`}>
      {ends && count > 0 && <small>失効 </small>}
      {count}
    </td>
  );
}
