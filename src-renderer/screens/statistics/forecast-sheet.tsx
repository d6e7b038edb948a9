import type { ForecastView } from '../../../src-shared/contract/statistics-view.ts';
import { EmptyBox } from '../../components/empty-box.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { monthDay } from '../../words/day-words.ts';
import { certificatesOf, OfficesLegend, WeeksPlot, weekName } from './weeks-plot.tsx';

/** 更新の見込み: when certificates of our own ledger can be renewed and when they end, week by week (W1). */
export function ForecastSheet({ view }: { readonly view: ForecastView }) {
  const { signature, userAuthentication } = view.open;
  const some = signature + userAuthentication > 0 || view.weeks.some((week) => certificatesOf(week, 'ending') > 0);
  return (
    <>
      <p className="statistics-lead">
        いま更新できるもの <b>{(signature + userAuthentication).toLocaleString('ja-JP')}</b>枚(署名用
        {signature.toLocaleString('ja-JP')}・利用者証明用{userAuthentication.toLocaleString('ja-JP')}
        )。{monthDay(view.today)}に台帳にある有効な証明書を、発行した窓口ごとに数えます。
      </p>
      {!some && (
        <EmptyBox headline="これから一年あまりの間に、更新できるようになる証明書も、満了する証明書もありません。">
          この台帳で発行したものだけを数えます。
        </EmptyBox>
      )}
      <div className="statistics-forecast">
        <div className="day-log-column">
          <section>
            <SectionHeading end={<OfficesLegend view={view} />}>更新できるようになる週</SectionHeading>
            <WeeksPlot view={view} which="opening" title="更新できるようになる週" />
          </section>
          <section>
            <SectionHeading end={<OfficesLegend view={view} />}>満了する週</SectionHeading>
            <WeeksPlot view={view} which="ending" title="満了する週" />
          </section>
        </div>
        <section>
          <SectionHeading end="月曜日から日曜日">週ごとの枚数</SectionHeading>
          <WeeksTable weeks={view.weeks} />
        </section>
      </div>
    </>
  );
}

const kinds = ['signature', 'userAuthentication'] as const;
const kindWords = { signature: '署名用', userAuthentication: '利用者用' } as const;

function WeeksTable({ weeks }: Pick<ForecastView, 'weeks'>) {
  return (
    <table className="ledger-table statistics-table">
      <caption className="visually-hidden">週ごとの枚数</caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2} className="number-column">
            週
          </th>
          <th scope="colgroup" colSpan={2} className="statistics-base">
            更新できるようになる
          </th>
          <th scope="colgroup" colSpan={2} className="statistics-base">
            満了する
          </th>
        </tr>
        <tr>
          {(['opening', 'ending'] as const).map((which) =>
            kinds.map((kind) => (
              <th
                key={`${which}-${kind}`}
                scope="col"
                className={`numeric ${kind === 'signature' ? 'statistics-first' : ''}`}
              >
                {kindWords[kind]}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.monday}>
            <th scope="row" className="number-column">
              {weekName(week)}
            </th>
            {(['opening', 'ending'] as const).map((which) =>
              kinds.map((kind) => (
                <td
                  key={`${which}-${kind}`}
                  className={`numeric ${kind === 'signature' ? 'statistics-first' : ''} ${week[which][kind] === 0 ? 'counts-zero' : ''}`}
                >
                  {week[which][kind].toLocaleString('ja-JP')}
                </td>
              )),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
