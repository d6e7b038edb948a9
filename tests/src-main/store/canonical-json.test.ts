import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, NotCanonical } from '../../../src-main/store/canonical-json.ts';

const text = fc.string({ unit: 'grapheme' }).filter((each) => each.isWellFormed() && !each.includes('\u0000'));
const key = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) });
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    text,
    tie('list'),
    tie('record'),
  ),
  list: fc.array(tie('any'), { maxLength: 5 }),
  record: fc.dictionary(key, tie('any'), { maxKeys: 5, noNullPrototype: true }),
})).any;

describe('正準 JSON', () => {
  test('RFC 8785 の 3.2.2 節の文字列と定数の例(整数と許す文字の範囲)と一致する', () => {
    expect(
      canonicalJson({ string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] }),
    ).toBe('{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });

  test('RFC 8785 の公開試験データ arrays と structures(整数と ASCII の見出しのもの)と一致する', () => {
    expect(canonicalJson([56, { d: true, '10': null, '1': [] }])).toBe('[56,{"1":[],"10":null,"d":true}]');
    expect(
      canonicalJson({
        '1': { f: { f: 'hi', F: 5 }, '': 56 },
        '10': {},
        '': 'empty',
        a: {},
        '111': [{ e: 'yes', E: 'no' }],
        A: {},
      }),
    ).toBe('{"":"empty","1":{"":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}');
  });

  test('RFC 8785 付録Bの整数の例と一致し、2の53乗からは断る', () => {
    expect(canonicalJson(-0)).toBe('0');
    expect(canonicalJson(9007199254740991)).toBe('9007199254740991');
    expect(canonicalJson(-9007199254740991)).toBe('-9007199254740991');
    for (const refused of [9007199254740992, -9007199254740992, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => canonicalJson(refused)).toThrow(NotCanonical);
    }
  });

  test('片割れの代用対、NUL、ASCII でない見出し、undefined、日付は断る', () => {
    for (const refused of [
      '\ud800',
      'a\u0000b',
      { 氏名: 'x' },
      { a: undefined },
      [undefined],
      new Date(0),
      { a: 1n },
      () => 1,
    ]) {
      expect(() => canonicalJson(refused)).toThrow(NotCanonical);
    }
  });

  test('断り書きに値そのものは出ない', () => {
    expect(() => canonicalJson({ name: '稲沢\u0000太郎' })).toThrow(/^\.name contains NUL$/);
  });

  test('氏名は正規化されない(互換漢字も異体字セレクターもそのまま)', () => {
    expect(canonicalJson('\u{fa11}辻\u{e0100}か\u3099')).toBe('"\u{fa11}辻\u{e0100}か\u3099"');
  });

  test('どんな値も、読み戻して書き直すと同じ綴りになる', () => {
    fc.assert(
      fc.property(value, (each) => {
        const once = canonicalJson(each);
        expect(canonicalJson(JSON.parse(once))).toBe(once);
        expect(JSON.parse(once)).toEqual(JSON.parse(JSON.stringify(each)));
      }),
    );
  });

  test('見出しの順を変えても、綴りは変わらない', () => {
    fc.assert(
      fc.property(fc.dictionary(key, fc.maxSafeInteger(), { noNullPrototype: true }), (record) => {
        expect(canonicalJson(Object.fromEntries(Object.entries(record).reverse()))).toBe(canonicalJson(record));
      }),
    );
  });
});
