import { canonicalJson } from './canonical-json.ts';
import { closeReads } from './close-reads.ts';
import { closeHash, type SignedCloseRow, signedCloseSql, statementBytes, statementOf } from './close-statement.ts';
import type { Connection } from './connection.ts';
import { isSignedBy } from './terminal-key.ts';

type Told = {
  readonly epoch: number;
  readonly seq: number;
  readonly day: string;
  readonly close_hash: string;
  readonly ledger: string;
};
type Place = { readonly ledger: string; readonly epoch: number; readonly seq: number };

/**
 * 締めの点検: in the order in which days were closed, each with its signature, the close before it, the head that it names, and its
 * counts folded anew. Answers the event of the first close that no longer fits; a row without an event, or the other way round, is one.
 */
export function brokenClose(connection: Connection): Place | null {
  const told = connection
    .prepare<[], Told>(
      `SELECT d.ledger, d.day, d.close_hash, e.epoch, e.seq FROM closed_day AS d JOIN event AS e ON e.arrival = d.arrival
       JOIN ledger AS l ON l.ledger = d.ledger WHERE l.own = 1 ORDER BY d.arrival`,
    )
    .all();
  const rowOf = connection.prepare<[string, string], SignedCloseRow>(signedCloseSql);
  const hashAt = connection
    .prepare<[string, number, number], string>('SELECT hash FROM event WHERE ledger = ? AND epoch = ? AND seq = ?')
    .pluck();
  const reads = closeReads(connection);
  let before: string | null = null;
  for (const { ledger, day, close_hash, epoch, seq } of told) {
    const row = rowOf.get(ledger, day);
    const sound =
      row !== undefined &&
      row.close_before === before &&
      hashAt.get(ledger, row.epoch, row.last_seq) === row.head &&
      fits(row, close_hash, reads.dayToClose(day));
    if (!sound) return { ledger, epoch, seq };
    before = close_hash;
  }
  const untold = connection
    .prepare<[], Place>(
      `SELECT c.ledger, c.epoch, c.last_seq AS seq FROM day_close AS c
       WHERE NOT EXISTS (SELECT 1 FROM closed_day AS d WHERE d.ledger = c.ledger AND d.day = c.day) LIMIT 1`,
    )
    .get();
  return untold ?? null;
}

function fits(
  row: SignedCloseRow,
  told: string,
  refolded: ReturnType<ReturnType<typeof closeReads>['dayToClose']>,
): boolean {
  try {
    const statement = statementOf(row);
    return (
      closeHash(statement) === told &&
      isSignedBy(row.public_key, statementBytes(statement), row.signature) &&
      refolded !== null &&
      refolded.firstSeq === row.first_seq &&
      refolded.lastSeq === row.last_seq &&
      canonicalJson(refolded.counts) === canonicalJson(statement.counts)
    );
  } catch {
    return false; // what no longer parses is not what was signed
  }
}
