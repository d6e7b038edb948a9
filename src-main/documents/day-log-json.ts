import type { DayLogCover } from '../../src-shared/contract/day-log-book.ts';
import { type CloseFacts, closeFactsOf, dayLogFacts, proofOf } from './day-log-proof.ts';
import { dayLogHeading, dayLogRows } from './day-log-rows.ts';
import type { DayLogWriter } from './day-log-writer.ts';

/** 日報のJSON: one row a line, so that two exports can be compared by eye; `verify-day-log.mjs` checks it without this program. */
export function dayLogJsonWriter(cover: DayLogCover): DayLogWriter {
  const proof = proofOf(cover);
  const closes: CloseFacts[] = [];
  let lines = 0;
  /** each on a line of its own, with a comma between it and the one before */
  const listed = (items: readonly unknown[]): string =>
    items
      .map((item) => {
        lines += 1;
        return `${lines === 1 ? '' : ','}\n    ${JSON.stringify(item)}`;
      })
      .join('');
  return {
    begin: () => {
      const named = Object.entries({ ...dayLogFacts(cover), columns: dayLogHeading });
      const facts = named.map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
      return `{\n${facts.join('')}  "rows": [`;
    },
    page: (page) => {
      const rows = dayLogRows(page.view);
      proof.rows(rows);
      closes.push(...page.closes.map(closeFactsOf));
      return listed(rows);
    },
    end: (place) => {
      lines = 0;
      const { events, head } = place;
      const proven = proof.end(closes, place);
      return [
        '\n  ],\n',
        `  "closes": [${listed(closes)}\n  ],\n`,
        `  "events": ${events},\n  "head": ${JSON.stringify(head)},\n`,
        `  "proof": ${JSON.stringify(proven)}\n}\n`,
      ].join('');
    },
  };
}
