import { canStand, readerCharacters } from '../domain/characters.ts';
import { DocumentCode } from '../domain/documents.ts';
import { natureOf } from '../domain/revocation.ts';
import { KIND_NAMES } from '../domain/visit.ts';
import { type PlainDate, parsePlainDate } from '../kernel/plain-date.ts';
import { PlainDateTime } from '../kernel/plain-date-time.ts';
import { checkText, readKana, type TextField } from '../kernel/text-input.ts';
import { formatWareki, formatWesternWithWareki } from '../kernel/wareki.ts';
import type { ReceiveFacts } from './api/receive-api.ts';
import type { Input } from './counter-api.ts';
import type { FieldFailure } from './errors.ts';
import { checkFreeText } from './free-text.ts';
import { readSerial } from './issue-fields.ts';

/** 受付の欄の決まり: the longest text of each field, in characters as a reader counts. */
export const receiveTextFields = {
  name: { label: '氏名', max: 100, required: true },
  kana: { label: 'フリガナ', max: 120, required: true },
  address: { label: '住所', max: 200, required: true },
  visitorName: { label: '代理人の氏名', max: 100, required: true },
  relation: { label: '続柄', max: 40, required: false },
  visitorAddress: { label: '代理人の住所', max: 200, required: false },
  reason: { label: '代理の理由', max: 200, required: false },
  basis: { label: '通知の内容', max: 200, required: true },
} as const satisfies Record<string, TextField>;

/** さかのぼり入力 (L4) as it crosses: taken on paper at `happenedAt` (`YYYY-MM-DDTHH:MM`), and why. */
export type BackEntryFacts = NonNullable<Input<'receive.record'>['backEntry']>;

/** 受付の送るもの: what a screen sends to be recorded, apart from the second person. */
export type TypedReception = {
  readonly facts: ReceiveFacts;
  readonly note: string;
  readonly backEntry: BackEntryFacts | null;
};

/** 受付の欄が頼る外のこと: `today` is the day judged (of the paper in a back-entry), `now` the clock's own `YYYY-MM-DDTHH:MM`. */
export type ReceptionBounds = {
  readonly today: PlainDate;
  readonly now: string;
  readonly verdict: 'accept' | 'refuse';
  /** F1: the reasons of the fee table in force */
  readonly feeReasons: readonly string[];
};

const earliestBirth = '1873-01-01';
const leastBackEntryReason = 5;

/**
 * 受付の欄を確かめる: what the screen sends, checked by both sides alike. `facts` are the same with kana in full width, texts
 * trimmed, serial numbers in one form, and nothing of a visitor where none is asked for; they are meant to be recorded only where
 * `failures` is empty. Names are never normalised. A refusal may leave address and card expiry blank: nobody should have to ask
 * for what no longer matters.
 */
export function checkReceiveFacts(
  { facts: typed, note, backEntry }: TypedReception,
  { today, now, verdict, feeReasons }: ReceptionBounds,
): {
  readonly facts: ReceiveFacts;
  readonly backEntry: BackEntryFacts | null;
  readonly failures: readonly FieldFailure[];
} {
  const failures: FieldFailure[] = [];
  const fault: Fault = (field, message) => {
    failures.push({ field, message, suggestion: null });
  };
  const accepted = verdict === 'accept';
  const asked = askedOf(typed.lines);
  const name = trimmed('holder.name', typed.holder.name, receiveTextFields.name, fault);
  const kana = readKana(typed.holder.kana, receiveTextFields.kana);
  if (!kana.ok) fault('holder.kana', kana.failure.message);
  const addressRule = { ...receiveTextFields.address, required: accepted && asked.visitor };
  const address = trimmed('holder.address', typed.holder.address, addressRule, fault);
  checkBirth(typed.holder.bornOn, today, fault);
  if (asked.visitor && typed.card.medium === null) fault('card.medium', 'カードの種類を選んでください。');
  if ((accepted && asked.certificate) || typed.card.expiresOn !== '') checkCard(typed.card, fault);
  const visitor = checkVisitor(typed.visitor, { name, accepted, asked: asked.visitor }, fault);
  const basis = asked.notice ? trimmed('basis', typed.basis ?? '', receiveTextFields.basis, fault) : null;
  checkLines(typed.lines, feeReasons, fault);
  const current = typed.current.map((each) => ({ ...each, serial: serialOf(each, fault) }));
  checkSpellings('holder.name', name, typed.substitutions.name, fault);
  checkSpellings('holder.address', address, typed.substitutions.address, fault);
  const noted = checkFreeText('note', note, { optional: true });
  if (!noted.ok) failures.push(noted.failure);
  return {
    failures: [...failures, ...backEntryFailures(backEntry, now)],
    backEntry: backEntry === null ? null : { ...backEntry, reason: backEntry.reason.trim() },
    facts: {
      ...typed,
      holder: { ...typed.holder, name, kana: kana.ok ? kana.value : typed.holder.kana, address },
      visitor,
      basis,
      current,
    },
  };
}

type Fault = (field: string, message: string) => void;

