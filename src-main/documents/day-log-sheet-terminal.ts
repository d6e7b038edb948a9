import type { DayLogSum, DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { cellWords } from '../../src-shared/contract/day-log-words.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { formatMonthDay } from '../../src-shared/kernel/wareki.ts';
import { linesOf } from './fit-text.ts';
import { html, type Markup } from './html.ts';
import { timeOfDay } from './print-words.ts';

type Log = DayLogView | DayLogSum;
type Cell = Log['cells'][number];

const reasonWidthMm = 76;
const sizePt = 9;
const lineMm = sizePt * 1.35 * (25.4 / 72);

/** 差の理由 of one cell, of every terminal that gave one */
function reasonsOf({ closes }: Log, { procedure, kind }: Cell): string {
  return closes
    .flatMap(({ terminal, reasons }) =>
      reasons
        .filter((each) => each.procedure === procedure && each.kind === kind)
        .map(({ reason }) => (closes.length > 1 ? `${terminal}: ${reason}` : reason)),
    )
    .join('、');
}

/** 端末の件数: known where every terminal of the day has closed and this ledger holds what each reported. */
function reportedOf({ closes, unclosed }: Log, { procedure, kind }: Cell): number | null {
  if (closes.length === 0 || unclosed.length > 0) return null;
  let sum = 0;
  for (const { reported } of closes) {
    const cell = reported?.find((each) => each.procedure === procedure && each.kind === kind);
    if (cell === undefined) return null;
    sum += cell.count;
  }
  return sum;
}

function state({ closes, unclosed }: Log): 'open' | 'closedHere' | 'closedElsewhere' {
  if (closes.length === 0 || unclosed.length > 0) return 'open';
  return closes.every(({ reported }) => reported !== null) ? 'closedHere' : 'closedElsewhere';
}

const headings = {
  open: 'まだ締めていません。端末・差・理由は、手で書きます',
  closedHere: '',
  closedElsewhere: '端末の件数は、締めた端末の日報にあります',
} as const;

/** 締めた端末の一行: the code, and who closed and who checked it when. */
function closeWords({ terminal, code, closedAt, closedBy, checkedBy }: Log['closes'][number]): string {
  const when = `${formatMonthDay(plainDate(closedAt.slice(0, 10)))} ${timeOfDay(closedAt)}`;
  return `端末 ${terminal} ${when} 締めた人 ${closedBy ?? '—'}・確かめた人 ${checkedBy ?? '—'}・符号 ${code}`;
}

const difference = (count: number): string => (count > 0 ? `+${count}` : count < 0 ? `−${-count}` : '0');

/** 照合の一行: one cell, or the two of 失効 beside each other as the terminal lists them. */
type Line = { readonly label: string; readonly cells: readonly Cell[] };

function linesOfLog({ cells }: Log): readonly Line[] {
  const issued = cells.filter(({ procedure }) => procedure !== 'revoke');
  const ended = cells.filter(({ procedure }) => procedure === 'revoke');
  return [
    ...issued.map((cell) => ({ label: cellWords(cell), cells: [cell] })),
    { label: '失効(署名用/利用者証明用)', cells: ended },
  ];
}

function reasonsOfLine(log: Log, { cells }: Line): string {
  return cells
    .map((cell) => reasonsOf(log, cell))
    .filter((words) => words !== '')
    .join('、');
}

/** the counts of a line, 3 / 1 where there are two; null where one of them is not known */
function counts(of: readonly (number | null)[], words: (count: number) => string): string | null {
  const known = of.filter((count) => count !== null);
  return known.length < of.length ? null : known.map(words).join(' / ');
}

/** 4 統合端末の日報との照合: what was compared at the close, or room to write the terminal's counts beside ours. */
export function terminalPart(log: Log): Markup {
  const differing = log.cells.filter((cell) => (reportedOf(log, cell) ?? cell.count) !== cell.count).length;
  const told = state(log);
  const heading = told === 'closedHere' ? `台帳と端末の差 ${differing}件` : headings[told];
  const bold = (words: string | null): Markup | null => (words === null ? null : html`<b>${words}</b>`);
  return html`<h2>4 統合端末の日報との照合<small>${heading}</small></h2>
<table class="lined terminal${told === 'open' ? ' by-hand' : ''}"><thead><tr><th style="width:46mm">項目</th><th class="n" style="width:16mm">台帳</th><th class="n" style="width:16mm">端末</th><th class="n" style="width:16mm">差</th><th>差の理由</th></tr></thead>
<tbody>${linesOfLog(log).map((line) => {
    const reported = line.cells.map((cell) => reportedOf(log, cell));
    const differences = line.cells.map((cell, index) => {
      const count = reported[index] ?? null;
      return count === null ? null : count - cell.count;
    });
    const none = differences.every((count) => count === 0);
    return html`<tr><td>${line.label}</td><td class="n"><b>${line.cells.map(({ count }) => count).join(' / ')}</b></td><td class="n">${bold(counts(reported, String))}</td><td class="n">${bold(none ? '0' : counts(differences, difference))}</td><td>${reasonsOfLine(log, line)}</td></tr>`;
  })}</tbody></table>
${log.closes.map((close) => html`<p class="small close">${closeWords(close)}</p>`)}`;
}

/** 第4の部の高さ (mm): its reasons may run over more than one line. */
export function terminalHeight(log: Log): number {
  const least = state(log) === 'open' ? 6.6 : 6.1;
  const rows = linesOfLog(log).map((line) =>
    Math.max(least, linesOf(reasonsOfLine(log, line), reasonWidthMm, sizePt) * lineMm + 2),
  );
  const closes = log.closes.map((close) => linesOf(closeWords(close), 170, 8.5) * 4.9);
  return [...rows, ...closes].reduce((sum, height) => sum + height, 17);
}
