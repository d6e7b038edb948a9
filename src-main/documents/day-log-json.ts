import type { DayLogBook } from '../../src-shared/contract/day-log-book.ts';
import { dayLogTable } from './day-log-proof.ts';
import { dayLogHeading } from './day-log-rows.ts';

/** 日報のJSON: one row a line, so that two exports can be compared by eye; `verify-day-log.mjs` checks it without this program. */
export function dayLogJson(book: DayLogBook): Uint8Array {
  const { facts, rows, proof } = dayLogTable(book);
  const named = Object.entries({ ...facts, columns: dayLogHeading });
  const lines = [
    '{',
    ...named.map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`),
    '  "rows": [',
    rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n'),
    '  ],',
    `  "proof": ${JSON.stringify(proof)}`,
    '}',
    '',
  ];
  return new TextEncoder().encode(lines.join('\n'));
}
