import type { ReceiveFacts } from '../../src-shared/contract/api/receive-api.ts';
import { candidatesFor, needingSubstitute } from '../../src-shared/domain/characters.ts';
import { addDays, type PlainDate, plainDate, plainDateOf } from '../../src-shared/kernel/plain-date.ts';
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

const documents = ['driversLicence', 'passport', 'myNumberCard', 'drivingHistoryCertificate'] as const;

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

/** 作り話の来庁: mostly new issuance in person; now and then an agent, an old card or too few documents. */
export function madeUpVisit(holder: ReceiveFacts['holder'], today: PlainDate, chance: SeededChance): ReceiveFacts {
  const kinds = chance.pick([
    ['signature', 'userAuthentication'],
    ['signature', 'userAuthentication'],
    ['userAuthentication'],
    ['signature'],
  ] as const);
  const agent = chance.below(12) === 0;
  const confirmed = chance.below(15) !== 0;
  return {
    lines: kinds.map((kind) => ({ kind, procedure: 'issue', cause: null, feeReason: null })),
    holder,
    card: {
      medium: chance.below(60) === 0 ? 'residentCard' : 'myNumberCard',
      expiresOn: addDays(today, 30 + chance.below(3_400)),
    },
    visitor: {
      capacity: agent ? 'agent' : 'holder',
      documents: confirmed || agent ? [chance.pick(documents)] : ['studentCard'],
      name: agent ? '例田 代理' : null,
      relation: agent ? '家族' : null,
      address: null,
      reason: agent ? '本人が入院しているため' : null,
      proof: null,
    },
    basis: null,
    current: [],
    substitutions: { name: substitutesFor(holder.name), address: [] },
  };
}

function substitutesFor(text: string): ReceiveFacts['substitutions']['name'] {
  return needingSubstitute(text, []).flatMap(({ index, character }) => {
    const [substitute] = candidatesFor(character);
    return substitute === undefined ? [] : [{ index, original: character, substitute }];
  });
}
