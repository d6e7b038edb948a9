// 日報の書き出し(JSON)を確かめる。使い方: node verify-day-log.mjs FILE
// Shares no code with the program and needs nothing but Node: anyone who got the file may check it with this one page.
// What is hashed (SHA-256, UTF-8, LF after each line): the facts as one JSON array, the columns, [row count], then each row.
// Exit 0: as it was written. 1: it is not. 2: it could not be read.
import { createHash } from 'node:crypto';
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

if (file === null || typeof file !== 'object' || file.kind !== 'madoguchi-day-log/1') {
  end(2, 'これは日報の書き出し(JSON)ではないか、この確かめ方より新しい版のものです。');
}
const { rows, columns, proof, offices } = file;
if (
  !Array.isArray(rows) ||
  !Array.isArray(columns) ||
  !Array.isArray(offices) ||
  proof === null ||
  typeof proof !== 'object'
) {
  end(1, '合いません。行か証明が欠けています。書き換えられています。');
}

const faults = [];
if (rows.length !== proof.rowCount) {
  faults.push(`行の数が違います。証明では${proof.rowCount}行、ファイルには${rows.length}行あります。`);
}
const odd = rows.findIndex((row) => !Array.isArray(row) || row.length !== columns.length);
if (odd !== -1) faults.push(`${odd + 1}行目の升の数が見出しと違います。`);

const names = ['kind', 'practice', 'ledger', 'events', 'head', 'from', 'until', 'offices', 'procedure', 'writtenAt'];
const facts = names.map((name) => file[name]);
const lines = [facts, columns, [proof.rowCount], ...rows].map((line) => `${JSON.stringify(line)}\n`);
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

if (faults.length > 0) end(1, ['合いません。この日報は、書き出したときのままではありません。', ...faults].join('\n'));
end(
  0,
  [
    '合っています。この日報は、書き出したときのままです。',
    `${file.practice ? '練習(本番の記録ではありません)・' : ''}${file.from}から${file.until}まで・窓口 ${offices.join(' ')}・${rows.length}行`,
    `台帳 ${file.ledger}・${file.events}件目の頭 ${file.head}`,
    `SHA-256 ${sha256}`,
    `確認符号 ${code}(紙の符号や、書き出した人の控えと見比べてください)`,
  ].join('\n'),
);
