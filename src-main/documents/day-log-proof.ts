import { createHash } from 'node:crypto';
import type { DayLogBook } from '../../src-shared/contract/day-log-book.ts';
import { type DayLogRowCells, dayLogHeading, dayLogRows } from './day-log-rows.ts';

export const dayLogFileKind = 'madoguchi-day-log/1';

export type DayLogProof = {
  readonly rowCount: number;
  /** SHA-256 over the facts and the rows: a JSON array a line, each line ended by LF */
  readonly sha256: string;
  /** 確認符号: the first 80 bits of it in Crockford's letters, as printed and read aloud */
  readonly code: string;
};

export type DayLogTable = {
  /** what the rows are of; its order is the order in which it is hashed */
  readonly facts: Readonly<{
    kind: string;
    practice: boolean;
    ledger: string;
    events: number;
    head: string;
    from: string;
    until: string;
    offices: readonly string[];
    procedure: string | null;
    writtenAt: string;
  }>;
  readonly rows: readonly DayLogRowCells[];
  readonly proof: DayLogProof;
};

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function codeOf(sha256: string): string {
  let bits = BigInt(`0x${sha256.slice(0, 20)}`);
  let code = '';
  for (let place = 0; place < 16; place += 1) {
    code = `${letters.charAt(Number(bits & 31n))}${code}`;
    bits >>= 5n;
  }
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}

/** 日報の証明: the table with what its count, its content and the chain's head make; nobody can change one and keep the others. */
export function dayLogTable(book: DayLogBook): DayLogTable {
  const { practice, ledger, events, head, from, until, offices, procedure, writtenAt, views } = book;
  const facts = { kind: dayLogFileKind, practice, ledger, events, head, from, until, offices, procedure, writtenAt };
  const rows = views.flatMap(dayLogRows);
  const hash = createHash('sha256');
  for (const line of [Object.values(facts), dayLogHeading, [rows.length], ...rows]) {
    hash.update(`${JSON.stringify(line)}\n`, 'utf8');
  }
  const sha256 = hash.digest('hex');
  return { facts, rows, proof: { rowCount: rows.length, sha256, code: codeOf(sha256) } };
}
