import type { OfficeCode } from '../app/ports.ts';
import type { DayLogReads, ReceiptGapRow } from '../app/ports-close.ts';
import type { Connection } from './connection.ts';
import { type EventRow, readStored } from './stored-event.ts';

type GapColumns = {
  readonly own: 0 | 1;
  readonly office: OfficeCode;
  readonly terminal: number;
  readonly day: string;
  readonly number: number;
  readonly cause: 'restored' | null;
  readonly explained: number | null;
};

/** 日報の読み出しの SQL, held to its indexes by the query-plan test. */
export const dayLogStatements = {
  // An explanation that arrived after the day was closed here is none of that day's (B4).
  receiptGaps: `SELECT l.own, l.office, l.terminal, g.day, g.number, g.cause,
      CASE WHEN c.arrival < g.explained THEN NULL ELSE g.explained END AS explained
    FROM event_index AS i JOIN receipt_gap AS g ON g.arrival = i.arrival JOIN ledger AS l ON l.ledger = g.ledger
    LEFT JOIN ledger AS o ON o.own = 1 LEFT JOIN closed_day AS c ON c.ledger = o.ledger AND c.day = i.day
    WHERE i.office = ? AND i.day = ? ORDER BY l.terminal, g.day, g.number`,
  eventAt: `SELECT e.arrival, e.ledger, e.epoch, e.seq, e.arrived_at, e.prev, e.hash, e.body, l.own, p.fields
    FROM event AS e JOIN ledger AS l ON l.ledger = e.ledger
    LEFT JOIN personal_record AS p ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq WHERE e.arrival = ?`,
  receptionsByDay: `SELECT day, count(*) AS persons FROM event_index
    WHERE office = ? AND name = 'caseReceived/2' AND day >= ? AND day <= ? GROUP BY day ORDER BY day`,
} as const;

/** 日報の読み側 on one connection. */
export function dayLogReads(connection: Connection): DayLogReads {
  const of = dayLogStatements;
  const sql = {
    gaps: connection.prepare<[string, string], GapColumns>(of.receiptGaps),
    eventAt: connection.prepare<[number], EventRow>(of.eventAt),
    receptions: connection.prepare<[string, string, string], { day: string; persons: number }>(of.receptionsByDay),
  };

  const explanationAt = (arrival: number | null): ReceiptGapRow['explained'] => {
    const row = arrival === null ? undefined : sql.eventAt.get(arrival);
    const stored = row === undefined ? null : readStored(row);
    if (stored?.kind !== 'known' || stored.event.name !== 'receiptGapExplained/1') return null;
    const { envelope, personal } = stored.event;
    return { at: envelope.occurredAt, by: envelope.actor, reason: personal?.reason ?? null };
  };

  return {
    receiptGaps: (office, day) =>
      sql.gaps.all(office, day).map(({ own, explained, ...row }) => ({
        ...row,
        own: own === 1,
        explained: explanationAt(explained),
      })),
    receptionsByDay: (office, from, until) => sql.receptions.all(office, from, until),
  };
}
