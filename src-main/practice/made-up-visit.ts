import type { ReceiveFacts } from '../../src-shared/contract/api/receive-api.ts';
import { candidatesFor, needingSubstitute } from '../../src-shared/domain/characters.ts';
import { addDays, ageOn, type PlainDate, plainDate } from '../../src-shared/kernel/plain-date.ts';
import type { SeededChance } from './seeded-chance.ts';

type Line = ReceiveFacts['lines'][number];
type Kind = Line['kind'];

const documents = ['driversLicence', 'passport', 'myNumberCard', 'drivingHistoryCertificate'] as const;
const reasons = ['本人が入院しているため', '本人が施設にいるため', '本人が仕事で遠くにいるため'] as const;
const relations = ['配偶者', '長男', '長女', '母', '父', '孫'] as const;
const notices = ['転居届の通知', '婚姻届の通知', '転入届の通知'] as const;

const both: readonly Kind[] = ['signature', 'userAuthentication'];
const issue = (kind: Kind): Line => ({ kind, procedure: 'issue', cause: null, feeReason: null });
const renew = (kind: Kind): Line => ({ kind, procedure: 'renew', cause: null, feeReason: null });
const revoke = (kind: Kind, cause: NonNullable<Line['cause']>): Line => ({
  kind,
  procedure: 'revoke',
  cause,
  feeReason: null,
});

const nobody: ReceiveFacts['visitor'] = {
  capacity: null,
  documents: [],
  name: null,
  relation: null,
  address: null,
  reason: null,
  proof: null,
};

type Errand = {
  readonly lines: readonly Line[];
  /** days until the certificates that the holder has end; null: there are none */
  readonly remaining: number | null;
  readonly basis: string | null;
};

/** 用件: what somebody comes for, about as often as at a city's counter; the weights add up to 100. */
function errandOf(chance: SeededChance): Errand {
  const weight = chance.below(100);
  const some = chance.pick([both, both, both, ['userAuthentication'], ['signature']] as const);
  const one = chance.pick(both as readonly [Kind, ...Kind[]]);
  const other: Kind = one === 'signature' ? 'userAuthentication' : 'signature';
  const soon = 5 + chance.below(80);
  const years = 400 + chance.below(1_200);
  if (weight < 38) return { lines: some.map(issue), remaining: null, basis: null };
  if (weight < 66) return { lines: some.map(renew), remaining: soon, basis: null };
  if (weight < 71) return { lines: [renew(one), issue(other)], remaining: soon, basis: null };
  if (weight < 76)
    return { lines: both.flatMap((kind) => [revoke(kind, 'X1'), issue(kind)]), remaining: years, basis: null };
  if (weight < 81) return { lines: some.map((kind) => revoke(kind, 'X1')), remaining: years, basis: null };
  if (weight < 83) return { lines: both.map((kind) => revoke(kind, 'X2')), remaining: years, basis: null };
  if (weight < 89) return { lines: [revoke('signature', 'X3')], remaining: years, basis: chance.pick(notices) };
  if (weight < 94) {
    return { lines: [revoke('signature', 'X3'), issue('signature')], remaining: years, basis: chance.pick(notices) };
  }
  if (weight < 97)
    return { lines: both.map((kind) => revoke(kind, 'X3d')), remaining: years, basis: '住民票の消除の通知' };
  if (weight < 99) return { lines: [revoke('signature', 'X4')], remaining: years, basis: '記録の誤りの調べ' };
  return { lines: some.map(renew), remaining: 200, basis: null };
}

const isNotice = ({ cause }: Line): boolean => cause === 'X3' || cause === 'X3d' || cause === 'X4';

/** 作り話の来庁: every procedure, now and then an agent, a child's parent, an old card or too few documents. */
export function madeUpVisit(holder: ReceiveFacts['holder'], today: PlainDate, chance: SeededChance): ReceiveFacts {
  const { lines, remaining, basis } = errandOf(chance);
  const ends = remaining === null ? null : addDays(today, remaining);
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  return {
    lines: [...lines],
    holder,
    card: {
      medium: chance.below(60) === 0 ? 'residentCard' : 'myNumberCard',
      expiresOn: addDays(today, 30 + chance.below(3_400)),
    },
    visitor: lines.every(isNotice) ? nobody : visitorOf(holder, today, chance),
    basis: lines.some(isNotice) ? basis : null,
    current:
      ends === null
        ? []
        : kinds.map((kind) => ({ kind, issuedOn: addDays(ends, -1_800), expiresOn: ends, serial: null })),
    substitutions: { name: substitutesFor(holder.name), address: [] },
  };
}

function visitorOf(holder: ReceiveFacts['holder'], today: PlainDate, chance: SeededChance): ReceiveFacts['visitor'] {
  const confirmed = chance.below(15) !== 0;
  const photo = [chance.pick(documents)];
  if (ageOn(plainDate(holder.bornOn), today, 'feb28') < 15) {
    return {
      ...nobody,
      capacity: 'statutoryRepresentative',
      documents: photo,
      name: '例田 保護',
      relation: chance.pick(['母', '父']),
      proof: chance.pick(['familyRegister', 'sameHousehold'] as const),
    };
  }
  if (chance.below(9) === 0) {
    return {
      ...nobody,
      capacity: 'agent',
      documents: chance.below(12) === 0 ? [] : photo,
      name: '例田 代理',
      relation: chance.pick(relations),
      reason: chance.pick(reasons),
    };
  }
  return { ...nobody, capacity: 'holder', documents: confirmed ? photo : ['studentCard'] };
}

function substitutesFor(text: string): ReceiveFacts['substitutions']['name'] {
  return needingSubstitute(text, []).flatMap(({ index, character }) => {
    const [substitute] = candidatesFor(character);
    return substitute === undefined ? [] : [{ index, original: character, substitute }];
  });
}
