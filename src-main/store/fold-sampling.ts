import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import type { Connection } from './connection.ts';
import type { EventRow } from './stored-event.ts';

/** 抽出確認の畳み込み: what was drawn, looked at, found and settled. The first draw and the first look of a day and case stand. */
export function samplingFold(connection: Connection): (row: EventRow, event: KnownEvent) => void {
  const draw = connection.prepare<[string, string, number, number, number]>(
    'INSERT OR IGNORE INTO sample_draw (office, day, arrival, percent, finished) VALUES (?, ?, ?, ?, ?)',
  );
  const drawn = connection.prepare<[string, string, string, 'drawn' | 'override']>(
    'INSERT OR IGNORE INTO sample_case (office, day, case_id, why) VALUES (?, ?, ?, ?)',
  );
  const review = connection.prepare<[string, string, string, number, string | null, string]>(
    'INSERT OR IGNORE INTO sample_review (office, day, case_id, arrival, reviewer, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const finding = connection.prepare<
    [string, number, string, string, string, string, string | null, 'light' | 'heavy', 'correct' | 'tell' | 'watch']
  >(
    `INSERT OR IGNORE INTO sample_finding (finding, arrival, office, day, case_id, question, rule, severity, follow)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const settle = connection.prepare<[string, number, string]>(
    'INSERT OR IGNORE INTO sample_settlement (finding, arrival, how) VALUES (?, ?, ?)',
  );
  return ({ arrival }, { name, payload, envelope }) => {
    const { office, case: caseId, actor, recordedAt } = envelope;
    switch (name) {
      case 'sampleDrawn/1':
        draw.run(office, payload.day, arrival, payload.percent, payload.finished);
        for (const each of payload.cases) drawn.run(office, payload.day, each.case, each.why);
        return;
      case 'sampleReviewed/1':
        if (caseId === null) return;
        review.run(office, payload.day, caseId, arrival, actor, recordedAt);
        for (const { question, finding: found } of payload.answers) {
          if (found === null) continue;
          const { severity, follow, rule } = found;
          finding.run(found.finding, arrival, office, payload.day, caseId, question, rule, severity, follow);
        }
        return;
      case 'findingSettled/1':
        settle.run(payload.finding, arrival, payload.how);
        return;
      default:
        return;
    }
  };
}
