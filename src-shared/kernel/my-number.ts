/** 文字列の範囲: UTF-16 positions, `end` not included, so that a screen can mask exactly that part. */
export type TextRange = { readonly start: number; readonly end: number };

type DigitGroup = TextRange & { readonly digits: string };

const KANJI_DIGITS = '〇一二三四五六七八九';
// Whatever people put between digits: spaces, hyphens of every sort, dots, slashes, commas, invisible characters.
const SEPARATOR = /^[\s\-‐‑‒–—―−－ーｰ~〜.．・･·,，、/／_＿:：\u{AD}\u{200B}-\u{200D}\u{2060}\u{FEFF}]$/u;
const MOST_SEPARATORS = 3;
// A telephone number of Japan as it is dialled from abroad: a mobile one has twelve digits together.
const DIALLED_FROM_ABROAD = /[+＋]\s?$/;
const COUNTRY_CODE = '81';

/** 個人番号の並べ方: how its twelve digits are grouped; telephone numbers, dates and addresses are never grouped so. */
const SHAPES: readonly (readonly number[])[] = [
  [12],
  [6, 6],
  [4, 4, 4],
  [3, 3, 3, 3],
  [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
];

/** 個人番号を見つける: every place where the shape and the check digit are those of a 個人番号. To refuse, never to store. */
export function findMyNumbers(text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (const chain of digitChains(text)) {
    for (let first = 0; first < chain.length; first += 1) {
      for (const shape of SHAPES) {
        const groups = chain.slice(first, first + shape.length);
        if (groups.length !== shape.length || !groups.every(({ digits }, place) => digits.length === shape[place]))
          continue;
        const start = groups[0]?.start;
        const end = groups.at(-1)?.end;
        if (start === undefined || end === undefined) continue;
        if (shape.length === 1 && isDialledFromAbroad(text.slice(0, start), groups[0]?.digits ?? '')) continue;
        if (hasMyNumberCheckDigit(groups.map(({ digits }) => digits).join(''))) ranges.push({ start, end });
      }
    }
  }
  return ranges;
}

/** 個人番号を伏せる: the same text with ● for each digit of a 個人番号. */
export function maskMyNumbers(text: string): string {
  let masked = text;
  for (const { start, end } of findMyNumbers(text)) {
    const hidden = Array.from(text.slice(start, end), (character) =>
      digitOf(character) === null ? character : '●'.repeat(character.length),
    ).join('');
    masked = masked.slice(0, start) + hidden + masked.slice(end);
  }
  return masked;
}

/** 個人番号の検査数字: over twelve ASCII digits (総務省令第85号第5条). */
export function hasMyNumberCheckDigit(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 1; place <= 11; place += 1) {
    const weight = place <= 6 ? place + 1 : place - 5;
    sum += Number(digits.charAt(11 - place)) * weight;
  }
  const remainder = sum % 11;
  return Number(digits.charAt(11)) === (remainder <= 1 ? 0 : 11 - remainder);
}

function isDialledFromAbroad(before: string, digits: string): boolean {
  return digits.startsWith(COUNTRY_CODE) && DIALLED_FROM_ABROAD.test(before.slice(-2));
}

/** Groups of digits that only separators keep apart; any other character ends a chain. */
function digitChains(text: string): readonly (readonly DigitGroup[])[] {
  const chains: DigitGroup[][] = [];
  let chain: DigitGroup[] = [];
  let group: DigitGroup | null = null;
  let separators = 0;
  let position = 0;
  for (const character of text) {
    const digit = digitOf(character);
    const start = position;
    position += character.length;
    if (digit !== null) {
      if (group !== null) group = { start: group.start, end: position, digits: group.digits + digit };
      else {
        if (separators > MOST_SEPARATORS) chain = startChain(chains, chain);
        group = { start, end: position, digits: digit };
      }
      separators = 0;
      continue;
    }
    if (group !== null) chain.push(group);
    group = null;
    separators += 1;
    if (!SEPARATOR.test(character)) chain = startChain(chains, chain);
  }
  if (group !== null) chain.push(group);
  startChain(chains, chain);
  return chains;
}

function startChain(chains: DigitGroup[][], chain: DigitGroup[]): DigitGroup[] {
  if (chain.length > 0) chains.push(chain);
  return [];
}

function digitOf(character: string): string | null {
  const kanji = character === '零' || character === '○' ? 0 : KANJI_DIGITS.indexOf(character);
  if (kanji >= 0) return String(kanji);
  const folded = character.normalize('NFKC');
  return /^\d$/.test(folded) ? folded : null;
}
