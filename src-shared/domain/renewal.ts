import { addDays, firstOfMonthAfter, type PlainDate, sameDayAfterMonths } from '../kernel/plain-date.ts';
import { formatWareki, formatWesternWithWareki } from '../kernel/wareki.ts';
import { type Finding, judge } from './decision.ts';
import type { Policy } from './policy.ts';
import type { CertificateKind, CurrentCertificate } from './visit.ts';

/** 更新できる期間 (W1): both days are inside. */
export type RenewalWindow = { readonly opensOn: PlainDate; readonly closesOn: PlainDate };

/** 更新できる期間を求める (W1): less than three months remain; never read a day too early. */
export function renewalWindow(expiresOn: PlainDate, policy: Policy): RenewalWindow {
  const months = policy.renewalWindowMonths;
  const sameDay = sameDayAfterMonths(expiresOn, -months);
  const opensOn = sameDay === null ? firstOfMonthAfter(expiresOn, 1 - months) : addDays(sameDay, 1);
  return { opensOn, closesOn: expiresOn };
}

/** 更新できるか (W1, W2): `latest` is the certificate of that kind that lasts longest, ended or not. */
export function judgeRenewal(
  kind: CertificateKind,
  latest: CurrentCertificate | null,
  on: PlainDate,
  policy: Policy,
): readonly Finding[] {
  if (latest === null) {
    return judge(kind, [
      {
        code: 'W2',
        held: false,
        effect: 'refuse',
        text: 'いまの証明書がない',
        refusal: '更新する証明書がありません。新規発行で受け付けてください。',
      },
    ]);
  }
  const { opensOn, closesOn } = renewalWindow(latest.expiresOn, policy);
  const ended = on > closesOn;
  const held = opensOn <= on && !ended;
  const closed = formatWesternWithWareki(closesOn);
  const refusal = ended
    ? `証明書は${closed}で満了しています。新規発行で受け付けてください。`
    : `更新は${formatWareki(opensOn)}からです。いま新しくするときは、先に失効の手続をしてから、新規発行で受け付けてください。`;
  const state = ended ? '更新の期間を過ぎた' : '更新の期間の前';
  return judge(kind, [
    {
      code: 'W1',
      held,
      effect: 'refuse',
      text: held ? `更新の期間内(${closed}まで)` : `${state}(${formatWareki(opensOn)}から${closed}まで)`,
      refusal,
    },
    {
      code: 'W2',
      held,
      effect: 'refuse',
      text: held ? '更新で扱う' : `${state}${ended ? '' : 'な'}ので更新でない`,
      refusal,
    },
  ]);
}

/** 新規発行でよいか (W2): said for an issue beside which no valid certificate stands. */
export function judgeNewIssue(kind: CertificateKind, latest: CurrentCertificate | null): readonly Finding[] {
  return judge(kind, [
    { code: 'W2', held: true, effect: 'refuse', text: latest === null ? '証明書がないので新規' : '満了後なので新規' },
  ]);
}

/** 更新の得 (W3): a renewal that does not move the date is shown as such; it is not refused. */
export function judgeGain(kind: CertificateKind, newExpiry: PlainDate, standing: PlainDate): readonly Finding[] {
  const gains = newExpiry > standing;
  return judge(kind, [
    {
      code: 'W3',
      held: gains,
      effect: 'note',
      text: gains ? '更新で期限が延びる' : '更新しても期限が延びない',
      refusal: `更新しても満了日は${formatWesternWithWareki(newExpiry)}で、いまより延びません。続けるか、来庁者に確かめてください。`,
    },
  ]);
}
