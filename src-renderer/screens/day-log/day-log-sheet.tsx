import type { DayLogView } from '../../../src-shared/contract/day-log-view.ts';
import { SectionHeading } from '../../components/section-heading.tsx';
import { capacityNames } from '../../words/counter-words.ts';
import { ArrivalsLegend, ArrivalsPlot } from './arrivals-plot.tsx';
import { CountsTable } from './counts-table.tsx';
import { DayLogList } from './day-log-list.tsx';
import { MinutesPlot } from './minutes-plot.tsx';
import { StatesBar } from './states-bar.tsx';

type Props = { readonly view: DayLogView; readonly listOpen: boolean };

/** 日報の紙面: counts, how the cases stand, how long they took, when they came, who did them, what was taken. */
export function DayLogSheet({ view, listOpen }: Props) {
  const capacities = view.byCapacity.map((each) => `${capacityNames[each.capacity]} ${each.persons}`).join('・');
  return (
    <>
      <div className="day-log-sheet">
        <div className="day-log-column">
          <section>
            <SectionHeading end={capacities}>件数</SectionHeading>
            <CountsTable view={view} />
          </section>
          <section>
            <SectionHeading end={<ArrivalsLegend />}>時刻ごとの受付</SectionHeading>
            <ArrivalsPlot arrivals={view.arrivals} />
          </section>
        </div>
        <div className="day-log-column">
          <section>
            <SectionHeading>受付した{view.total.persons}件のいま</SectionHeading>
            <StatesBar byState={view.byState} />
          </section>
          <section>
            <SectionHeading end={`即日${view.minutesToIssue.length}件・● 更新 ○ 新規`}>受付から発行まで</SectionHeading>
            <MinutesPlot minutes={view.minutesToIssue} />
          </section>
          <DayLogFacts view={view} />
        </div>
      </div>
      {view.corrections.length > 0 && <Corrections corrections={view.corrections} />}
      {listOpen && <DayLogList cases={view.cases} />}
    </>
  );
}

/** 担当・手数料・照会・番号: who did how many, what was taken, what became of the letters, and whether a receipt number is missing. */
function DayLogFacts({ view }: { readonly view: DayLogView }) {
  return (
    <section>
      <SectionHeading>担当・手数料・照会・番号</SectionHeading>
      <dl className="day-log-facts">
        <div>
          <dt>担当</dt>
          <dd>
            {view.byHandler.map((each) => (
              <span key={each.handler}>
                {each.handler} <b>{each.persons}</b>
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>手数料</dt>
          <dd>
            <span>
              <b>{view.fees.toLocaleString('ja-JP')}</b>円
            </span>
          </dd>
        </div>
        <div>
          <dt>照会書</dt>
          <dd>
            {letterFacts(view.letters).map(([word, count]) => (
              <span key={word}>
                {word} <b>{count}</b>
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>受付番号の欠番</dt>
          <dd>{view.receiptGaps.length === 0 ? <b>なし</b> : view.receiptGaps.join('、')}</dd>
        </div>
      </dl>
    </section>
  );
}

function letterFacts({ posted, answered, returned, lapsed, open }: DayLogView['letters']) {
  return [
    ['投函', posted],
    ['回答', answered],
    ['宛所不明', returned],
    ['期限切れ', lapsed],
    ['照会中', open],
  ] as const;
}

/** この日の訂正 (B1, B4): what was corrected on this day, whatever day it corrects. */
function Corrections({ corrections }: { readonly corrections: DayLogView['corrections'] }) {
  return (
    <section className="day-log-corrections">
      <SectionHeading end={`${corrections.length}件`}>この日の訂正</SectionHeading>
      <table className="ledger-table">
        <caption className="visually-hidden">この日に記録した訂正</caption>
        <thead>
          <tr>
            <th scope="col">時刻</th>
            <th scope="col">受付番号</th>
            <th scope="col">訂正した欄</th>
            <th scope="col">依頼</th>
            <th scope="col">承認</th>
          </tr>
        </thead>
        <tbody>
          {corrections.map(({ at, receipt, fields, asked, approver }) => (
            <tr key={`${at} ${receipt}`}>
              <td>{at.slice(11, 16).replace(/^0/, '')}</td>
              <td>{receipt}</td>
              <td>{fields}</td>
              <td>{asked ?? ''}</td>
              <td>{approver ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
