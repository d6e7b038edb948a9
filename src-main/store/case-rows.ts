import type { CaseState } from '../../src-shared/domain/case/case.ts';
import type { CaseRow, CertificateRow, KindCode } from '../app/ports.ts';
import { applyChanges } from './corrected-fields.ts';
import { readHolderFields } from './holder-fields.ts';
import { DamagedRow } from './stored-event.ts';

/** 受付の行 as the look-ups below answer it. */
export type CaseColumns = {
  readonly case_id: string;
  readonly version: number;
  readonly head: string;
  readonly blocked: CaseRow['blocked'];
  readonly state: string;
  readonly fields: string | null;
  readonly handler: string | null;
  /** JSON array of the corrections' own fields, oldest first */
  readonly corrections: string;
  readonly corrected: 0 | 1;
  readonly asked: 0 | 1;
};

export type CertificateColumns = {
  case_id: string;
  line: number;
  kind: KindCode;
  serial: string;
  issued_on: string;
  expires_on: string;
  ended_on: string | null;
  cause: string | null;
};

/** 受付の行の列: to be followed by a WHERE over `c`. */
export const caseColumns = `c.case_id, c.version, c.head, c.blocked, c.state, p.fields, s.name AS handler,
  (SELECT json_group_array(r.fields ORDER BY k.arrival) FROM correction AS k JOIN personal_record AS r ON r.record = k.record
     WHERE k.case_id = c.case_id AND k.line IS NULL) AS corrections,
  EXISTS (SELECT 1 FROM correction AS k WHERE k.case_id = c.case_id) AS corrected,
  EXISTS (SELECT 1 FROM approval AS a WHERE a.case_id = c.case_id AND a.state = 'waiting') AS asked
  FROM case_state AS c LEFT JOIN personal_record AS p ON p.record = c.record LEFT JOIN staff AS s ON s.staff = c.handled_by`;

/** 受付の行を読む: the folded state, and the holder's fields with their corrections (B1). */
export function readCase(row: CaseColumns): CaseRow {
  const state = JSON.parse(row.state) as CaseState; // written by the fold alone; the two columns show a stray hand
  if (state.version !== row.version || state.head !== row.head) throw new DamagedRow(`case ${row.case_id}`);
  return {
    state,
    holder: readHolder(row),
    handler: row.handler,
    blocked: row.blocked,
    corrected: row.corrected === 1,
    asked: row.asked === 1,
  };
}

function readHolder(row: CaseColumns): CaseRow['holder'] {
  if (row.fields === null) return null;
  const holder = readHolderFields(row.fields, (fields) => applyChanges(fields, JSON.parse(row.corrections)));
  if (holder === null) throw new DamagedRow(`personal record of case ${row.case_id}`);
  return holder;
}

/** 証明書の行を読む */
export function readCertificate(row: CertificateColumns): CertificateRow {
  const { line, kind, serial } = row;
  return {
    case: row.case_id,
    line,
    kind,
    serial,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    endedOn: row.ended_on,
    cause: row.cause,
  };
}
