import { createHash } from 'node:crypto';
import type { CaseState } from '../../src-shared/domain/case/case.ts';
import { addDays, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { type CaseFold, caseFold } from './case-fold.ts';
import type { Connection } from './connection.ts';
import { auditFold } from './fold-audit.ts';
import { dayCountFold } from './fold-day-counts.ts';
import { knownEventFold } from './fold-known-events.ts';
import type { SubstituteMap } from './fold-names.ts';
import { samplingFold } from './fold-sampling.ts';
import { type EventRow, readStored, type StoredEvent } from './stored-event.ts';

/** Raised when the meaning of any projection changes: an older file is then rebuilt at its next opening. */
const foldVersion = 4;

/** 投影の表: every table that is folded from events, and nothing else. */
export const projectionTables = [
  'erased_record',
  'event_index',
  'case_state',
  'case_line',
  'certificate',
  'certificate_end',
  'issuer_range',
  'correction',
  'holder_key',
  'approval',
  'person_join',
  'case_view',
  'calendar_entry',
  'policy_change',
  'taken_back',
  'holiday_year',
  'closed_day',
  'day_count',
  'receipt_counter',
  'receipt_gap',
  'worked_day',
  'staff',
  'setting',
  'audit_entry',
  'audit_sight',
  'audit_hint_review',
  'sample_draw',
  'sample_case',
  'sample_review',
  'sample_finding',
  'sample_settlement',
] as const;

/** 投影: folds each event that arrives into the tables that screens query, in the transaction that stores it. */
export type Projections = {
  readonly cases: CaseFold;
  readonly arrive: (row: EventRow, stored: StoredEvent) => void;
};

export function projections(connection: Connection, substitutes: SubstituteMap): Projections {
  const index = connection.prepare<[number, string, 0 | 1, string, string, string | null, number | null]>(
    'INSERT INTO event_index (arrival, name, known, office, day, case_id, case_version) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const worked = connection.prepare<[string, string]>('INSERT OR IGNORE INTO worked_day (day, ledger) VALUES (?, ?)');
  const closed = connection
    .prepare<[string], 1>(
      'SELECT 1 FROM closed_day AS d JOIN ledger AS l ON l.ledger = d.ledger WHERE l.own = 1 AND d.day = ?',
    )
    .pluck();
  /** 後着 (B4): what arrives when its day is closed counts on the next. */
  const dayThatCounts = (day: string): string => (closed.get(day) === undefined ? day : addDays(plainDate(day), 1));
  const cases = caseFold(connection);
  const foldKnown = knownEventFold(connection, substitutes);
  const countDay = dayCountFold(connection);
  const foldAudit = auditFold(connection);
  const foldSampling = samplingFold(connection);

  return {
    cases,
    arrive: (row, stored) => {
      const day = dayThatCounts(row.arrived_at.slice(0, 10));
      const before = caseNow(cases, stored);
      if (stored.kind === 'unknown') {
        const { unknownType, office, case: caseId, caseVersion } = stored.event;
        index.run(row.arrival, unknownType, 0, office, day, caseId, caseVersion);
        if (caseId !== null) worked.run(stored.event.recordedAt.slice(0, 10), row.ledger);
      } else {
        const { office, case: caseId, caseVersion, recordedAt } = stored.event.envelope;
        index.run(row.arrival, stored.event.name, 1, office, day, caseId, caseVersion);
        if (caseId !== null) worked.run(recordedAt.slice(0, 10), row.ledger);
        foldKnown(row, stored.event);
        foldSampling(row, stored.event);
      }
      foldAudit(row, stored);
      cases.advance(stored, row.own === 1);
      if (stored.kind === 'known') countDay(day, stored.event, before, caseNow(cases, stored));
    },
  };
}

/** the case as it stands folded now; null for what is of no case, or of one that is not known here */
function caseNow(cases: CaseFold, stored: StoredEvent): CaseState | null {
  const caseId = stored.kind === 'known' ? stored.event.envelope.case : stored.event.case;
  return caseId === null ? null : (cases.stateOf(caseId)?.state ?? null);
}

/** 畳み方の印: changes whenever a rebuilt projection could differ from the one in the file. */
export function foldMark(substitutes: SubstituteMap): string {
  const map = JSON.stringify([...substitutes].sort());
  return `${foldVersion}/${createHash('sha256').update(map).digest('hex')}`;
}

const everyEvent = `
  SELECT e.arrival, e.ledger, e.epoch, e.seq, e.arrived_at, e.prev, e.hash, e.body, l.own, p.fields
  FROM main.event AS e JOIN main.ledger AS l ON l.ledger = e.ledger
  LEFT JOIN main.personal_record AS p ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq
  WHERE e.arrival > ? ORDER BY e.arrival LIMIT 500`;

/** 全部畳む: every stored event in the order of arrival, into projection tables that are empty. */
export function foldEverything(connection: Connection, substitutes: SubstituteMap): void {
  const page = connection.prepare<[number], EventRow>(everyEvent);
  const into = projections(connection, substitutes);
  let last = 0;
  for (;;) {
    const rows = page.all(last);
    for (const row of rows) into.arrive(row, readStored(row));
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.arrival;
  }
}

/** 投影の作り直し: drops what was folded and folds it again, in one transaction. */
export function rebuildProjections(connection: Connection, substitutes: SubstituteMap): void {
  connection
    .transaction(() => {
      for (const table of projectionTables) connection.exec(`DELETE FROM ${table}`);
      foldEverything(connection, substitutes);
      connection
        .prepare<[string]>('INSERT OR REPLACE INTO projection_state (one, fold) VALUES (1, ?)')
        .run(foldMark(substitutes));
    })
    .immediate();
}

/** 投影の点検: folds everything into temporary tables on this (even read-only) connection and names the tables that differ. */
export function differingProjections(connection: Connection, substitutes: SubstituteMap): readonly string[] {
  const shape = connection
    .prepare<[string], string>(`SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?`)
    .pluck();
  for (const table of projectionTables) {
    connection.exec(String(shape.get(table)).replace(/^CREATE TABLE/, 'CREATE TEMP TABLE'));
  }
  try {
    foldEverything(connection, substitutes);
    return projectionTables.filter(
      (table) =>
        connection
          .prepare<[], number>(
            `SELECT EXISTS (SELECT * FROM main.${table} EXCEPT SELECT * FROM temp.${table})
                 OR EXISTS (SELECT * FROM temp.${table} EXCEPT SELECT * FROM main.${table})`,
          )
          .pluck()
          .get() !== 0,
    );
  } finally {
    for (const table of projectionTables) connection.exec(`DROP TABLE IF EXISTS temp.${table}`);
  }
}
