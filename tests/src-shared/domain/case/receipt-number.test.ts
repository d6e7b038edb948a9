import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatReceiptNumber,
  luhnCheckDigit,
  parseReceiptNumber,
  ReceiptNumber,
  shortReceiptNumber,
} from '../../../../src-shared/domain/case/receipt-number.ts';
import { plainDate } from '../../../../src-shared/kernel/plain-date.ts';

const parts = { office: 'shiminka' as const, terminal: 1, date: plainDate('2026-11-24'), sequence: 3 };

describe('受付番号', () => {
  test('規則集の例のとおり', () => {
    expect(formatReceiptNumber(parts)).toBe('S01-20261124-0003-0');
    expect(luhnCheckDigit('101202611240003')).toBe('0');
    expect(luhnCheckDigit('7992739871')).toBe('3');
    expect(shortReceiptNumber(formatReceiptNumber(parts))).toBe('S01 0003');
  });

  test.each([
    'S01-20261124-0003-0',
    's01-20261124-0003-0',
    'Ｓ０１－２０２６１１２４－０００３－０',
    'S012026112400030',
    ' S01 20261124 0003 0 ',
  ])('「%s」を読む', (typed) => {
    expect(parseReceiptNumber(typed)).toEqual({ number: 'S01-20261124-0003-0', parts });
  });

  test.each([
    'S01-20261124-0003-1',
    'S01-20261124-0030-0',
    'A01-20261124-0003-0',
    'S00-20261124-0003-2',
    'S01-20261324-0003-0',
    'S01-20261124-0003',
    '',
  ])('「%s」は受付番号として読まない', (typed) => {
    expect(parseReceiptNumber(typed)).toBeNull();
  });

  test('決まった形だけを記録に使う', () => {
    expect(ReceiptNumber.safeParse('S01-20261124-0003-0').success).toBe(true);
    expect(ReceiptNumber.safeParse('s01-20261124-0003-0').success).toBe(false);
    expect(() => formatReceiptNumber({ ...parts, sequence: 10_000 })).toThrow(RangeError);
    expect(() => formatReceiptNumber({ ...parts, sequence: 0 })).toThrow(RangeError);
  });

  test('1文字の打ち間違いは、いつも見つかる', () => {
    const anyParts = fc.record({
      office: fc.constantFrom('shiminka' as const, 'sobue' as const, 'heiwa' as const),
      terminal: fc.integer({ min: 1, max: 99 }),
      date: fc.constant(plainDate('2026-11-24')),
      sequence: fc.integer({ min: 1, max: 9999 }),
    });
    fc.assert(
      fc.property(anyParts, fc.nat(15), fc.nat(8), (given, place, shift) => {
        const number = formatReceiptNumber(given);
        expect(parseReceiptNumber(number)?.parts).toEqual(given);
        const compact = number.replaceAll('-', '');
        const digit = compact.charAt(place);
        if (!/\d/.test(digit)) return;
        const wrong = compact.slice(0, place) + ((Number(digit) + 1 + shift) % 10) + compact.slice(place + 1);
        if (wrong !== compact) expect(parseReceiptNumber(wrong)).toBeNull();
      }),
    );
  });
});
