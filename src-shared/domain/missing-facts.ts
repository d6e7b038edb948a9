import { dateOf } from '../kernel/plain-date-time.ts';
import type { NeedsSubstitute } from './characters.ts';
import { natureOf } from './revocation.ts';
import type { VisitFacts } from './visit.ts';
import type { LineDecision, MissingFact } from './visit-decision.ts';

/** まだ要るもの: one line for each fact that the lines not refused still wait for, in the order of the form. */
export function missingFacts(
  facts: VisitFacts,
  decided: readonly LineDecision[],
  unsubstituted: { readonly name: readonly NeedsSubstitute[]; readonly address: readonly NeedsSubstitute[] },
): readonly MissingFact[] {
  const { holder, card, visitor } = facts;
  if (facts.lines.length === 0) return [{ code: null, field: 'lines', text: '手続と証明書の種類を選ぶ' }];
  const living = facts.lines.filter(({ kind, procedure }) =>
    decided.some((line) => line.kind === kind && line.procedure === procedure && line.verdict !== 'refuse'),
  );
  const issuance = living.some(({ procedure }) => procedure !== 'revoke');
  const signature = living.some(({ kind, procedure }) => procedure !== 'revoke' && kind === 'signature');
  const natures = living.map(({ cause }) => (cause === null ? null : natureOf(cause)));
  const request = issuance || natures.includes('application');
  const visited = request || natures.includes('report');
  const futureBirth = holder.bornOn !== null && holder.bornOn > dateOf(facts.at);
  const candidates: readonly (readonly [boolean, MissingFact])[] = [
    [
      living.some(({ procedure, cause }) => procedure === 'revoke' && cause === null),
      { code: 'X1', field: 'lines', text: '失効の事由を選ぶ' },
    ],
    [visited && visitor.capacity === null, { code: 'I1', field: 'visitor.capacity', text: '来庁者を選ぶ' }],
    [signature && blank(holder.name), { code: 'G1', field: 'holder.name', text: '氏名を入力する' }],
    ...unsubstituted.name.map((need) => chooseLine('holder.name', need)),
    [
      issuance && holder.bornOn === null,
      { code: signature ? 'E2' : 'V1', field: 'holder.bornOn', text: '生年月日を入力する' },
    ],
    [
      issuance && futureBirth,
      { code: signature ? 'E2' : 'V1', field: 'holder.bornOn', text: '生年月日が受付の日より後なので、確かめる' },
    ],
    [signature && blank(holder.address), { code: 'G1', field: 'holder.address', text: '住所を入力する' }],
    ...unsubstituted.address.map((need) => chooseLine('holder.address', need)),
    [
      request && holder.inRegister === null,
      { code: 'E1', field: 'holder.inRegister', text: '住基台帳の記録を確かめる' },
    ],
    [
      issuance && holder.adultWard === null,
      { code: signature ? 'E3' : 'I8', field: 'holder.adultWard', text: '成年被後見人かどうかを確かめる' },
    ],
    [visited && card.medium === null, { code: 'M1', field: 'card.medium', text: 'カードの種類を選ぶ' }],
    [
      issuance && card.medium === 'myNumberCard' && card.expiresOn === null && card.expiryKnown,
      { code: 'M1', field: 'card.expiresOn', text: 'カードの期限を入力する' },
    ],
    [
      request && visitor.capacity === 'agent' && visitor.reason === null,
      { code: 'I6', field: 'visitor.reason', text: '代理の理由を聞いて入力する' },
    ],
  ];
  return candidates.filter(([isMissing]) => isMissing).map(([, fact]) => fact);
}

function chooseLine(field: string, { character }: NeedsSubstitute): readonly [boolean, MissingFact] {
  return [true, { code: 'G2', field, text: `「${character}」の代替文字を本人が選ぶ` }];
}

function blank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
