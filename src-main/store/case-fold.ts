import { type CaseState, isEnded, lastLetterOf } from '../../src-shared/domain/case/case.ts';
import { evolve, isCaseEvent } from '../../src-shared/domain/case/evolve.ts';
import type { Connection } from './connection.ts';
import { type EventRow, readStored, type StoredEvent } from './stored-event.ts';

type Blocked = 'unknownEvent' | 'fork' | null;
type StateRow = { readonly state: string; readonly version: number; readonly head: string; readonly blocked: Blocked };

function prepare(connection: Connection) {
  return {
    eventsOfCase: connection.prepare<[string], EventRow>(
      `SELECT e.arrival, e.ledger, e.epoch, e.seq, e.arrived_at, e.prev, e.hash, e.body, l.own, p.fields
       FROM event_index AS i JOIN event AS e ON e.arrival = i.arrival JOIN ledger AS l ON l.ledger = e.ledger
       LEFT JOIN personal_record AS p ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq
       WHERE i.case_id = ? ORDER BY i.case_version, i.arrival`,
    ),
    state: connection.prepare<[string], StateRow>(
      'SELECT state, version, head, blocked FROM case_state WHERE case_id = ?',
    ),
    putState: connection.prepare<
      [
        string,
        number,
        string,
        string,
        0 | 1,
        Blocked,
        string,
        number,
        string,
        number,
        string,
        string | null,
        string | null,
        string | null,
        string | null,
        string,
      ]
    >(
      `INSERT OR REPLACE INTO case_state (case_id, version, head, step, ended, blocked, office, terminal, day, number,
         received_at, record, handled_by, route, accepted_until, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    putLine: connection.prepare<[string, number, string, string, string, string | null]>(
      'INSERT OR REPLACE INTO case_line (case_id, line, kind, procedure, outcome, hold_rule) VALUES (?, ?, ?, ?, ?, ?)',
    ),
  };
}

/** 受付の畳み込み: keeps `case_state` and `case_line` as the events of each case make them. */
export type CaseFold = {
  readonly stateOf: (caseId: string) => { readonly state: CaseState; readonly blocked: Blocked } | null;
  /**
   * One event further; the same as `refold` wherever the event continues an unblocked case. An event of our own that cannot
   * follow throws; one from elsewhere blocks its case, as in `refold`.
   */
  readonly advance: (event: StoredEvent, own: boolean) => void;
  /** all of it from its events, whatever order they arrived in */
  readonly refold: (caseId: string) => void;
};

export function caseFold(connection: Connection): CaseFold {
  const sql = prepare(connection);

  const stateOf: CaseFold['stateOf'] = (caseId) => {
    const row = sql.state.get(caseId);
    return row === undefined ? null : { state: readState(row), blocked: row.blocked };
  };

  const put = (state: CaseState, blocked: Blocked): void => {
    const { office, terminal, day, number } = state.receipt;
    const ended = isEnded(state) ? 1 : 0;
    sql.putState.run(
      state.case,
      state.version,
      state.head,
      state.step,
      ended,
      blocked,
      office,
      terminal,
      day,
      number,
      state.receivedAt,
      state.record,
      state.handledBy,
      state.route,
      // Only a letter that is out lapses (D5); one that came back waits to be posted again.
      state.step === 'letterPosted' ? (lastLetterOf(state)?.acceptedUntil ?? null) : null,
      JSON.stringify(state),
    );
    for (const line of state.lines) {
      sql.putLine.run(state.case, line.line, line.kind, line.procedure, line.outcome, line.hold?.rule ?? null);
    }
  };

  const refold: CaseFold['refold'] = (caseId) => {
    const folded = fold(sql.eventsOfCase.all(caseId).map(readStored));
    if (folded.state !== null) put(folded.state, folded.blocked);
  };

  return {
    stateOf,
    refold,
    advance: (stored, own) => {
      const caseId = stored.kind === 'known' ? stored.event.envelope.case : stored.event.case;
      if (caseId === null) return;
      const before = stateOf(caseId);
      const continues = continuation(stored);
      if (continues === null) return;
      const follows =
        continues.version === (before?.state.version ?? 0) + 1 && continues.of === (before?.state.head ?? null);
      if (stored.kind === 'known' && isCaseEvent(stored.event) && follows && (before?.blocked ?? null) === null) {
        if (own) put(evolve(before?.state ?? null, stored.event), null);
        else refold(caseId);
      } else {
        refold(caseId);
      }
    },
  };
}

/** 受付を最初から畳む: follows the one continuation of each head; two of them, or one that is not understood, stop the case there. */
export function fold(events: readonly StoredEvent[]): { readonly state: CaseState | null; readonly blocked: Blocked } {
  let state: CaseState | null = null;
  for (;;) {
    const version: number = (state?.version ?? 0) + 1;
    const head: string | null = state?.head ?? null;
    const nexts = events.filter((each) => {
      const continues = continuation(each);
      return continues !== null && continues.version === version && continues.of === head;
    });
    const [next] = nexts;
    if (next === undefined) return { state, blocked: null };
    if (nexts.length > 1) return { state, blocked: 'fork' };
    if (next.kind === 'unknown' || !isCaseEvent(next.event)) return { state, blocked: 'unknownEvent' };
    try {
      state = evolve(state, next.event);
    } catch {
      return { state, blocked: 'unknownEvent' };
    }
  }
}

function continuation(stored: StoredEvent): { readonly version: number; readonly of: string | null } | null {
  const { version, of } =
    stored.kind === 'known'
      ? { version: stored.event.envelope.caseVersion, of: stored.event.envelope.continues }
      : { version: stored.event.caseVersion, of: stored.event.continues };
  return version === null ? null : { version, of };
}

function readState(row: StateRow): CaseState {
  const state = JSON.parse(row.state) as CaseState; // written by `put` alone, and rebuilt when the fold changes
  if (state.version !== row.version || state.head !== row.head) throw new Error('a case row contradicts itself');
  return state;
}
