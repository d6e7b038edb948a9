import type { ApprovalRow, KindCode, LedgerReads, OfficeCode } from '../app/ports.ts';
import { type CaseColumns, type CertificateColumns, caseColumns, readCase, readCertificate } from './case-rows.ts';
import type { Connection } from './connection.ts';

type ApprovalColumns = {
  readonly request: string;
  readonly act: ApprovalRow['act'];
  readonly case_id: string;
  readonly line: number | null;
  readonly asked_by: string | null;
  readonly asked_at: string;
  readonly office: OfficeCode;
  readonly state: ApprovalRow['state'];
};

const approvalColumns = 'request, act, case_id, line, asked_by, asked_at, office, state FROM approval';

/** 読み出しの SQL, by what it finds; the query-plan test holds each look-up to its index. */
export const procedureStatements = {
  casesByLetter: `SELECT ${caseColumns} WHERE c.ended = 0 AND c.route = 'inquiry'
    AND (c.accepted_until IS NULL OR c.accepted_until >= ?) AND (? IS NULL OR c.office = ?)
    ORDER BY c.accepted_until, c.received_at, c.case_id`,
  casesPosted: `SELECT DISTINCT case_id FROM event_index
    WHERE name = 'letterPosted/1' AND office = ? AND day BETWEEN ? AND ? AND case_id IS NOT NULL`,
  approvals: `SELECT ${approvalColumns} WHERE state = 'waiting' ORDER BY asked_at, request`,
  approval: `SELECT ${approvalColumns} WHERE request = ?`,
  certificatesIssued: `SELECT t.case_id, t.line, t.kind, t.serial, t.issued_on, t.expires_on, t.ended_on, t.cause, i.office
    FROM certificate_life AS t JOIN event_index AS i ON i.arrival = t.arrival
    WHERE t.issued_on BETWEEN ? AND ? AND t.kind = ? AND t.ended_on IS NULL ORDER BY t.issued_on, t.arrival`,
} as const;

type ProcedureReads = Pick<
  LedgerReads,
  'casesByLetter' | 'casesPosted' | 'approvals' | 'approval' | 'certificatesIssued'
>;

/** 手続の読み出し: letters, requests, the calendar, and what a range of the issuer's key covers. */
export function procedureReads(connection: Connection): ProcedureReads {
  const of = procedureStatements;
  const sql = {
    casesByLetter: connection.prepare<[string, string | null, string | null], CaseColumns>(of.casesByLetter),
    casesPosted: connection.prepare<[string, string, string], string>(of.casesPosted).pluck(),
    approvals: connection.prepare<[], ApprovalColumns>(of.approvals),
    approval: connection.prepare<[string], ApprovalColumns>(of.approval),
    certificatesIssued: connection.prepare<[string, string, KindCode], CertificateColumns & { office: OfficeCode }>(
      of.certificatesIssued,
    ),
  };
  return {
    casesByLetter: (office, since) => sql.casesByLetter.all(since, office, office).map(readCase),
    casesPosted: (office, from, until) => sql.casesPosted.all(office, from, until),
    approvals: () => sql.approvals.all().map(readApproval),
    approval: (request) => {
      const row = sql.approval.get(request);
      return row === undefined ? null : readApproval(row);
    },
    certificatesIssued: (kinds, from, until) =>
      kinds.flatMap((kind) =>
        sql.certificatesIssued.all(from, until, kind).map((row) => ({ ...readCertificate(row), office: row.office })),
      ),
  };
}

function readApproval(row: ApprovalColumns): ApprovalRow {
  return {
    request: row.request,
    act: row.act,
    case: row.case_id,
    line: row.line,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    office: row.office,
    state: row.state,
  };
}
