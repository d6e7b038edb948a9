// 第二の検証: an implementation of its own, sharing no code with the program. Reads an export (one JSON line an event) from
// standard input, walks every link of every chain, and answers one JSON line. Run: node second-verifier.mjs < export.ndjson
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

const chains = new Map();
let events = 0;
let records = 0;
let first = null;

function number64(value) {
  let hex = value.toString(16);
  while (hex.length < 16) hex = `0${hex}`;
  return hex;
}

function digest(event) {
  const head = Buffer.from('inazawa-madoguchi/event/1\n').toString('hex');
  const body = Buffer.from(event.body, 'utf8').toString('hex');
  return createHash('sha256')
    .update(Buffer.from(head + event.ledger + number64(event.epoch) + number64(event.seq) + event.prev + body, 'hex'))
    .digest('hex');
}

function sortedText(value) {
  if (Array.isArray(value)) return `[${value.map(sortedText).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${sortedText(value[key])}`).join(',')}}`;
}

function faultOf(event, chain) {
  const key = `${event.epoch}/${event.seq}`;
  const continued =
    event.epoch === 1 && event.seq === 1
      ? '0'.repeat(64)
      : (chain.get(`${event.epoch}/${event.seq - 1}`) ??
        (chain.has(`${event.epoch}/first`) ? undefined : chain.get(`${event.epoch - 1}/${event.seq - 1}`)));
  if (chain.has(key) || continued !== event.prev) return 'link';
  if (digest(event) !== event.hash) return 'hash';
  const body = JSON.parse(event.body);
  if (sortedText(body) !== event.body) return 'canonical';
  if (event.salt === undefined) return null;
  records += 1;
  const promised = createHmac('sha256', Buffer.from(event.salt, 'hex')).update(event.fields, 'utf8').digest('hex');
  return promised === body.commit ? null : 'commitment';
}

for (const line of readFileSync(0, 'utf8').split('\n')) {
  if (line === '') continue;
  const event = JSON.parse(line);
  const chain = chains.get(event.ledger) ?? new Map();
  chains.set(event.ledger, chain);
  const fault = faultOf(event, chain);
  if (fault !== null) first ??= `${event.ledger}/${event.epoch}/${event.seq} ${fault}`;
  chain.set(`${event.epoch}/${event.seq}`, event.hash);
  chain.set(`${event.epoch}/first`, true);
  chain.set('head', event.hash);
  events += 1;
}

const heads = Object.fromEntries([...chains].map(([ledger, chain]) => [ledger, chain.get('head')]));
process.stdout.write(JSON.stringify({ sound: first === null, events, records, first, heads }));
