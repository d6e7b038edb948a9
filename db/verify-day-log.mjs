// 日報の書き出し(JSON)を確かめる。使い方: node verify-day-log.mjs FILE
// Shares no code with the program and needs nothing but Node: anyone who got the file may check it with this one page.
// What is hashed (SHA-256, UTF-8, LF after each line), each a JSON array: the facts, the columns, each row, [row count], each
// close, [events, head]. (Version 1 had events and head among the facts, the row count before the rows, and no closes.)
// A close is signed (Ed25519) over the UTF-8 bytes of its statement; its code is the first sixteen hex digits of their SHA-256.
// What was signed is held against the table, too: each case of the close with its result, and what the terminal's report counted.
// Exit 0: as it was written. 1: it is not. 2: it could not be read.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

function end(exitCode, words) {
  (exitCode === 0 ? process.stdout : process.stderr).write(`${words}\n`);
  process.exit(exitCode);
}

const path = process.argv[2];
if (path === undefined || process.argv.length > 3) end(2, '使い方: node verify-day-log.mjs 日報のJSONファイル');

let text = '';
try {
  text = readFileSync(path, 'utf8').replace(/^\u{feff}/u, '');
} catch {
  end(2, `ファイルを読めませんでした。場所と名前を確かめてください: ${path}`);
}

let file = null;
try {
  file = JSON.parse(text);
} catch {
  end(1, '合いません。JSONとして読めません。途中で切れたか、書き換えられています。書き出し直してください。');
}

const versions = {
  'madoguchi-day-log/1': {
    facts: ['kind', 'practice', 'ledger', 'events', 'head', 'from', 'until', 'offices', 'procedure', 'writtenAt'],
    lines: (facts, { columns, rows, proof }) => [facts, columns, [proof.rowCount], ...rows],
  },
  'madoguchi-day-log/2': {
    facts: ['kind', 'practice', 'ledger', 'from', 'until', 'offices', 'procedure', 'writtenAt'],
    lines: (facts, { columns, rows, closes, proof, events, head }) => [
      ...[facts, columns, ...rows, [proof.rowCount]],
      ...[...closes.map((close) => closeColumns.map((name) => close[name])), [events, head]],
    ],
  },
};
const closeColumns = [
  ...['ledger', 'office', 'terminal', 'day', 'code', 'close', 'closedAt'],
  ...['statement', 'signature', 'publicKey'],
];

const isRecord = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const version = isRecord(file) && Object.hasOwn(versions, file.kind) ? versions[file.kind] : null;
if (version === null) end(2, 'これは日報の書き出し(JSON)ではないか、この確かめ方より新しい版のものです。');

const closes = file.kind === 'madoguchi-day-log/1' ? [] : file.closes;
const { rows, columns, proof, offices } = file;
if (![rows, columns, offices, closes].every(Array.isArray) || !isRecord(proof) || !closes.every(isRecord)) {
  end(1, '合いません。行か締めか証明が欠けています。書き換えられています。');
}

const faults = [];
if (rows.length !== proof.rowCount) {
  faults.push(`行の数が違います。証明では${proof.rowCount}行、ファイルには${rows.length}行あります。`);
}
const odd = rows.findIndex((row) => !Array.isArray(row) || row.length !== columns.length);
if (odd !== -1) faults.push(`${odd + 1}行目の升の数が見出しと違います。`);

const facts = version.facts.map((name) => file[name]);
const lines = version.lines(facts, { ...file, closes }).map((line) => `${JSON.stringify(line)}\n`);
const sha256 = createHash('sha256').update(lines.join(''), 'utf8').digest('hex');
if (sha256 !== proof.sha256) faults.push('内容のハッシュ(SHA-256)が違います。どこかが書き換えられています。');

const letters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const bits = [...sha256.slice(0, 20)].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
const code = bits
  .match(/.{5}/g)
  .map((five) => letters[Number.parseInt(five, 2)])
  .join('')
  .match(/.{4}/g)
  .join(' ');
if (faults.length === 0 && code !== proof.code) faults.push('確認符号が内容と合いません。');

/** what of one close does not hold, in words; nothing where all of it does */
function faultsOfClose(close) {
  const found = [];
  const statement = Buffer.from(String(close.statement), 'utf8');
  const hash = createHash('sha256').update(statement).digest('hex');
  if (hash !== close.close) found.push('署名した文のハッシュが違います。');
  if (close.code !== hash.slice(0, 16).match(/.{4}/g).join(' '))
    found.push('確認符号が、署名した文から出たものではありません。');
  if (!isSigned(statement, close)) found.push('署名が、この文とこの端末の公開鍵に合いません。');
  const [domain, ...rest] = String(close.statement).split('\n');
  let signed = null;
  try {
    signed = JSON.parse(rest.join('\n'));
  } catch {
    // told below
  }
  const isSame = ['ledger', 'office', 'terminal', 'day'].every((name) => signed?.[name] === close[name]);
  if (domain !== 'inazawa-madoguchi/day-close/1' || !isSame)
    found.push('署名した文が、この日のこの端末のものではありません。');
  return [...found, ...faultsOfTable(close, signed)];
}

