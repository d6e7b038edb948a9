import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  candidatesFor,
  canStand,
  describeCharacters,
  needingSubstitute,
  readerCharacters,
  spellingOnCertificate,
} from '../../../src-shared/domain/characters.ts';
import { isPermitted, setOf } from '../../../src-shared/domain/repertoire.ts';
import { judged, line, statusOf } from './visit-example.ts';

describe('使える文字 (G1)', () => {
  test('第1水準、第2水準、補助漢字、非漢字', () => {
    expect(setOf('亜')).toBe('level1');
    expect(setOf('腕')).toBe('level1');
    expect(setOf('弌')).toBe('level2');
    expect(setOf('\u{7199}')).toBe('level2');
    expect(setOf('丂')).toBe('supplementary');
    expect(setOf('\u{9FA5}')).toBe('supplementary');
    for (const sign of ['々', '〆', 'ヶ', 'ー', '〇', '　', 'あ', 'ア', 'Ａ', '─'])
      expect(setOf(sign)).toBe('nonKanji');
  });

  test('JIS X 0212 の欧文の文字も、区分は補助漢字', () => {
    for (const letter of ['\u{E9}', '\u{D6}', '\u{142}', '\u{452}', '\u{A9}', '\u{2122}'])
      expect([letter, setOf(letter)]).toEqual([letter, 'supplementary']);
    for (const letter of ['\u{410}', '\u{3B1}', '\u{FF5E}', '~'])
      expect([letter, setOf(letter)]).toEqual([letter, 'nonKanji']);
  });

  test('濵 桒 彅 鷗 俠 は補助漢字にあり、髙 﨑 德 瀨 黑 栁 はどこにもない', () => {
    for (const inside of ['\u{6FF5}', '\u{6852}', '\u{5F45}', '\u{9DD7}', '\u{4FE0}']) {
      expect(setOf(inside)).toBe('supplementary');
    }
    for (const outside of ['\u{9AD9}', '\u{FA11}', '\u{5FB7}', '\u{7028}', '\u{9ED1}', '\u{6801}', '\u{20BB7}']) {
      expect(setOf(outside)).toBeNull();
    }
  });

  test('WindowsにあってもJISにない記号や漢字は使えない', () => {
    for (const extension of ['①', 'Ⅳ', '㈱', '℡', '㍻', '\u{FA0E}', '￤', '＇', '＂', 'ⅰ']) {
      expect(isPermitted(extension)).toBe(false);
    }
  });

  test('半角の英数字とカナは全角として数え、濁点の付いた半角カナは1文字', () => {
    for (const half of ['A', 'z', '0', '-', ' ', '~', '\\', 'ｱ', 'ｿﾞ', 'ﾊﾟ', 'ｰ', '｡', 'ﾞ']) {
      expect([half, setOf(half)]).toEqual([half, 'nonKanji']);
    }
    expect(readerCharacters('ｿﾞｳ')).toEqual(['ｿﾞ', 'ｳ']);
    expect(isPermitted('"')).toBe(false);
    expect(isPermitted("'")).toBe(false);
  });

  test('Windowsの字形の記号は、JISの双子として使える', () => {
    for (const twin of ['\u{FF0D}', '\u{FF5E}', '\u{2225}', '\u{2014}', '\u{FFE0}', '\u{FFE1}', '\u{FFE2}']) {
      expect(setOf(twin)).toBe('nonKanji');
    }
    for (const jis of ['\u{2212}', '\u{301C}', '\u{2016}', '\u{2015}', '\u{A2}', '\u{A3}', '\u{AC}']) {
      expect(setOf(jis)).toBe('nonKanji');
    }
  });
});

describe('文字の数え方 (G5)', () => {
  test('サロゲートペアと異体字セレクタは、もとの文字と合わせて1文字', () => {
    expect(readerCharacters('\u{20BB7}野')).toEqual(['\u{20BB7}', '野']);
    expect(readerCharacters('辻\u{E0100}子')).toEqual(['辻\u{E0100}', '子']);
  });

  test('異体字セレクタの付いた文字は使えず、もとの文字が最初の候補', () => {
    const [answer] = describeCharacters('辻\u{E0100}');
    expect(answer).toMatchObject({ permitted: false, set: null });
    expect(answer?.candidates[0]).toBe('辻');
    expect(candidatesFor('\u{9AD9}\u{E0100}')[0]).toBe('高');
  });
});

