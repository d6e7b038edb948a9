import type { StatisticsView } from '../../../src-shared/contract/statistics-view.ts';
import { SectionHeading } from '../../components/section-heading.tsx';
import { officeNames } from '../../words/counter-words.ts';
import { MonthsLegend, MonthsPlot } from './months-plot.tsx';
import { MonthTable, OfficesTable, YearTable } from './statistics-table.tsx';

/** 月計・年度計の紙面: the table, and the months of the fiscal year over those of the year before. */
export function StatisticsSheet({ view }: { readonly view: StatisticsView }) {
  const plots = (
    <>
      <Plot view={view} code="received" title="月ごとの受付(人)" />
      <Plot view={view} code="issued" title="月ごとの発行・更新(枚)" />
    </>
  );
  const offices = view.offices.length > 0 && (
    <section>
      <SectionHeading>窓口ごと</SectionHeading>
      <OfficesTable view={view} names={officeNames} />
    </section>
  );
  if (view.period.kind === 'fiscalYear') {
    return (
      <>
        <div className="statistics-plots">{plots}</div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways where the screen is narrow, which the keyboard must reach */}
        <section className="statistics-wide" aria-label="年度計" tabIndex={0}>
          <SectionHeading>件数</SectionHeading>
          <YearTable view={view} />
        </section>
        {offices}
      </>
    );
  }
  return (
    <div className="statistics-month">
      <section>
        <SectionHeading>件数</SectionHeading>
        <MonthTable view={view} />
      </section>
      <div className="day-log-column">
        {plots}
        {offices}
      </div>
    </div>
  );
}

function Plot({ view, code, title }: { readonly view: StatisticsView; readonly code: string; readonly title: string }) {
  const line = view.lines.find((each) => each.code === code);
  if (line === undefined) return null;
  return (
    <section>
      <SectionHeading end={<MonthsLegend />}>{title}</SectionHeading>
      <MonthsPlot view={view} line={line} />
    </section>
  );
}
