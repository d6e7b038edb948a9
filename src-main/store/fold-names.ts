/** 代替表: one character → the character that all its variants are looked up by. */
export type SubstituteMap = ReadonlyMap<string, string>;

/** 代替なし: until the table of candidates is given, only NFKC and the variation selectors are folded. */
export const noSubstitutes: SubstituteMap = new Map();

const smallKana: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ァ: 'ア',
    ィ: 'イ',
    ゥ: 'ウ',
    ェ: 'エ',
    ォ: 'オ',
    ッ: 'ツ',
    ャ: 'ヤ',
    ュ: 'ユ',
    ョ: 'ヨ',
    ヮ: 'ワ',
    ヵ: 'カ',
    ヶ: 'ケ',
    ヂ: 'ジ',
    ヅ: 'ズ',
    ヲ: 'オ',
  }),
);

/** かなの見出し: any way of typing one reading gives one key. For look-ups only; the original is stored untouched. */
export function kanaKey(text: string): string {
  return [...text.normalize('NFKC')]
    .map(toKatakana)
    .map((character) => smallKana.get(character) ?? character)
    .join('')
    .replace(/[ー\s\p{Dash_Punctuation}]/gu, '')
    .toUpperCase();
}

function toKatakana(character: string): string {
  return /^[\u{3041}-\u{3096}\u{309d}\u{309e}]$/u.test(character)
    ? String.fromCodePoint((character.codePointAt(0) ?? 0) + 0x60)
    : character;
}

/** 漢字の見出し: variant spellings of one name give one key. For look-ups only; the original is stored untouched. */
export function kanjiKey(text: string, substitutes: SubstituteMap): string {
  return [...text.normalize('NFKC').replace(/[\p{Variation_Selector}\s]/gu, '')]
    .map((character) => substitutes.get(character) ?? character)
    .join('')
    .toUpperCase();
}

/** 範囲の終わり: `key >= start AND key < endOfPrefix(start)` finds what begins with `start`, on the index. */
export function endOfPrefix(start: string): string {
  return `${start}\u{10ffff}`;
}

/** 人の記録の見出し: one text for holders recorded exactly alike; it is written out, so that an erasure can prove it gone. */
export function exactRecord(holder: { readonly name: string; readonly kana: string; readonly bornOn: string }): string {
  return [holder.bornOn, holder.kana, holder.name].join('\n');
}

/** 見出しを読み戻す. */
export function recordParts(person: string): { readonly name: string; readonly kana: string; readonly bornOn: string } {
  const [bornOn = '', kana = '', name = ''] = person.split('\n');
  return { name, kana, bornOn };
}
