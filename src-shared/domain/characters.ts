import { type CharacterSet, fullWidthForm, isPermitted, setOf } from './repertoire.ts';
import { SUBSTITUTE_WORDS } from './substitute-words.ts';
import type { CharacterSubstitution } from './visit.ts';

/** 1文字の答え (G1, G2): whether a certificate can bear it, from which set, and what could stand instead. */
export type CharacterAnswer = {
  readonly character: string;
  readonly permitted: boolean;
  readonly set: CharacterSet | null;
  /** best first; empty where the character is permitted, and where public data knows none */
  readonly candidates: readonly string[];
};

/** 代替文字が要る場所 (G2): place and character as a reader counts. */
export type NeedsSubstitute = { readonly index: number; readonly character: string };

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const SELECTORS = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;
const MARKS = /[\p{M}\u{FF9E}\u{FF9F}\u{200D}]/gu;

// Signs that no table of kanji names, and the character of JIS X 0208 that looks the same.
const SIGN_CANDIDATES: ReadonlyMap<string, string> = new Map([
  ['"', '\u{201D}'],
  ["'", '\u{2019}'],
  ['\u{2011}', '\u{2010}'],
  ['\u{2012}', '\u{2212}'],
  ['\u{2013}', '\u{2212}'],
  ['\u{A5}', '\u{FFE5}'],
  ['\u{B7}', '\u{30FB}'],
]);

/** 読む人の数え方の文字 (G5): surrogate pairs, variation selectors and sound marks belong to their base. */
export function readerCharacters(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** 文字ごとの答え (G1, G2, G5): one entry for each character as a reader counts. */
export function describeCharacters(text: string): readonly CharacterAnswer[] {
  return readerCharacters(text).map((character) => {
    const set = setOf(character);
    return { character, permitted: set !== null, set, candidates: set === null ? candidatesFor(character) : [] };
  });
}

/** 代替文字の候補 (G2): best first; none for a permitted character. Kana or a manual choice is an ordinary path too. */
export function candidatesFor(character: string): readonly string[] {
  if (isPermitted(character)) return [];
  const composed = character.normalize('NFKC');
  const bare = character.replace(SELECTORS, '');
  const base = bare.replace(MARKS, '');
  const found = [
    bare === character ? null : bare,
    SIGN_CANDIDATES.get(character) ?? null,
    ...(substitutes().get(bare) ?? []),
    composed,
    ...(base === bare || base === '' ? [] : [base, ...(substitutes().get(base) ?? [])]),
    withoutMarks(character),
  ];
  const written = found
    .filter((candidate) => candidate !== null)
    .map((candidate) => readerCharacters(candidate).map(fullWidthForm).join(''));
  return [...new Set(written)].filter((candidate) => candidate !== character && canStand(candidate));
}

/** 代替文字にできるか (G2): any permitted characters, at least one, and no blank. */
export function canStand(substitute: string): boolean {
  return substitute.trim() !== '' && readerCharacters(substitute).every(isPermitted);
}

/** まだ代替文字のない文字 (G2): choices that no longer fit the text, or cannot stand, count as not made. */
export function needingSubstitute(
  text: string,
  substitutions: readonly CharacterSubstitution[],
): readonly NeedsSubstitute[] {
  const chosen = fittingSubstitutions(text, substitutions);
  return readerCharacters(text).flatMap((character, index) =>
    isPermitted(character) || chosen.has(index) ? [] : [{ index, character }],
  );
}

/** 証明書の表記 (G3): the spelling with the chosen substitutes; the register's own spelling stays untouched elsewhere. */
export function spellingOnCertificate(text: string, substitutions: readonly CharacterSubstitution[]): string {
  const chosen = fittingSubstitutions(text, substitutions);
  return readerCharacters(text)
    .map((character, index) => chosen.get(index) ?? character)
    .join('');
}

function fittingSubstitutions(
  text: string,
  substitutions: readonly CharacterSubstitution[],
): ReadonlyMap<number, string> {
  if (substitutions.length === 0) return new Map();
  const characters = readerCharacters(text);
  return new Map(
    substitutions
      .filter(({ index, original, substitute }) => characters[index] === original && canStand(substitute))
      .map(({ index, substitute }) => [index, substitute]),
  );
}

function withoutMarks(character: string): string | null {
  const letter = character.normalize('NFD').replace(MARKS, '');
  return [...letter].length === 1 ? letter : null;
}

let substituteTable: ReadonlyMap<string, readonly string[]> | null = null;

// Read at the first question: a command that never asks for candidates does not pay for 25,000 entries.
function substitutes(): ReadonlyMap<string, readonly string[]> {
  substituteTable ??= new Map(
    SUBSTITUTE_WORDS.trim()
      .split(/[ \n]/)
      .map((word) => {
        const [original = '', ...candidates] = word;
        return [original, candidates];
      }),
  );
  return substituteTable;
}
