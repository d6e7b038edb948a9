import type { Connection } from './connection.ts';

/** 探すもの: the bytes of one salt or one value of an erased person. */
export type Needle = { readonly kind: 'salt' | 'fields' | 'value'; readonly bytes: Uint8Array };

/** Values too short to be told from chance, and words of the schema, say nothing about a person. */
const shortestBytes = 6;
const codeWords: ReadonlySet<string> = new Set([
  'female',
  'male',
  'myNumberCard',
  'residentCard',
  'signature',
  'userAuthentication',
]);

/** ページを探す: in how many places the decrypted pages hold each needle, free pages and slack included. */
export function countInPages(connection: Connection, needles: readonly Needle[]): readonly number[] {
  const image = connection.serialize();
  return needles.map((needle) => occurrences(image, needle.bytes));
}

function occurrences(image: Buffer, bytes: Uint8Array): number {
  let count = 0;
  for (let at = image.indexOf(bytes); at !== -1; at = image.indexOf(bytes, at + 1)) count += 1;
  return count;
}

/** 個人の値: every text in the fields that is long enough to search for and is neither a code nor a bare date. */
export function personalValues(fields: string): readonly string[] {
  return [...new Set(texts(JSON.parse(fields)))].filter(
    (text) =>
      Buffer.byteLength(text, 'utf8') >= shortestBytes && !codeWords.has(text) && !/^\d{4}-\d{2}-\d{2}$/.test(text),
  );
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}
