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

const closeDomain = 'inazawa-madoguchi/day-close/1\n';

/** 署名する文: the domain line and the RFC 8785 text, the same whenever they are written. */
export function statementBytes(statement: CloseStatement): Buffer {
  return Buffer.from(closeDomain + canonicalJson(statement), 'utf8');
}

/** 締めのハッシュ: what the next close names, and whose first sixteen digits are the code of the day. */
export function closeHash(statement: CloseStatement): string {
  return createHash('sha256').update(statementBytes(statement)).digest('hex');
}
