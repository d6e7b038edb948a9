import { z } from 'zod';
import { type PlainDate, parsePlainDate } from '../../kernel/plain-date.ts';
import type { Office } from '../visit.ts';

/** 受付番号の中身: unique without asking anyone, so that a terminal can work alone. */
export type ReceiptNumberParts = {
  readonly office: Office;
  /** 1–99 */
  readonly terminal: number;
  readonly date: PlainDate;
  /** 1–9999, without a gap within that terminal's day (B2) */
  readonly sequence: number;
};

const OFFICES: readonly { readonly office: Office; readonly letter: string; readonly digit: string }[] = [
  { office: 'shiminka', letter: 'S', digit: '1' },
  { office: 'sobue', letter: 'B', digit: '2' },
  { office: 'heiwa', letter: 'H', digit: '3' },
];

const WRITTEN = /^([SBH])(\d{2})-(\d{8})-(\d{4})-(\d)$/;

/** 受付番号 (`S01-20261124-0003-0`): office and terminal, day, number within the day, check digit. */
export const ReceiptNumber = z
  .string()
  .refine((text) => WRITTEN.test(text) && parseReceiptNumber(text) !== null)
  .brand<'ReceiptNumber'>();
export type ReceiptNumber = z.infer<typeof ReceiptNumber>;

/** 受付番号を作る: throws where a part is outside its range, since numbers are given out by the program. */
export function formatReceiptNumber(parts: ReceiptNumberParts): ReceiptNumber {
  const written = write(parts);
  if (written === null) throw new RangeError('a receipt number has terminal 1-99 and sequence 1-9999');
  return written;
}

/** 端末の印 (`S1`), as the terminal's own label says it. */
export function terminalMark(office: Office, terminal: number): string {
  return `${OFFICES.find((each) => each.office === office)?.letter ?? ''}${terminal}`;
}

/** 受付番号を読む: full width, lower case and missing hyphens are understood; null where no number is meant or a digit is wrong. */
export function parseReceiptNumber(
  typed: string,
): { readonly number: ReceiptNumber; readonly parts: ReceiptNumberParts } | null {
  const folded = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐‑‒–—―−ー-]/g, '');
  const match = /^([SBH])(\d{2})(\d{8})(\d{4})(\d)$/.exec(folded);
  if (match === null) return null;
  const [, letter = '', terminal = '', day = '', sequence = '', check = ''] = match;
  const office = OFFICES.find((entry) => entry.letter === letter)?.office;
  const date = parsePlainDate(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`);
  if (office === undefined || date === null) return null;
  const parts = { office, terminal: Number(terminal), date, sequence: Number(sequence) };
  const number = write(parts);
  return number?.endsWith(`-${check}`) === true ? { number, parts } : null;
}

/** 短い受付番号 (`S01 0003`): for lists of one day. */
export function shortReceiptNumber(number: ReceiptNumber): string {
  return `${number.slice(0, 3)} ${number.slice(13, 17)}`;
}

/** 検査数字 (Luhn): doubles every second digit from the right of the digits before it. */
export function luhnCheckDigit(digits: string): string {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - place));
    const weighed = place % 2 === 0 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return String((10 - (sum % 10)) % 10);
}

function write({ office, terminal, date, sequence }: ReceiptNumberParts): ReceiptNumber | null {
  const entry = OFFICES.find((candidate) => candidate.office === office);
  const inRange = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;
  if (entry === undefined || !inRange(terminal, 99) || !inRange(sequence, 9999)) return null;
  const place = String(terminal).padStart(2, '0');
  const day = date.replaceAll('-', '');
  const count = String(sequence).padStart(4, '0');
  const check = luhnCheckDigit(`${entry.digit}${place}${day}${count}`);
  // Written from checked parts in the one form that the schema accepts.
  return `${entry.letter}${place}-${day}-${count}-${check}` as ReceiptNumber;
}
