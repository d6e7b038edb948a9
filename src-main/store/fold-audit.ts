import { type AuditAct, auditActOf } from '../../src-shared/domain/audit-acts.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { casesNamedBy } from '../../src-shared/domain/cases-named.ts';
import type { Connection } from './connection.ts';
import type { EventRow, StoredEvent } from './stored-event.ts';

/** 監査の時刻: an instant without its zone, which is always Japan's. */
export function auditMoment(instant: string): string {
  return instant.slice(0, 23);
}

/** 誰が・いつ・何を: what the index of the audit keeps of one event; its words are made from the event when it is read. */
type Indexed = {
  readonly at: string;
  readonly actor: string | null;
  readonly office: string;
  readonly terminal: number;
  readonly act: AuditAct;
  /** what was shown, printed or exported, or how it ended, as a code */
  readonly subject: string | null;
  /** the case of the event, or the first that it names */
  readonly caseId: string | null;
  /** every case that it names */
  readonly cases: readonly string[];
};

function subjectOf(event: KnownEvent): string | null {
  switch (event.name) {
    case 'shown/3':
    case 'exported/3':
      return event.payload.what;
    case 'printed/2':
      return event.payload.form;
    case 'signInFailed/2':
      return event.payload.purpose;
    case 'approvalAnswered/1':
      return event.payload.approved ? 'approved' : 'declined';
    default:
      return null;
  }
}

function indexed(stored: StoredEvent): Indexed {
  if (stored.kind === 'unknown') {
    const { recordedAt, office, case: caseId } = stored.event;
    const cases = caseId === null ? [] : [caseId];
    return {
      at: recordedAt,
      actor: null,
      office,
      terminal: 0,
      act: 'unknown',
      subject: null,
      caseId,
      cases,
    };
  }
  const { event } = stored;
  const { recordedAt, occurredAt, actor, office, terminal } = event.envelope;
  const cases = casesNamedBy(event);
  return {
    // What was shown while the ledger was read-only is recorded later; a case from paper happened earlier, but was entered now.
    at: event.name === 'shown/3' ? occurredAt : recordedAt,
    // Nobody is signed in yet: whose number was typed.
    actor: actor ?? (event.name === 'signInFailed/2' ? event.payload.staff : null),
    office,
    terminal,
    act: auditActOf(event.name),
    subject: subjectOf(event),
    caseId: cases[0] ?? null,
    cases,
  };
}

/** 監査の索引を足す: one entry an event, one row a case and day. */
export function auditFold(connection: Connection): (row: EventRow, stored: StoredEvent) => void {
  const entry = connection.prepare<
    [string, number, string | null, string, number, AuditAct, string | null, string | null]
  >(
    'INSERT INTO audit_entry (at, arrival, actor, office, terminal, act, subject, case_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const sight = connection.prepare<[string, string]>('INSERT OR IGNORE INTO audit_sight (case_id, day) VALUES (?, ?)');
  const review = connection.prepare<[number, string, number]>(
    'INSERT INTO audit_hint_review (arrival, hint, found) VALUES (?, ?, ?)',
  );
  return (row, stored) => {
    const { at, actor, office, terminal, act, subject, caseId, cases } = indexed(stored);
    entry.run(auditMoment(at), row.arrival, actor, office, terminal, act, subject, caseId);
    const day = at.slice(0, 10);
    for (const each of cases) sight.run(each, day);
    if (stored.kind === 'known' && stored.event.name === 'auditHintReviewed/1') {
      review.run(row.arrival, stored.event.payload.hint, stored.event.payload.found);
    }
  };
}
