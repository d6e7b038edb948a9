import type { DayLogView } from '../../../src-shared/contract/day-log-view.ts';
import { SectionHeading } from '../../components/section-heading.tsx';
import { capacityNames } from '../../words/counter-words.ts';
import { ArrivalsLegend, ArrivalsPlot } from './arrivals-plot.tsx';
import { CountsTable } from './counts-table.tsx';
import { DayLogList } from './day-log-list.tsx';
import { DayLogNotes } from './day-log-notes.tsx';
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
            {view.total.persons === 0 ? (
              <p className="support">この日の受付はありません。</p>
            ) : (
              <StatesBar byState={view.byState} />
            )}
          </section>
          <section>
            <SectionHeading end={minutesWords(view.minutesToIssue)}>受付から発行まで</SectionHeading>
            <MinutesPlot minutes={view.minutesToIssue} />
          </section>
          <DayLogFacts view={view} />
          <DayLogNotes letters={view.letters} corrections={view.corrections} />
        </div>
      </div>
      {listOpen && <DayLogList cases={view.cases} day={view.day} />}
    </>
  );
}

/** What the dots mean: the grey one only where there is one. */
function minutesWords(minutes: DayLogView['minutesToIssue']): string {
  const revoked = minutes.some(({ procedure }) => procedure === 'revoke') ? '・灰色 失効' : '';
  return `即日${minutes.length}件・● 更新 ○ 新規${revoked}`;
}

/** 担当・手数料・番号: who did how many, what was taken, and whether a receipt number is missing. */
function DayLogFacts({ view }: { readonly view: DayLogView }) {
  return (
    <section>
      <SectionHeading>担当・手数料・番号</SectionHeading>
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
          <dt>受付番号の欠番</dt>
          <dd>{view.receiptGaps.length === 0 ? <b>なし</b> : view.receiptGaps.join('、')}</dd>
        </div>
      </dl>
    </section>
  );
}
