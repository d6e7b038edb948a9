import type { IssuerRange } from '../../../src-shared/contract/api/approval-api.ts';
import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { EmptyBox } from '../../components/empty-box.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { kindsWord, officeNames } from '../../words/counter-words.ts';
import { dottedDay } from '../../words/day-words.ts';
import { erasedName } from '../home/home-rows.ts';

/** 範囲の証明書の一覧 (X5): at most 500 are named; the counts hold them all. */
export function CoveredList({ covered }: { readonly covered: IssuerRange | null }) {
  if (covered === null) {
    return (
      <div className="covered-list">
        <EmptyBox headline="種類と発行日を入れて「範囲を調べる」を押すと、ここに失効する証明書が並びます。" />
      </div>
    );
  }
  const { certificates, total } = covered;
  if (total === 0) {
    return (
      <div className="covered-list">
        <EmptyBox headline="この範囲に、いま有効な証明書はありません。" />
      </div>
    );
  }
  const more = total > certificates.length ? `はじめの${certificates.length}件を並べています` : undefined;
  return (
    <section className="covered-list">
      <SectionHeading end={more}>失効する証明書</SectionHeading>
      <table className="ledger-table">
        <caption className="visually-hidden">失効する証明書</caption>
        <thead>
          <tr>
            <th scope="col">受付番号</th>
            <th scope="col">氏名</th>
            <th scope="col">種類</th>
            <th scope="col">発行番号</th>
            <th scope="col">発行日</th>
            <th scope="col">満了日</th>
          </tr>
        </thead>
        <tbody>
          {certificates.map((each) => (
            <tr key={`${each.case} ${each.kind} ${each.serial}`}>
              <td className="number-column">{each.receipt}</td>
              <th scope="row">{each.name ?? erasedName}</th>
              <td>{kindsWord([each])}</td>
              <td>{each.serial}</td>
              <td>{dottedDay(each.issuedOn)}</td>
              <td>{dottedDay(each.expiresOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** 範囲の数の表: by kind and office, with its total under the closing line. */
export function CoveredCounts({ covered }: { readonly covered: IssuerRange }) {
  return (
    <section className="panel-section">
      <SectionHeading>失効する数</SectionHeading>
      <table className="ledger-table total-sheet">
        <caption className="visually-hidden">失効する数</caption>
        <thead>
          <tr>
            <th scope="col">窓口</th>
            <th scope="col">種類</th>
            <th scope="col" className="numeric">
              数
            </th>
          </tr>
        </thead>
        <tbody>
          {covered.counts.map(({ kind, office, certificates }) => (
            <tr key={`${office} ${kind}`}>
              <th scope="row">{officeNames[office]}</th>
              <td>{KIND_NAMES[kind]}</td>
              <td className="numeric">{certificates}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              合計
            </th>
            <td className="numeric">{covered.total}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
