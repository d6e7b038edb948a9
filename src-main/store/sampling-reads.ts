import type {
  FindingFollow,
  FindingSettled,
  FindingSeverity,
  SampleQuestion,
} from '../../src-shared/domain/sampling.ts';
import { addDays, plainDate } from '../../src-shared/kernel/plain-date.ts';
import type { OfficeCode } from '../app/ports.ts';
import type { SampleCaseRow, SampleDrawRow, SampleFindingRow, SamplingReads } from '../app/ports-audit.ts';
import type { Connection } from './connection.ts';
import { type EventRow, readStored } from './stored-event.ts';

type CaseColumns = {
  readonly office: OfficeCode;
  readonly day: string;
  readonly case_id: string;
  readonly why: 'drawn' | 'override';
  readonly reviewer: string | null;
  readonly reviewed_at: string | null;
  readonly findings: number;
  readonly open: number;
};

type FindingColumns = {
  readonly finding: string;
  readonly arrival: number;
  readonly office: OfficeCode;
  readonly day: string;
  readonly case_id: string;
  readonly question: SampleQuestion;
  readonly rule: string | null;
  readonly severity: FindingSeverity;
  readonly follow: FindingFollow;
  readonly how: FindingSettled | null;
  readonly settled_arrival: number | null;
};

const ofCase = 'f.office = c.office AND f.day = c.day AND f.case_id = c.case_id';
const caseColumns = `c.office, c.day, c.case_id, c.why, r.reviewer, r.at AS reviewed_at,
  (SELECT count(*) FROM sample_finding AS f WHERE ${ofCase}) AS findings,
  (SELECT count(*) FROM sample_finding AS f LEFT JOIN sample_settlement AS s ON s.finding = f.finding
    WHERE ${ofCase} AND s.finding IS NULL) AS open
  FROM sample_case AS c LEFT JOIN sample_review AS r ON r.office = c.office AND r.day = c.day AND r.case_id = c.case_id`;
const openFinding = `EXISTS (SELECT 1 FROM sample_finding AS f LEFT JOIN sample_settlement AS s ON s.finding = f.finding
  WHERE ${ofCase} AND s.finding IS NULL)`;
const findingColumns = `f.finding, f.arrival, f.office, f.day, f.case_id, f.question, f.rule, f.severity, f.follow, s.how,
  s.arrival AS settled_arrival FROM sample_finding AS f LEFT JOIN sample_settlement AS s ON s.finding = f.finding`;

/** 抽出確認の読み出しの SQL, held to its indexes by the query-plan test. */
export const samplingStatements = {
  draw: `SELECT d.office, d.day, e.arrived_at AS at, d.percent, d.finished FROM sample_draw AS d
    JOIN event AS e ON e.arrival = d.arrival WHERE d.office = ? AND d.day = ?`,
  lastDraw: 'SELECT max(day) FROM sample_draw WHERE office = ?',
  draws: `SELECT d.office, d.day, e.arrived_at AS at, d.percent, d.finished FROM sample_draw AS d
    JOIN event AS e ON e.arrival = d.arrival WHERE d.office = ? AND d.day BETWEEN ? AND ? ORDER BY d.day DESC`,
  // From day to day by the index, however many events a day has.
  daysAfter: `WITH RECURSIVE d(day) AS (
      SELECT min(i.day) FROM event_index AS i WHERE i.office = ? AND i.day > ?
      UNION ALL
      SELECT (SELECT min(i.day) FROM event_index AS i WHERE i.office = ? AND i.day > d.day) FROM d WHERE d.day IS NOT NULL
    ) SELECT d.day FROM d WHERE d.day < ? AND EXISTS (
      SELECT 1 FROM event_index AS i WHERE i.office = ? AND i.day = d.day AND i.case_version IS NOT NULL) ORDER BY d.day`,
  headOfDay: `SELECT e.hash FROM event_index AS i JOIN event AS e ON e.arrival = i.arrival
    WHERE i.office = ? AND i.day = ? ORDER BY i.arrival DESC LIMIT 1`,
  // Also what still waits or has an open finding, from whatever day.
  cases: `SELECT ${caseColumns} WHERE c.office = ? AND (c.day BETWEEN ? AND ? OR r.at IS NULL OR ${openFinding})
    ORDER BY c.day DESC, c.why DESC, c.case_id`,
  waiting: `SELECT count(*) FROM sample_case AS c LEFT JOIN sample_review AS r
    ON r.office = c.office AND r.day = c.day AND r.case_id = c.case_id WHERE c.office = ? AND r.at IS NULL`,
  openFindings: `SELECT count(*) FROM sample_finding AS f LEFT JOIN sample_settlement AS s ON s.finding = f.finding
    WHERE f.office = ? AND s.finding IS NULL`,
  oneCase: `SELECT ${caseColumns} WHERE c.office = ? AND c.day = ? AND c.case_id = ?`,
  findings: `SELECT ${findingColumns} WHERE f.office = ? AND f.day BETWEEN ? AND ? ORDER BY f.day DESC, f.arrival, f.finding`,
  oneFinding: `SELECT ${findingColumns} WHERE f.finding = ?`,
  event: `SELECT e.arrival, e.ledger, e.epoch, e.seq, e.arrived_at, e.prev, e.hash, e.body, l.own, p.fields
    FROM event AS e JOIN ledger AS l ON l.ledger = e.ledger
    LEFT JOIN personal_record AS p ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq WHERE e.arrival = ?`,
} as const;