const wordsOf = {
  office: { shiminka: '市民課', sobue: '祖父江支所', heiwa: '平和支所' },
  mark: { shiminka: 'S', sobue: 'B', heiwa: 'H' },
  procedure: { issue: '新規発行', renew: '更新', revoke: '失効' },
  kind: { signature: '署名用', userAuthentication: '利用者証明用' },
  state: {
    ...{ issued: '発行済', revoked: '失効済', inquiry: '照会中', replied: '回答受領', returned: '宛所不明' },
    ...{ lapsed: '期限切れ', open: '確認済', held: '停止中', refused: '受付不可', withdrawn: '取下げ' },
  },
};

/** what the table says of the day otherwise than what was signed */
function faultsOfTable({ day, office, terminal }, signed) {
  const { cases, counted } = { cases: signed?.counts?.cases, counted: signed?.reported };
  if (!Array.isArray(cases) || !Array.isArray(counted)) return ['署名した文を読めません。'];
  const here = rows
    .filter(Array.isArray)
    .map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])))
    .filter((row) => row['日付'] === day && row['窓口'] === wordsOf.office[office]);
  const told = new Map(
    here.filter((row) => ['受付', '後着'].includes(row['区分'])).map((row) => [row['受付番号'], row]),
  );
  const isCaseSame = ({ receipt, state, codes }) => {
    const row = told.get(receipt);
    // An export of one procedure lists the cases of that procedure alone.
    if (row === undefined) return file.procedure !== null;
    return row['結果'] === wordsOf.state[state] && row['規則'] === codes.join(' ');
  };
  const result = `端末 ${wordsOf.mark[office]}${terminal} の日報の件数(枚)`;
  const isCountSame = ({ procedure, kind, count }) => {
    const of = here.filter(
      (row) =>
        row['結果'] === result && row['手続'] === wordsOf.procedure[procedure] && row['証明書'] === wordsOf.kind[kind],
    );
    return of.length === 1 && of[0]['件数'] === count;
  };
  return [
    ...cases.filter((each) => !isCaseSame(each)).map(({ receipt }) => `表の受付が、署名した文と違います: ${receipt}`),
    ...(counted.every(isCountSame) ? [] : ['表の端末の報告が、署名した文と違います。']),
  ];
}

/** an Ed25519 key as 64 hex digits, in the frame that Node wants (RFC 8410) */
function isSigned(message, { publicKey, signature }) {
  try {
    const key = createPublicKey({
      key: Buffer.from(`302a300506032b6570032100${publicKey}`, 'hex'),
      format: 'der',
      type: 'spki',
    });
    return verify(null, message, key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

let signedCloses = 0;
for (const close of closes) {
  const where = `${close.day}の締め(${close.office}・端末${close.terminal}): `;
  if (close.statement !== null) {
    signedCloses += 1;
    faults.push(...faultsOfClose(close).map((fault) => where + fault));
  } else if (
    close.code !==
    String(close.close)
      .slice(0, 16)
      .match(/.{1,4}/g)
      ?.join(' ')
  ) {
    faults.push(`${where}確認符号が締めのハッシュと合いません。`);
  }
}

// The rows name the closes for people; they must be the very same ones, in the same order.
const [kindAt, dayAt, resultAt] = ['区分', '日付', '結果'].map((name) => columns.indexOf(name));
const told = rows.filter((row) => Array.isArray(row) && row[kindAt] === '締め');
const isTold = (close, index) =>
  told[index]?.[dayAt] === close.day && String(told[index]?.[resultAt]).endsWith(close.code);
if (file.kind !== 'madoguchi-day-log/1' && !(told.length === closes.length && closes.every(isTold))) {
  faults.push('表の締めの行と、締めの証明が合いません。');
}

if (faults.length > 0) end(1, ['合いません。この日報は、書き出したときのままではありません。', ...faults].join('\n'));
const foreign = closes.length - signedCloses;
/** as many as are looked up by eye; the others stand in the table */
const mostShown = 31;
const shownCloses = closes
  .slice(0, mostShown)
  .map(
    (close) => `  ${close.day} ${wordsOf.office[close.office] ?? close.office}・端末${close.terminal} ${close.code}`,
  );
if (closes.length > mostShown) shownCloses.push(`  ほか${closes.length - mostShown}件は、表の「締め」の行にあります`);
end(
  0,
  [
    '合っています。この日報は、書き出したときのままです。',
    `${file.practice ? '練習(本番の記録ではありません)・' : ''}${file.from}から${file.until}まで・窓口 ${offices.join(' ')}・${rows.length}行`,
    `台帳 ${file.ledger}・${file.events}件目の頭 ${file.head}`,
    `締め ${closes.length}件・署名が合うもの ${signedCloses}件${foreign === 0 ? '' : `・ほかの端末の締めで、署名はその端末の書き出しで確かめるもの ${foreign}件`}`,
    `SHA-256 ${sha256}`,
    ...shownCloses,
    `確認符号 ${code}(このファイルの符号です。紙の日報とは、締めの符号を見比べてください)`,
  ].join('\n'),
);
