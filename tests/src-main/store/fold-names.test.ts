import { expect, test } from 'vitest';
import { endOfPrefix, kanaKey, kanjiKey } from '../../../src-main/store/fold-names.ts';

test.each([
  ['いなざわ たろう', 'イナザワタロウ'],
  ['ｲﾅｻﾞﾜ ﾀﾛｳ', 'イナザワタロウ'],
  ['ショーン', 'シヨン'],
  ['ミツヅカ・ぢろう', 'ミツズカ・ジロウ'],
  ['キョウ‐コ', 'キヨウコ'],
  ['ヲダ', 'オダ'],
  ['ａｂｃ　Smith', 'ABCSMITH'],
  ['っゃゅょゎ', 'ツヤユヨワ'],
])('かなの見出し: %s は %s になる', (typed, key) => {
  expect(kanaKey(typed)).toBe(key);
});

test('漢字の見出し: 異体字セレクターと空白を除き、表にある字は代表の字になる', () => {
  const substitutes = new Map([
    ['邉', '辺'],
    ['邊', '辺'],
    ['髙', '高'],
  ]);
  for (const typed of ['渡邉 髙子', '渡邊\u{e0101}高子', '渡辺　髙子'])
    expect(kanjiKey(typed, substitutes)).toBe('渡辺高子');
  expect(kanjiKey('渡邉', new Map())).toBe('渡邉');
});

test('漢字の見出し: 互換漢字は NFKC で、もとの字は変えない', () => {
  const original = '\u{fa19}山'; // 神 as a compatibility ideograph
  expect(kanjiKey(original, new Map())).toBe('神山');
  expect(original.codePointAt(0)).toBe(0xfa19);
});

test('範囲の終わりは、基本面の外の漢字で続く名前も含む', () => {
  expect('\u{20bb7}野' >= '\u{20bb7}' && '\u{20bb7}野' < endOfPrefix('\u{20bb7}')).toBe(true);
});
