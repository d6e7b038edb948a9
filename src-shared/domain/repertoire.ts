import { LEVEL_1, LEVEL_2, NON_KANJI, SUPPLEMENTARY, SUPPLEMENTARY_LETTERS } from './jis-characters.ts';

/** 文字の区分 (G1): 非漢字, 第1水準, 第2水準 are JIS X 0208; 補助漢字 is all of JIS X 0212, its letters included. */
export type CharacterSet = 'level1' | 'level2' | 'supplementary' | 'nonKanji';

/** 区分の名前。 */
export const CHARACTER_SET_NAMES: Readonly<Record<CharacterSet, string>> = {
  level1: '第1水準',
  level2: '第2水準',
  supplementary: '補助漢字',
  nonKanji: '非漢字',
};

const SETS: ReadonlyMap<string, CharacterSet> = new Map([
  ...Array.from(NON_KANJI, (character) => [character, 'nonKanji'] as const),
  ...Array.from(LEVEL_1, (character) => [character, 'level1'] as const),
  ...Array.from(LEVEL_2, (character) => [character, 'level2'] as const),
  ...Array.from(SUPPLEMENTARY_LETTERS, (character) => [character, 'supplementary'] as const),
  ...Array.from(SUPPLEMENTARY, (character) => [character, 'supplementary'] as const),
]);

// What Windows writes for a character of JIS X 0208, and the standard's own character (G1).
const JIS_TWINS: ReadonlyMap<string, string> = new Map([
  ['\u{FF0D}', '\u{2212}'],
  ['\u{FF5E}', '\u{301C}'],
  ['\u{2225}', '\u{2016}'],
  ['\u{2014}', '\u{2015}'],
  ['\u{FFE0}', '\u{A2}'],
  ['\u{FFE1}', '\u{A3}'],
  ['\u{FFE2}', '\u{AC}'],
]);

const HALF_WIDTH_KANA = /^[\u{FF61}-\u{FF9F}][\u{FF9E}\u{FF9F}]?$/u;
const LONE_SOUND_MARKS: ReadonlyMap<string, string> = new Map([
  ['\u{FF9E}', '\u{309B}'],
  ['\u{FF9F}', '\u{309C}'],
]);

/** 使える文字か (G1): the set of a character as a reader counts it, null where a certificate cannot bear it. */
export function setOf(character: string): CharacterSet | null {
  const wide = fullWidthForm(character);
  return SETS.get(JIS_TWINS.get(wide) ?? wide) ?? null;
}

/** 使える文字か (G1)。 */
export function isPermitted(character: string): boolean {
  return setOf(character) !== null;
}

/** 全角の形 (G1): ASCII and half-width kana as they count; anything else unchanged. Only for the test, never stored. */
export function fullWidthForm(character: string): string {
  if (character === ' ') return '\u{3000}';
  if (/^[!-~]$/.test(character)) return String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0);
  if (!HALF_WIDTH_KANA.test(character)) return character;
  return LONE_SOUND_MARKS.get(character) ?? character.normalize('NFKC');
}
