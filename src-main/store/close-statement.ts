import { createHash } from 'node:crypto';
import type { CloseCell, CloseCounts } from '../../src-shared/domain/day-close.ts';
import { canonicalJson } from './canonical-json.ts';

/** 締めの文: everything that is signed, in codes and receipt numbers; no name, no text, no date made from a birthday. */
export type CloseStatement = {
  readonly ledger: string;
  readonly office: string;
  readonly terminal: number;
  readonly day: string;
  readonly epoch: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly head: string;
  readonly counts: CloseCounts;
  readonly reported: readonly CloseCell[];
  readonly closeBefore: string | null;
  readonly closedBy: string;
  readonly checkedBy: string;
};

/** 締めの行: one row of `day_close` with the terminal that signed it. */
export type SignedCloseRow = {
  readonly ledger: string;
  readonly day: string;
  readonly epoch: number;
  readonly first_seq: number;
  readonly last_seq: number;
  readonly head: string;
  readonly counts: string;
  readonly close_before: string | null;
  readonly closed_by: string;
  readonly checked_by: string;
  readonly signature: string;
  readonly office: string;
  readonly terminal: number;
  readonly public_key: string;
};

export const signedCloseSql = `SELECT c.*, l.office, l.terminal, l.public_key FROM day_close AS c
    JOIN ledger AS l ON l.ledger = c.ledger WHERE c.ledger = ? AND c.day = ?`;

/** 行から文へ: throws where the row no longer parses. */
export function statementOf(row: SignedCloseRow): CloseStatement {
  const { reported, ...counts } = JSON.parse(row.counts) as CloseCounts & Pick<CloseStatement, 'reported'>; // written by `closeDay` alone, and signed
  return {
    ledger: row.ledger,
    office: row.office,
    terminal: row.terminal,
    day: row.day,
    epoch: row.epoch,
    firstSeq: row.first_seq,
    lastSeq: row.last_seq,
    head: row.head,
    counts,
    reported,
    closeBefore: row.close_before,
    closedBy: row.closed_by,
    checkedBy: row.checked_by,
  };
}

const closeDomain = 'inazawa-madoguchi/day-close/1\n';

/** 署名する文: the domain line and the RFC 8785 text, the same whenever they are written. */
export function statementBytes(statement: CloseStatement): Buffer {
  return Buffer.from(closeDomain + canonicalJson(statement), 'utf8');
}

/** 締めのハッシュ: what the next close names, and whose first sixteen digits are the code of the day. */
export function closeHash(statement: CloseStatement): string {
  return createHash('sha256').update(statementBytes(statement)).digest('hex');
}
