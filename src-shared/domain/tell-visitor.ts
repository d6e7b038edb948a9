import { type PlainDate, turnsAgeOn } from '../kernel/plain-date.ts';
import { formatWareki, formatWestern } from '../kernel/wareki.ts';
import { spellingOnCertificate } from './characters.ts';
import type { Finding, RuleCode } from './decision.ts';
import type { Policy } from './policy.ts';
import { KIND_NAMES, OFFICE_NAMES, type VisitFacts } from './visit.ts';
import type { LineDecision, VisitDecision } from './visit-decision.ts';

/** 来庁者に伝えること: sentences to read aloud, what they get first, then what happens next, then what is refused and why. */
export function sentencesForVisitor(
  facts: VisitFacts,
  { verdict, route, lines }: Pick<VisitDecision, 'verdict' | 'route' | 'lines'>,
  findings: readonly Finding[],
  policy: Policy,
): readonly string[] {
  const accepted = lines.filter((line) => line.verdict === 'accept');
  return [
    ...(verdict === 'undecided' && accepted.length === 0 ? [] : expirySentences(accepted)),
    ...gainSentences(findings),
    ...spellingSentences(facts, accepted),
    ...revocationSentences(accepted, facts, route),
    ...(route === 'inquiry' && accepted.length > 0 ? letterSentences(policy) : []),
    ...refusalSentences(facts, lines, findings, policy),
  ];
}

function expirySentences(accepted: readonly LineDecision[]): readonly string[] {
  const dated = accepted.flatMap(({ kind, expiry }) => (expiry === null ? [] : [{ kind, on: expiry.on }]));
  const [first, second] = dated;
  if (first !== undefined && second !== undefined && first.on === second.on) {
    const revoked = dated.every(({ kind }) =>
      accepted.some((line) => line.kind === kind && line.procedure === 'revoke'),
    );
    return [`${revoked ? '新しい証明書は、' : ''}どちらも${formatWestern(first.on)}まで使えます。`];
  }
  return dated.map(({ kind, on }) => {
    const revoked = accepted.some((line) => line.kind === kind && line.procedure === 'revoke');
    return `${revoked ? '新しい' : ''}${KIND_NAMES[kind]}は${formatWestern(on)}まで使えます。`;
  });
}

function gainSentences(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ code, status }) => code === 'W3' && status === 'unmet')
    .map(({ kind }) => `${kind === null ? '' : `${KIND_NAMES[kind]}は`}いま更新しても、使える期限は延びません。`);
}

function spellingSentences(
  { holder, substitutions }: VisitFacts,
  accepted: readonly LineDecision[],
): readonly string[] {
  if (!accepted.some(({ kind, procedure }) => kind === 'signature' && procedure !== 'revoke')) return [];
  const spelled = (label: string, text: string | null, chosen: typeof substitutions.name): readonly string[] => {
    if (text === null || chosen.length === 0) return [];
    const onCertificate = spellingOnCertificate(text, chosen);
    return onCertificate === text
      ? []
      : [`${label}は証明書だけ「${onCertificate}」になります。住民票や戸籍は変わりません。`];
  };
  return [
    ...spelled('氏名', holder.name, substitutions.name),
    ...spelled('住所', holder.address, substitutions.address),
  ];
}

function revocationSentences(
  accepted: readonly LineDecision[],
  { lines }: VisitFacts,
  route: VisitDecision['route'],
): readonly string[] {
  const revoked = accepted.filter(({ procedure }) => procedure === 'revoke');
  if (revoked.length === 0) return [];
  const names = revoked.map(({ kind }) => KIND_NAMES[kind]).join('と');
  const when = route === 'inquiry' ? '回答書を受け付けたあと、' : '';
  const changed = lines.some(({ cause }) => cause === 'X3') && revoked.some(({ kind }) => kind === 'signature');
  const anew = revoked.some(({ kind }) => accepted.some((line) => line.kind === kind && line.procedure === 'issue'));
  return [
    `${when}${anew ? 'いままでの' : ''}${names}の証明書は使えなくなります。`,
    ...(changed && !revoked.some(({ kind }) => kind === 'userAuthentication')
      ? ['利用者証明用は、そのまま使えます。']
      : []),
    ...(changed && !lines.some(({ kind, procedure }) => kind === 'signature' && procedure === 'issue')
      ? ['新しい署名用の証明書は、続けて申し込めます。']
      : []),
  ];
}

function letterSentences(policy: Policy): readonly string[] {
  const offices = policy.settings.replyOffices.map((office) => OFFICE_NAMES[office]).join('・');
  return [
    '照会書を、ご本人の登録された住所あてに郵送します。',
    `回答書は、郵送の日の翌日から${policy.settings.replyDays}日以内に${offices}へお持ちください。カードもお持ちください。`,
  ];
}

// What is read aloud where the rule's own sentence speaks to the clerk.
const SPOKEN_REFUSALS: Readonly<Partial<Record<RuleCode, string>>> = {
  E1: '稲沢市の住民基本台帳に記録がないため、この窓口ではお受けできません。',
  E3: '署名用は、お受けできません。',
  M1: '先に、カードの手続が必要です。',
  M2: '住民基本台帳カードでの手続は、平成27年12月22日で終わりました。',
  I4: '代理のかたは、官公署が発行した顔写真付きの本人確認書類が必要です。',
  I8: '申請は、法定代理人のかたにお願いしています。',
  X3: '利用者証明用は、そのまま使えます。',
  X0: '証明書は、すでに有効期間が終わっています。',
};

function refusalSentences(
  { holder }: VisitFacts,
  lines: readonly LineDecision[],
  findings: readonly Finding[],
  policy: Policy,
): readonly string[] {
  if (!lines.some(({ verdict }) => verdict === 'refuse')) return [];
  const sentences = findings
    .filter(({ status, effect }) => status === 'unmet' && effect === 'refuse')
    .flatMap(({ code, refusal }) => {
      if (code === 'E2') return holder.bornOn === null ? [] : [ageSentence(holder.bornOn, policy)];
      if (code === 'L2') return ['受付時間の外のため、いまはお受けできません。'];
      if (code === 'E4' || code === 'W1' || code === 'W2') return contradictionSentence(code, refusal);
      if (code === 'I5' || code === 'I6' || code === 'I1') return [];
      return [SPOKEN_REFUSALS[code] ?? refusal ?? ''];
    });
  return [...new Set(sentences)].filter((sentence) => sentence !== '');
}

function ageSentence(bornOn: PlainDate, policy: Policy): string {
  const age = policy.signatureMinimumAge;
  const birthday = formatWareki(turnsAgeOn(bornOn, age, policy.settings.leapBirthday));
  return `署名用は${age}歳の誕生日(${birthday})から申請できます。`;
}

/** E4, W1: what stands against it, and from when it could be renewed; that part is the rule's own sentence. */
function contradictionSentence(code: 'E4' | 'W1' | 'W2', refusal: string | null | undefined): readonly string[] {
  const opening = /更新は[^。]+からです。/u.exec(refusal ?? '')?.[0] ?? '';
  if (code === 'E4') return [`いまの証明書がまだ有効です。${opening}`];
  return code === 'W1' ? [`いまは更新の期間ではありません。${opening}`] : [];
}
