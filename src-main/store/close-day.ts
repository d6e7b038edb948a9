import type { NewEvent } from '../../src-shared/domain/case/event.ts';
import type { Actor, LedgerReads, LedgerWrites } from '../app/ports.ts';
import type { OwnLedger } from './append.ts';
import { canonicalJson } from './canonical-json.ts';
import { type CloseStatement, closeHash, statementBytes } from './close-statement.ts';
import type { Connection } from './connection.ts';
import { signAsTerminal } from './terminal-key.ts';

type Row = [string, string, number, number, number, string, string, string | null, string, string, string];

/** 締めた日: a case was to be touched on a day that this terminal has closed; nothing of the write is kept. */
export class DayIsClosed extends Error {
  constructor(day: string) {
    super(`${day} is closed`);
    this.name = 'DayIsClosed';
  }
}

/** Paper may come out after the close, and a supervisor be relieved: neither counts in a daily log. */
const besidesTheDay: ReadonlySet<string> = new Set(['printed/2', 'printFailed/2', 'caseHandedOver/1']);

/** 締めと、締めたあとの番: signs a day, and lets nothing of a case be added to it afterwards (B4). */
export function dayCloser(connection: Connection, own: OwnLedger, reads: LedgerReads) {
  const sql = {
    seed: connection.prepare<[string], Uint8Array>('SELECT seed FROM terminal_key WHERE ledger = ?').pluck(),
    closed: connection.prepare<[string, string], 1>('SELECT 1 FROM day_close WHERE ledger = ? AND day = ?').pluck(),
    before: connection
      .prepare<[string], string>('SELECT close_hash FROM closed_day WHERE ledger = ? ORDER BY arrival DESC LIMIT 1')
      .pluck(),
    insert: connection.prepare<Row>(
      `INSERT INTO day_close (ledger, day, epoch, first_seq, last_seq, head, counts, close_before, closed_by, checked_by, signature)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
  };
  const isClosed = (day: string): boolean => sql.closed.get(own.ledger, day) !== undefined;

  const close = (
    actor: Actor,
    append: LedgerWrites['append'],
    { day, occurredAt, checkedBy, reported, explanations }: Parameters<LedgerWrites['closeDay']>[0],
  ): string => {
    const content = reads.dayToClose(day);
    const seed = sql.seed.get(own.ledger);
    if (isClosed(day)) throw new Error(`${day} is closed already`);
    if (content === null || seed === undefined || actor.staff === null) throw new Error(`${day} cannot be closed`);
    const { counts, ...range } = content;
    const { ledger, office, terminal } = own;
    const statement: CloseStatement = {
      ...{ ledger, office, terminal, day, ...range, counts, reported },
      closeBefore: sql.before.get(ledger) ?? null,
      closedBy: actor.staff,
      checkedBy,
    };
    const signature = signAsTerminal(seed, statementBytes(statement));
    const hash = closeHash(statement);
    const { epoch, firstSeq, lastSeq, head } = range;
    const kept = canonicalJson({ ...counts, reported });
    const { closeBefore, closedBy } = statement;
    sql.insert.run(ledger, day, epoch, firstSeq, lastSeq, head, kept, closeBefore, closedBy, checkedBy, signature);
    append({
      name: 'dayClosed/1',
      case: null,
      occurredAt,
      payload: { day, firstSeq, lastSeq, head, closeBefore, close: hash, checkedBy },
      personal: { explanations },
    });
    return hash;
  };

  return {
    close,
    guard: (recordedAt: string, event: NewEvent): void => {
      const day = recordedAt.slice(0, 10);
      if (event.case !== null && !besidesTheDay.has(event.name) && isClosed(day)) throw new DayIsClosed(day);
    },
  };
}

export type DayCloser = ReturnType<typeof dayCloser>;