function prepare(connection: Connection) {
  const of = samplingStatements;
  return {
    draw: connection.prepare<[string, string], SampleDrawRow>(of.draw),
    lastDraw: connection.prepare<[string], string | null>(of.lastDraw).pluck(),
    draws: connection.prepare<[string, string, string], SampleDrawRow>(of.draws),
    daysAfter: connection.prepare<[string, string, string, string, string], string>(of.daysAfter).pluck(),
    headOfDay: connection.prepare<[string, string], string>(of.headOfDay).pluck(),
    cases: connection.prepare<[string, string, string], CaseColumns>(of.cases),
    waiting: connection.prepare<[string], number>(of.waiting).pluck(),
    openFindings: connection.prepare<[string], number>(of.openFindings).pluck(),
    oneCase: connection.prepare<[string, string, string], CaseColumns>(of.oneCase),
    findings: connection.prepare<[string, string, string], FindingColumns>(of.findings),
    oneFinding: connection.prepare<[string], FindingColumns>(of.oneFinding),
    event: connection.prepare<[number], EventRow>(of.event),
  };
}

function readCase(row: CaseColumns): SampleCaseRow {
  const { office, day, case_id: caseId, why, reviewer, reviewed_at: at, findings, open } = row;
  return { office, day, case: caseId, why, review: at === null ? null : { reviewer, at }, findings, open };
}

/** 抽出確認の読み側 on one connection. */
export function samplingReads(connection: Connection): SamplingReads {
  const sql = prepare(connection);

  const eventAt = (arrival: number) => {
    const row = sql.event.get(arrival);
    const stored = row === undefined ? null : readStored(row);
    return stored?.kind === 'known' ? stored.event : null;
  };

  const readFinding = (row: FindingColumns): SampleFindingRow => {
    const { finding, office, day, case_id: caseId, question, rule, severity, follow } = row;
    const review = eventAt(row.arrival);
    const notes = review?.name === 'sampleReviewed/1' ? review.personal?.notes : undefined;
    return {
      finding,
      office,
      day,
      case: caseId,
      question,
      rule,
      severity,
      follow,
      note: notes?.find((each) => each.question === question)?.note ?? null,
      settled: settledOf(row),
    };
  };

  const settledOf = ({ how, settled_arrival: arrival }: FindingColumns): SampleFindingRow['settled'] => {
    const event = arrival === null ? null : eventAt(arrival);
    if (how === null || event?.name !== 'findingSettled/1') return null;
    const { actor, recordedAt } = event.envelope;
    return { how, by: actor, at: recordedAt, note: event.personal?.note ?? null };
  };

  return {
    sampleDraw: (office, day) => sql.draw.get(office, day) ?? null,
    sampleDraws: (office, from, until) => sql.draws.all(office, from, until),
    daysToSample: (office, notBefore, today) => {
      const after = sql.lastDraw.get(office) ?? addDays(plainDate(notBefore), -1);
      return sql.daysAfter.all(office, after, office, today, office);
    },
    headOfDay: (office, day) => sql.headOfDay.get(office, day) ?? null,
    sampleCases: (office, from, until) => sql.cases.all(office, from, until).map(readCase),
    sampleCase: (office, day, caseId) => {
      const row = sql.oneCase.get(office, day, caseId);
      return row === undefined ? null : readCase(row);
    },
    sampleFindings: (office, from, until) => sql.findings.all(office, from, until).map(readFinding),
    sampleFinding: (finding) => {
      const row = sql.oneFinding.get(finding);
      return row === undefined ? null : readFinding(row);
    },
    sampleWaiting: (office) => ({
      cases: sql.waiting.get(office) ?? 0,
      findings: sql.openFindings.get(office) ?? 0,
    }),
  };
}