describe('代替文字の候補 (G2)', () => {
  test.each([
    ['\u{9AD9}', '高'],
    ['\u{FA11}', '崎'],
    ['\u{5FB7}', '徳'],
    ['\u{7028}', '瀬'],
    ['\u{9ED1}', '黒'],
    ['\u{6801}', '柳'],
    ['\u{20BB7}', '吉'],
    ['\u{FA19}', '神'],
    ['\u{FA10}', '塚'],
    ['\u{2363A}', '橋'],
  ])('%s の最初の候補は %s', (original, first) => {
    expect(candidatesFor(original)[0]).toBe(first);
  });

  test('使える文字に候補は出さない', () => {
    for (const permitted of ['高', '崎', '邉', '邊', '齋', '\u{6FF5}', 'ｱ', 'A'])
      expect(candidatesFor(permitted)).toEqual([]);
  });

  test('候補がどこにもない文字もある', () => {
    expect(candidatesFor('😀')).toEqual([]);
    expect(candidatesFor('\u{E000}')).toEqual([]);
  });

  test('どの候補も使える文字で、もとの文字ではない', () => {
    const kanji = fc.integer({ min: 0x3400, max: 0x9fff }).map((point) => String.fromCodePoint(point));
    const rare = fc.integer({ min: 0x20000, max: 0x2ffff }).map((point) => String.fromCodePoint(point));
    fc.assert(
      fc.property(fc.oneof(kanji, rare, fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' })), (character) => {
        for (const candidate of candidatesFor(character)) {
          expect(canStand(candidate)).toBe(true);
          expect(candidate).not.toBe(character);
        }
      }),
    );
  });

  test('つなげれば、いつも元の文字列に戻る', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readerCharacters(text).join('')).toBe(text);
        expect(
          describeCharacters(text)
            .map(({ character }) => character)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('代替文字の選択 (G2–G4)', () => {
  const name = '\u{9AD9}橋 花子';
  const choice = { index: 0, original: '\u{9AD9}', substitute: '高' };

  test('選ぶまでは未了、選べば満たす。もとの表記は変わらない', () => {
    const before = judged({ holder: { name } });
    expect(before.verdict).toBe('accept');
    expect(before.needsSubstitution).toEqual(['name']);
    expect(before.missing).toEqual([{ code: 'G2', field: 'holder.name', text: '「\u{9AD9}」の代替文字を本人が選ぶ' }]);
    expect(statusOf(before, 'G1', 'signature')).toBe('pending');
    const after = judged({ holder: { name }, substitutions: { name: [choice] } });
    expect(after.needsSubstitution).toEqual([]);
    expect(after.missing).toEqual([]);
    expect(statusOf(after, 'G2', 'signature')).toBe('met');
    expect(spellingOnCertificate(name, [choice])).toBe('高橋 花子');
    expect(after.tellVisitor).toContain('氏名は証明書だけ「高橋 花子」になります。住民票や戸籍は変わりません。');
  });

  test('かなを選べ、使える文字も職員が置き換えられる', () => {
    expect(needingSubstitute(name, [{ ...choice, substitute: 'タカ' }])).toEqual([]);
    expect(spellingOnCertificate(name, [{ ...choice, substitute: 'タカ' }])).toBe('タカ橋 花子');
    expect(spellingOnCertificate('橋', [{ index: 0, original: '橋', substitute: 'ハシ' }])).toBe('ハシ');
  });

  test('使えない文字や、書き直す前の文字への選択は、選んでいないのと同じ', () => {
    expect(needingSubstitute(name, [{ ...choice, substitute: '\u{FA11}' }])).toHaveLength(1);
    expect(needingSubstitute(name, [{ ...choice, substitute: '' }])).toHaveLength(1);
    expect(needingSubstitute(`山${name}`, [choice])).toEqual([{ index: 1, character: '\u{9AD9}' }]);
  });

  test('G4 利用者証明用だけのときと、署名用を発行しないときは、代替文字が要らない', () => {
    expect(judged({ holder: { name }, lines: [line('userAuthentication', 'issue')] }).needsSubstitution).toEqual([]);
    expect(judged({ holder: { name }, lines: [line('signature', 'revoke', 'X1')] }).needsSubstitution).toEqual([]);
    const young = { name, bornOn: '2015-01-01' };
    expect(judged({ holder: young, visitor: { capacity: 'statutoryRepresentative' } }).needsSubstitution).toEqual([]);
  });

  test('住所の文字も確かめる', () => {
    const decision = judged({ holder: { address: '愛知県稲沢市\u{FA11}町1番地' } });
    expect(decision.needsSubstitution).toEqual(['address']);
  });
});
