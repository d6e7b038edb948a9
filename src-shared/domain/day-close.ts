import { type CaseState, receiptNumberOf } from './case/case.ts';
import type { KnownEvent } from './case/event.ts';
import { shortReceiptNumber } from './case/receipt-number.ts';
import { certificateCells, dayLogOf } from './day-log.ts';
import { type DayLogEntry, dayLogStateOf } from './day-log-cases.ts';

/** 照らす欄: what the national terminal's own daily report counts, one cell a procedure and kind. */
export type CloseCell = {
  readonly procedure: 'issue' | 'renew' | 'revoke';
  readonly kind: 'signature' | 'userAuthentication';
  readonly count: number;
};

/** 照らす順: as the terminal's report lists them. */
export const closeCells: readonly Omit<CloseCell, 'count'>[] = certificateCells;

/** 締めの場所: the terminal whose ledger is closed. */
export type ClosePlace = { readonly office: CaseState['receipt']['office']; readonly terminal: number };

/**
 * 締める件数: what one terminal's ledger recorded on the day, in codes and receipt numbers, never a name. Certificates are counted
 * by the very events of this ledger; persons are those whom this terminal received.
 */
export function closeCountsOf(
  day: string,
  place: ClosePlace,
  events: readonly KnownEvent[],
  states: readonly CaseState[],
) {
  const ownStates = states.filter(
    ({ receipt }) => receipt.office === place.office && receipt.terminal === place.terminal,
  );
  const entries = (of: readonly CaseState[]): readonly DayLogEntry[] =>
    // What this terminal received itself came in on the day that its number names: nothing of its own arrives late.
    of.map((state) => ({
      ...{ state, name: null, handler: null, finished: [], late: false },
      received: state.receipt.day === day,
    }));
  const { total, rows, byState, fees } = dayLogOf(day, place.office, entries(ownStates));
  const countOf = (name: KnownEvent['name']): number => events.filter((event) => event.name === name).length;
  return {
    cells: closeCells.map(({ procedure, kind }) => ({
      procedure,
      kind,
      count: events.filter((event) => isIn(event, procedure, kind)).length,
    })),
    persons: rows.map(({ procedure, persons, sameDayDone, inquiry, refused, withdrawn, open }) => ({
      procedure,
      persons,
      sameDayDone,
      inquiry,
      refused,
      withdrawn,
      open,
    })),
    received: total.persons,
    byState,
    fees,
    receiptGaps: gapsOf(ownStates.filter(({ receipt }) => receipt.day === day)),
    letters: {
      posted: countOf('letterPosted/1'),
      returned: countOf('letterReturned/1'),
      answered: countOf('replyAccepted/1'),
    },
    corrections: countOf('entryCorrected/1'),
    cases: dayLogOf(day, place.office, entries(states))
      .cases.map(({ receipt, state, codes }) => ({ receipt, state, codes }))
      .toSorted((left, right) => (left.receipt < right.receipt ? -1 : 1)),
  };
}

export type CloseCounts = ReturnType<typeof closeCountsOf>;

/** 受付番号の欠番 (B2): numbers of a terminal's day that no case bears, as `S01 0003`. */
function gapsOf(received: readonly CaseState[]): readonly string[] {
  const [first] = received;
  if (first === undefined) return [];
  const numbers = new Set(received.map((state) => state.receipt.number));
  return Array.from({ length: Math.max(...numbers) }, (_, index) => index + 1)
    .filter((number) => !numbers.has(number))
    .map((number) => shortReceiptNumber(receiptNumberOf({ receipt: { ...first.receipt, number } })));
}

function isIn(event: KnownEvent, procedure: CloseCell['procedure'], kind: CloseCell['kind']): boolean {
  if (event.name === 'certificateIssued/2') return event.payload.procedure === procedure && event.payload.kind === kind;
  return event.name === 'certificateRevoked/1' && procedure === 'revoke' && event.payload.kind === kind;
}

/** 食い違い: cells whose count in the terminal's report is not ours. */
export function differingCells(ours: readonly CloseCell[], reported: readonly CloseCell[]): readonly CloseCell[] {
  return reported.filter(({ procedure, kind, count }) =>
    ours.some((cell) => cell.procedure === procedure && cell.kind === kind && cell.count !== count),
  );
}

/** 明日へ繰り越すか: not done, not refused, not withdrawn and not lapsed at the end of the day. */
export function isCarriedOver(state: CaseState, day: string): boolean {
  return !['issued', 'revoked', 'lapsed', 'refused', 'withdrawn'].includes(dayLogStateOf(state, day));
}

/** 確認符号: sixteen digits of a close's hash, in fours. */
export function closeCode(close: string): string {
  return (close.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}
