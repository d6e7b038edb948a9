import type { DayLogShown } from '../../../src-shared/contract/day-log-view.ts';
import { handlerWords } from '../../../src-shared/contract/day-log-words.ts';
import { SectionHeading } from '../../components/section-heading.tsx';
import { capacityNames } from '../../words/counter-words.ts';
import { ArrivalsLegend, ArrivalsPlot } from './arrivals-plot.tsx';
import { CountsTable } from './counts-table.tsx';
import { DayLogNotes } from './day-log-notes.tsx';
import { MinutesPlot } from './minutes-plot.tsx';
import { StatesBar } from './states-bar.tsx';
import { WeeksPlot } from './weeks-plot.tsx';

/** 日報の紙面: counts, how the cases stand, how long they took, when they came, the weeks before, who did them, what has to be known. */
export function DayLogSheet({ view }: { readonly view: DayLogShown }) {
  const capacities = view.byCapacity
    .filter(({ capacity, persons }) => persons > 0 || capacity !== 'notice')
    .map((each) => `${capacityNames[each.capacity]} ${each.persons}`)
    .join('・');
  return (
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
        <Letters letters={view.letters} />
        <DayLogNotes view={view} />
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
        <section>
          <SectionHeading>4週間の受付</SectionHeading>
          <WeeksPlot recent={view.recent} day={view.day} />
        </section>
        <Handlers view={view} />
      </div>
    </div>
  );
}

/** What the dots mean: the grey one only where there is one. */
function minutesWords(minutes: DayLogShown['minutesToIssue']): string {
  const revoked = minutes.some(({ procedure }) => procedure === 'revoke') ? ' 灰 失効' : '';
  return `${minutes.length}件 ● 更新 ○ 新規${revoked}`;
}

/** 照会書: what happened with letters on the day, in one line. */
function Letters({ letters }: Pick<DayLogShown, 'letters'>) {
  const counts = [
    ['投函', letters.posted],
    ['回答', letters.answered],
    ['宛所不明', letters.returned],
    ['期限切れ', letters.lapsed],
    ['照会中', letters.open],
  ] as const;
  return (
    <section className="day-log-line">
      <h2>照会書</h2>
      <p>
        {counts.map(([label, count]) => (
          <span key={label}>
            {label} <b>{count}</b>
          </span>
        ))}
      </p>
    </section>
  );
}

/** 担当と手数料: who has how many of those who came, and what was taken. */
function Handlers({ view }: { readonly view: DayLogShown }) {
  return (
    <section className="day-log-line">
      <h2>担当</h2>
      <p>
        {view.byHandler
          .filter(({ persons }) => persons > 0)
          .map(({ handler, persons }) => (
            <span key={handler}>
              {handlerWords(handler)} <b>{persons}</b>
            </span>
          ))}
        <span>
          手数料 <b>{view.fees.toLocaleString('ja-JP')}</b>円
        </span>
      </p>
    </section>
  );
}
