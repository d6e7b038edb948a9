import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import type { Connection } from './connection.ts';
import { applyChanges } from './corrected-fields.ts';
import { exactRecord, kanaKey, kanjiKey, type SubstituteMap } from './fold-names.ts';
import { receiptNumberFold } from './fold-receipt-numbers.ts';
import { type SettingsFold, settingsFold } from './fold-settings.ts';
import { readHolderFields } from './holder-fields.ts';
import type { EventRow } from './stored-event.ts';

/** What shows one person or one case at a time: only these are told of on the person's page. */
const oneByOne: ReadonlySet<string> = new Set(['case', 'person', 'printPreview']);

type Keys = { readonly record: string; readonly fields: string | null };

function prepare(connection: Connection) {
  return {
    staff: connection.prepare<[string, string, string, string, string, string]>(
      'INSERT OR REPLACE INTO staff (staff, staff_number, name, kana, role, record) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    erased: connection.prepare<[string, number]>('INSERT OR IGNORE INTO erased_record (record, arrival) VALUES (?, ?)'),
    holderKey: connection.prepare<[string, string, string, string, string, string]>(
      'INSERT OR REPLACE INTO holder_key (case_id, record, kana_key, kanji_key, born_on, person) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    view: connection.prepare<[string, number]>('INSERT OR IGNORE INTO case_view (case_id, arrival) VALUES (?, ?)'),
    certificate: connection.prepare<[number, string, number, string, string, string, string, string, string]>(
      `INSERT INTO certificate (arrival, case_id, line, kind, serial, issued_on, expires_on, issued_at, ended_on, record)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)`,
    ),
    end: connection.prepare<[string, number, number, string, string]>(
      'INSERT OR IGNORE INTO certificate_end (case_id, line, arrival, ended_on, cause) VALUES (?, ?, ?, ?, ?)',
    ),
    range: connection.prepare<[number, string, string, string, string]>(
      'INSERT OR IGNORE INTO issuer_range (arrival, kind, issued_from, issued_until, at) VALUES (?, ?, ?, ?, ?)',
    ),
    correction: connection.prepare<[number, string, number | null, string, number, number, string]>(
      `INSERT INTO correction (arrival, case_id, line, entry_ledger, entry_epoch, entry_seq, record)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    corrections: connection
      .prepare<[string, number | null], string>(
        `SELECT p.fields FROM correction AS c JOIN personal_record AS p ON p.record = c.record
         WHERE c.case_id = ? AND c.line IS ? ORDER BY c.arrival`,
      )
      .pluck(),
    holder: connection.prepare<[string], Keys>(
      `SELECT p.record, p.fields FROM case_state AS c JOIN personal_record AS p ON p.record = c.record WHERE c.case_id = ?`,
    ),
    issued: connection.prepare<[string, number], { arrival: number; serial: string; expires_on: string }>(
      'SELECT arrival, serial, expires_on FROM certificate WHERE case_id = ? AND line = ?',
    ),
    correctCertificate: connection.prepare<[string, string, number]>(
      'UPDATE certificate SET serial = ?, expires_on = ? WHERE arrival = ?',
    ),
    ask: connection.prepare<[string, string, string, number | null, string | null, string, string, number]>(
      `INSERT OR IGNORE INTO approval (request, act, case_id, line, asked_by, asked_at, office, state, arrival)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`,
    ),
    answer: connection.prepare<['approved' | 'declined', string]>(
      `UPDATE approval SET state = ? WHERE request = ? AND state = 'waiting'`,
    ),
    join: connection.prepare<[string, number, string, string]>(
      'INSERT OR IGNORE INTO person_join (join_id, arrival, one_case, other_case, parted) VALUES (?, ?, ?, ?, 0)',
    ),
    part: connection.prepare<[string]>('UPDATE person_join SET parted = 1 WHERE join_id = ?'),
    closeDay: connection.prepare<[string, string, number, string]>(
      'INSERT OR IGNORE INTO closed_day (ledger, day, arrival, close_hash) VALUES (?, ?, ?, ?)',
    ),
  };
}

/** 知っている出来事の畳み込み: everything but the state of the cases, which `case-fold.ts` keeps. */
export function knownEventFold(
  connection: Connection,
  substitutes: SubstituteMap,
): (row: EventRow, event: KnownEvent) => void {
  const sql = prepare(connection);
  const numbers = receiptNumberFold(connection);
  const foldSettings: SettingsFold = settingsFold(connection);

  /** The keys by which a holder is found, as corrected so far; the event's own case row may not be there yet. */
  const putKeys = (caseId: string, record: string, fields: string): void => {
    const holder = readHolderFields(fields, (recorded) => applyChanges(recorded, sql.corrections.all(caseId, null)));
    if (holder === null) return;
    const { name, kana, bornOn } = holder;
    const keys = [kanaKey(kana), kanjiKey(name, substitutes), bornOn, exactRecord(holder)] as const;
    sql.holderKey.run(caseId, record, ...keys);
  };

  const correctCertificate = (caseId: string, line: number): void => {
    const issued = sql.issued.get(caseId, line);
    const changes = sql.corrections.all(caseId, line);
    if (issued === undefined || changes.length === 0) return;
    const corrected = applyChanges({ serial: issued.serial, expiresOn: issued.expires_on }, changes);
    sql.correctCertificate.run(String(corrected['serial']), String(corrected['expiresOn']), issued.arrival);
  };

  return (row, event) => {
    const { envelope } = event;
    const { case: caseId, record } = envelope;
    switch (event.name) {
      case 'staffAdded/1':
        if (event.personal === null || record === null) return;
        sql.staff.run(
          event.payload.staff,
          event.personal.staffNumber,
          event.personal.name,
          event.personal.kana,
          event.payload.role,
          record,
        );
        return;
      case 'personErased/1':
        for (const erased of event.payload.records) sql.erased.run(erased, row.arrival);
        return;
      case 'caseReceived/2':
        numbers.received(row, event.payload);
        if (event.personal === null || record === null || caseId === null) return;
        putKeys(caseId, record, JSON.stringify(event.personal));
        return;
      case 'certificateIssued/2': {
        if (caseId === null) return;
        for (const { case: ended, line } of event.payload.replaces) {
          sql.end.run(ended, line, row.arrival, envelope.occurredAt.slice(0, 10), 'replaced');
        }
        if (event.personal === null || record === null) return;
        const { serial, issuedOn, expiresOn } = event.personal;
        const { line, kind } = event.payload;
        sql.certificate.run(row.arrival, caseId, line, kind, serial, issuedOn, expiresOn, envelope.occurredAt, record);
        correctCertificate(caseId, line);
        return;
      }
      case 'certificateRevoked/1':
        // Also the line itself: a certificate known from the card alone has no row of its own (X0).
        if (caseId !== null) {
          const { line, cause } = event.payload;
          sql.end.run(caseId, line, row.arrival, envelope.occurredAt.slice(0, 10), cause);
        }
        for (const { case: ended, line } of event.payload.ends) {
          sql.end.run(ended, line, row.arrival, envelope.occurredAt.slice(0, 10), event.payload.cause);
        }
        return;
      case 'issuerKeyRevoked/1': {
        const { kinds, issuedFrom, issuedUntil } = event.payload;
        for (const kind of kinds) sql.range.run(row.arrival, kind, issuedFrom, issuedUntil, envelope.occurredAt);
        return;
      }
      case 'entryCorrected/1': {
        if (caseId === null || record === null) return;
        const { entry, line } = event.payload;
        sql.correction.run(row.arrival, caseId, line, entry.ledger, entry.epoch, entry.seq, record);
        if (line !== null) return correctCertificate(caseId, line);
        const holder = sql.holder.get(caseId);
        if (holder?.fields != null) putKeys(caseId, holder.record, holder.fields);
        return;
      }
      case 'approvalAsked/1': {
        if (caseId === null) return;
        const { request, act, line } = event.payload;
        const { actor, office, occurredAt } = envelope;
        sql.ask.run(request, act, caseId, line, actor, occurredAt, office, row.arrival);
        return;
      }
      case 'approvalAnswered/1':
        sql.answer.run(event.payload.approved ? 'approved' : 'declined', event.payload.request);
        return;
      case 'personsJoined/1':
        sql.join.run(event.payload.join, row.arrival, ...event.payload.cases);
        return;
      case 'personsParted/1':
        sql.part.run(event.payload.join);
        return;
      case 'shown/3':
        if (!oneByOne.has(event.payload.what)) return;
        for (const shown of event.payload.cases) sql.view.run(shown, row.arrival);
        return;
      case 'printed/2':
        if (event.payload.form === 'list' || event.payload.form === 'dayLog') return;
        for (const printed of event.payload.cases) sql.view.run(printed, row.arrival);
        return;
      case 'dayClosed/1':
        sql.closeDay.run(row.ledger, event.payload.day, row.arrival, event.payload.close);
        return;
      case 'receiptGapExplained/1':
        numbers.explained(row, event.payload);
        return;
      default:
        foldSettings(row, event);
        return;
    }
  };
}
