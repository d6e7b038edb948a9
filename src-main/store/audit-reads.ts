import type { OfficeCode } from '../app/ports.ts';
import type { AuditEntryRow, AuditIndexRow, AuditReads } from '../app/ports-audit.ts';
import type { Connection } from './connection.ts';
import { type EventRow, readStored } from './stored-event.ts';

type IndexColumns = Omit<AuditIndexRow, 'case'> & { readonly case_id: string | null };
type EntryColumns = EventRow & Omit<IndexColumns, 'subject' | 'case_id'>;
type Bounds = readonly [string, string, string, number];

/** The latest of all: where a list begins. */
const afterEverything = { at: '9999', arrival: 0 } as const;

const entryColumns = `a.at, a.actor, a.office, a.terminal, a.act,
  e.arrival, e.ledger, e.epoch, e.seq, e.arrived_at, e.prev, e.hash, e.body, l.own, NULL AS fields
  FROM audit_entry AS a JOIN event AS e ON e.arrival = a.arrival JOIN ledger AS l ON l.ledger = e.ledger`;
const latestFirst = 'ORDER BY a.at DESC, a.arrival DESC LIMIT ?';
const between = 'a.at >= ? AND a.at < ? AND (a.at, a.arrival) < (?, ?)';

/** 監査の読み出しの SQL, held to its indexes by the query-plan test. */
export const auditStatements = {
  byTime: `SELECT ${entryColumns} WHERE ${between} AND (? IS NULL OR a.office = ?) ${latestFirst}`,
  byActor: `SELECT ${entryColumns} WHERE a.actor = ? AND ${between}
    AND (? IS NULL OR a.office = ?) AND (? IS NULL OR a.act = ?) ${latestFirst}`,
  byAct: `SELECT ${entryColumns} WHERE a.act = ? AND ${between} AND (? IS NULL OR a.office = ?) ${latestFirst}`,
  daysOfCases: `SELECT DISTINCT s.day FROM audit_sight AS s
    WHERE s.case_id IN (SELECT value FROM json_each(?)) AND s.day BETWEEN ? AND ? ORDER BY s.day DESC`,
  // The ids are random, so that a body that holds one tells of that case and of no other.
  ofCases: `SELECT ${entryColumns} WHERE ${between}
    AND (? IS NULL OR a.actor = ?) AND (? IS NULL OR a.office = ?) AND (? IS NULL OR a.act = ?)
    AND (a.act = 'exported' OR EXISTS (SELECT 1 FROM json_each(?) AS c WHERE instr(e.body, c.value) > 0))
    ORDER BY a.at DESC, a.arrival DESC`,
  exportDays: `SELECT DISTINCT substr(at, 1, 10) FROM audit_entry WHERE act = 'exported' AND at >= ? AND at < ? ORDER BY 1 DESC`,
  entryAt: `SELECT ${entryColumns} WHERE a.at = ? AND a.arrival = ?`,
  indexed: `SELECT at, arrival, actor, office, terminal, act, subject, case_id FROM audit_entry
    WHERE at >= ? AND at < ? ORDER BY at, arrival`,
  answered: `SELECT a.at, a.arrival, a.actor, a.subject, p.asked_by FROM audit_entry AS a
    JOIN event AS e ON e.arrival = a.arrival JOIN approval AS p ON p.request = json_extract(e.body, '$.payload.request')
    WHERE a.act = 'approval' AND a.at >= ? AND a.at < ? AND a.subject IS NOT NULL ORDER BY a.at, a.arrival`,
  hintReviews: 'SELECT hint, found FROM audit_hint_review WHERE hint = ? ORDER BY found DESC LIMIT 1',
  casePlaces: `SELECT office, min(day) AS first, max(day) AS last FROM event_index
    WHERE case_id = ? AND case_version IS NOT NULL GROUP BY office`,
  caseEnded: 'SELECT ended FROM case_state WHERE case_id = ?',
} as const;

