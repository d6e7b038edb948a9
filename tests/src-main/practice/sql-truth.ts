import type { Connection } from '../../../src-main/store/connection.ts';

/**
 * 独立した数え直し: what a day and office add up to, counted in plain SQL over the bodies of the events alone. No projection, no rule and
 * no code of the program is used: only the file, and what the rulebook says.
 */

/** every event with the day on which it counts: that of its arrival, or the next where this ledger had closed that day (B4) */
const counted = `
  closed AS (
    SELECT e.arrival, json_extract(e.body, '$.payload.day') AS day FROM event AS e JOIN ledger AS l ON l.ledger = e.ledger
    WHERE l.own = 1 AND json_extract(e.body, '$.type') = 'dayClosed'),
  said AS (
    SELECT e.arrival, e.ledger, json_extract(e.body, '$.type') AS type, json_extract(e.body, '$.office') AS office,
      json_extract(e.body, '$.case') AS id, json_extract(e.body, '$.payload') AS payload,
      json_extract(e.body, '$.actor') AS actor, json_extract(e.body, '$.occurredAt') AS occurred,
      substr(json_extract(e.body, '$.recordedAt'), 1, 10) AS recorded,
      CASE WHEN EXISTS (SELECT 1 FROM closed AS c WHERE c.day = substr(e.arrived_at, 1, 10) AND c.arrival < e.arrival)
        THEN date(substr(e.arrived_at, 1, 10), '+1 day') ELSE substr(e.arrived_at, 1, 10) END AS day
    FROM event AS e),
  received AS (SELECT * FROM said WHERE type = 'caseReceived'),
  line AS (
    SELECT r.id, json_extract(j.value, '$.line') AS line, json_extract(j.value, '$.procedure') AS procedure,
      json_extract(j.value, '$.kind') AS kind, json_extract(j.value, '$.fee') AS fee
    FROM received AS r, json_each(r.payload, '$.lines') AS j),
  outcome AS (
    SELECT id, day, arrival, json_extract(payload, '$.line') AS line,
      CASE type WHEN 'certificateIssued' THEN 'served' WHEN 'certificateRevoked' THEN 'served' ELSE 'refused' END AS what
    FROM said WHERE type IN ('certificateIssued', 'certificateRevoked', 'lineRefused')
    UNION ALL
    SELECT s.id, s.day, s.arrival, j.value, 'withdrawn' FROM said AS s, json_each(s.payload, '$.lines') AS j
    WHERE s.type = 'caseWithdrawn'
    UNION ALL
    SELECT s.id, s.day, s.arrival, l.line, 'refused' FROM said AS s JOIN line AS l ON l.id = s.id WHERE s.type = 'caseRefused')`;

/** one row a case that came in on the day, with what stood of it at the day's end */
const persons = `
  SELECT r.office, r.day, r.id, json_extract(r.payload, '$.capacity') AS capacity,
    CAST(substr(r.occurred, 12, 2) AS INTEGER) AS hour, r.recorded < r.day AS late,
    coalesce((SELECT l.procedure FROM line AS l WHERE l.id = r.id AND l.procedure <> 'revoke' ORDER BY l.line LIMIT 1),
      'revoke') AS procedure,
    (SELECT json_extract(v.payload, '$.route') FROM said AS v
      WHERE v.id = r.id AND v.type = 'caseVerified' AND v.day <= r.day) AS route,
    (SELECT sum(l.fee) FROM line AS l WHERE l.id = r.id) AS fee,
    (SELECT count(*) FROM line AS l WHERE l.id = r.id) AS lines,
    (SELECT count(*) FROM outcome AS o WHERE o.id = r.id AND o.day <= r.day) AS done,
    (SELECT count(*) FROM outcome AS o WHERE o.id = r.id AND o.day <= r.day AND o.what = 'served') AS served,
    (SELECT count(*) FROM outcome AS o WHERE o.id = r.id AND o.day <= r.day AND o.what = 'withdrawn') AS withdrawn
  FROM received AS r`;

const result = `CASE WHEN done = lines AND served = 0 AND withdrawn > 0 THEN 'withdrawn' WHEN done = lines AND served = 0 THEN 'refused'
  WHEN route = 'inquiry' THEN 'inquiry' WHEN done = lines THEN 'sameDayDone' ELSE 'open' END`;

const certificates = `
  SELECT s.office, s.day, s.id, s.actor, json_extract(s.payload, '$.kind') AS kind,
    CASE s.type WHEN 'certificateRevoked' THEN 'revoke' ELSE json_extract(s.payload, '$.procedure') END AS procedure,
    EXISTS (SELECT 1 FROM said AS p WHERE p.id = s.id AND p.type = 'replyAccepted' AND p.day <= s.day) AS replied
  FROM said AS s WHERE s.type IN ('certificateIssued', 'certificateRevoked')`;

/** what a second person let through: told once for a case, rule and line, on the day of the first word of it */
const overrides = `
  SELECT office, day, id, rule, line, min(arrival) FROM (
    SELECT office, day, id, arrival, 'L4' AS rule, -1 AS line FROM received
      WHERE json_extract(payload, '$.backEntry.approver') IS NOT NULL
    UNION ALL
    SELECT office, day, id, arrival, json_extract(payload, '$.rule'),
      CASE json_extract(payload, '$.rule') WHEN 'L4' THEN -1 ELSE json_extract(payload, '$.line') END
      FROM said WHERE type = 'holdLifted' AND json_extract(payload, '$.approver') IS NOT NULL
      AND json_extract(payload, '$.how') IN ('accepted', 'approved') AND json_extract(payload, '$.rule') IN ('V7', 'L4', 'X4')
    UNION ALL
    SELECT office, day, id, arrival, 'X4', json_extract(payload, '$.line') FROM said
      WHERE type = 'certificateRevoked' AND json_extract(payload, '$.cause') = 'X4')
  GROUP BY id, rule, line`;

