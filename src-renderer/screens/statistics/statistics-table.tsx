import { Fragment } from 'react';
import type { StatisticsLine, StatisticsView } from '../../../src-shared/contract/statistics-view.ts';
import {
  baseName,
  baseWords,
  countWords,
  differenceWords,
  GROUP_NAMES,
  ratioWords,
  worthShowing,
} from '../../../src-shared/contract/statistics-words.ts';
import { monthWords } from './months-plot.tsx';

type Props = { readonly view: StatisticsView };

function groupsOf(view: StatisticsView): readonly (readonly [StatisticsLine['group'], readonly StatisticsLine[]])[] {
  return [...Map.groupBy(view.lines.filter(worthShowing), ({ group }) => group)];
}

/** 月計の表: each line beside the month before and the same month a year before. */
export function MonthTable({ view }: Props) {
  return (
    <table className="ledger-table statistics-table">
      <caption className="visually-hidden">月計</caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            項目
          </th>
          <th scope="col" rowSpan={2} className="numeric number-column">
            この月
          </th>
          {view.bases.map((base) => (
            <th key={base.name} scope="colgroup" colSpan={3} className="statistics-base">
              {baseName(base, view.period)}
              {baseWords(base) !== '' && <small>{baseWords(base)}</small>}
            </th>
          ))}
        </tr>
        <tr>
          {view.bases.map((base) => (
            <Fragment key={base.name}>
              <th scope="col" className="numeric statistics-first">
                数
              </th>
              <th scope="col" className="numeric">
                差
              </th>
              <th scope="col" className="numeric">
                比
              </th>
            </Fragment>
          ))}
        </tr>
      </thead>
      {groupsOf(view).map(([group, lines]) => (
        <tbody key={group}>
          <GroupRow group={group} span={2 + view.bases.length * 3} />
          {lines.map((line) => (
            <tr key={line.code} className={`statistics-${line.level}`}>
              <LineName line={line} />
              <CountCell count={line.value} className="number-column statistics-value" />
              <Compared line={line} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** 年度計の表: the twelve months, their sum, and the year before. */
export function YearTable({ view }: Props) {
  return (
    <table className="ledger-table statistics-table statistics-year">
      <caption className="visually-hidden">年度計</caption>
      <thead>
        <tr>
          <th scope="col">項目</th>
          {view.months.map(({ month, progress }) => (
            <th key={month} scope="col" className="numeric">
              {Number(month.slice(5))}月{progress === 'running' && <small>途中</small>}
            </th>
          ))}
          <th scope="col" className="numeric statistics-sum">
            計
          </th>
          {view.bases.map((base) => (
            <Fragment key={base.name}>
              <th scope="col" className="numeric statistics-first">
                {baseName(base, view.period)}
                {baseWords(base) !== '' && <small>{baseWords(base)}</small>}
              </th>
              <th scope="col" className="numeric">
                差
              </th>
              <th scope="col" className="numeric">
                比
              </th>
            </Fragment>
          ))}
        </tr>
      </thead>
      {groupsOf(view).map(([group, lines]) => (
        <tbody key={group}>
          <GroupRow group={group} span={14 + view.bases.length * 3} />
          {lines.map((line) => (
            <tr key={line.code} className={`statistics-${line.level}`}>
              <LineName line={line} />
              {view.months.map((month, index) => (
                <MonthCell key={month.month} count={line.months[index] ?? null} month={month} />
              ))}
              <CountCell count={line.value} className="statistics-sum statistics-value" />
              <Compared line={line} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function GroupRow({ group, span }: { readonly group: StatisticsLine['group']; readonly span: number }) {
  return (
    <tr className="group-caption">
      <th scope="rowgroup" colSpan={span}>
        {GROUP_NAMES[group]}
      </th>
    </tr>
  );
}

function LineName({ line: { label, level, unit } }: { readonly line: StatisticsLine }) {
  return (
    <th scope="row">
      {label}
      {level === 'total' && <small>({unit})</small>}
    </th>
  );
}

function Compared({ line }: { readonly line: StatisticsLine }) {
  return line.compared.map(({ base, difference, ratio }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what is compared with stands in the order of the columns
    <Fragment key={index}>
      <CountCell count={base} className="statistics-first" />
      <td className={`numeric ${difference === 0 || difference === null ? 'counts-zero' : ''}`}>
        {differenceWords(difference)}
      </td>
      <td className={`numeric ${ratio === null ? 'counts-zero' : ''}`}>{ratioWords(ratio)}</td>
    </Fragment>
  ));
}

/** A zero and what was never recorded stand back, each in its own words. */
function CountCell({ count, className }: { readonly count: number | null; readonly className: string }) {
  const faint = count === null || count === 0 ? 'counts-zero' : '';
  return <td className={`numeric ${className} ${faint}`}>{countWords(count)}</td>;
}

/** A month without a record has a dash, and says so to the ear; one that lies ahead stays empty. */
function MonthCell({
  count,
  month,
}: {
  readonly count: number | null;
  readonly month: StatisticsView['months'][number];
}) {
  if (count !== null) return <CountCell count={count} className="" />;
  const words = monthWords(count, month);
  return (
    <td className="numeric counts-zero">
      {month.progress !== 'ahead' && <span aria-hidden="true">—</span>}
      <span className="visually-hidden">{words}</span>
    </td>
  );
}

/** 窓口ごとの表: what each brought; an office that is not known here says so. */
export function OfficesTable({ view, names }: Props & { readonly names: Readonly<Record<string, string>> }) {
  const columns = ['受付(人)', '発行・更新(枚)', '失効(枚)', '手数料(円)'] as const;
  return (
    <table className="ledger-table statistics-table">
      <caption className="visually-hidden">窓口ごとの数</caption>
      <thead>
        <tr>
          <th scope="col">窓口</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="numeric">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.offices.map(({ office, received, issued, revoked, fee }) => (
          <tr key={office}>
            <th scope="row">{names[office]}</th>
            <CountCell count={received} className="" />
            <CountCell count={issued} className="" />
            <CountCell count={revoked} className="" />
            <CountCell count={fee} className="" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
