import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import type { OfficeCode, Role } from '../app/ports.ts';
import type { StaffReads, StaffRow } from '../app/ports-staff.ts';
import type { Connection } from './connection.ts';
import { type EventRow, readStored } from './stored-event.ts';

type StaffColumns = {
  readonly staff: string;
  readonly staff_number: string;
  readonly name: string;
  readonly kana: string;
  readonly role: Role;
  readonly offices: string | null;
  readonly suspended: 0 | 1;
  readonly own_password: 0 | 1;
  readonly planned_from: string | null;
  readonly planned_role: Role | null;
  readonly planned_suspended: 0 | 1 | null;
  readonly signs_in: 0 | 1;
};
type AttemptColumns = { readonly at: string; readonly staff: string | null; readonly outcome: string };

const staffColumns = `s.staff, s.staff_number, s.name, s.kana, t.role, t.offices, t.suspended, t.own_password, t.planned_from,
  t.planned_role, t.planned_suspended, EXISTS (SELECT 1 FROM credential AS c WHERE c.staff = s.staff) AS signs_in
  FROM staff AS s JOIN staff_standing AS t ON t.staff = s.staff`;

/** 読み出しの SQL, by what it finds; the query-plan test holds each look-up to its index. */
export const staffStatements = {
  staff: `SELECT ${staffColumns} ORDER BY s.staff_number, s.staff`,
  staffById: `SELECT ${staffColumns} WHERE s.staff = ?`,
  // Where two ledgers gave out one number: whoever may sign in here.
  staffByNumber: `SELECT ${staffColumns} WHERE s.staff_number = ? ORDER BY t.suspended, signs_in DESC, s.staff LIMIT 1`,
  credential: 'SELECT credential FROM credential WHERE staff = ?',
  staffEvents: `SELECT e.arrival, e.ledger, e.epoch, e.seq, e.arrived_at, e.prev, e.hash, e.body, l.own, p.fields
    FROM staff_event AS x JOIN event AS e ON e.arrival = x.arrival JOIN ledger AS l ON l.ledger = e.ledger
    LEFT JOIN personal_record AS p ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq
    WHERE x.staff = ? ORDER BY x.arrival DESC`,
  renamesAfter: `SELECT e.arrival, e.ledger, e.epoch, e.seq, e.arrived_at, e.prev, e.hash, e.body, l.own, p.fields
    FROM event_index AS i JOIN event AS e ON e.arrival = i.arrival JOIN ledger AS l ON l.ledger = e.ledger
    LEFT JOIN personal_record AS p ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq
    WHERE i.name = 'staffRenamed/1' AND i.day > ? ORDER BY i.day DESC, i.arrival DESC`,
  attempts: `SELECT s.at, s.staff, s.outcome FROM ledger AS l JOIN sign_in AS s ON s.ledger = l.ledger
    WHERE l.own = 1 AND s.outcome <> 'kept' ORDER BY s.arrival DESC LIMIT ?`,
  lastSignIn: `SELECT arrival, at FROM sign_in WHERE staff = ? AND outcome IN ('signedIn', 'unlocked') ORDER BY arrival DESC LIMIT 1`,
  failuresSince: `SELECT count(*) FROM sign_in WHERE staff = ? AND arrival > ? AND outcome IN ('failed', 'kept')`,
  casesHandledBy: 'SELECT case_id FROM case_state WHERE handled_by = ? AND ended = 0 ORDER BY received_at, case_id',
} as const;

/** 職員の読み出し: who may work where, how each signed in, and what is in somebody's hands. */
export function staffReads(connection: Connection): StaffReads {
  const of = staffStatements;
  const sql = {
    staff: connection.prepare<[], StaffColumns>(of.staff),
    staffById: connection.prepare<[string], StaffColumns>(of.staffById),
    staffByNumber: connection.prepare<[string], StaffColumns>(of.staffByNumber),
    credential: connection.prepare<[string], string>(of.credential).pluck(),
    staffEvents: connection.prepare<[string], EventRow>(of.staffEvents),
    renamesAfter: connection.prepare<[string], EventRow>(of.renamesAfter),
    attempts: connection.prepare<[number], AttemptColumns>(of.attempts),
    lastSignIn: connection.prepare<[string], { arrival: number; at: string }>(of.lastSignIn),
    failuresSince: connection.prepare<[string, number], number>(of.failuresSince).pluck(),
    casesHandledBy: connection.prepare<[string], string>(of.casesHandledBy).pluck(),
  };
  const optional = (row: StaffColumns | undefined): StaffRow | null => (row === undefined ? null : readStaff(row));
  return {
    staff: () => sql.staff.all().map(readStaff),
    staffById: (staff) => optional(sql.staffById.get(staff)),
    staffByNumber: (staffNumber) => optional(sql.staffByNumber.get(staffNumber)),
    credential: (staff) => sql.credential.get(staff) ?? null,
    staffEvents: (staff) =>
      sql.staffEvents.all(staff).flatMap((row): KnownEvent[] => {
        const stored = readStored(row);
        return stored.kind === 'known' ? [stored.event] : [];
      }),
    namesChangedAfter: (day) =>
      sql.renamesAfter.all(day).flatMap((row) => {
        const stored = readStored(row);
        if (stored.kind !== 'known' || stored.event.name !== 'staffRenamed/1') return [];
        const { payload, personal } = stored.event;
        return personal === null ? [] : [{ staff: payload.staff, name: personal.before.name }];
      }),
    signInAttempts: (limit) =>
      sql.attempts
        .all(limit)
        .reverse()
        .map(({ at, staff, outcome }) => ({ at, staff, passed: outcome !== 'failed' })),
    signInsOf: (staff) => {
      const last = sql.lastSignIn.get(staff);
      return { lastAt: last?.at ?? null, failures: sql.failuresSince.get(staff, last?.arrival ?? 0) ?? 0 };
    },
    casesHandledBy: (staff) => sql.casesHandledBy.all(staff),
  };
}

function readStaff(row: StaffColumns): StaffRow {
  const { planned_from: from, planned_role: role, planned_suspended: suspended } = row;
  return {
    staff: row.staff,
    staffNumber: row.staff_number,
    name: row.name,
    kana: row.kana,
    role: row.role,
    offices: row.offices === null ? null : (JSON.parse(row.offices) as OfficeCode[]), // written by the fold from a parsed payload
    suspended: row.suspended === 1,
    planned: from === null || role === null ? null : { from, role, suspended: suspended === 1 },
    signsIn: row.signs_in === 1,
    ownPassword: row.own_password === 1,
  };
}
