import type { DayClosed } from '../../src-shared/contract/api/close-api.ts';
import type { Output } from '../../src-shared/contract/counter-api.ts';
import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { DAY_LOG_STATE_NAMES } from '../../src-shared/contract/names-ja.ts';
import { type CaseState, receiptNumberOf } from '../../src-shared/domain/case/case.ts';
import { shortReceiptNumber, terminalMark } from '../../src-shared/domain/case/receipt-number.ts';
import { counterOpen } from '../../src-shared/domain/counter-hours.ts';
import { closeCells, closeCode, isCarriedOver } from '../../src-shared/domain/day-close.ts';
import { dayLogStateOf } from '../../src-shared/domain/day-log-cases.ts';
import { addDays, type PlainDate } from '../../src-shared/kernel/plain-date.ts';
import { timeOf } from '../../src-shared/kernel/plain-date-time.ts';
import { type Context, calendarIn, momentOf, placeOf } from './context.ts';
import { dayCases } from './day-log-cases.ts';
import { gapShown } from './day-log-notes.ts';
import { staffNames } from './day-log-reading.ts';
import type { LedgerReads, OfficeCode } from './ports.ts';
import type { CloseDayRow, ReceiptGapRow } from './ports-close.ts';

type Preview = Output<'close.preview'>;

/** how far back a late close looks for cases that were finished since */
const latestClose = 31;

/** 締めた記録を言葉で: who closed, who checked, and the code; by the names of the day itself, so that it reads the same ever after. */
export function closedShown(reads: LedgerReads, { day, close }: Pick<CloseDayRow, 'day' | 'close'>): DayClosed | null {
  if (close === null) return null;
  const nameOf = staffNames(reads, day);
  return {
    code: closeCode(close.hash),
    closedAt: close.closedAt,
    closedBy: nameOf(close.closedBy),
    checkedBy: nameOf(close.checkedBy),
  };
}

/** 日報に載る締め: of each terminal that has closed the day at the office, and the terminals that have not. */
export function closesOf(reads: LedgerReads, office: OfficeCode, day: string): Pick<DayLogView, 'closes' | 'unclosed'> {
  const rows = reads.closesOn(day).filter((row) => row.office === office);
  return {
    closes: rows.flatMap(({ terminal, own, close }) => {
      const closed = closedShown(reads, { day, close });
      if (close === null || closed === null) return [];
      const reported = own ? reads.reportedAtClose(day) : null;
      return [
        {
          ...closed,
          terminal: terminalMark(office, terminal),
          reported: reported === null ? null : [...reported],
          reasons: reasonsOf(close),
        },
      ];
    }),
    unclosed: rows.filter(({ close }) => close === null).map(({ terminal }) => terminalMark(office, terminal)),
  };
}

/** 差の理由 by cell; a cell that this version does not know is left out */
function reasonsOf(close: NonNullable<CloseDayRow['close']>): DayLogView['closes'][number]['reasons'] {
  return close.explanations.flatMap(({ procedure, kind, reason }) => {
    const cell = closeCells.find((each) => each.procedure === procedure && each.kind === kind);
    return cell === undefined ? [] : [{ ...cell, reason }];
  });
}

/** 窓口が終わったか: any earlier day, and today once the hours have ended; never a day to come. */
export function isOver(context: Context, reads: LedgerReads, day: string): boolean {
  const { at, day: today, policy } = momentOf(context);
  if (day !== today) return day < today;
  return timeOf(at) >= policy.closesAt && !counterOpen(at, placeOf(reads).office, policy, calendarIn(reads)).open;
}

/** 締めの下見: what is compared, and what is carried over; of a closed day, what was. */
export function previewOf(context: Context, reads: LedgerReads, day: PlainDate): Preview {
  const { office, terminal } = placeOf(reads);
  const row = reads.closesOn(day).find((each) => each.own);
  const content = reads.dayToClose(day);
  const reported = reads.reportedAtClose(day);
  const nameOf = staffNames(reads, day);
  const same = <Cell extends { procedure: string; kind: string }>(cells: readonly Cell[] | null, cell: Cell) =>
    cells?.find((each) => each.procedure === cell.procedure && each.kind === cell.kind);
  return {
    day,
    office,
    terminal,
    state: stateOf(context, reads, day, row ?? null),
    cells: closeCells.map(({ procedure, kind }) => ({
      procedure,
      kind,
      ours: same(content?.counts.cells ?? null, { procedure, kind, count: 0 })?.count ?? 0,
      reported: same(reported, { procedure, kind, count: 0 })?.count ?? null,
    })),
    explanations: row?.close == null ? [] : reasonsOf(row.close),
    receiptGaps: ownGapsOf(reads, office, day).map((gap) => ({ ...gapShown(gap, nameOf), sequence: gap.number })),
    corrections: content?.counts.corrections ?? 0,
    carriedOver: carriedOver(reads, day, momentOf(context).day).map(({ state, name }) => ({
      case: state.case,
      shortReceipt: shortReceiptNumber(receiptNumberOf(state)),
      name,
      state: DAY_LOG_STATE_NAMES[dayLogStateOf(state, day)],
    })),
    closed: row === undefined ? null : closedShown(reads, row),
  };
}

/** この端末の欠番 of the day: what it must explain before it closes the day (B2). */
export function ownGapsOf(reads: LedgerReads, office: OfficeCode, day: string): readonly ReceiptGapRow[] {
  return reads.receiptGaps(office, day).filter((gap) => gap.own && gap.day === day);
}

function stateOf(context: Context, reads: LedgerReads, day: string, row: CloseDayRow | null): Preview['state'] {
  if (row?.close != null) return 'closed';
  if (!isOver(context, reads, day)) return 'notOver';
  return row === null ? 'nothing' : 'open';
}

/** 繰り越す受付: this terminal's, not done at the end of that day, whatever became of them since; by the name of that day. */
function carriedOver(
  reads: LedgerReads,
  day: PlainDate,
  today: PlainDate,
): readonly { readonly state: CaseState; readonly name: string | null }[] {
  const { office, terminal } = placeOf(reads);
  const candidates = new Set(reads.unfinishedBefore(office, addDays(day, 1)).map(({ state }) => state.case));
  for (let each = day, step = 0; each <= today && step < latestClose; each = addDays(each, 1), step += 1) {
    for (const { envelope } of reads.eventsOfDay(office, each))
      if (envelope.case !== null) candidates.add(envelope.case);
  }
  return [
    ...dayCases(reads)
      .atEndOf([...candidates], day)
      .values(),
  ]
    .filter(({ state: { receipt } }) => receipt.office === office && receipt.terminal === terminal)
    .filter(({ state }) => isCarriedOver(state, day))
    .toSorted((left, right) => (left.state.receivedAt < right.state.receivedAt ? -1 : 1));
}
