import type { EventPayload } from '../../src-shared/domain/case/event.ts';
import type { Connection } from './connection.ts';
import type { EventRow } from './stored-event.ts';

type Last = { readonly last: number; readonly epoch: number };

function prepare(connection: Connection) {
  return {
    last: connection.prepare<[string, string], Last>(
      'SELECT last, epoch FROM receipt_counter WHERE ledger = ? AND day = ?',
    ),
    count: connection.prepare<[string, string, number, number]>(
      `INSERT INTO receipt_counter (ledger, day, last, epoch) VALUES (?, ?, ?, ?)
       ON CONFLICT (ledger, day) DO UPDATE SET last = max(last, excluded.last), epoch = max(epoch, excluded.epoch)`,
    ),
    pass: connection.prepare<[string, string, number, number, 'restored' | null]>(
      'INSERT OR IGNORE INTO receipt_gap (ledger, day, number, arrival, cause) VALUES (?, ?, ?, ?, ?)',
    ),
    explain: connection.prepare<[number, string, string, number]>(
      'UPDATE receipt_gap SET explained = ? WHERE ledger = ? AND day = ? AND number = ? AND explained IS NULL',
    ),
  };
}

/** 受付番号の畳み込み (B2): the last number of a terminal's day, and each number that was passed over with what is known of it. */
export function receiptNumberFold(connection: Connection) {
  const sql = prepare(connection);
  return {
    received: (row: EventRow, { receiptDay, receiptNumber }: EventPayload<'caseReceived/2'>): void => {
      const before = sql.last.get(row.ledger, receiptDay) ?? { last: 0, epoch: 0 };
      // A new epoch is opened by a restore alone: what was passed over at its start had been given out before.
      const cause = row.epoch > 1 && before.epoch < row.epoch ? 'restored' : null;
      for (let number = before.last + 1; number < receiptNumber; number += 1)
        sql.pass.run(row.ledger, receiptDay, number, row.arrival, cause);
      sql.count.run(row.ledger, receiptDay, receiptNumber, row.epoch);
    },
    /** a terminal speaks of its own numbers alone; the first explanation stands */
    explained: (row: EventRow, { day, number }: EventPayload<'receiptGapExplained/1'>): void => {
      sql.explain.run(row.arrival, row.ledger, day, number);
    },
  };
}
