import type { PlainDate } from '../kernel/plain-date.ts';
import { formatWareki, formatWesternWithWareki } from '../kernel/wareki.ts';
import { type Finding, judge, type RuleAnswer } from './decision.ts';
import type { CertificateKind, CurrentCertificate, RevocationCause } from './visit.ts';

/** 失効の事由の言葉。 */
export const CAUSE_NAMES: Readonly<Record<RevocationCause | 'X0', string>> = {
  X0: '有効期間の満了',
  X1: '本人の申請',
  X2: '秘密鍵の漏えい・き損',
  X3: '基本4情報の変更(異動等)',
  X3d: '住民票の消除・カードの失効',
  X4: '記録誤り等',
  X5: '発行者署名符号の漏えい・き損',
};

/** 事由の性質: an application (X1), a report (X2), or a notice for which no visitor, medium or hour is asked (X3–X5). */
export function natureOf(cause: RevocationCause): 'application' | 'report' | 'notice' {
  switch (cause) {
    case 'X1':
      return 'application';
    case 'X2':
      return 'report';
    case 'X3':
    case 'X3d':
    case 'X4':
    case 'X5':
      return 'notice';
  }
}

/** 効力を失うか (the table of X0–X5): X3 leaves 利用者証明用, which does not hold the four items; any other cause ends what it is asked or reported for. */
export function losesEffect(kind: CertificateKind, cause: RevocationCause | 'X0'): boolean {
  return cause !== 'X3' || kind === 'signature';
}

/** 有効期間が終わったか (X0): valid through the whole of its last day. */
export function hasEnded(expiresOn: PlainDate, on: PlainDate): boolean {
  return on > expiresOn;
}

/** 失効の対象: the certificate that lasts longest, null where nobody has recorded one; and when the last one lost effect before its time. */
export type RevocationTarget = { readonly latest: CurrentCertificate | null; readonly ended: PlainDate | null };

/** 失効するか (X0–X5): whether that kind loses effect by that cause. */
export function judgeRevocation(
  kind: CertificateKind,
  cause: RevocationCause | null,
  { latest, ended }: RevocationTarget,
  on: PlainDate,
): readonly Finding[] {
  const standing = latest === null && ended !== null ? endedAnswer(ended) : standingAnswer(latest, on);
  if (cause === null) {
    return judge(kind, [standing, { code: 'X1', held: null, effect: 'refuse', text: '失効の事由' }]);
  }
  return judge(kind, [standing, causeAnswer(kind, cause)]);
}

function causeAnswer(kind: CertificateKind, cause: RevocationCause): RuleAnswer {
  if (!losesEffect(kind, cause)) {
    return {
      code: 'X3',
      held: false,
      effect: 'refuse',
      text: '利用者証明用は基本4情報を持たない',
      refusal:
        '利用者証明用電子証明書には氏名や住所が入っていないため、異動等があっても失効しません。そのまま使えます。',
    };
  }
  const approval = cause === 'X4' ? '(責任者の承認が要る)' : '';
  return { code: cause, held: true, effect: 'refuse', text: `${CAUSE_NAMES[cause]}により失効${approval}` };
}

function endedAnswer(ended: PlainDate): RuleAnswer {
  const on = formatWareki(ended);
  return {
    code: 'X0',
    held: false,
    effect: 'refuse',
    text: `すでに失効している(${on})`,
    refusal: `証明書は${on}に失効しています。もう一度失効させる手続は要りません。`,
  };
}

function standingAnswer(latest: CurrentCertificate | null, on: PlainDate): RuleAnswer {
  if (latest === null) {
    return { code: 'X0', held: null, effect: 'note', text: 'いまの証明書の記録がない' };
  }
  const last = formatWesternWithWareki(latest.expiresOn);
  if (!hasEnded(latest.expiresOn, on))
    return { code: 'X0', held: true, effect: 'refuse', text: `有効期間内(${last}まで)` };
  return {
    code: 'X0',
    held: false,
    effect: 'refuse',
    text: `有効期間が満了(${last}まで)`,
    refusal: `証明書は${last}で満了し、すでに効力を失っています。失効の手続は要りません。`,
  };
}
