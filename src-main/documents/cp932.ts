import iconv from 'iconv-lite';

const fits = new Map<string, boolean>();

/**
 * CP932にある字か: by encoding the one character and reading it back. The encoder alone would write `?`, or a backslash for ¥, and say
 * nothing; characters of private use and high controls are refused too, since every
 * machine reads them in its own way.
 */
export function fitsCp932(character: string): boolean {
  const known = fits.get(character);
  if (known !== undefined) return known;
  const fit =
    !/[\p{Co}\u{7f}-\u{9f}]/u.test(character) && iconv.decode(iconv.encode(character, 'cp932'), 'cp932') === character;
  fits.set(character, fit);
  return fit;
}

/** CP932にない字: each once, in the order in which they come. */
export function unfitCharacters(text: string): readonly string[] {
  return [...new Set(text)].filter((character) => !fitsCp932(character));
}

/** CP932にする: throws (a defect) where a character does not fit; callers ask or replace first. */
export function encodeCp932(text: string): Uint8Array {
  if (unfitCharacters(text).length > 0) throw new Error('a character does not fit into CP932');
  return iconv.encode(text, 'cp932');
}
