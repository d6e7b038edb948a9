import * as z from 'zod';
import type { DayLogView } from './day-log-view.ts';

/** 日報の書き出しの形: one table for machines (UTF-8, or CP932 for old systems), a book for people, a sheet to be stamped, or the table with its proof. */
export const DayLogFormat = z.enum(['csv', 'csvCp932', 'xlsx', 'pdf', 'json']);
export type DayLogFormat = z.infer<typeof DayLogFormat>;

/** 置き換える字: what may stand, where the caller says so, for a character that CP932 does not know. */
export const Cp932Replacement = z.enum(['〓', '?', '*']);
export type Cp932Replacement = z.infer<typeof Cp932Replacement>;

/** つづりの表紙: what is written out, of which ledger, by whom and when. */
export type DayLogCover = {
  readonly from: string;
  readonly until: string;
  readonly offices: readonly DayLogView['office'][];
  /** null: every procedure */
  readonly procedure: 'issue' | 'renew' | 'revoke' | null;
  readonly practice: boolean;
  readonly ledger: string;
  readonly terminal: number;
  readonly writtenAt: string;
  readonly writtenBy: string;
};

/** 台帳の場所: how many events it holds, and the chain's head, which already holds the record of this export. */
export type DayLogPlace = { readonly events: number; readonly head: string };

/** 日報のつづり: the logs of these days and offices, by day and then by office, with the place of the ledger that they were read at. */
export type DayLogBook = DayLogCover & DayLogPlace & { readonly views: readonly DayLogView[] };

/** 締めの証明: of one terminal's closed day; what another terminal signed is known here by its code alone. */
export type DayCloseProof = {
  readonly day: string;
  readonly office: DayLogView['office'];
  readonly terminal: number;
  readonly ledger: string;
  /** hash of what was signed; the code is its first sixteen digits */
  readonly close: string;
  readonly code: string;
  readonly closedAt: string;
  readonly closedBy: string | null;
  readonly checkedBy: string | null;
  /** our counts beside the terminal's own report; `reason` null where they agree, or where it was erased */
  readonly cells: readonly {
    readonly procedure: 'issue' | 'renew' | 'revoke';
    readonly kind: 'signature' | 'userAuthentication';
    readonly ours: number;
    readonly reported: number;
    readonly reason: string | null;
  }[];
  /** the exact text that was signed (Ed25519), the same whenever it is written out */
  readonly signed: { readonly statement: string; readonly signature: string; readonly publicKey: string } | null;
};

/** 日報の一枚: one office's day with the closes of its terminals. */
export type DayLogPage = { readonly view: DayLogView; readonly closes: readonly DayCloseProof[] };

/** CP932にない字: where it stands, by receipt number (the day, where it is in no case) and column. */
export type UnfitCharacter = {
  readonly receipt: string;
  readonly column: string;
  readonly character: string;
};
