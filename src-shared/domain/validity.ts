import { nthBirthdayAfter, type PlainDate, partsOf } from '../kernel/plain-date.ts';
import { formatWesternWithWareki } from '../kernel/wareki.ts';
import { type Finding, judge, type RuleAnswer } from './decision.ts';
import type { Policy } from './policy.ts';
import type { CertificateKind, Procedure } from './visit.ts';

/** 期限を決める規則。 */
export type BoundCode = 'V1' | 'V2' | 'V3' | 'V4';

/** 比べた日付: a date, and the rule that allows no later one. */
export type Bound = { readonly code: BoundCode; readonly on: PlainDate };

/** 有効期間の満了日: the earliest of what V1/V2, V3 and V4 allow, which of them decided, and the caps nobody knew. */
export type Expiry = {
  readonly on: PlainDate;
  readonly decidedBy: BoundCode;
  readonly compared: readonly Bound[];
  readonly unknownCaps: readonly ('V3' | 'V4')[];
};

/** 満了日を決める事実: null is a cap that is not known; it is not applied. */
export type ExpiryFacts = {
  readonly kind: CertificateKind;
  readonly procedure: Exclude<Procedure, 'revoke'>;
  readonly bornOn: PlainDate;
  readonly issuedOn: PlainDate;
  readonly cardExpiresOn: PlainDate | null;
  readonly userAuthenticationExpiresOn: PlainDate | null;
};

/** 満了日を求める (V1–V4, V6): the earliest date; on a tie the lowest code decides. Birth is not after issue. */
export function expiryOf(facts: ExpiryFacts, policy: Policy): Expiry {
  const first = birthdayBound(facts, policy);
  const bounds: Bound[] = [first];
  const unknownCaps: ('V3' | 'V4')[] = [];
  if (facts.cardExpiresOn === null) unknownCaps.push('V3');
  else bounds.push({ code: 'V3', on: facts.cardExpiresOn });
  if (facts.kind === 'signature') {
    if (facts.userAuthenticationExpiresOn === null) unknownCaps.push('V4');
    else bounds.push({ code: 'V4', on: facts.userAuthenticationExpiresOn });
  }
  // The bounds stand in the order of their codes, so a later one must be strictly earlier to decide.
  const decisive = bounds.reduce((earliest, bound) => (bound.on < earliest.on ? bound : earliest), first);
  return { on: decisive.on, decidedBy: decisive.code, compared: bounds, unknownCaps };
}

/** 満了日の根拠 (V1–V4, V6): what each rule allowed, and which caps could not be applied. */
export function judgeExpiry(
  kind: CertificateKind,
  expiry: Expiry,
  bornOn: PlainDate,
  policy: Policy,
): readonly Finding[] {
  const words: Readonly<Record<BoundCode, string>> = {
    V1: `${policy.newBirthdays}回目の誕生日`,
    V2: `${policy.renewedBirthdays}回目の誕生日(更新)`,
    V3: 'カードの期限',
    V4: '利用者証明用の期限',
  };
  const compared: readonly RuleAnswer[] = expiry.compared.map(({ code, on }) => ({
    code,
    held: true,
    effect: 'note',
    text: `${words[code]} ${formatWesternWithWareki(on)}${code === expiry.decidedBy ? '(これで決まる)' : ''}`,
  }));
  const unknown: readonly RuleAnswer[] = expiry.unknownCaps.map((code) => ({
    code,
    held: null,
    effect: 'note',
    text: `${words[code]}が分からないため、当てはめていない`,
  }));
  return judge(kind, [...compared, ...unknown, ...leapAnswer(bornOn, policy)]);
}

/** 端末の日付との照合 (V7): the parts that differ, so that the screen can underline them. */
export type TerminalComparison = {
  readonly same: boolean;
  readonly ours: PlainDate;
  readonly terminal: PlainDate;
  readonly differing: readonly ('year' | 'month' | 'day')[];
  readonly finding: Finding;
};

/** 統合端末が書いた日付と照合する (V7): a difference is a hold, not a refusal. */
export function compareTerminalDate(kind: CertificateKind, ours: PlainDate, terminal: PlainDate): TerminalComparison {
  const left = partsOf(ours);
  const right = partsOf(terminal);
  const differing = (['year', 'month', 'day'] as const).filter((part) => left[part] !== right[part]);
  const same = differing.length === 0;
  const [finding] = judge(kind, [
    {
      code: 'V7',
      held: same,
      effect: 'note',
      text: same ? '端末の日付と一致' : `端末の日付と異なる(端末 ${formatWesternWithWareki(terminal)})`,
      refusal: `この画面では${formatWesternWithWareki(ours)}、統合端末では${formatWesternWithWareki(terminal)}です。端末をもう一度見て、責任者が理由を付けて認めるまで停止します。`,
    },
  ]);
  if (finding === undefined) throw new Error('one answer gives one finding');
  return { same, ours, terminal, differing, finding };
}

function birthdayBound(facts: ExpiryFacts, policy: Policy): Bound {
  const renewed = facts.procedure === 'renew';
  const count = renewed ? policy.renewedBirthdays : policy.newBirthdays;
  const on = nthBirthdayAfter(facts.bornOn, facts.issuedOn, count, policy.settings.leapBirthday);
  return { code: renewed ? 'V2' : 'V1', on };
}

function leapAnswer(bornOn: PlainDate, policy: Policy): readonly RuleAnswer[] {
  const { month, day } = partsOf(bornOn);
  if (month !== 2 || day !== 29) return [];
  const counted = policy.settings.leapBirthday === 'feb28' ? '2月28日' : '3月1日';
  return [
    {
      code: 'V6',
      held: true,
      effect: 'note',
      text: `2月29日生まれ。平年は${counted}で数える(統合端末の日付が優先)`,
    },
  ];
}
