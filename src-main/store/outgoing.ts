import type { ForeignEvent } from '../app/ports-file.ts';
import type { Connection } from './connection.ts';

type Line = Omit<ForeignEvent, 'record'> & { readonly salt: Uint8Array | null; readonly fields: string | null };

/** 渡す出来事: the own chain after a place, each with its record where that has not been erased. Personal data. */
export function outgoingEvents(connection: Connection, ledger: string, afterSeq: number): readonly ForeignEvent[] {
  return connection
    .prepare<[string, number], Line>(
      `SELECT e.ledger, e.epoch, e.seq, e.prev, e.hash, e.body, p.salt, p.fields
       FROM event AS e LEFT JOIN personal_record AS p ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq
       WHERE e.ledger = ? AND e.seq > ? ORDER BY e.epoch, e.seq`,
    )
    .all(ledger, afterSeq)
    .map(({ salt, fields, ...event }) => ({
      ...event,
      record: salt === null || fields === null ? null : { salt, fields },
    }));
}
