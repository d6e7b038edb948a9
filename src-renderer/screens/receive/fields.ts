/** 受付の欄: in the order of the form; the names are those of the contract's field failures. */
export const fieldLabels = {
  'backEntry.happenedAt': '受け付けた日時',
  'backEntry.reason': '紙で受け付けた理由',
  lines: '手続',
  'visitor.capacity': '来庁者',
  'holder.name': '氏名',
  'holder.kana': 'フリガナ',
  'holder.sex': '性別',
  'holder.bornOn': '生年月日',
  'holder.address': '住所',
  'holder.inRegister': '対象者',
  'holder.adultWard': '対象者',
  'card.medium': 'カード',
  'card.expiresOn': 'カード',
  current: 'いまの証明書',
  'current.userAuthentication': 'いまの証明書',
  'current.signature': 'いまの証明書',
  fee: '手数料',
  basis: '通知の内容',
  'visitor.name': '代理人の氏名',
  'visitor.relation': '続柄',
  'visitor.address': '代理人の住所',
  'visitor.proof': '資格の書類',
  'visitor.documents': '確認書類',
  'visitor.reason': '代理の理由',
  note: 'メモ',
  approval: '責任者の確認',
} as const satisfies Readonly<Record<string, string>>;

export type Field = keyof typeof fieldLabels;

// Object.keys forgets the literal keys of the table above.
export const fieldOrder = Object.keys(fieldLabels) as readonly Field[];

/** 契約の欄の名前か: the main process may name a field that this form does not have. */
export function isField(name: string): name is Field {
  return Object.hasOwn(fieldLabels, name);
}

/** 画面での欄の印: the id of the input that stands for a field. */
export function fieldId(field: Field): string {
  return `receive-${field.replaceAll('.', '-')}`;
}

/** 指摘の印: the id of the message above a field. */
export function problemId(field: Field): string {
  return `${fieldId(field)}-problem`;
}

/** 様式の順に並べる。 */
export function inFormOrder<Item extends { readonly field: string }>(items: readonly Item[]): readonly Item[] {
  const place = ({ field }: Item): number => (isField(field) ? fieldOrder.indexOf(field) : fieldOrder.length);
  return items.toSorted((left, right) => place(left) - place(right));
}
