import type { PlainDate } from '../kernel/plain-date.ts';
import { formatWareki, formatWesternWithWareki } from '../kernel/wareki.ts';
import { type Finding, judge, type RuleAnswer } from './decision.ts';
import type { Policy } from './policy.ts';
import type { Medium, VisitFacts } from './visit.ts';

/** カードの種類と期限 (M1): only a My Number Card, valid through its last day; for issue and renewal. */
export function judgeCard(card: VisitFacts['card'], on: PlainDate): readonly Finding[] {
  return judge(null, [cardAnswer(card, on)]);
}

/** 住民基本台帳カードの終了 (M2): every procedure on one is refused, revocation included. */
export function judgeResidentCard(medium: Medium | null, policy: Policy): readonly Finding[] {
  const endedOn = formatWareki(policy.residentCardEndedOn);
  return judge(null, [
    {
      code: 'M2',
      held: medium === null ? null : medium !== 'residentCard',
      effect: 'refuse',
      text: medium === 'residentCard' ? `住基カードの手続は${endedOn}で終了` : '住基カードでない',
      refusal: `住民基本台帳カードの電子証明書の手続(発行・更新・失効)は、${endedOn}で終了しました。`,
    },
  ]);
}

function cardAnswer({ medium, expiresOn, expiryKnown }: VisitFacts['card'], on: PlainDate): RuleAnswer {
  const answer = { code: 'M1', effect: 'refuse' } as const;
  if (medium === null) return { ...answer, held: null, text: 'マイナンバーカードで、期限内' };
  if (medium === 'residentCard') {
    return {
      ...answer,
      held: false,
      text: 'マイナンバーカードでない',
      refusal: '電子証明書を入れられるのはマイナンバーカードだけです。カードの申請をご案内ください。',
    };
  }
  if (expiresOn === null) {
    return expiryKnown
      ? { ...answer, held: null, text: 'カードが期限内' }
      : { ...answer, held: true, text: 'マイナンバーカード(期限は分からない)' };
  }
  if (expiresOn >= on) return { ...answer, held: true, text: 'カードが期限内' };
  const ended = formatWesternWithWareki(expiresOn);
  return {
    ...answer,
    held: false,
    text: `カードの期限切れ(${ended}まで)`,
    refusal: `カードの有効期限(${ended})が過ぎています。先にカードの更新の手続をご案内ください。`,
  };
}
