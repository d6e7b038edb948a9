import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import type { CaseRow, DraftRow, KindCode, LedgerReads, OfficeCode, Role, StaffRow } from '../app/ports.ts';
import { auditReads } from './audit-reads.ts';
import { type CaseColumns, type CertificateColumns, caseColumns, readCase, readCertificate } from './case-rows.ts';
import { closeReads } from './close-reads.ts';
import type { Connection } from './connection.ts';
import { dayLogReads } from './day-log-reads.ts';
import { kanjiKey, type SubstituteMap } from './fold-names.ts';
import { personReads } from './person-reads.ts';
import { procedureReads } from './procedure-reads.ts';
import { samplingReads } from './sampling-reads.ts';
import { settingsReads } from './settings-reads.ts';
import { statisticsReads } from './statistics-reads.ts';
import { type EventRow, type ReadStored, readStored } from './stored-event.ts';

type Own = { ledger: string; epoch: number; office: OfficeCode; terminal: number };
type StaffColumns = { staff: string; staff_number: string; name: string; kana: string; role: Role };
type DraftColumns = Omit<DraftRow, 'savedAt'> & { readonly saved_at: string };

const eventColumns = `e.arrival, e.ledger, e.epoch, e.seq, e.arrived_at, e.prev, e.hash, e.body, l.own, p.fields
  FROM event_index AS i JOIN event AS e ON e.arrival = i.arrival JOIN ledger AS l ON l.ledger = e.ledger
  LEFT JOIN personal_record AS p ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq`;

/** 読み出しの SQL, by what it finds; the query-plan test holds each look-up to its index. */
export const readStatements = {
  own: 'SELECT ledger, epoch, office, terminal FROM ledger WHERE own = 1',
  genesis: `SELECT e.body FROM ledger AS l JOIN event AS e ON e.ledger = l.ledger AND e.epoch = 1 AND e.seq = 1 WHERE l.own = 1`,
  setting: 'SELECT value FROM setting WHERE ledger = ? AND setting = ?',
  staff: 'SELECT staff, staff_number, name, kana, role FROM staff ORDER BY staff_number, staff',
  staffByNumber:
    'SELECT staff, staff_number, name, kana, role FROM staff WHERE staff_number = ? ORDER BY staff LIMIT 1',
  credential: 'SELECT credential FROM credential WHERE staff = ?',
  case: `SELECT ${caseColumns} WHERE c.case_id = ?`,
  caseByReceipt: `SELECT ${caseColumns} WHERE c.office = ? AND c.terminal = ? AND c.day = ? AND c.number = ? ORDER BY c.case_id LIMIT 1`,
  caseEvents: `SELECT ${eventColumns} WHERE i.case_id = ? ORDER BY i.arrival`,
  casesTouched:
    'SELECT DISTINCT case_id FROM event_index WHERE office = ? AND day = ? AND case_id IS NOT NULL AND case_version IS NOT NULL',
  casesReceived: 'SELECT case_id FROM case_state WHERE office = ? AND day = ?',
  unfinishedBefore: `SELECT ${caseColumns} WHERE c.office = ? AND c.ended = 0 AND c.day < ?
    AND (c.accepted_until IS NULL OR c.accepted_until >= ?) ORDER BY c.day, c.received_at, c.case_id`,
  eventsOfDay: `SELECT ${eventColumns} WHERE i.office = ? AND i.day = ? ORDER BY i.arrival`,
  // Also those of a record that was joined with this person's: a new name after a marriage is no new person (E4).
  certificatesByBirth: `SELECT t.case_id, t.line, t.kind, t.serial, t.issued_on, t.expires_on, t.ended_on, t.cause
    FROM certificate_life AS t WHERE t.case_id IN (
      SELECT h.case_id FROM holder_key AS h WHERE h.born_on = ? AND h.kanji_key = ?
      UNION
      SELECT s.case_id FROM holder_key AS h JOIN person_join AS j ON j.one_case = h.case_id AND j.parted = 0
        JOIN holder_key AS o ON o.case_id = j.other_case JOIN holder_key AS s ON s.person = o.person
        WHERE h.born_on = ? AND h.kanji_key = ?
      UNION
      SELECT s.case_id FROM holder_key AS h JOIN person_join AS j ON j.other_case = h.case_id AND j.parted = 0
        JOIN holder_key AS o ON o.case_id = j.one_case JOIN holder_key AS s ON s.person = o.person
        WHERE h.born_on = ? AND h.kanji_key = ?
    ) ORDER BY t.arrival`,
  revocationsByBirth: `SELECT l.kind, e.ended_on AS "on" FROM holder_key AS h JOIN certificate_end AS e ON e.case_id = h.case_id
    JOIN case_line AS l ON l.case_id = e.case_id AND l.line = e.line
    WHERE h.born_on = ? AND h.kanji_key = ? AND l.procedure = 'revoke' ORDER BY e.arrival`,
  lastReceipt:
    'SELECT r.last FROM ledger AS l JOIN receipt_counter AS r ON r.ledger = l.ledger WHERE l.own = 1 AND r.day = ?',
  request: 'SELECT result FROM request WHERE request = ?',
  drafts: 'SELECT draft, owner, task, version, saved_at, content, title FROM draft ORDER BY saved_at, draft',
  draft: 'SELECT draft, owner, task, version, saved_at, content, title FROM draft WHERE draft = ?',
  events: 'SELECT max(arrival) FROM event',
  head: `SELECT e.hash, e.arrived_at FROM ledger AS l JOIN event AS e ON e.ledger = l.ledger
    WHERE l.own = 1 ORDER BY e.epoch DESC, e.seq DESC LIMIT 1`,
} as const;

