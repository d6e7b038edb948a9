import type { OfficeCode } from '../app/ports.ts';
import type { CountSum, StatisticsReads } from '../app/ports-statistics.ts';
import type { Connection } from './connection.ts';

type EndingRow = ReturnType<StatisticsReads['certificatesEndingByDay']>[number];

// Named one by one, so that each office's days are one stretch of the key.
const everyOffice = "office IN ('shiminka', 'sobue', 'heiwa')";

/** 統計の SQL, by what it finds; the query-plan test holds each look-up to its index. */
export const statisticsStatements = {
  countsBetween: `SELECT office, measure, procedure, kind, detail, sum(n) AS n FROM day_count
    WHERE ${everyOffice} AND day >= ? AND day <= ?
    GROUP BY office, measure, procedure, kind, detail ORDER BY office, measure, procedure, kind, detail`,
  countsByMonth: `SELECT office, substr(day, 1, 7) AS month, measure, procedure, kind, detail, sum(n) AS n FROM day_count
    WHERE ${everyOffice} AND day >= ? AND day <= ?
    GROUP BY office, month, measure, procedure, kind, detail ORDER BY office, month, measure, procedure, kind, detail`,
  firstDay: 'SELECT min(day) FROM event_index WHERE office = ?',
  endingByDay: `SELECT i.office, t.kind, t.expires_on AS expiresOn, count(*) AS n
    FROM certificate_life AS t JOIN event_index AS i ON i.arrival = t.arrival
    WHERE t.expires_on >= ? AND t.expires_on <= ? AND t.ended_on IS NULL
    GROUP BY i.office, t.kind, t.expires_on ORDER BY t.expires_on, i.office, t.kind`,
} as const;

const offices: readonly OfficeCode[] = ['shiminka', 'sobue', 'heiwa'];

/** 統計の読み側 on one connection. */
export function statisticsReads(connection: Connection): StatisticsReads {
  const of = statisticsStatements;
  const sql = {
    between: connection.prepare<[string, string], CountSum>(of.countsBetween),
    byMonth: connection.prepare<[string, string], CountSum & { month: string }>(of.countsByMonth),
    firstDay: connection.prepare<[string], string | null>(of.firstDay).pluck(),
    ending: connection.prepare<[string, string], EndingRow>(of.endingByDay),
  };
  return {
    countsBetween: (from, until) => sql.between.all(from, until),
    countsByMonth: (from, until) => sql.byMonth.all(from, until),
    recordedSince: () =>
      offices.flatMap((office) => {
        const day = sql.firstDay.get(office) ?? null;
        return day === null ? [] : [{ office, day }];
      }),
    certificatesEndingByDay: (from, until) => sql.ending.all(from, until),
  };
}
