import type { PrintableList } from '../../src-shared/contract/print-view.ts';
import { linesOf } from './fit-text.ts';
import { html, type Markup } from './html.ts';
import { eraDayWithWeekday, timeOfDay } from './print-words.ts';
import { practiceMarks, sheetsDocument } from './sheets.ts';

const sizePt = 8.5;
const millimetresPerPoint = 25.4 / 72;
const lineMm = sizePt * 1.4 * millimetresPerPoint;
/** padding above and below a row, and its rule */
const rowSpaceMm = 2.1;
const cellSideMm = 2.4;
const marginMm = 14;
const mostColumnsUpright = 6;

type Page = { readonly landscape: boolean; readonly widthMm: number; readonly rowsMm: number };

function pageOf(list: PrintableList): Page {
  const landscape = list.columns.length > mostColumnsUpright;
  // From below the title and the notes' line to above the foot.
  return { landscape, widthMm: (landscape ? 297 : 210) - 2 * marginMm, rowsMm: (landscape ? 210 : 297) - 62 };
}

/** 一覧の紙: as many sheets as the rows need, each with its heading and its number; a row is never cut in two. */
export function listSheet(list: PrintableList): string {
  const page = pageOf(list);
  const shares = list.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = list.columns.map(({ share }) => (share / shares) * page.widthMm);
  const groups = groupsThatFit(list, page, widths);
  return sheetsDocument(
    list.title,
    groups.map((rows, index) => sheet(list, page, widths, rows, `${index + 1} / ${groups.length}`)),
  );
}

/** how high a row stands: as its fullest cell asks */
function rowMm(cells: readonly string[], widths: readonly number[]): number {
  const lines = cells.map((cell, index) => linesOf(cell, (widths[index] ?? 0) - cellSideMm, sizePt));
  return Math.max(1, ...lines) * lineMm + rowSpaceMm;
}

function groupsThatFit(
  list: PrintableList,
  page: Page,
  widths: readonly number[],
): readonly (readonly (readonly string[])[])[] {
  const groups: (readonly string[])[][] = [[]];
  let left = page.rowsMm;
  for (const row of list.rows) {
    const height = rowMm(row, widths);
    if (height > left && groups.at(-1)?.length !== 0) {
      groups.push([]);
      left = page.rowsMm;
    }
    groups.at(-1)?.push(row);
    left -= height;
  }
  return groups;
}

function sheet(
  list: PrintableList,
  page: Page,
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  number: string,
): Markup {
  const numeric = (index: number): string => (list.columns[index]?.numeric === true ? 'numeric' : '');
  const columns = widths.map((width) => html`<col style="width:${width}mm">`);
  const sides = `left:${marginMm}mm;right:${marginMm}mm`;
  return html`<section class="sheet${page.landscape ? ' landscape' : ''}">
${practiceMarks(list.practice, { leftMm: page.widthMm - marginMm, topMm: 8 })}
<div class="at" style="${sides};top:12mm"><h1 style="text-align:left">${list.title} <span style="font-size:10pt;font-weight:400;letter-spacing:0">${list.office}</span></h1>
<p>${list.subtitle}</p></div>
<div class="at" style="${sides};top:30mm"><table class="list"><colgroup>${columns}</colgroup>
<thead><tr>${list.columns.map(({ label }, index) => html`<th class="${numeric(index)}">${label}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell, index) => html`<td class="${numeric(index)}">${cell}</td>`)}</tr>`)}</tbody></table>
${rows.length === 0 ? html`<p style="margin-top:4mm">この一覧には、1件もありません。</p>` : null}</div>
<footer class="foot" style="${sides}"><p>${list.notes.join(' ')}</p><p><span>全${list.rows.length}件・印刷 ${eraDayWithWeekday(list.printedAt)} ${timeOfDay(list.printedAt)} ${list.printedBy}</span><span>${number}</span></p></footer>
</section>`;
}
