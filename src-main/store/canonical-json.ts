export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** 書けない値: why a value has no canonical form here; the place is a path, never the value itself. */
export class NotCanonical extends Error {
  constructor(where: string, why: string) {
    super(`${where === '' ? 'the value' : where} ${why}`);
    this.name = 'NotCanonical';
  }
}

/**
 * 正準 JSON (RFC 8785, narrowed): one spelling for one value. Strings are well-formed and without NUL, numbers are
 * integers below 2^53, keys are ASCII; whatever else comes throws `NotCanonical`. Strings are never normalised.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '');
}

function write(value: unknown, where: string): string {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'string') return writeString(value, where);
  if (typeof value === 'number') return writeInteger(value, where);
  if (Array.isArray(value)) return `[${value.map((each, index) => write(each, `${where}[${index}]`)).join(',')}]`;
  if (typeof value === 'object') return writeObject(value, where);
  throw new NotCanonical(where, `is of type ${typeof value}`);
}

function writeString(text: string, where: string): string {
  if (!text.isWellFormed()) throw new NotCanonical(where, 'has a lone surrogate');
  if (text.includes('\u0000')) throw new NotCanonical(where, 'contains NUL');
  return JSON.stringify(text);
}

function writeInteger(number: number, where: string): string {
  if (!Number.isSafeInteger(number)) throw new NotCanonical(where, 'is not an integer below 2^53');
  return Object.is(number, -0) ? '0' : String(number);
}

function writeObject(value: object, where: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonical(where, 'is not a plain object');
  const members = Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, member]: [string, unknown]) => {
      if (!/^[\x20-\x7e]*$/.test(key)) throw new NotCanonical(where, 'has a key that is not printable ASCII');
      return `${JSON.stringify(key)}:${write(member, `${where}.${key}`)}`;
    });
  return `{${members.join(',')}}`;
}
