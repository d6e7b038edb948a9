import type { StatisticsBook, StatisticsLine, StatisticsView } from '../../src-shared/contract/statistics-view.ts';
import {
  baseName,
  baseWords,
  countWords,
  differenceWords,
  GROUP_NAMES,
  noRecord,
  periodName,
  progressWords,
  ratioWords,
  reportName,
  worthShowing,
} from '../../src-shared/contract/statistics-words.ts';
import { OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { approvalBoxes } from './day-log-sheet.ts';
import { html, type Markup } from './html.ts';
import { monthsLegend, monthsPlot } from './months-plot.ts';
import { eraDay, officeName, timeOfDay } from './print-words.ts';
import { practiceMarks, sheetsDocument } from './sheets.ts';

/** 統計の紙: of what is shown; a month stands upright, a fiscal year lies. What does not fit below the table has a sheet of its own. */
export function statisticsSheet(book: StatisticsBook): string {
  const [view] = book.views;
  const pages = view.period.kind === 'month' ? monthPages(view) : yearPages(view);
  const sheets = pages.map((content, index) => sheet(book, content, `${index + 1} / ${pages.length}`));
  return sheetsDocument(`${reportName(view.period)} ${periodName(view.period)}`, sheets);
}

/** above the first row, and below the last */
const aroundTableMm = 56 + 29;
const rowMm = 4.45;
const plotsMm = 47;
const officesMm = 31;

function sheet(book: StatisticsBook, content: Markup, page: string): Markup {
  const [{ period, practice }] = book.views;
  const lies = period.kind === 'fiscalYear';
  const [leftMm, topMm] = lies ? [14, 9] : [18, 14];
  return html`<section class="sheet day-log statistics${lies ? ' landscape' : ''}">
${practiceMarks(practice, { leftMm, topMm: topMm - 5 })}
<div class="body" style="top:${topMm}mm;left:${leftMm}mm;right:${leftMm}mm">${heading(book.views[0])}${content}</div>${foot(book, page)}</section>`;
}

function heading(view: StatisticsView): Markup {
  const office = view.office === 'all' ? 'すべての窓口' : officeName(view.office);
  return html`<header><div><h1>公的個人認証サービス業務 ${reportName(view.period)}</h1>
<p class="day"><b>${periodName(view.period)}</b> ${office}</p>
<p class="small">${progressWords(view) || `${eraDay(view.from)}から${eraDay(view.until)}まで`}</p></div>${approvalBoxes()}</header>`;
}

function foot(book: StatisticsBook, page: string): Markup {
  return html`<footer class="foot"><p>人は受け付けた日、経路と受付不可・取下げは決まった日、証明書は発行・失効した日に数えます。締めたあとに届いたものは、届いた日に数えます(B4)。</p><p><span>印刷 ${eraDay(book.writtenAt)} ${timeOfDay(book.writtenAt)} ${book.writtenBy}</span><span>${page}</span></p></footer>`;
}

const zeroLight = (count: number | null, words: string): Markup =>
  html`<td class="n${count === 0 ? ' zero' : ''}">${words}</td>`;

type Groups = readonly (readonly [StatisticsLine['group'], readonly StatisticsLine[]])[];

/** the lines, and a caption over each group */
function rowCount(groups: Groups): number {
  return groups.reduce((sum, [, lines]) => sum + 1 + lines.length, 0);
}

function groupsOf(view: StatisticsView): Groups {
  return [...Map.groupBy(view.lines.filter(worthShowing), ({ group }) => group)];
}

function nameCell({ level, label, unit }: StatisticsLine): Markup {
  return html`<td class="statistic-${level}">${label}${level === 'total' ? html` <span class="unit">(${unit})</span>` : null}</td>`;
}

function monthPages(view: StatisticsView): readonly Markup[] {
  const groups = groupsOf(view);
  const rows = groups.map(
    ([group, lines]) =>
      html`<tr class="group-row"><td colspan="${2 + view.bases.length * 3}">${GROUP_NAMES[group]}</td></tr>${lines.map(
        (line) =>
          html`<tr>${nameCell(line)}${zeroLight(line.value, countWords(line.value))}${line.compared.map(
            ({ base, difference, ratio }) =>
              html`${zeroLight(base, countWords(base))}${zeroLight(difference, differenceWords(difference))}${zeroLight(null, ratioWords(ratio))}`,
          )}</tr>`,
      )}`,
  );
  const bases = view.bases.map((base) => ({ name: baseName(base, view.period), words: baseWords(base) }));
  const table = html`<table class="lined"><colgroup><col style="width:62mm"><col>${view.bases.map(() => html`<col><col><col>`)}</colgroup><thead><tr><th rowspan="2">項目</th><th rowspan="2" class="n">${periodName(view.period).replace(/^.*年/u, '')}</th>${bases.map(({ name, words }) => html`<th colspan="3" class="group">${name}${words === '' ? null : html`<br><span class="unit">${words}</span>`}</th>`)}</tr>
<tr>${bases.map(() => html`<th class="n first">数</th><th class="n">差</th><th class="n">比</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
  const more = html`${officesTable(view)}${plots(view, 83)}`;
  const offices = view.offices.length > 0 ? officesMm : 0;
  const fits = aroundTableMm + rowCount(groups) * rowMm + offices + plotsMm <= 297;
  return fits ? [html`${table}${more}`] : [table, more];
}

function plots(view: StatisticsView, widthMm: number): Markup {
  const of = (code: string): Markup | null => {
    const line = view.lines.find((each) => each.code === code);
    return line === undefined
      ? null
      : html`<div><h2>${line.label}(${line.unit})${monthsLegend}</h2>${monthsPlot(view, line, widthMm)}</div>`;
  };
  return html`<div class="two">${of('received') ?? html``}${of('issued') ?? html``}</div>`;
}

function officesTable({ offices }: StatisticsView): Markup | null {
  if (offices.length === 0) return null;
  return html`<h2>窓口ごと</h2><table class="lined"><thead><tr><th>窓口</th>${['受付(人)', '発行・更新(枚)', '失効(枚)', '手数料(円)'].map((label) => html`<th class="n">${label}</th>`)}</tr></thead>
<tbody>${offices.map(
    ({ office, received, issued, revoked, fee }) =>
      html`<tr><td>${OFFICE_NAMES[office]}</td>${[received, issued, revoked, fee].map((count) => zeroLight(count, countWords(count)))}</tr>`,
  )}</tbody></table>`;
}

function yearPages(view: StatisticsView): readonly Markup[] {
  const groups = groupsOf(view);
  const none = view.months.some(({ coverage, progress }) => coverage === 'none' && progress !== 'ahead');
  const note = none ? html`<p class="small">—: ${noRecord}(台帳の初日より前)</p>` : null;
  return [
    html`${yearTable(view, groups.slice(0, 1))}${note}${plots(view, 126)}${officesTable(view)}`,
    html`${yearTable(view, groups.slice(1))}${note}`,
  ];
}

function yearTable(view: StatisticsView, groups: Groups): Markup {
  const [base] = view.bases;
  const monthWords = (count: number | null, index: number): string => {
    const { coverage, progress } = view.months[index] ?? { coverage: 'whole', progress: 'over' };
    if (count !== null) return count.toLocaleString('ja-JP');
    return coverage === 'none' && progress !== 'ahead' ? '—' : '';
  };
  const rows = groups.map(
    ([group, lines]) =>
      html`<tr class="group-row"><td colspan="17">${GROUP_NAMES[group]}</td></tr>${lines.map(
        (line) =>
          html`<tr>${nameCell(line)}${line.months.map((count, index) => zeroLight(count, monthWords(count, index)))}<td class="n"><b>${countWords(line.value)}</b></td>${line.compared.map(
            ({ base: before, difference, ratio }) =>
              html`${zeroLight(before, countWords(before))}${zeroLight(difference, differenceWords(difference))}${zeroLight(null, ratioWords(ratio))}`,
          )}</tr>`,
      )}`,
  );
  const words = base === undefined ? '' : baseWords(base);
  return html`<table class="lined year"><colgroup><col style="width:49mm">${view.months.map(() => html`<col>`)}<col style="width:15mm"><col style="width:24mm"><col style="width:13mm"><col style="width:14mm"></colgroup><thead><tr><th>項目</th>${view.months.map(({ month, progress }) => html`<th class="n">${Number(month.slice(5))}月${progress === 'running' ? html`<br><span class="unit">途中</span>` : null}</th>`)}<th class="n">計</th><th class="n">前年度${words === '' ? null : html`<br><span class="unit">${words}</span>`}</th><th class="n">差</th><th class="n">比</th></tr></thead><tbody>${rows}</tbody></table>`;
}
