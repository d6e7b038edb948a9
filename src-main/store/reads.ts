import type { CaseState } from '../../src-shared/domain/case/case.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { personalRecords } from '../../src-shared/domain/case/event.ts';
import type {
  CaseRow,
  CaseSearch,
  CertificateRow,
  DraftRow,
  KindCode,
  LedgerReads,
  OfficeCode,
  Role,
  StaffRow,
} from '../app/ports.ts';
import type { Connection } from './connection.ts';
import { endOfPrefix, kanaKey, kanjiKey, type SubstituteMap } from './fold-names.ts';
import { DamagedRow, type EventRow, readStored } from './stored-event.ts';

type CaseColumns = {
  readonly case_id: string;
  readonly version: number;
  readonly head: string;
  readonly blocked: CaseRow['blocked'];
  readonly state: string;
  readonly fields: string | null;
  readonly handler: string | null;
};
type Own = { ledger: string; epoch: number; office: OfficeCode; terminal: number };
type StaffColumns = { staff: string; staff_number: string; name: string; kana: string; role: Role };
type CertificateColumns = {
  case_id: string;
  line: number;
  kind: KindCode;
  serial: string;
  issued_on: string;
  expires_on: string;
  ended_on: string | null;
};
type DraftColumns = Omit<DraftRow, 'savedAt'> & { readonly saved_at: string };

const eventColumns = `e.arrival, e.ledger, e.epoch, e.seq, e.arrived_at, e.prev, e.hash, e.body, l.own, p.fields
  FROM event_index AS i JOIN event AS e ON e.arrival = i.arrival JOIN ledger AS l ON l.ledger = e.ledger
  LEFT JOIN personal_record AS p ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq`;

const caseColumns = `c.case_id, c.version, c.head, c.blocked, c.state, p.fields, s.name AS handler
  FROM case_state AS c LEFT JOIN personal_record AS p ON p.record = c.record LEFT JOIN staff AS s ON s.staff = c.handled_by`;

const byName = (column: 'kana_key' | 'kanji_key') =>
  `SELECT case_id FROM holder_key WHERE ${column} >= ? AND ${column} < ? AND (? IS NULL OR born_on = ?) LIMIT ?`;

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
  unfinishedBefore: `SELECT ${caseColumns} WHERE c.office = ? AND c.ended = 0 AND c.day < ? ORDER BY c.day, c.received_at, c.case_id`,
  eventsOfDay: `SELECT ${eventColumns} WHERE i.office = ? AND i.day = ? ORDER BY i.arrival`,
  certificatesByBirth: `SELECT t.case_id, t.line, t.kind, t.serial, t.issued_on, t.expires_on, t.ended_on
    FROM holder_key AS h JOIN certificate AS t ON t.case_id = h.case_id
    WHERE h.born_on = ? AND h.kanji_key = ? ORDER BY t.arrival`,
  searchKana: byName('kana_key'),
  searchKanji: byName('kanji_key'),
  searchBirth: 'SELECT case_id FROM holder_key WHERE born_on = ? LIMIT ?',
  searchSerial: 'SELECT case_id FROM certificate WHERE serial = ? LIMIT ?',
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
    unfinishedBefore: connection.prepare<[string, string], CaseColumns>(of.unfinishedBefore),
    eventsOfDay: connection.prepare<[string, string], EventRow>(of.eventsOfDay),
    certificatesByBirth: connection.prepare<[string, string], CertificateColumns>(of.certificatesByBirth),
    searchKana: connection
      .prepare<[string, string, string | null, string | null, number], string>(of.searchKana)
      .pluck(),
    searchKanji: connection
      .prepare<[string, string, string | null, string | null, number], string>(of.searchKanji)
      .pluck(),
    searchBirth: connection.prepare<[string, number], string>(of.searchBirth).pluck(),
    searchSerial: connection.prepare<[string, number], string>(of.searchSerial).pluck(),
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
};

/** 台帳の読み側 on one connection, writing or read-only. */
export function ledgerReads(connection: Connection, options: ReadOptions): LedgerReads {
  const sql = prepare(connection);

  const casesOf = (ids: Iterable<string>): readonly CaseRow[] =>
    [...new Set(ids)]
      .map((id) => sql.case.get(id))
      .filter((row) => row !== undefined)
      .map(readCase);

  const searchIds = (search: CaseSearch): Iterable<string> => {
    switch (search.by) {
      case 'serial':
        return sql.searchSerial.all(search.serial, search.limit);
      case 'bornOn':
        return sql.searchBirth.all(search.bornOn, search.limit);
      case 'name': {
        const kana = kanaKey(search.name);
        const kanji = kanjiKey(search.name, options.substitutes);
        if (kanji === '') return [];
        const { bornOn, limit } = search;
        return [
          ...sql.searchKanji.all(kanji, endOfPrefix(kanji), bornOn, bornOn, limit),
          ...(kana === '' ? [] : sql.searchKana.all(kana, endOfPrefix(kana), bornOn, bornOn, limit)),
        ];
      }
    }
  };

  return {
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
    unfinishedBefore: (office, day) => sql.unfinishedBefore.all(office, day).map(readCase),
    eventsOfDay: (office, day) =>
      sql.eventsOfDay.all(office, day).flatMap((row): KnownEvent[] => {
        const stored = readStored(row);
        return stored.kind === 'known' ? [stored.event] : [];
      }),
    certificatesOf: (name, bornOn) =>
      sql.certificatesByBirth.all(bornOn, kanjiKey(name, options.substitutes)).map(readCertificate),
    search: (search) =>
      casesOf(searchIds(search))
        .toSorted((one, other) => oldestFirst(other, one))
        .slice(0, search.limit),
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

function readCase(row: CaseColumns): CaseRow {
  const state = JSON.parse(row.state) as CaseState; // written by the fold alone; the two columns show a stray hand
  if (state.version !== row.version || state.head !== row.head) throw new DamagedRow(`case ${row.case_id}`);
  return { state, holder: readHolder(row), handler: row.handler, blocked: row.blocked };
}

function readHolder(row: CaseColumns): CaseRow['holder'] {
  if (row.fields === null) return null;
  const parsed = personalRecords['caseReceived/1'].safeParse(JSON.parse(row.fields));
  if (!parsed.success) throw new DamagedRow(`personal record of case ${row.case_id}`);
  return parsed.data;
}

function readStaff(row: StaffColumns): StaffRow {
  return { staff: row.staff, staffNumber: row.staff_number, name: row.name, kana: row.kana, role: row.role };
}

function readCertificate(row: CertificateColumns): CertificateRow {
  const { line, kind, serial } = row;
  return {
    case: row.case_id,
    line,
    kind,
    serial,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    endedOn: row.ended_on,
  };
}

function readDraft(row: DraftColumns): DraftRow {
  const { draft, owner, task, version, content, title } = row;
  return { draft, owner, task, version, savedAt: row.saved_at, content, title };
}
