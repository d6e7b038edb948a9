import { readerCharacters } from '../../src-shared/domain/characters.ts';
import type { PersonOfRecord } from './persons.ts';

/** 違いの言葉: what two records of perhaps one person do not share, for the supervisor who decides. */
export function differenceWords(one: PersonOfRecord, other: PersonOfRecord): string {
  const [{ holder: here }] = one.cases;
  const [{ holder: there }] = other.cases;
  const parts = [
    differingName(here.name, there.name),
    differingKana(here.kana, there.kana),
    here.address === there.address ? null : '住所',
    here.sex === there.sex ? null : '性別',
  ].filter((part) => part !== null);
  return `違うのは${parts.join('、')}${parts.length === 1 ? 'だけ' : ''}です。`;
}

function differingName(one: string, other: string): string | null {
  if (one === other) return null;
  const here = readerCharacters(closed(one));
  const there = readerCharacters(closed(other));
  if (here.join('') === there.join('')) return '氏名の空け方';
  if (here.length !== there.length) return `氏名(「${one}」と「${other}」)`;
  const pairs = here.flatMap((character, index) =>
    character === there[index] ? [] : [`「${character}」と「${there[index] ?? ''}」`],
  );
  return [...new Set(pairs)].join('、');
}

function differingKana(one: string, other: string): string | null {
  if (one === other) return null;
  return closed(one) === closed(other) ? 'フリガナの空け方' : `フリガナ(「${one}」と「${other}」)`;
}

function closed(text: string): string {
  return text.replace(/\s/gu, '');
}
