import { describe, expect, test } from 'vitest';
import { encodeCp932, fitsCp932, unfitCharacters } from '../../../src-main/documents/cp932.ts';
import { dayLogCp932, dayLogCsv, dayLogUnfit } from '../../support/day-log-files.ts';
import { dayLogBook, dayLogOf } from '../../support/day-logs.ts';
import { readCsv } from './read-csv.ts';

// The platform's own table, not the encoder's.
const decode = (bytes: Uint8Array) => new TextDecoder('shift_jis', { fatal: true }).decode(bytes);

function bookNamed(name: string) {
  const [first, ...rest] = dayLogOf().cases;
  if (first === undefined) throw new Error('no case');
  return dayLogBook({ views: [dayLogOf({ cases: [{ ...first, name }, ...rest] })] });
}

describe('CP932', () => {
  test.each([
    ['ふつうの字と、NECとIBMの拡張漢字', '練習 花子 カナ ｶﾅ ABC〓～－①㈱髙﨑德瀨', []],
    ['JIS第3・第4水準の漢字', '𠮷 鷗 俠', ['𠮷', '鷗', '俠']],
    ['波線・円・上線は、似た別の字にしない', '〜¥‾−—', ['〜', '¥', '‾', '−', '—']],
    ['異体字の印と、重ねる濁点', '辻\u{e0100}か\u{3099}', ['\u{e0100}', '\u{3099}']],
    ['外字の場所と、半分の字', '\u{e000}\u{d842}', ['\u{e000}', '\u{d842}']],
  ])('%sを、入るか入らないか一字ずつ答える', (_, text, expected) => {
    expect(unfitCharacters(text)).toEqual(expected);
  });

  test('入ると答えた字は、どれも書いて読み戻すと同じ(基本面のすべて)', () => {
    const fit: string[] = [];
    for (let point = 0x20; point <= 0xffff; point += 1) {
      const character = String.fromCodePoint(point);
      if (fitsCp932(character)) fit.push(character);
    }
    expect(fit.length).toBeGreaterThan(7_000);
    expect(decode(encodeCp932(fit.join('')))).toBe(fit.join(''));
  });

  test('入らない字を黙って書くことはない', () => {
    expect(() => encodeCp932('𠮷')).toThrow('does not fit');
  });
});

describe('日報のCSV (CP932)', () => {
  test('入る日報は、読み戻すとUTF-8のものと同じ表で、BOMはない', () => {
    const book = bookNamed('=髙﨑,"花子"');
    expect(dayLogUnfit(book)).toEqual([]);
    const { content, replaced } = dayLogCp932(book, null);
    expect(replaced).toBe(0);
    expect(readCsv(decode(content))).toEqual(readCsv(new TextDecoder().decode(dayLogCsv(book))));
    expect(readCsv(decode(content))[1]?.[6]).toBe(`'=髙﨑,"花子"`);
  });

  test('入らない字は、受付番号と欄を付けて並べる', () => {
    expect(dayLogUnfit(bookNamed('練習 鷗𠮷𠮷'))).toEqual([
      { receipt: 'S01-20261124-0001-4', column: '氏名', character: '鷗' },
      { receipt: 'S01-20261124-0001-4', column: '氏名', character: '𠮷' },
    ]);
  });

  test('置き換える字を選べば、その字で書き、いくつ置き換えたかを数える', () => {
    const { content, replaced } = dayLogCp932(bookNamed('練習 鷗𠮷𠮷'), '〓');
    expect(replaced).toBe(3);
    expect(readCsv(decode(content))[1]?.[6]).toBe('練習 〓〓〓');
  });
});