function prepare(connection: Connection) {
  const of = auditStatements;
  type Optional = string | null;
  return {
    byTime: connection.prepare<[...Bounds, Optional, Optional, number], EntryColumns>(of.byTime),
    byActor: connection.prepare<[string, ...Bounds, Optional, Optional, Optional, Optional, number], EntryColumns>(
      of.byActor,
    ),
    byAct: connection.prepare<[string, ...Bounds, Optional, Optional, number], EntryColumns>(of.byAct),
    daysOfCases: connection.prepare<[string, string, string], string>(of.daysOfCases).pluck(),
    ofCases: connection.prepare<
      [...Bounds, Optional, Optional, Optional, Optional, Optional, Optional, string],
      EntryColumns
    >(of.ofCases),
    exportDays: connection.prepare<[string, string], string>(of.exportDays).pluck(),
    entryAt: connection.prepare<[string, number], EntryColumns>(of.entryAt),
    indexed: connection.prepare<[string, string], IndexColumns>(of.indexed),
    answered: connection.prepare<
      [string, string],
      { at: string; arrival: number; actor: string | null; subject: string; asked_by: string | null }
    >(of.answered),
    hintReviews: connection.prepare<[string], { hint: string; found: number }>(of.hintReviews),
    casePlaces: connection.prepare<[string], { office: OfficeCode; first: string; last: string }>(of.casePlaces),
    caseEnded: connection.prepare<[string], 0 | 1>(of.caseEnded).pluck(),
  };
}

/** 日のあと: every moment of the day sorts before it. */
const endOf = (day: string): string => `${day}T~`;

function readEntry({ at, actor, office, terminal, act, ...row }: EntryColumns): AuditEntryRow {
  const stored = readStored(row);
  return {
    at,
    arrival: row.arrival,
    actor,
    office,
    terminal,
    act,
    event: stored.kind === 'known' ? stored.event : null,
  };
}

/** 監査の読み側 on one connection. */
export function auditReads(connection: Connection): AuditReads {
  const sql = prepare(connection);
  return {
    auditEntries: ({ from, until, staff, office, act }, before, limit) => {
      const last = before ?? afterEverything;
      const bounds: Bounds = [from, endOf(until), last.at, last.arrival];
      if (staff !== null) return sql.byActor.all(staff, ...bounds, office, office, act, act, limit).map(readEntry);
      if (act !== null) return sql.byAct.all(act, ...bounds, office, office, limit).map(readEntry);
      return sql.byTime.all(...bounds, office, office, limit).map(readEntry);
    },
    auditDaysOf: (cases, from, until) => sql.daysOfCases.all(JSON.stringify(cases), from, until),
    auditEntriesOf: (cases, day, { staff, office, act }, before) => {
      const last = before ?? afterEverything;
      return sql.ofCases
        .all(day, endOf(day), last.at, last.arrival, staff, staff, office, office, act, act, JSON.stringify(cases))
        .map(readEntry);
    },
    auditExportDays: (from, until) => sql.exportDays.all(from, endOf(until)),
    auditEntriesAt: (places) => places.flatMap(({ at, arrival }) => sql.entryAt.get(at, arrival) ?? []).map(readEntry),
    auditIndex: (from, until) =>
      sql.indexed.all(from, endOf(until)).map(({ case_id: caseId, ...row }) => ({ ...row, case: caseId })),
    approvalsAnswered: (from, until) =>
      sql.answered
        .all(from, endOf(until))
        .flatMap(({ at, arrival, actor, subject, asked_by: asked }) =>
          actor === null || asked === null
            ? []
            : [{ at, arrival, supervisor: actor, asked, approved: subject === 'approved' }],
        ),
    hintReviews: (hints) => hints.flatMap((hint) => sql.hintReviews.get(hint) ?? []),
    caseSpan: (caseId) => {
      const places = sql.casePlaces.all(caseId);
      const days = places.flatMap(({ first, last }) => [first, last]).toSorted();
      const [from] = days;
      if (from === undefined) return null;
      const ended = sql.caseEnded.get(caseId) === 1;
      return { offices: places.map(({ office }) => office), from, until: ended ? (days.at(-1) ?? from) : null };
    },
  };
}
