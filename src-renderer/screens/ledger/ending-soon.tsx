import type { EndingCertificate } from '../../../src-shared/contract/api/list-api.ts';
import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { Banner } from '../../components/banner.tsx';
import { EmptyBox } from '../../components/empty-box.tsx';
import { GroupCaption } from '../../components/group-caption.tsx';
import { Icon } from '../../components/icon.tsx';
import { TaskTitle } from '../../components/task-title.tsx';
import { useLedger } from '../../store/ledger-slice.ts';
import { officeNames } from '../../words/counter-words.ts';
import { bothDay, eraYear, monthDay, monthDayWeekday } from '../../words/day-words.ts';
import { erasedName } from '../home/home-rows.ts';

const columns = ['満了日', '氏名', 'フリガナ', '証明書', '更新できる日', '窓口'] as const;

/** もうすぐ満了: by the month of their end, with the first day on which they may be renewed (W1); a name opens its person. */
export function EndingSoon() {
  const ending = useLedger((ledger) => ledger.ending);
  const failure = useLedger((ledger) => ledger.endingFailure);
  const certificates = ending?.certificates ?? [];
  const months = [...new Set(certificates.map(({ expiresOn }) => expiresOn.slice(0, 7)))];
  const open = certificates.filter(({ renewableFrom }) => ending !== null && renewableFrom <= ending.day).length;
  return (
    <section className="ledger-ending" aria-label="もうすぐ満了する証明書">
      <TaskTitle title="もうすぐ満了">
        <span className="support" role="status">
          {ending === null ? '読んでいます' : `${certificates.length}件・うち更新できるもの ${open}件`}
        </span>
      </TaskTitle>
      {failure !== null && (
        <Banner tone="stop" headline="一覧を読めませんでした">
          <p>{failure.message}</p>
        </Banner>
      )}
      {ending?.more === true && (
        <Banner tone="info" headline="500件までを出しています" announced={false}>
          <p>満了の近いものからの500件です。続きは、手続が進むと出てきます。</p>
        </Banner>
      )}
      {ending !== null && certificates.length === 0 && (
        <EmptyBox headline="更新できる期間に入っている証明書も、1か月のうちに入る証明書もありません。">
          この台帳で発行し、いま有効なものを数えています。
        </EmptyBox>
      )}
      {ending !== null && certificates.length > 0 && (
        <div className="ledger-ending-list">
          <table className="ledger-table">
            <caption className="visually-hidden">もうすぐ満了する証明書</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            {months.map((month) => {
              const rows = certificates.filter(({ expiresOn }) => expiresOn.startsWith(month));
              return (
                <tbody key={month}>
                  <GroupCaption
                    words={`${eraYear(`${month}-01`)}(${month.slice(0, 4)}年)${Number(month.slice(5))}月に満了 ${rows.length}件`}
                    columns={columns.length}
                  />
                  {rows.map((row) => (
                    <EndingRow key={`${row.case} ${row.kind}`} row={row} today={ending.day} />
                  ))}
                </tbody>
              );
            })}
          </table>
        </div>
      )}
    </section>
  );
}

function EndingRow({ row, today }: { readonly row: EndingCertificate; readonly today: string }) {
  const { open, show } = useLedger();
  const renewable = row.renewableFrom <= today;
  const toPerson = (): void => {
    void show('search');
    void open(row.case);
  };
  return (
    <tr className="ledger-row">
      <td className="number-column">{monthDayWeekday(row.expiresOn)}</td>
      <th scope="row">
        {row.name === null ? (
          erasedName
        ) : (
          <button type="button" className="row-open" onClick={toPerson}>
            {row.name}
          </button>
        )}
      </th>
      <td>{row.kana}</td>
      <td>{KIND_NAMES[row.kind]}</td>
      <td>
        {renewable ? (
          <span className="ending-open">
            <Icon name="checkCircle" />
            いま更新できます
          </span>
        ) : (
          <span title={bothDay(row.renewableFrom)}>{monthDay(row.renewableFrom)}から</span>
        )}
      </td>
      <td>{officeNames[row.office]}</td>
    </tr>
  );
}