function prepare(connection: Connection) {
  const of = readStatements;
  return {
    own: connection.prepare<[], Own>(of.own),
    genesis: connection.prepare<[], string>(of.genesis).pluck(),
    setting: connection.prepare<[string, string], string>(of.setting).pluck(),
    staff: connection.prepare<[], StaffColumns>(of.staff),
    staffByNumber: connection.prepare<[string], StaffColumns>(of.staffByNumber),
    credential: connection.prepare<[string], string>(of.credential).pluck(),
    case: connection.prepare<[string], CaseColumns>(of.case),
    caseByReceipt: connection.prepare<[string, number, string, number], CaseColumns>(of.caseByReceipt),
    caseEvents: connection.prepare<[string], EventRow>(of.caseEvents),
    casesTouched: connection.prepare<[string, string], string>(of.casesTouched).pluck(),
    casesReceived: connection.prepare<[string, string], string>(of.casesReceived).pluck(),
    unfinishedBefore: connection.prepare<[string, string, string], CaseColumns>(of.unfinishedBefore),
    eventsOfDay: connection.prepare<[string, string], EventRow>(of.eventsOfDay),
    certificatesByBirth: connection.prepare<string[], CertificateColumns>(of.certificatesByBirth),
    revocationsByBirth: connection.prepare<[string, string], { kind: KindCode; on: string }>(of.revocationsByBirth),
    lastReceipt: connection.prepare<[string], number>(of.lastReceipt).pluck(),
    request: connection.prepare<[string], string>(of.request).pluck(),
    drafts: connection.prepare<[], DraftColumns>(of.drafts),
    draft: connection.prepare<[string], DraftColumns>(of.draft),
    events: connection.prepare<[], number | null>(of.events).pluck(),
    head: connection.prepare<[], { hash: string; arrived_at: string }>(of.head),
  };
}

export type ReadOptions = {
  readonly substitutes: SubstituteMap;
  /** last receipt number of a day that the high-water file remembers, 0 where none */
  readonly rememberedReceipt: (day: string) => number;
  /** default: every row is read anew */
  readonly readEvent?: ReadStored;
};

