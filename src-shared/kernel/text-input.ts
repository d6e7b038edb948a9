import { findMyNumbers, type TextRange } from './my-number.ts';
import { fail, type Result, succeed } from './result.ts';

/** 入力欄の決まり: `label` is its name in the message, `max` counts characters as a reader does. */
export type TextField = {
  readonly label: string;
  readonly max: number;
  readonly required: boolean;
  readonly multiline?: boolean;
};

/** 受け取れない文字列: what happened and what to do, and which parts of the text it is about. */
export type TextInputFailure = {
  readonly code: 'empty' | 'tooLong' | 'myNumber' | 'controlCharacter' | 'emoji' | 'notKana';
  readonly message: string;
  readonly ranges: readonly TextRange[];
};

const CONTROLS = /[\p{Cc}\p{Cs}\u{AD}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{FEFF}]/gu;
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\u{FE0F}/gu;
const NOT_KANA = /[^ァ-ヴヷ-ヺーヽヾ・\u{3000}]/gu;

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** 自由記入欄を確かめる: the text as typed, never changed; a 個人番号, a control character or an emoji is not taken. */
export function checkText(text: string, field: TextField): Result<string, TextInputFailure> {
  if (text.trim() === '') {
    return field.required ? failure('empty', `${field.label}を入力してください。`, []) : succeed(text);
  }
  const numbers = findMyNumbers(text);
  if (numbers.length > 0) {
    return failure(
      'myNumber',
      `${field.label}に個人番号と思われる数字があります。個人番号は記録しません。消してください。`,
      numbers,
    );
  }
  const controls = rangesOf(text, CONTROLS, (found) => field.multiline !== true || !/[\n\r\t]/.test(found));
  if (controls.length > 0) {
    return failure(
      'controlCharacter',
      `${field.label}に目に見えない文字が入っています。消して、入力し直してください。`,
      controls,
    );
  }
  const emoji = rangesOf(text, EMOJI, () => true);
  if (emoji.length > 0) {
    return failure('emoji', `${field.label}に絵文字は使えません。言葉で入力してください。`, emoji);
  }
  const length = characterCount(text);
  if (length > field.max) {
    return failure(
      'tooLong',
      `${field.label}は${field.max}文字までです。いま${length}文字です。短くしてください。`,
      [],
    );
  }
  return succeed(text);
}

/** フリガナ欄を読む: half-width kana and hiragana become full-width katakana; anything else is said. */
export function readKana(typed: string, field: TextField): Result<string, TextInputFailure> {
  const kana = fullWidthKana(typed);
  const checked = checkText(kana, field);
  if (!checked.ok) return checked;
  const others = rangesOf(kana, NOT_KANA, () => true);
  if (others.length > 0) {
    return failure('notKana', `${field.label}はカタカナで入力してください。`, others);
  }
  return succeed(kana);
}

/** 全角カタカナ: half-width kana composed with their marks, hiragana as katakana, one full-width space between words. */
export function fullWidthKana(typed: string): string {
  return typed
    .replace(/[\u{FF61}-\u{FF9F}]+/gu, (half) => half.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[ぁ-ゖゝゞ]/g, (hiragana) => String.fromCodePoint((hiragana.codePointAt(0) ?? 0) + 0x60))
    .trim()
    .replace(/[\s\u{3000}]+/gu, '\u{3000}');
}

/** 読む人の数え方の文字数。 */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

function rangesOf(text: string, pattern: RegExp, counts: (found: string) => boolean): readonly TextRange[] {
  return Array.from(text.matchAll(pattern))
    .filter(([found]) => counts(found))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function failure(
  code: TextInputFailure['code'],
  message: string,
  ranges: readonly TextRange[],
): Result<string, TextInputFailure> {
  return fail({ code, message, ranges });
}
