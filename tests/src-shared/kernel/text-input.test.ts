import { describe, expect, test } from 'vitest';
import { characterCount, checkText, fullWidthKana, readKana } from '../../../src-shared/kernel/text-input.ts';

const memo = { label: 'メモ', max: 10, required: false };
const kana = { label: 'フリガナ', max: 40, required: true };

function codeOf(text: string, field: Parameters<typeof checkText>[1] = memo): string | null {
  const result = checkText(text, field);
  return result.ok ? null : result.failure.code;
}

describe('自由記入欄', () => {
  test('ちょうど上限の文字数は受け取り、1文字多いと伝える', () => {
    expect(codeOf('あ'.repeat(10))).toBeNull();
    expect(codeOf('あ'.repeat(11))).toBe('tooLong');
    expect(codeOf('𠮷'.repeat(10))).toBeNull();
    expect(characterCount('辻\u{E0100}子')).toBe(2);
  });

  test('空の欄は、要る欄でだけ伝える', () => {
    expect(codeOf('')).toBeNull();
    expect(codeOf('　', { ...memo, required: true })).toBe('empty');
  });

  test('個人番号は受け取らず、場所を伝える', () => {
    const result = checkText('番123456789018', { ...memo, max: 100 });
    expect(result).toMatchObject({ ok: false, failure: { code: 'myNumber', ranges: [{ start: 1, end: 13 }] } });
  });

  test('目に見えない文字と絵文字は受け取らない', () => {
    expect(codeOf('a\u{0}b')).toBe('controlCharacter');
    expect(codeOf('a\u{202E}b')).toBe('controlCharacter');
    expect(codeOf('a\nb')).toBe('controlCharacter');
    expect(codeOf('a\nb', { ...memo, multiline: true })).toBeNull();
    expect(codeOf('はい😀')).toBe('emoji');
    expect(codeOf('㊙と©')).toBeNull();
  });

  test('受け取った文字は変えない', () => {
    const name = '\u{FA11}本 か\u{3099}';
    expect(checkText(name, memo)).toEqual({ ok: true, value: name });
  });
});

describe('フリガナ欄', () => {
  test('半角カナとひらがなは全角カタカナになる', () => {
    expect(readKana('ﾐﾎﾝ ﾊﾅｺﾞ', kana)).toEqual({ ok: true, value: 'ミホン\u{3000}ハナゴ' });
    expect(readKana('みほん　はなこ', kana)).toEqual({ ok: true, value: 'ミホン\u{3000}ハナコ' });
    expect(fullWidthKana('ｳﾞｧｰﾊﾟ')).toBe('ヴァーパ');
  });

  test('漢字や英字は、カタカナでと伝える', () => {
    expect(readKana('見本', kana)).toMatchObject({ ok: false, failure: { code: 'notKana' } });
    expect(readKana('MIHON', kana)).toMatchObject({ ok: false, failure: { code: 'notKana' } });
    expect(readKana('', kana)).toMatchObject({ ok: false, failure: { code: 'empty' } });
  });
});
