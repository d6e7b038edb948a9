import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMyNumbers, hasMyNumberCheckDigit, maskMyNumbers } from '../../../src-shared/kernel/my-number.ts';

const groupings = [[12], [6, 6], [4, 4, 4], [3, 3, 3, 3], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]];
const widths: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => digits.replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit))),
  (digits) => digits.replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit))),
];

// A second way to the check digit: the weights of 総務省令 written out from the left.
function withCheckDigit(eleven: string): string {
  const weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(eleven.charAt(place)), 0);
  const rest = 11 - (sum % 11);
  return eleven + (rest >= 10 ? 0 : rest);
}

describe('個人番号を見つける', () => {
  test('12345678901 の検査数字は8', () => {
    expect(hasMyNumberCheckDigit('123456789018')).toBe(true);
    for (const other of ['0', '1', '2', '3', '4', '5', '6', '7', '9']) {
      expect(hasMyNumberCheckDigit(`12345678901${other}`)).toBe(false);
    }
  });

  test('どの並べ方でも、どの幅でも、文の中でも見つける', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{11}$/),
        fc.constantFrom(...groupings),
        fc.constantFrom(...widths),
        fc.constantFrom(' ', '-', '－', '　', '・', '.', 'ー', '/', ' - '),
        (eleven, grouping, widen, separator) => {
          let rest = withCheckDigit(eleven);
          const groups = grouping.map((length) => {
            const group = rest.slice(0, length);
            rest = rest.slice(length);
            return widen(group);
          });
          const written = groups.join(separator);
          const [range] = findMyNumbers(`番号は${written}です`);
          expect(range).toEqual({ start: 3, end: 3 + written.length });
        },
      ),
    );
  });

  test.each([
    '電話 0587-32-1311',
    'ファクス0587-34-1478、代表0587-32-1111',
    '090-1234-5678',
    '０９０１２３４５６７８',
    '+81-90-1234-5678',
    '2026-11-24 2026-12-24',
    '令和8年11月24日',
    '20261124',
    'S63.4.1',
    '愛知県稲沢市見本町98番地の12',
    '1-2-3',
    '〒492-8269 0587-32-1311',
    'S01-20261124-0003-0',
    '二〇二六年十一月二十四日',
    '三丁目四番五号',
    '1234567890123',
    '12345678901',
    '123456789012',
  ])('「%s」は個人番号ではない', (text) => {
    expect(findMyNumbers(text)).toEqual([]);
  });

  test('国番号から続けて書いた電話番号は、検査数字が合っても個人番号ではない', () => {
    const dialled = withCheckDigit('81901234567');
    for (const text of [`+${dialled}`, `電話 ＋${dialled}`, `+ ${dialled}`]) expect(findMyNumbers(text)).toEqual([]);
    expect(findMyNumbers(`電話 ${dialled}`)).toHaveLength(1);
    expect(findMyNumbers('+123456789018')).toHaveLength(1);
    expect(findMyNumbers(`+8123-4567-${withCheckDigit('81234567890').slice(8)}`)).toHaveLength(1);
  });

  test('見つけた数字だけを伏せる', () => {
    expect(maskMyNumbers('控え 1234-5678-9018 (電話0587-32-1311)')).toBe('控え ●●●●-●●●●-●●●● (電話0587-32-1311)');
  });
});
