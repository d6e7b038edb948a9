import type { CaseState } from '../../src-shared/domain/case/case.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { dayCountsOf } from '../../src-shared/domain/statistics/day-counts.ts';
import type { Connection } from './connection.ts';

/** 日の件数の畳み込み: adds what each arriving event counts to its day and to the office that wrote it. */
export function dayCountFold(
  connection: Connection,
): (day: string, event: KnownEvent, before: CaseState | null, after: CaseState | null) => void {
  const add = connection.prepare<[string, string, string, string, string, string, number]>(
    `INSERT INTO day_count (office, day, measure, procedure, kind, detail, n) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (office, day, measure, procedure, kind, detail) DO UPDATE SET n = n + excluded.n`,
  );
  return (day, event, before, after) => {
    for (const { measure, procedure, kind, detail, n } of dayCountsOf(event, before, after)) {
      add.run(event.envelope.office, day, measure, procedure, kind, detail, n);
    }
  };
}
