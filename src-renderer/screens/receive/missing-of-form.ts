import type { MissingFact, VisitDecision } from '../../../src-shared/domain/judge-visit.ts';
import type { Field } from './fields.ts';
import { asksForBasis, asksForCertificate, asksForVisitor } from './lines-of-form.ts';
import type { Typed } from './typed.ts';

/** まだ要るもの: what the rules wait for, and what a record must bear besides (フリガナ, 性別, who came). One line a field. */
export function missingOfForm(
  typed: Typed,
  decision: VisitDecision,
  open: { readonly current: boolean; readonly documents: boolean },
): readonly MissingFact[] {
  const blank = (text: string): boolean => text.trim() === '';
  const refused = decision.verdict === 'refuse';
  const visitor = asksForVisitor(typed);
  const represented = visitor && typed.capacity !== 'holder';
  const candidates: readonly (readonly [boolean, MissingFact & { readonly field: Field }])[] = [
    ...missingOfPaper(typed),
    [blank(typed.name), { code: null, field: 'holder.name', text: '氏名を入力する' }],
    [blank(typed.kana), { code: null, field: 'holder.kana', text: 'フリガナを入力する' }],
    [typed.sex === null, { code: null, field: 'holder.sex', text: '性別を選ぶ' }],
    [blank(typed.bornOn), { code: null, field: 'holder.bornOn', text: '生年月日を入力する' }],
    [!refused && visitor && blank(typed.address), { code: null, field: 'holder.address', text: '住所を入力する' }],
    [
      !refused && asksForCertificate(typed) && typed.medium === 'myNumberCard' && blank(typed.cardExpiresOn),
      { code: 'M1', field: 'card.expiresOn', text: 'カードの期限を入力する' },
    ],
    [
      !refused && open.current,
      {
        code: 'E4',
        field: 'current',
        text: typed.currentAnswer === 'some' ? 'いまの証明書の日付を入力する' : 'いまの証明書があるか確かめる',
      },
    ],
    [
      asksForBasis(typed) && blank(typed.basis),
      { code: typed.cause, field: 'basis', text: 'どの通知によるかを入力する' },
    ],
    [represented && blank(typed.visitorName), { code: null, field: 'visitor.name', text: '代理人の氏名を入力する' }],
    [
      !refused && represented && typed.capacity === 'statutoryRepresentative' && typed.proof === null,
      { code: 'I8', field: 'visitor.proof', text: '資格を示した書類を選ぶ' },
    ],
    [
      !refused && open.documents,
      {
        code: represented ? 'I4' : 'I1',
        field: 'visitor.documents',
        text: represented ? '代理人の顔写真付き書類を確かめる' : '確認書類を確かめる',
      },
    ],
  ];
  const own = candidates.filter(([isMissing]) => isMissing).map(([, fact]) => fact);
  const ruled = decision.missing.map((fact) => (fact.field === 'lines' ? { ...fact, ...lineWords(typed) } : fact));
  const said = new Set(ruled.map(({ field }) => field));
  return [...ruled, ...own.filter(({ field }) => !said.has(field))];
}

/** L4: what the paper says must be there before anything is judged for its moment. */
function missingOfPaper({
  onPaper,
  paperDay,
  paperTime,
  paperReason,
}: Typed): readonly (readonly [boolean, MissingFact & { readonly field: Field }])[] {
  const undated = paperDay.trim() === '' || paperTime.trim() === '';
  return [
    [onPaper && undated, { code: 'L4', field: 'backEntry.happenedAt', text: '紙で受け付けた日時を入力する' }],
    [
      onPaper && paperReason.trim() === '',
      { code: 'L4', field: 'backEntry.reason', text: '紙で受け付けた理由を入力する' },
    ],
  ];
}

/** On the screen of 失効 the cause is chosen first, then the certificates it is about. */
function lineWords({ procedure, cause }: Typed): Partial<MissingFact> {
  if (procedure !== 'revoke') return {};
  return cause === null ? { code: null, text: '失効の事由を選ぶ' } : { code: cause, text: '失効する証明書を選ぶ' };
}
