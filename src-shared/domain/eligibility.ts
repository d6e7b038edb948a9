import { ageOn, type PlainDate, turnsAgeOn } from '../kernel/plain-date.ts';
import { formatWareki } from '../kernel/wareki.ts';
import { type Finding, judge, type RuleAnswer } from './decision.ts';
import type { Policy } from './policy.ts';
import { renewalWindow } from './renewal.ts';
import type { CertificateKind, CurrentCertificate, Procedure, VisitFacts } from './visit.ts';

/** 住民基本台帳の記録 (E1): for every application, and for a revocation the holder asks for (X1). */
export function judgeRegister(inRegister: boolean | null): readonly Finding[] {
  return judge(null, [
    {
      code: 'E1',
      held: inRegister,
      effect: 'refuse',
      text: inRegister === false ? '住基台帳に記録がない' : '住基台帳に記録',
      refusal:
        '稲沢市の住民基本台帳に記録がないため、この画面では扱えません(国外転出されたかたは市民課へご案内ください)。',
    },
  ]);
}

/** 署名用電子証明書を申請できるかた (E2, E3). */
export function judgeSignatureHolder(holder: VisitFacts['holder'], on: PlainDate, policy: Policy): readonly Finding[] {
  return judge('signature', [
    minimumAge(holder.bornOn, on, policy),
    {
      code: 'E3',
      held: holder.adultWard === null ? null : !holder.adultWard,
      effect: 'refuse',
      text: holder.adultWard === true ? '成年被後見人' : '成年被後見人でない',
      refusal: '成年被後見人のかたには署名用電子証明書を発行できません。',
    },
  ]);
}

/** 有効な証明書の重なり (E4): no second valid certificate of one kind; a renewal replaces the one there is. */
export function judgeSecondCertificate(
  kind: CertificateKind,
  procedure: Exclude<Procedure, 'revoke'>,
  valid: CurrentCertificate | null,
  on: PlainDate,
  policy: Policy,
): readonly Finding[] {
  if (valid === null) return judge(kind, [{ code: 'E4', held: true, effect: 'refuse', text: '有効な証明書なし' }]);
  if (procedure === 'renew') {
    return judge(kind, [{ code: 'E4', held: true, effect: 'refuse', text: '有効な証明書を更新で置き換える' }]);
  }
  const { opensOn } = renewalWindow(valid.expiresOn, policy);
  const instead =
    opensOn <= on
      ? '更新できる期間ですので、更新で受け付けてください。'
      : `更新は${formatWareki(opensOn)}からです。いま新しくするときは、先に失効の手続をしてください。`;
  return judge(kind, [
    {
      code: 'E4',
      held: false,
      effect: 'refuse',
      text: `有効な証明書あり(${formatWareki(valid.expiresOn)}まで)`,
      refusal: `有効な証明書があります。${instead}`,
    },
  ]);
}

/** その日に有効な証明書: the one that lasts longest; one that has ended is no current certificate (X0). */
export function validOn(
  kind: CertificateKind,
  current: readonly CurrentCertificate[],
  on: PlainDate,
): CurrentCertificate | null {
  return latestOf(
    kind,
    current.filter((certificate) => certificate.issuedOn <= on && on <= certificate.expiresOn),
  );
}

/** いちばん後まで続く証明書, ended or not; null where none of that kind is known. */
export function latestOf(kind: CertificateKind, current: readonly CurrentCertificate[]): CurrentCertificate | null {
  let latest: CurrentCertificate | null = null;
  for (const certificate of current) {
    if (certificate.kind !== kind) continue;
    if (latest === null || certificate.expiresOn > latest.expiresOn) latest = certificate;
  }
  return latest;
}

function minimumAge(bornOn: PlainDate | null, on: PlainDate, policy: Policy): RuleAnswer {
  const limit = policy.signatureMinimumAge;
  // A birth after the visit is a slip of the pen, not an age: the day has to be typed again.
  if (bornOn === null || bornOn > on) return { code: 'E2', held: null, effect: 'refuse', text: `${limit}歳以上` };
  const { leapBirthday } = policy.settings;
  const age = ageOn(bornOn, on, leapBirthday);
  if (age >= limit) return { code: 'E2', held: true, effect: 'refuse', text: `${limit}歳以上(満${age}歳)` };
  const birthday = formatWareki(turnsAgeOn(bornOn, limit, leapBirthday));
  return {
    code: 'E2',
    held: false,
    effect: 'refuse',
    text: `${limit}歳以上が対象(満${limit}歳 ${birthday})`,
    refusal: `署名用電子証明書は${limit}歳以上のかたが対象です。満${limit}歳になる${birthday}から申請できます。`,
  };
}
