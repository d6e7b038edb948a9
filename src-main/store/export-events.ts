import type { Connection } from './connection.ts';

type Line = {
  readonly ledger: string;
  readonly epoch: number;
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
  readonly body: string;
  readonly record: string | null;
  readonly salt: string | null;
  readonly fields: string | null;
};

/**
 * 出来事の書き出し: one JSON line an event, in the order of each chain; enough for a verifier that knows nothing of this file.
 * `withRecords` adds salt and fields, and makes the export personal data.
 */
export function* exportEvents(connection: Connection, withRecords: boolean): Generator<string> {
  const lines = connection.prepare<[], Line>(
    `SELECT e.ledger, e.epoch, e.seq, e.prev, e.hash, e.body, p.record, lower(hex(p.salt)) AS salt, p.fields
     FROM event AS e LEFT JOIN personal_record AS p ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq
     ORDER BY e.ledger, e.epoch, e.seq`,
  );
  for (const { ledger, epoch, seq, prev, hash, body, record, salt, fields } of lines.iterate()) {
    const event = { ledger, epoch, seq, prev, hash, body };
    yield JSON.stringify(withRecords && record !== null ? { ...event, salt, fields } : event);
  }
}
