import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { keyFile } from '../../src-main/store/key-file.ts';
import { ledgerFiles } from '../../src-main/store/ledger-files.ts';
import { type Measured, measured } from './measured.ts';

/** 平らな写し: the made-up ledger without its encryption, for a program that knows nothing of this one. Made once beside the ledger. */
export function plainCopyOf(folder: string): string {
  const copy = join(folder, 'plain.db');
  if (existsSync(copy)) return copy;
  const key = keyFile({ whenTooWide: 'repair' }).read(folder);
  if (key === null) throw new Error('the made-up ledger has no key');
  const unfinished = `${copy}.part`;
  rmSync(unfinished, { force: true });
  const open = (path: string): Database.Database => {
    const connection = new Database(path);
    connection.pragma(`cipher = 'sqlcipher'`);
    connection.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
    return connection;
  };
  const ledger = open(ledgerFiles(folder).database);
  ledger.prepare<[string]>('VACUUM INTO ?').run(unfinished);
  ledger.close();
  const made = open(unfinished);
  made.pragma('journal_mode = DELETE');
  made.pragma(`rekey = ''`);
  made.close();
  renameSync(unfinished, copy);
  return copy;
}

/** 検査数字 (Luhn) in SQL, over the fifteen digits of a receipt number */
function checkDigit(digits: string): string {
  const places = Array.from({ length: 15 }, (_, index) => {
    const digit = `CAST(substr(${digits}, ${index + 1}, 1) AS INTEGER)`;
    return index % 2 === 0 ? `(${digit} * 2 - 9 * (${digit} > 4))` : digit;
  });
  return `((10 - (${places.join(' + ')}) % 10) % 10)`;
}

/**
 * 相手の問い合わせ: the rows 区分「受付」 of the daily log of these days, from the events and personal records alone, shaped by the
 * shell's own CSV writer. Good for made-up ledgers without corrections, holds, withdrawals, lapses and erasures.
 */
export function caseRowsQuery(from: string, until: string): string {
  return `
WITH touched AS (
  SELECT DISTINCT i.office, i.day, i.case_id FROM event_index AS i
  WHERE i.office IN ('shiminka', 'sobue', 'heiwa') AND i.day BETWEEN '${from}' AND '${until}' AND i.case_version IS NOT NULL
), told AS (
  SELECT t.office, t.day, t.case_id, e.name, e.arrival, v.body, p.fields
  FROM touched AS t JOIN event_index AS e ON e.case_id = t.case_id AND e.day <= t.day AND e.case_version IS NOT NULL
  JOIN event AS v ON v.arrival = e.arrival
  LEFT JOIN personal_record AS p ON e.name = 'caseReceived/2' AND p.ledger = v.ledger AND p.epoch = v.epoch AND p.seq = v.seq
), folded AS (
  SELECT office, day, case_id,
    max(CASE name WHEN 'caseReceived/2' THEN body END) AS received,
    max(CASE name WHEN 'caseReceived/2' THEN fields END) AS fields,
    max(CASE name WHEN 'caseVerified/1' THEN json_extract(body, '$.payload.route') END) AS route,
    max(CASE name WHEN 'caseRefused/1' THEN json_extract(body, '$.payload.codes') END) AS refused,
    sum(name = 'letterPosted/1') AS posted,
    sum(name = 'replyAccepted/1') AS replied,
    sum(name = 'certificateIssued/2') AS issued,
    sum(name = 'certificateRevoked/1') AS revoked,
    max(json_extract(body, '$.occurredAt')) AS changed,
    max(CASE WHEN name IN ('caseReceived/2', 'replyAccepted/1', 'certificateIssued/2', 'certificateRevoked/1')
      THEN printf('%012d', arrival) || json_extract(body, '$.actor') END) AS handled
  FROM told GROUP BY office, day, case_id
), shaped AS (
  SELECT f.*, json_extract(received, '$.payload.lines') AS lines,
    (SELECT count(*) FROM json_each(received, '$.payload.lines')) AS asked,
    CASE json_extract(received, '$.payload.receiptOffice') WHEN 'shiminka' THEN '1' WHEN 'sobue' THEN '2' ELSE '3' END
      || printf('%02d', json_extract(received, '$.payload.receiptTerminal'))
      || replace(json_extract(received, '$.payload.receiptDay'), '-', '')
      || printf('%04d', json_extract(received, '$.payload.receiptNumber')) AS digits
  FROM folded AS f
)
SELECT '受付' AS "区分", day AS "日付", CASE office WHEN 'shiminka' THEN '市民課' WHEN 'sobue' THEN '祖父江支所' ELSE '平和支所' END AS "窓口",
  substr('SBH', CAST(substr(digits, 1, 1) AS INTEGER), 1) || substr(digits, 2, 2) || '-' || substr(digits, 4, 8) || '-'
    || substr(digits, 12, 4) || '-' || ${checkDigit('digits')} AS "受付番号",
  substr(json_extract(received, '$.occurredAt'), 12, 5) AS "受付時刻",
  CASE WHEN refused IS NOT NULL OR issued + revoked = asked THEN substr(changed, 12, 5) END AS "終了時刻",
  json_extract(fields, '$.name') AS "氏名",
  (SELECT group_concat(DISTINCT CASE json_extract(value, '$.procedure') WHEN 'issue' THEN '新規発行' WHEN 'renew' THEN '更新' ELSE '失効' END)
    FROM json_each(lines)) AS "手続",
  CASE WHEN asked = 2 THEN '両方' WHEN json_extract(lines, '$[0].kind') = 'signature' THEN '署名用' ELSE '利用者証明用' END AS "証明書",
  CASE json_extract(received, '$.payload.capacity') WHEN 'holder' THEN '本人' WHEN 'agent' THEN '任意代理人' ELSE '法定代理人' END AS "来庁者",
  CASE route WHEN 'sameDay' THEN '即日' WHEN 'inquiry' THEN '照会' ELSE '経路なし' END AS "経路",
  CASE WHEN refused IS NOT NULL THEN '受付不可' WHEN issued + revoked = asked THEN CASE WHEN issued > 0 THEN '発行済' ELSE '失効済' END
    WHEN replied > 0 THEN '回答受領' WHEN route = 'inquiry' THEN '照会中' ELSE '確認済' END AS "結果",
  (SELECT group_concat(value, ' ') FROM json_each(refused)) AS "規則",
  (SELECT sum(json_extract(value, '$.fee')) FROM json_each(lines)) AS "手数料(円)",
  (SELECT s.name FROM staff AS s WHERE s.staff = substr(handled, 13)) AS "担当"
FROM shaped ORDER BY day, office, json_extract(received, '$.occurredAt'), case_id;`;
}

/** 相手に書かせる: the `sqlite3` command line answers the query as CSV with a heading into a file. Throws where it fails. */
export function writeWithShell(database: string, query: string, out: string): Promise<Measured> {
  rmSync(out, { force: true });
  return measured('sqlite3', ['-readonly', database], { input: `.mode csv\n.headers on\n.once '${out}'\n${query}\n` });
}
