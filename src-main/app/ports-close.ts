import type { NewEvent } from '../../src-shared/domain/case/event.ts';
import type { CloseCell, CloseCounts } from '../../src-shared/domain/day-close.ts';
import type { KindCode, LedgerReads, OfficeCode } from './ports.ts';

/** 締めの対象: a terminal's ledger and a day on which it recorded something about a case; `close` null while it is open. */
export type CloseDayRow = {
  readonly ledger: string;
  readonly own: boolean;
  readonly office: OfficeCode;
  readonly terminal: number;
  readonly day: string;
  readonly close: {
    /** hash of what was signed */
    readonly hash: string;
    readonly closedAt: string;
    readonly closedBy: string | null;
    readonly checkedBy: string;
    /** why the terminal's report counts otherwise; null where it was erased */
    readonly explanations: readonly { readonly procedure: string; readonly kind: KindCode; readonly reason: string }[];
  } | null;
};

/** 締める中身: this ledger's own events of a day, their last hash, and what they add up to. */
export type DayToClose = {
  readonly epoch: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly head: string;
  readonly counts: CloseCounts;
};

/** 欠番 (B2): a number that a terminal passed over, on the day on which that came to light here. */
export type ReceiptGapRow = {
  readonly own: boolean;
  readonly office: OfficeCode;
  readonly terminal: number;
  /** the day that the number names */
  readonly day: string;
  readonly number: number;
  /** what the ledger knows by itself: the number was given out before a restore */
  readonly cause: 'restored' | null;
  /** `reason` null where it was erased */
  readonly explained: { readonly at: string; readonly by: string | null; readonly reason: string | null } | null;
};

/** 日報の読み側: what a daily log needs besides the events themselves. */
export type DayLogReads = {
  /** of a day that this ledger has closed, with the explanations that were there by then (B4) */
  readonly receiptGaps: (office: OfficeCode, day: string) => readonly ReceiptGapRow[];
  /** how many cases came in at the office on each of these days, both included; days without any are not in it */
  readonly receptionsByDay: (
    office: OfficeCode,
    from: string,
    until: string,
  ) => readonly { readonly day: string; readonly persons: number }[];
};

/** 署名した締め: the exact text, UTF-8, with what proves it, and the counts that it holds. */
export type SignedClose = {
  readonly statement: string;
  readonly signature: string;
  readonly publicKey: string;
  readonly counted: readonly CloseCell[];
  readonly reported: readonly CloseCell[];
};

/** 締めの読み側 (B4) */
export type CloseReads = {
  /** the case's events that counted on that day or before, in order; what arrived later is not among them */
  readonly caseEventsUntil: (caseId: string, day: string) => ReturnType<LedgerReads['caseEvents']>;
  /** the place in this file of the case's last event that counted by then: while it stays, the case stands as it stood; null where nothing counted */
  readonly lastArrivalUntil: (caseId: string, day: string) => number | null;
  /** every day of every terminal that this ledger knows, latest first */
  readonly closeDays: () => readonly CloseDayRow[];
  /** the terminals that recorded something on this one day */
  readonly closesOn: (day: string) => readonly CloseDayRow[];
  /** null where the day is open, or was closed by a terminal whose signature is not here */
  readonly signedClose: (ledger: string, day: string) => SignedClose | null;
  /** null where this terminal recorded nothing about a case on the day; of a closed day, what was closed */
  readonly dayToClose: (day: string) => DayToClose | null;
  /** what the national terminal's report said when this terminal's day was closed; null while it is open */
  readonly reportedAtClose: (day: string) => readonly CloseCell[] | null;
};

/** 締めの書き込み: part of a transaction, as every other write is. */
export type CloseWrites = {
  /**
   * 締める: the signed row and its `dayClosed/1` in this same transaction; answers the hash of what was signed. Throws where there is
   * nothing to close, where it is closed, or where one person would close and check.
   */
  readonly closeDay: (close: {
    readonly day: string;
    readonly occurredAt: string;
    readonly checkedBy: string;
    readonly reported: readonly CloseCell[];
    readonly explanations: NewEvent<'dayClosed/1'>['personal']['explanations'];
  }) => string;
};
