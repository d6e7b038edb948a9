import { createHash } from 'node:crypto';
import type { DayCloseProof, DayLogBook, DayLogCover, DayLogPlace } from '../../src-shared/contract/day-log-book.ts';
import { type DayLogRowCells, dayLogHeading, dayLogRows } from './day-log-rows.ts';

export const dayLogFileKind = 'madoguchi-day-log/2';

export type DayLogProof = {
  readonly rowCount: number;
  /** SHA-256 over facts, columns, rows, their count, closes and place: a JSON array a line, each line ended by LF */
  readonly sha256: string;
  /** 確認符号: the first 80 bits of it in Crockford's letters, as printed and read aloud */
  readonly code: string;
};

/** 締めの証明の欄: in codes alone; its order is the order in which it is hashed */
export type CloseFacts = Readonly<{
  ledger: string;
  office: string;
  terminal: number;
  day: string;
  code: string;
  close: string;
  closedAt: string;
  statement: string | null;
  signature: string | null;
  publicKey: string | null;
}>;

export function closeFactsOf({
  ledger,
  office,
  terminal,
  day,
  code,
  close,
  closedAt,
  signed,
}: DayCloseProof): CloseFacts {
  const { statement, signature, publicKey } = signed ?? { statement: null, signature: null, publicKey: null };
  return { ledger, office, terminal, day, code, close, closedAt, statement, signature, publicKey };
}

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

/** what the rows are of; its order is the order in which it is hashed */
export function dayLogFacts({ practice, ledger, from, until, offices, procedure, writtenAt }: DayLogCover) {
  return { kind: dayLogFileKind, practice, ledger, from, until, offices, procedure, writtenAt };
}

/** 日報の証明を積む: row by row, then the closes, then the chain's head; nobody can change one and keep the others. */
export function proofOf(cover: DayLogCover): {
  readonly rows: (rows: readonly DayLogRowCells[]) => void;
  readonly end: (closes: readonly CloseFacts[], place: DayLogPlace) => DayLogProof;
} {
  const hash = createHash('sha256');
  let rowCount = 0;
  const add = (lines: readonly (readonly unknown[])[]): void => {
    hash.update(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), 'utf8');
  };
  add([Object.values(dayLogFacts(cover)), dayLogHeading]);
  return {
    rows: (rows) => {
      rowCount += rows.length;
      add(rows);
    },
    end: (closes, { events, head }) => {
      add([[rowCount], ...closes.map((each) => Object.values(each)), [events, head]]);
      const sha256 = hash.digest('hex');
      return { rowCount, sha256, code: codeOf(sha256) };
    },
  };
}

/** 手元のつづりの証明: of what a sheet of paper says. */
export function dayLogProof(book: DayLogBook): DayLogProof {
  const proof = proofOf(book);
  for (const view of book.views) proof.rows(dayLogRows(view));
  return proof.end([], book);
}
