import { canStand, readerCharacters } from '../domain/characters.ts';
import { DocumentCode } from '../domain/documents.ts';
import { type PlainDate, parsePlainDate } from '../kernel/plain-date.ts';
import { checkText, readKana, type TextField } from '../kernel/text-input.ts';
import { formatWareki, formatWesternWithWareki } from '../kernel/wareki.ts';
import type { ReceiveFacts } from './api/receive-api.ts';
import type { FieldFailure } from './errors.ts';
import { checkFreeText } from './free-text.ts';

/** 受付の欄の決まり: the longest text of each field, in characters as a reader counts. */
export const receiveTextFields = {
  name: { label: '氏名', max: 100, required: true },
  kana: { label: 'フリガナ', max: 120, required: true },
  address: { label: '住所', max: 200, required: true },
  visitorName: { label: '代理人の氏名', max: 100, required: true },
  reason: { label: '代理の理由', max: 200, required: false },
} as const satisfies Record<string, TextField>;

const earliestBirth = '1873-01-01';

/**
 * 受付の欄を確かめる: what the screen sends, checked by both sides alike. `facts` are the same with kana in full width and
 * texts trimmed; they are meant to be recorded only where `failures` is empty. Names are never normalised. A refusal may leave
 * address and card expiry blank: nobody should have to ask for what no longer matters.
 */
export function checkReceiveFacts(
  typed: ReceiveFacts,
  note: string,
  today: PlainDate,
  verdict: 'accept' | 'refuse',
): { readonly facts: ReceiveFacts; readonly failures: readonly FieldFailure[] } {
  const failures: FieldFailure[] = [];
  const fault = (field: string, message: string) => {
    failures.push({ field, message, suggestion: null });
  };
  const text = (field: string, value: string, rule: TextField): string => {
    const checked = checkText(value.trim(), rule);
    if (!checked.ok) fault(field, checked.failure.message);
    return value.trim();
  };
  const name = text('holder.name', typed.holder.name, receiveTextFields.name);
  const kana = readKana(typed.holder.kana, receiveTextFields.kana);
  if (!kana.ok) fault('holder.kana', kana.failure.message);
  const required = verdict === 'accept';
  const address = text('holder.address', typed.holder.address, { ...receiveTextFields.address, required });
  checkBirth(typed.holder.bornOn, today, fault);
  if (required || typed.card.expiresOn !== '') checkCard(typed.card, fault);
  const needsVisitor = typed.visitor.capacity !== 'holder';
  const visitorName = needsVisitor
    ? text('visitor.name', typed.visitor.name ?? '', receiveTextFields.visitorName)
    : null;
  const reason =
    typed.visitor.reason === null ? null : text('visitor.reason', typed.visitor.reason, receiveTextFields.reason);
  if (needsVisitor && visitorName !== null && visitorName !== '' && visitorName === name) {
    fault('visitor.name', '代理人の氏名が本人と同じです。本人が来たときは「本人」を選んでください。');
  }
  if (typed.visitor.documents.some((code) => !DocumentCode.safeParse(code).success)) {
    fault('visitor.documents', '一覧にない書類があります。書類を選び直してください。');
  }
  const kinds = typed.lines.map((line) => line.kind);
  if (new Set(kinds).size !== kinds.length) fault('lines', '同じ証明書が2つあります。1つずつにしてください。');
  if (typed.lines.some(({ procedure, cause }) => procedure !== 'revoke' && cause !== null)) {
    fault('lines', '失効の事由は、失効のときだけ選びます。手続を選び直してください。');
  }
  checkSpellings('holder.name', name, typed.substitutions.name, fault);
  checkSpellings('holder.address', address, typed.substitutions.address, fault);
  const noted = checkFreeText('note', note, { optional: true });
  if (!noted.ok) failures.push(noted.failure);
  return {
    failures,
    facts: {
      ...typed,
      holder: { ...typed.holder, name, kana: kana.ok ? kana.value : typed.holder.kana, address },
      visitor: { ...typed.visitor, documents: [...new Set(typed.visitor.documents)], name: visitorName, reason },
    },
  };
}

type Fault = (field: string, message: string) => void;

function checkBirth(typed: string, today: PlainDate, fault: Fault): void {
  const bornOn = parsePlainDate(typed);
  if (bornOn === null) fault('holder.bornOn', '生年月日を読み取れません。「S63.4.1」のように入力してください。');
  else if (bornOn > today)
    fault('holder.bornOn', `生年月日が今日より後です(${formatWareki(bornOn)})。年号と年を確かめてください。`);
  else if (bornOn < earliestBirth) fault('holder.bornOn', '生年月日が古すぎます。年号と年を確かめてください。');
}

function checkCard(card: ReceiveFacts['card'], fault: Fault): void {
  const expiresOn = parsePlainDate(card.expiresOn);
  if (expiresOn === null)
    fault('card.expiresOn', 'カードの期限を読み取れません。「2030.4.1」のように入力してください。');
}

/** 期限切れのカードの言葉 (M1): said at its field; the rule itself refuses the visit. */
export function expiredCardWords(expiresOn: PlainDate): string {
  return `有効期限(${formatWesternWithWareki(expiresOn)})が過ぎています。カードの再交付が先です。`;
}

function checkSpellings(
  field: string,
  text: string,
  spellings: ReceiveFacts['substitutions']['name'],
  fault: Fault,
): void {
  const characters = readerCharacters(text);
  const wrong = spellings.find(
    ({ index, original, substitute }) => characters[index] !== original || !canStand(substitute),
  );
  if (wrong !== undefined) fault(field, `「${wrong.original}」の代替文字を選び直してください。`);
}