function trimmed(field: string, value: string, rule: TextField, fault: Fault): string {
  const text = value.trim();
  const checked = checkText(text, rule);
  if (!checked.ok) fault(field, checked.failure.message);
  return text;
}

/** What the lines ask for: a notice (X3–X4) asks for what it rests on, and for nobody at the counter. */
function askedOf(lines: ReceiveFacts['lines']): {
  readonly visitor: boolean;
  readonly certificate: boolean;
  readonly notice: boolean;
} {
  const isNotice = ({ procedure, cause }: ReceiveFacts['lines'][number]): boolean =>
    procedure === 'revoke' && cause !== null && natureOf(cause) === 'notice';
  return {
    visitor: !lines.every(isNotice),
    certificate: lines.some(({ procedure }) => procedure !== 'revoke'),
    notice: lines.some(isNotice),
  };
}

function checkLines(lines: ReceiveFacts['lines'], feeReasons: readonly string[], fault: Fault): void {
  const places = lines.map(({ kind, procedure }) => `${kind} ${procedure === 'revoke'}`);
  if (new Set(places).size !== places.length) fault('lines', '同じ証明書が2つあります。1つずつにしてください。');
  if (lines.some(({ procedure, cause }) => procedure !== 'revoke' && cause !== null))
    fault('lines', '失効の事由は、失効のときだけ選びます。手続を選び直してください。');
  if (lines.some(({ procedure, cause }) => procedure === 'revoke' && cause === null))
    fault('lines', '失効の事由を選んでください。');
  if (lines.some(({ cause }) => cause === 'X5'))
    fault('lines', '発行者署名符号の事由(X5)は、責任者が範囲を決めて、まとめて記録します。');
  if (lines.some(({ feeReason }) => feeReason !== null && !feeReasons.includes(feeReason)))
    fault('fee', '手数料の表にない理由です。手数料を選び直してください。');
}

type VisitorContext = { readonly name: string; readonly accepted: boolean; readonly asked: boolean };

function checkVisitor(
  typed: ReceiveFacts['visitor'],
  { name, accepted, asked }: VisitorContext,
  fault: Fault,
): ReceiveFacts['visitor'] {
  const { capacity, proof } = typed;
  const nobody = { ...typed, name: null, relation: null, address: null, reason: null, proof: null };
  if (capacity === null) {
    if (asked) fault('visitor.capacity', '来庁者を選んでください。');
    return { ...nobody, documents: [] };
  }
  if (typed.documents.some((code) => !DocumentCode.safeParse(code).success))
    fault('visitor.documents', '一覧にない書類があります。書類を選び直してください。');
  const documents = [...new Set(typed.documents)];
  const optional = (field: string, value: string | null, rule: TextField): string | null => {
    const text = value === null ? null : trimmed(field, value, rule, fault);
    return text === '' && field !== 'visitor.reason' ? null : text;
  };
  // Kept as it came from whoever stands there, so that a 個人番号 in it is still found.
  const reason = optional('visitor.reason', typed.reason, receiveTextFields.reason);
  if (capacity === 'holder') return { ...nobody, documents, reason };
  const visitorName = trimmed('visitor.name', typed.name ?? '', receiveTextFields.visitorName, fault);
  if (visitorName !== '' && visitorName === name)
    fault('visitor.name', '代理人の氏名が本人と同じです。本人が来たときは「本人」を選んでください。');
  if (capacity === 'statutoryRepresentative' && accepted && proof === null)
    fault('visitor.proof', '法定代理人の資格を示したものを選んでください。');
  return {
    capacity,
    documents,
    name: visitorName,
    relation: optional('visitor.relation', typed.relation, receiveTextFields.relation),
    address: optional('visitor.address', typed.address, receiveTextFields.visitorAddress),
    reason,
    proof: capacity === 'statutoryRepresentative' ? proof : null,
  };
}

/** 発行番号 of a certificate typed from the card: blank is not known. */
function serialOf({ kind, serial }: ReceiveFacts['current'][number], fault: Fault): string | null {
  if (serial === null || serial.trim() === '') return null;
  const read = readSerial(serial);
  if (read === null)
    fault(
      `current.${kind}`,
      `${KIND_NAMES[kind]}: 発行番号は英数字とハイフンで入力してください。分からないときは空けておきます。`,
    );
  return read;
}

function backEntryFailures(backEntry: BackEntryFacts | null, now: string): readonly FieldFailure[] {
  if (backEntry === null) return [];
  const happenedAt = PlainDateTime.safeParse(backEntry.happenedAt);
  const field = 'backEntry.happenedAt';
  const reason = checkFreeText('backEntry.reason', backEntry.reason, {
    optional: false,
    least: leastBackEntryReason,
    label: '紙で受け付けた理由',
  });
  const time = !happenedAt.success
    ? '受け付けた日時を読み取れません。紙に書いた日と時刻を入力してください。'
    : happenedAt.data > now
      ? '受け付けた日時が、いまより後になっています。紙に書いた日と時刻を入力してください。'
      : null;
  return [
    ...(time === null ? [] : [{ field, message: time, suggestion: null }]),
    ...(reason.ok ? [] : [reason.failure]),
  ];
}

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
