import { documentName } from '../domain/documents.ts';
import type { PolicySettings, SettingKey } from '../domain/policy.ts';
import { OFFICE_NAMES } from '../domain/visit.ts';

type SettingFace = {
  /** the rule it belongs to; null where it belongs to no rule of the book */
  readonly code: string | null;
  readonly name: string;
  readonly words: (settings: PolicySettings) => string;
  /** 窓口でかわること: what the value means for who stands at the counter, or for the clerk */
  readonly means: (settings: PolicySettings) => string;
};

const offices = ({ replyOffices }: PolicySettings): string =>
  replyOffices.map((office) => OFFICE_NAMES[office]).join('・');

function feeWords({ fees }: PolicySettings): string {
  return fees.length === 0
    ? 'すべて無料'
    : fees.map(({ reason, yen }) => `${reason} ${yen.toLocaleString('ja-JP')}円`).join('、');
}

/** 決まりの名前と言葉 (⚙): the rule's code, the value in words, and what it changes at the counter. */
export const settingFaces: { readonly [Key in SettingKey]: SettingFace } = {
  replyDays: {
    code: 'D2',
    name: '回答の日数',
    words: ({ replyDays }) => `${replyDays}日`,
    means: ({ replyDays }) =>
      `投函の翌日から${replyDays}日めまで、回答書を受け付けます。もう投函した照会書の期限は変わりません。`,
  },
  replyExtendsOverClosedDays: {
    code: 'D2',
    name: '期限が休みの日のとき',
    words: ({ replyExtendsOverClosedDays }) => (replyExtendsOverClosedDays ? '次の開庁日まで延ばす' : '延ばさない'),
    means: ({ replyExtendsOverClosedDays }) =>
      replyExtendsOverClosedDays
        ? '期限の日が休みなら、次に開く日まで受け付けます(民法142条)。'
        : '期限の日が休みでも、その日で受け付けを終わります。',
  },
  replyOffices: {
    code: 'D3',
    name: '回答を受け付ける窓口',
    words: offices,
    means: (settings) => `回答書は${offices(settings)}で受け付け、ほかの窓口では案内します。`,
  },
  secondListDocumentsNeeded: {
    code: 'I1',
    name: '写真のない書類の点数',
    words: ({ secondListDocumentsNeeded }) => `${secondListDocumentsNeeded}点`,
    means: ({ secondListDocumentsNeeded }) =>
      `顔写真付きの書類がない本人は、写真のない書類${secondListDocumentsNeeded}点で即日になります。`,
  },
  secondListDocuments: {
    code: 'I1',
    name: '写真のない書類の一覧',
    words: ({ secondListDocuments }) => `${secondListDocuments.length}種類`,
    means: ({ secondListDocuments }) => `写真のない書類として数えるのは、選んだ${secondListDocuments.length}種類です。`,
  },
  photoDocuments: {
    code: 'I4',
    name: '顔写真付きの書類の一覧',
    words: ({ photoDocuments }) => `${photoDocuments.length}種類`,
    means: ({ photoDocuments }) =>
      `選んだ${photoDocuments.length}種類のどれか1点で、本人は即日、代理人は申請ができます。外した書類では代理人になれません。`,
  },
  sameDayForStatutoryRepresentative: {
    code: 'I3',
    name: '法定代理人の即日',
    words: ({ sameDayForStatutoryRepresentative }) => (sameDayForStatutoryRepresentative ? '即日' : '照会'),
    means: ({ sameDayForStatutoryRepresentative }) =>
      sameDayForStatutoryRepresentative
        ? '法定代理人の申請を、照会書を送らずにその日に発行します。'
        : '法定代理人の申請は、いつも照会書を送ります。',
  },
  sameDayForSealedNationalForm: {
    code: 'I3',
    name: '封をした全国様式の即日',
    words: ({ sameDayForSealedNationalForm }) => (sameDayForSealedNationalForm ? '即日' : '照会'),
    means: () =>
      'まだ効きません。受付の画面に、封をした全国様式を受け取ったことの欄がないため、どちらでも判定は同じです。',
  },
  leapBirthday: {
    code: 'V6',
    name: '2月29日生まれの誕生日',
    words: ({ leapBirthday }) => (leapBirthday === 'feb28' ? '平年は2月28日' : '平年は3月1日'),
    means: ({ leapBirthday }) =>
      `2月29日生まれのかたの年齢と有効期限を、平年は${leapBirthday === 'feb28' ? '2月28日' : '3月1日'}で数えます。食いちがうときは端末の日付が先に立ちます。`,
  },
  fees: {
    code: 'F1',
    name: '手数料',
    words: feeWords,
    means: ({ fees }) => (fees.length === 0 ? 'どの手続も無料です。' : '受付で理由を選ぶと、その金額になります。'),
  },
  idleLockMinutes: {
    code: null,
    name: '自動でロックするまで',
    words: ({ idleLockMinutes }) => `${idleLockMinutes}分`,
    means: ({ idleLockMinutes }) => `${idleLockMinutes}分のあいだキーもマウスも動かないと、端末をロックします。`,
  },
  samplePercent: {
    code: null,
    name: '抽出確認の割合',
    words: ({ samplePercent }) => `${samplePercent}%`,
    means: ({ samplePercent }) =>
      samplePercent === 0
        ? '責任者が見直すのは、例外の扱いだけになります。'
        : `一日の受付の${samplePercent}%を責任者が見直します。例外の扱いはすべて見直します。`,
  },
  retentionYears: {
    code: null,
    name: '保存年数',
    words: ({ retentionYears }) => (retentionYears === null ? '決めていない' : `${retentionYears}年`),
    means: ({ retentionYears }) =>
      retentionYears === null
        ? '年数がたっても、個人の記録は消せません。'
        : `翌年度の初めから${retentionYears}年たった個人の記録を、消去の候補にします。自動では消えません。`,
  },
};

/** 決まりの並び: in the order of the rulebook. */
export const settingKeys: readonly SettingKey[] = [
  'secondListDocumentsNeeded',
  'secondListDocuments',
  'sameDayForStatutoryRepresentative',
  'sameDayForSealedNationalForm',
  'photoDocuments',
  'replyDays',
  'replyExtendsOverClosedDays',
  'replyOffices',
  'leapBirthday',
  'fees',
  'idleLockMinutes',
  'samplePercent',
  'retentionYears',
];

/** 書類の一覧のちがい: which documents were taken out and which put in, in words; empty where nothing changed. */
export function documentsDifference(
  before: PolicySettings['photoDocuments'],
  after: PolicySettings['photoDocuments'],
): readonly string[] {
  const names = (codes: PolicySettings['photoDocuments']): string => codes.map(documentName).join('、');
  const out = before.filter((code) => !after.includes(code));
  const into = after.filter((code) => !before.includes(code));
  return [...(out.length > 0 ? [`外す: ${names(out)}`] : []), ...(into.length > 0 ? [`加える: ${names(into)}`] : [])];
}

/** いま → これから: the value of one setting before and after, with the documents by name where a list changed. */
export function changeWords(
  key: SettingKey,
  before: PolicySettings,
  after: PolicySettings,
): { readonly from: string; readonly to: string } {
  const { words } = settingFaces[key];
  if (key !== 'photoDocuments' && key !== 'secondListDocuments') return { from: words(before), to: words(after) };
  const difference = documentsDifference(before[key], after[key]);
  return { from: words(before), to: [words(after), ...difference].join('・') };
}
