import {
  canStand,
  describeCharacters,
  needingSubstitute,
  readerCharacters,
} from '../../../src-shared/domain/characters.ts';
import { CHARACTER_SET_NAMES, setOf } from '../../../src-shared/domain/repertoire.ts';
import type { CharacterSubstitution } from '../../../src-shared/domain/visit.ts';
import { fullWidthKana } from '../../../src-shared/kernel/text-input.ts';
import type { MarkedSpan } from '../../components/field-marks.tsx';

export type Spellings = readonly CharacterSubstitution[];

/** 選んだ代替文字を文字に合わせ直す: a choice follows its character when the text around it changes, and goes when it goes. */
export function followText(text: string, spellings: Spellings): Spellings {
  const characters = readerCharacters(text);
  const taken = new Set<number>();
  return spellings.flatMap((spelling) => {
    const stays = characters[spelling.index] === spelling.original && !taken.has(spelling.index);
    const index = stays
      ? spelling.index
      : characters.findIndex((character, place) => character === spelling.original && !taken.has(place));
    if (index < 0) return [];
    taken.add(index);
    return [{ ...spelling, index }];
  });
}

/** 代替文字を選ぶ: the same character elsewhere in the text gets the same one, unless it has its own. */
export function chooseSubstitute(text: string, spellings: Spellings, index: number, substitute: string): Spellings {
  const original = readerCharacters(text)[index];
  if (original === undefined) return spellings;
  const open = needingSubstitute(text, spellings).filter((need) => need.character === original);
  const places = [...new Set([index, ...open.map((need) => need.index)])];
  return [
    ...spellings.filter((spelling) => !places.includes(spelling.index)),
    ...places.map((place) => ({ index: place, original, substitute })),
  ].toSorted((left, right) => left.index - right.index);
}

/** 使えない文字の場所: UTF-16 spans of what still needs a substitute, to be underlined in place. */
export function spansToSubstitute(text: string, spellings: Spellings): readonly MarkedSpan[] {
  const open = new Set(needingSubstitute(text, spellings).map((need) => need.index));
  let start = 0;
  return readerCharacters(text).flatMap((character, index) => {
    const span = { start, end: start + character.length };
    start = span.end;
    return open.has(index) ? [span] : [];
  });
}

/** 候補: best first, each with its set; a permitted character that is marked by hand has none. */
export function candidatesOf(character: string): readonly { readonly text: string; readonly setLabel: string }[] {
  const [answer] = describeCharacters(character);
  return (answer?.candidates ?? []).map((text) => {
    const set = setOf(text);
    return { text, setLabel: set === null ? '使える文字' : CHARACTER_SET_NAMES[set] };
  });
}

/**
 * その文字のかな: known only where a word of the name is this one character, so that its kana is the whole word of the
 * フリガナ. A part of a longer reading is never guessed.
 */
export function kanaOfCharacter(text: string, kana: string, index: number): string | null {
  const words: number[][] = [[]];
  for (const [place, character] of readerCharacters(text).entries()) {
    if (/^\s$/u.test(character)) words.push([]);
    else words.at(-1)?.push(place);
  }
  const filled = words.filter((word) => word.length > 0);
  const readings = fullWidthKana(kana)
    .split('\u{3000}')
    .filter((word) => word !== '');
  const at = filled.findIndex((word) => word.length === 1 && word[0] === index);
  if (at < 0 || filled.length !== readings.length) return null;
  const reading = readings[at];
  return reading !== undefined && canStand(reading) ? reading : null;
}

/** 別の文字の決まり (G2): null where a certificate can bear it, else what to do. */
export function checkOtherCharacter(typed: string): string | null {
  return canStand(typed) ? null : '電子証明書に使えない文字です。使える文字か、かなを入力してください。';
}

/** 前後の文字: what stands before and after one character, so that a candidate shows the whole. */
export function aroundCharacter(text: string, index: number): { readonly before: string; readonly after: string } {
  const characters = readerCharacters(text);
  return { before: characters.slice(0, index).join(''), after: characters.slice(index + 1).join('') };
}
