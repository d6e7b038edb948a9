import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { stateAfter } from '../../src-shared/domain/case/state-at.ts';
import { type CloseCell, closeCountsOf } from '../../src-shared/domain/day-close.ts';
import type { OfficeCode } from '../app/ports.ts';
import type { CloseDayRow, CloseReads, DayToClose } from '../app/ports-close.ts';
import { type SignedCloseRow, signedCloseSql, statementBytes, statementOf } from './close-statement.ts';
import type { Connection } from './connection.ts';
import { type EventRow, type ReadStored, readStored } from './stored-event.ts';

type Own = { ledger: string; office: OfficeCode; terminal: number };
type Worked = Own & { own: 0 | 1; day: string };

const offices: readonly OfficeCode[] = ['shiminka', 'sobue', 'heiwa'];

const eventColumns = `e.arrival, e.ledger, e.epoch, e.seq, e.arrived_at, e.prev, e.hash, e.body, l.own, p.fields
  FROM event_index AS i JOIN event AS e ON e.arrival = i.arrival JOIN ledger AS l ON l.ledger = e.ledger
  LEFT JOIN personal_record AS p ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq`;

/** 締めの読み出しの SQL, held to its indexes by the query-plan test. */
export const closeStatements = {
  ownLedger: 'SELECT ledger, office, terminal FROM ledger WHERE own = 1',
  eventsUntil: `SELECT ${eventColumns} WHERE i.case_id = ? AND i.day <= ? ORDER BY i.arrival`,
  lastArrival: 'SELECT max(arrival) FROM event_index WHERE case_id = ? AND day <= ?',
  ownEventsOfDay: `SELECT ${eventColumns} WHERE i.office = ? AND i.day = ? AND e.ledger = ? ORDER BY i.arrival`,
  days: `SELECT l.ledger, l.office, l.terminal, l.own, w.day FROM worked_day AS w JOIN ledger AS l ON l.ledger = w.ledger
    ORDER BY w.day DESC, l.office, l.terminal`,
  onDay: `SELECT l.ledger, l.office, l.terminal, l.own, w.day FROM worked_day AS w JOIN ledger AS l ON l.ledger = w.ledger
    WHERE l.office = ? AND w.day = ? ORDER BY l.terminal`,
  closeEvent: `SELECT ${eventColumns} JOIN closed_day AS d ON d.arrival = e.arrival WHERE d.ledger = ? AND d.day = ?`,
  signedClose: signedCloseSql,
  closedRow: 'SELECT counts, first_seq, last_seq FROM day_close WHERE ledger = ? AND day = ?',
} as const;

/** 締めの読み側 on one connection. */
export function closeReads(connection: Connection, readEvent: ReadStored = readStored): CloseReads {
  const of = closeStatements;
  const sql = {
    own: connection.prepare<[], Own>(of.ownLedger),
    eventsUntil: connection.prepare<[string, string], EventRow>(of.eventsUntil),
    lastArrival: connection.prepare<[string, string], number | null>(of.lastArrival).pluck(),
    ownEvents: connection.prepare<[string, string, string], EventRow>(of.ownEventsOfDay),
    days: connection.prepare<[], Worked>(of.days),
    onDay: connection.prepare<[string, string], Worked>(of.onDay),
    closeEvent: connection.prepare<[string, string], EventRow>(of.closeEvent),
    signed: connection.prepare<[string, string], SignedCloseRow>(of.signedClose),
    closed: connection.prepare<[string, string], { counts: string; first_seq: number; last_seq: number }>(of.closedRow),
  };

  const caseEventsUntil: CloseReads['caseEventsUntil'] = (caseId, day) =>
    sql.eventsUntil.all(caseId, day).map((row) => readEvent(row).event);

  const closeOf = (ledger: string, day: string): CloseDayRow['close'] => {
    const row = sql.closeEvent.get(ledger, day);
    const stored = row === undefined ? null : readStored(row);
    if (stored?.kind !== 'known' || stored.event.name !== 'dayClosed/1') return null;
    const { envelope, payload, personal } = stored.event;
    return {
      hash: payload.close,
      closedAt: envelope.recordedAt,
      closedBy: envelope.actor,
      checkedBy: payload.checkedBy,
      explanations: personal?.explanations ?? [],
    };
  };

  const shown = ({ own, ...row }: Worked): CloseDayRow => ({
    ...row,
    own: own === 1,
    close: closeOf(row.ledger, row.day),
  });

  return {
    caseEventsUntil,
    lastArrivalUntil: (caseId, day) => sql.lastArrival.get(caseId, day) ?? null,
    closeDays: () => sql.days.all().map(shown),
    closesOn: (day) => offices.flatMap((office) => sql.onDay.all(office, day).map(shown)),
    signedClose: (ledger, day) => {
      const row = sql.signed.get(ledger, day);
      if (row === undefined) return null;
      const statement = statementOf(row);
      return {
        statement: statementBytes(statement).toString('utf8'),
        signature: row.signature,
        publicKey: row.public_key,
        counted: statement.counts.cells,
        reported: statement.reported,
      };
    },
    dayToClose: (day): DayToClose | null => {
      const own = sql.own.get();
      if (own === undefined) return null;
      const closed = sql.closed.get(own.ledger, day);
      // The close itself, and what was recorded after it, stand behind the last event that it closes.
      const events = sql.ownEvents
        .all(own.office, day, own.ledger)
        .filter((row) => closed === undefined || (row.seq >= closed.first_seq && row.seq <= closed.last_seq))
        .flatMap((row): KnownEvent[] => {
          const stored = readStored(row);
          return stored.kind === 'known' ? [stored.event] : [];
        });
      const [first, last] = [events.at(0), events.at(-1)];
      const touched = new Set(
        events.flatMap(({ envelope }) => (envelope.caseVersion === null ? [] : [envelope.case ?? ''])),
      );
      if (first === undefined || last === undefined || !events.some((event) => event.envelope.case !== null))
        return null;
      const states = [...touched].flatMap((id) => stateAfter(caseEventsUntil(id, day)) ?? []);
      return {
        epoch: last.key.epoch,
        firstSeq: first.key.seq,
        lastSeq: last.key.seq,
        head: last.hash,
        counts: closeCountsOf(day, own, events, states),
      };
    },
    reportedAtClose: (day) => {
      const own = sql.own.get();
      const row = own === undefined ? undefined : sql.closed.get(own.ledger, day);
      if (row === undefined) return null;
      const { reported } = JSON.parse(row.counts) as { reported: CloseCell[] }; // written by `closeDay` alone, and signed
      return reported;
    },
  };
}