/** numbers that a terminal passed over, on the day of the reception that came after them */
const gaps = `
  SELECT office, day, number - before - 1 AS gap FROM (
    SELECT office, day, json_extract(payload, '$.receiptNumber') AS number,
      lag(json_extract(payload, '$.receiptNumber'), 1, 0) OVER (
        PARTITION BY ledger, json_extract(payload, '$.receiptDay') ORDER BY arrival) AS before
    FROM received)`;

/** the last letter of a case at a day's end, where nothing has come back since */
const lettersOut = `
  SELECT p.office, json_extract(p.payload, '$.acceptedUntil') AS until FROM said AS p
  WHERE p.type = 'letterPosted' AND p.day <= @day AND NOT EXISTS (
    SELECT 1 FROM said AS n WHERE n.id = p.id AND n.arrival > p.arrival AND n.day <= @day
    AND n.type IN ('letterPosted', 'letterReturned', 'replyAccepted', 'caseWithdrawn'))`;

export type Truth = Readonly<Record<string, number>>;

/** その日その窓口の数: by name, as many as the daily log must show. */
export function truthOf(connection: Connection): (office: string, day: string) => Truth {
  connection.exec(`CREATE TEMP TABLE said AS WITH ${counted} SELECT * FROM said`);
  connection.exec('CREATE INDEX temp.said_case ON said (id, type)');
  const parts = counted.slice(counted.indexOf('received AS'));
  connection.exec(`CREATE TEMP TABLE line AS WITH ${parts} SELECT * FROM line`);
  connection.exec(`CREATE TEMP TABLE outcome AS WITH ${parts} SELECT * FROM outcome`);
  connection.exec(`CREATE TEMP VIEW received AS SELECT * FROM said WHERE type = 'caseReceived'`);
  connection.exec(`CREATE TEMP TABLE person AS SELECT *, ${result} AS result FROM (${persons})`);
  connection.exec(`CREATE TEMP TABLE paper AS ${certificates}`);
  connection.exec(`CREATE TEMP TABLE override AS ${overrides}`);
  connection.exec(`CREATE TEMP TABLE gap AS ${gaps}`);
  const count = (sql: string, office: string, day: string): readonly (readonly [string, number])[] =>
    connection
      .prepare<[{ office: string; day: string }], { name: string; count: number }>(sql)
      .all({ office, day })
      .map(({ name, count: found }) => [name, found] as const);
  const here = 'WHERE office = @office AND day = @day';
  const queries = [
    `SELECT 'persons' AS name, count(*) AS count FROM person ${here}`,
    `SELECT 'result ' || result AS name, count(*) AS count FROM person ${here} GROUP BY result`,
    `SELECT 'procedure ' || procedure AS name, count(*) AS count FROM person ${here} GROUP BY procedure`,
    `SELECT 'capacity ' || coalesce(capacity, 'notice') AS name, count(*) AS count FROM person ${here} GROUP BY capacity`,
    `SELECT 'route ' || coalesce(route, 'none') AS name, count(*) AS count FROM person ${here} GROUP BY route`,
    `SELECT 'hour ' || hour AS name, count(*) AS count FROM person ${here} GROUP BY hour`,
    `SELECT 'late' AS name, count(*) AS count FROM person ${here} AND late`,
    `SELECT 'fees' AS name, coalesce(sum(fee), 0) AS count FROM person ${here}`,
    `SELECT 'cross ' || procedure || ' ' || coalesce(route, 'none') || ' ' || coalesce(capacity, 'notice') || ' ' || result AS name,
      count(*) AS count FROM person ${here} GROUP BY 1`,
    `SELECT 'paper ' || procedure || ' ' || kind AS name, count(*) AS count FROM paper ${here} GROUP BY procedure, kind`,
    `SELECT 'replied' AS name, count(*) AS count FROM paper ${here} AND procedure <> 'revoke' AND replied`,
    `SELECT 'by ' || (SELECT json_extract(p.fields, '$.name') FROM event AS e JOIN personal_record AS p
        ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq
        WHERE json_extract(e.body, '$.type') = 'staffAdded' AND json_extract(e.body, '$.payload.staff') = actor) AS name,
      count(*) AS count FROM paper ${here} GROUP BY actor`,
    ...['letterPosted', 'letterReturned', 'replyAccepted', 'entryCorrected'].map(
      (type) => `SELECT '${type}' AS name, count(*) AS count FROM said ${here} AND type = '${type}'`,
    ),
    `SELECT 'lettersOut' AS name, count(*) AS count FROM (${lettersOut}) WHERE office = @office AND until >= @day`,
    `SELECT 'lapsed' AS name, count(*) AS count FROM (${lettersOut}) WHERE office = @office AND until = date(@day, '-1 day')`,
    `SELECT 'override ' || rule AS name, count(*) AS count FROM override ${here} GROUP BY rule`,
    `SELECT 'gaps' AS name, coalesce(sum(gap), 0) AS count FROM gap ${here}`,
  ];
  return (office, day) => Object.fromEntries(queries.flatMap((sql) => count(sql, office, day)));
}