/** 台帳の読み側 on one connection, writing or read-only. */
export function ledgerReads(connection: Connection, options: ReadOptions): LedgerReads {
  const sql = prepare(connection);
  const readEvent = options.readEvent ?? readStored;

  const casesOf = (ids: Iterable<string>): readonly CaseRow[] =>
    [...new Set(ids)]
      .map((id) => sql.case.get(id))
      .filter((row) => row !== undefined)
      .map(readCase);

  return {
    ...procedureReads(connection),
    ...settingsReads(connection),
    ...closeReads(connection, readEvent),
    ...dayLogReads(connection),
    ...personReads(connection, options.substitutes),
    ...statisticsReads(connection),
    ...auditReads(connection),
    ...samplingReads(connection),
    setUp: () => {
      const own = sql.own.get();
      const genesis = sql.genesis.get();
      if (own === undefined || genesis === undefined) return null;
      const name = sql.setting.get(own.ledger, 'terminalName');
      return {
        ...own,
        terminalName: name === undefined ? '' : String(JSON.parse(name)),
        practice: JSON.parse(genesis).payload.practice === true,
      };
    },
    setting: (setting) => {
      const own = sql.own.get();
      const value = own === undefined ? undefined : sql.setting.get(own.ledger, setting);
      return value === undefined ? null : JSON.parse(value);
    },
    staff: () => sql.staff.all().map(readStaff),
    staffByNumber: (staffNumber) => optional(sql.staffByNumber.get(staffNumber), readStaff),
    credential: (staff) => sql.credential.get(staff) ?? null,
    case: (caseId) => optional(sql.case.get(caseId), readCase),
    caseByReceipt: ({ office, terminal, day, number }) =>
      optional(sql.caseByReceipt.get(office, terminal, day, number), readCase),
    caseEvents: (caseId) => sql.caseEvents.all(caseId).map((row) => readStored(row).event),
    casesOfDay: (office, day) =>
      casesOf([...sql.casesTouched.all(office, day), ...sql.casesReceived.all(office, day)]).toSorted(oldestFirst),
    unfinishedBefore: (office, day) => sql.unfinishedBefore.all(office, day, day).map(readCase),
    eventsOfDay: (office, day) =>
      sql.eventsOfDay.all(office, day).flatMap((row): KnownEvent[] => {
        const stored = readEvent(row);
        return stored.kind === 'known' ? [stored.event] : [];
      }),
    revocationsOf: (name, bornOn) => sql.revocationsByBirth.all(bornOn, kanjiKey(name, options.substitutes)),
    certificatesOf: (name, bornOn) => {
      const key = [bornOn, kanjiKey(name, options.substitutes)];
      return sql.certificatesByBirth.all(...key, ...key, ...key).map(readCertificate);
    },
    nextReceiptNumber: (day) => Math.max(sql.lastReceipt.get(day) ?? 0, options.rememberedReceipt(day)) + 1,
    requestResult: (requestId) => sql.request.get(requestId) ?? null,
    drafts: () => sql.drafts.all().map(readDraft),
    draft: (draft) => optional(sql.draft.get(draft), readDraft),
    count: () => {
      const head = sql.head.get();
      return { events: sql.events.get() ?? 0, head: head?.hash ?? '', lastRecordedAt: head?.arrived_at ?? null };
    },
  };
}

function optional<Row, Value>(row: Row | undefined, read: (row: Row) => Value): Value | null {
  return row === undefined ? null : read(row);
}

function oldestFirst(one: CaseRow, other: CaseRow): number {
  const left = `${one.state.receivedAt} ${one.state.case}`;
  const right = `${other.state.receivedAt} ${other.state.case}`;
  return left < right ? -1 : 1;
}

function readStaff(row: StaffColumns): StaffRow {
  return { staff: row.staff, staffNumber: row.staff_number, name: row.name, kana: row.kana, role: row.role };
}

function readDraft(row: DraftColumns): DraftRow {
  const { draft, owner, task, version, content, title } = row;
  return { draft, owner, task, version, savedAt: row.saved_at, content, title };
}
