import { ageOn, type PlainDate } from '../kernel/plain-date.ts';
import { type Finding, judge, type RuleAnswer } from './decision.ts';
import { type DocumentCode, documentName } from './documents.ts';
import type { Policy } from './policy.ts';
import type { VisitFacts } from './visit.ts';

/** 本人確認ができたか (I1): one photo document, or two of the second list; the same kind twice is one. */
export function identityConfirmed(documents: readonly DocumentCode[], policy: Policy): boolean {
  const second = new Set(documents.filter((code) => policy.settings.secondListDocuments.includes(code)));
  return hasPhotoDocument(documents, policy) || second.size >= policy.settings.secondListDocumentsNeeded;
}

/** 顔写真付きの書類があるか (I4)。 */
export function hasPhotoDocument(documents: readonly DocumentCode[], policy: Policy): boolean {
  return documents.some((code) => policy.settings.photoDocuments.includes(code));
}

/** 来庁者の確認 (I1–I6): for applications, and for a revocation the holder asks for (X1). */
export function judgeVisitor(visitor: VisitFacts['visitor'], policy: Policy): readonly Finding[] {
  switch (visitor.capacity) {
    case null:
      return judge(null, [{ code: 'I1', held: null, effect: 'route', text: '本人・書類で確認' }]);
    case 'holder':
      return judge(null, holderAnswers(visitor.documents, policy));
    case 'statutoryRepresentative':
      return judge(null, [
        policy.settings.sameDayForStatutoryRepresentative
          ? { code: 'I3', held: true, effect: 'route', text: '法定代理人(設定により即日)' }
          : { code: 'I3', held: true, effect: 'route', text: '代理人による申請のため照会' },
        ...representativeAnswers(visitor.documents, policy),
      ]);
    case 'agent':
      return judge(null, [
        { code: 'I3', held: true, effect: 'route', text: '代理人による申請のため照会' },
        ...representativeAnswers(visitor.documents, policy),
        reasonAnswer(visitor.reason),
      ]);
  }
}

/** 届出(X2)と回答(D4)のときの確認: by I1 or I4; an unconfirmed visitor is refused, since no letter follows. */
export function judgeReporter(visitor: VisitFacts['visitor'], policy: Policy): readonly Finding[] {
  if (visitor.capacity === null) return judge(null, [{ code: 'I1', held: null, effect: 'refuse', text: '書類で確認' }]);
  if (visitor.capacity !== 'holder') return judge(null, representativeAnswers(visitor.documents, policy));
  return judge(null, [
    {
      code: 'I1',
      held: identityConfirmed(visitor.documents, policy),
      effect: 'refuse',
      text: '本人・書類で確認',
      refusal: '来庁者が本人であることを確認できません。本人確認書類を確かめてから受け付けてください。',
    },
  ]);
}

/** カードと法定代理人 (I7, I8): for issue and renewal. The proof of I8 is recorded by kind elsewhere. */
export function judgeRepresentation(facts: VisitFacts, on: PlainDate, policy: Policy): readonly Finding[] {
  return judge(null, [
    {
      code: 'I7',
      held: facts.card.medium === null ? null : true,
      effect: 'note',
      text: '発行のときにカードがある',
    },
    ownApplication(facts, on, policy),
  ]);
}

function holderAnswers(documents: readonly DocumentCode[], policy: Policy): readonly RuleAnswer[] {
  if (identityConfirmed(documents, policy))
    return [{ code: 'I1', held: true, effect: 'route', text: '本人・書類で確認' }];
  const shown = documents.length === 0 ? '書類なし' : `${documents.map(documentName).join('、')}だけ`;
  return [
    {
      code: 'I1',
      held: false,
      effect: 'route',
      text: `書類で本人と確認できていない(${shown})`,
      refusal: `即日で受け付けるには、顔写真付きの書類1点か、写真のない書類${policy.settings.secondListDocumentsNeeded}点が要ります。`,
    },
    { code: 'I2', held: true, effect: 'route', text: '本人確認ができないため照会' },
  ];
}

function representativeAnswers(documents: readonly DocumentCode[], policy: Policy): readonly RuleAnswer[] {
  const held = hasPhotoDocument(documents, policy);
  return [
    {
      code: 'I4',
      held,
      effect: 'refuse',
      text: held ? '代理人の顔写真付き書類' : '代理人の顔写真付き書類がない',
      refusal: '代理人のかたは、官公署が発行した顔写真付きの本人確認書類が1点必要です。',
    },
    {
      code: 'I5',
      held,
      effect: 'refuse',
      text: held ? '代理人になれる' : '代理人になれない',
      refusal: '本人確認書類をお持ちでない場合は代理人になることができません。',
    },
  ];
}

function reasonAnswer(reason: string | null): RuleAnswer {
  const answer = { code: 'I6', effect: 'refuse' } as const;
  if (reason === null) return { ...answer, held: null, text: '代理の理由' };
  if (reason.trim() !== '') return { ...answer, held: true, text: '代理の理由を記録' };
  return {
    ...answer,
    held: false,
    text: '代理の理由がない',
    refusal: '代理人による申請には、やむを得ない事由の記録が要ります。代理人のかたに理由を聞いて、入力してください。',
  };
}

function ownApplication({ holder, visitor }: VisitFacts, on: PlainDate, policy: Policy): RuleAnswer {
  const answer = { code: 'I8', effect: 'refuse' } as const;
  const limit = policy.selfApplicationMinimumAge;
  const { bornOn, adultWard } = holder;
  const young = bornOn === null || bornOn > on ? null : ageOn(bornOn, on, policy.settings.leapBirthday) < limit;
  if (visitor.capacity === 'statutoryRepresentative') {
    return young === true || adultWard === true
      ? { ...answer, held: true, text: '法定代理人による申請(資格の書類を記録する)' }
      : { ...answer, held: true, text: '法定代理人による申請' };
  }
  if (young === false && adultWard === false)
    return { ...answer, held: true, text: `本人が${limit}歳以上で成年被後見人でない` };
  if (visitor.capacity === null || (young !== true && adultWard !== true)) {
    return { ...answer, held: null, text: '法定代理人が要るか' };
  }
  return {
    ...answer,
    held: false,
    text: young === true ? `${limit}歳未満は法定代理人が申請` : '成年被後見人は法定代理人が申請',
    refusal: `${young === true ? `${limit}歳未満のかた` : '成年被後見人のかた'}の申請は、法定代理人が行います。法定代理人のかたにお越しいただくようご案内ください。`,
  };
}
