import type { ReceiveFacts } from '../../src-shared/contract/api/receive-api.ts';
import { type PlainDate, plainDate, plainDateOf } from '../../src-shared/kernel/plain-date.ts';
import type { SeededChance } from './seeded-chance.ts';

const families = [
  ['見本', 'ミホン'],
  ['練習', 'レンシュウ'],
  ['例田', 'レイダ'],
  ['仮名', 'カリナ'],
  ['架空', 'カクウ'],
  ['手本', 'テホン'],
  ['稽古', 'ケイコ'],
  ['試川', 'タメカワ'],
  ['髙例', 'タカレイ'],
  ['模﨑', 'モサキ'],
] as const satisfies readonly (readonly [string, string])[];

const givens = [
  ['一郎', 'イチロウ', 'male'],
  ['次郎', 'ジロウ', 'male'],
  ['三郎', 'サブロウ', 'male'],
  ['正', 'タダシ', 'male'],
  ['花子', 'ハナコ', 'female'],
  ['一子', 'カズコ', 'female'],
  ['文', 'フミ', 'female'],
  ['のぞみ', 'ノゾミ', 'female'],
] as const satisfies readonly (readonly [string, string, 'male' | 'female'])[];

/** 作り話の人: a name that nobody bears, numbered so that no two are alike. */
export function madeUpPerson(number: number, today: PlainDate, chance: SeededChance): ReceiveFacts['holder'] {
  const [family, familyKana] = chance.pick(families);
  const [given, givenKana, sex] = chance.pick(givens);
  const age = chance.below(20) === 0 ? 10 + chance.below(5) : 16 + chance.below(75);
  const bornOn = plainDateOf(Number(today.slice(0, 4)) - age, 1 + chance.below(12), 1 + chance.below(28));
  return {
    name: `${family} ${given}`,
    kana: `${familyKana}\u{3000}${givenKana}`,
    bornOn: bornOn ?? plainDate('1990-01-01'),
    sex,
    address: `愛知県稲沢市練習町${number}番地`,
    inRegister: chance.below(40) !== 0,
    adultWard: false,
  };
}
