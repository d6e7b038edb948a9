import * as z from 'zod';
import type { DayLogView } from './day-log-view.ts';

/** 日報の書き出しの形: one table for machines (UTF-8, or CP932 for old systems), a book for people, a sheet to be stamped, or the table with its proof. */
export const DayLogFormat = z.enum(['csv', 'csvCp932', 'xlsx', 'pdf', 'json']);
export type DayLogFormat = z.infer<typeof DayLogFormat>;

/** 置き換える字: what may stand, where the caller says so, for a character that CP932 does not know. */
export const Cp932Replacement = z.enum(['〓', '?', '*']);
export type Cp932Replacement = z.infer<typeof Cp932Replacement>;

/** 日報のつづり: the logs of these days and offices, by day and then by office, with the place of the ledger that they were read at. */
export type DayLogBook = {
  readonly from: string;
  readonly until: string;
  readonly offices: readonly DayLogView['office'][];
  /** null: every procedure */
  readonly procedure: 'issue' | 'renew' | 'revoke' | null;
  readonly practice: boolean;
  readonly views: readonly DayLogView[];
  readonly ledger: string;
  readonly events: number;
  /** the chain's head, which already holds the record of this export */
  readonly head: string;
  readonly writtenAt: string;
  readonly writtenBy: string;
  readonly terminal: number;
};

/** CP932にない字: where it stands, by receipt number (the day, where it is in no case) and column. */
export type UnfitCharacter = {
  readonly receipt: string;
  readonly column: string;
  readonly character: string;
};
