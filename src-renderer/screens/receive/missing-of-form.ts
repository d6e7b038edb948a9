import type { MissingFact, VisitDecision } from '../../../src-shared/domain/judge-visit.ts';
import type { Field } from './fields.ts';
import type { Typed } from './typed.ts';

type Answers = { readonly knownForAll: boolean; readonly currentAnswered: boolean };

/** まだ要るもの: what the rules wait for, and what a record must bear besides (フリガナ, 性別, who came). One line a field. */
export function missingOfForm(
  typed: Typed,
  decision: VisitDecision,
  { knownForAll, currentAnswered }: Answers,
): readonly MissingFact[] {
  const blank = (text: string): boolean => text.trim() === '';
  const refused = decision.verdict === 'refuse';
  const represented = typed.capacity !== 'holder';
  const candidates: readonly (readonly [boolean, MissingFact & { readonly field: Field }])[] = [
    [blank(typed.name), { code: null, field: 'holder.name', text: '氏名を入力する' }],
    [blank(typed.kana), { code: null, field: 'holder.kana', text: 'フリガナを入力する' }],
    [typed.sex === null, { code: null, field: 'holder.sex', text: '性別を選ぶ' }],
    [blank(typed.bornOn), { code: null, field: 'holder.bornOn', text: '生年月日を入力する' }],
    [!refused && blank(typed.address), { code: null, field: 'holder.address', text: '住所を入力する' }],
    [
      !refused && typed.medium === 'myNumberCard' && blank(typed.cardExpiresOn),
      { code: 'M1', field: 'card.expiresOn', text: 'カードの期限を入力する' },
    ],
    [
      !refused && !knownForAll && !currentAnswered,
      {
        code: 'E4',
        field: 'current',
        text: typed.currentAnswer === 'some' ? 'いまの証明書の日付を入力する' : 'いまの証明書があるか確かめる',
      },
    ],
    [represented && blank(typed.visitorName), { code: null, field: 'visitor.name', text: '代理人の氏名を入力する' }],
    [
      !refused && typed.documents.length === 0 && !typed.noDocuments,
      {
        code: represented ? 'I4' : 'I1',
        field: 'visitor.documents',
        text: represented ? '代理人の顔写真付き書類を確かめる' : '確認書類を確かめる',
      },
    ],
  ];
  const own = candidates.filter(([isMissing]) => isMissing).map(([, fact]) => fact);
  const said = new Set(decision.missing.map(({ field }) => field));
  return [...decision.missing, ...own.filter(({ field }) => !said.has(field))];
}
