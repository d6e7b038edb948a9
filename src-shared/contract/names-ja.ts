/** 画面の言葉: the short Japanese names that every list, print and export uses alike. */

export const PROCEDURE_NAMES = { issue: '新規発行', renew: '更新', revoke: '失効' } as const;

export const CAPACITY_NAMES = {
  holder: '本人',
  agent: '任意代理人',
  statutoryRepresentative: '法定代理人',
  notice: '通知',
} as const;

export const ROUTE_NAMES = { sameDay: '即日', inquiry: '照会', none: '経路なし' } as const;

export const ROLE_NAMES = { clerk: '職員', supervisor: '責任者', administrator: '管理者' } as const;

/** 設定の変更の記録: what was done. */
export const SETTINGS_ACT_NAMES = {
  entryAdded: '暦に加えた',
  entryDropped: '暦から取り消した',
  policyChanged: '決まりを変えた',
  changeWithdrawn: '予定を取りやめた',
  holidaysConfirmed: '祝日を確かめた',
  placeChanged: '位置を変えた',
} as const;

export const DAY_LOG_STATE_NAMES = {
  issued: '発行済',
  revoked: '失効済',
  inquiry: '照会中',
  replied: '回答受領',
  returned: '宛所不明',
  lapsed: '期限切れ',
  open: '確認済',
  held: '停止中',
  refused: '受付不可',
  withdrawn: '取下げ',
} as const;

export const PROOF_NAMES = {
  familyRegister: '戸籍',
  registrationCertificate: '登記事項証明書',
  sameHousehold: '同一世帯(住民票)',
} as const;

export const CONTACT_NAMES = { telephone: '電話', visit: '訪問', letter: '手紙', other: 'その他' } as const;

/** 訂正できる欄の名前: by the field of the personal record. */
export const CORRECTABLE_NAMES = {
  name: '氏名',
  kana: 'フリガナ',
  bornOn: '生年月日',
  sex: '性別',
  address: '住所',
  cardExpiresOn: 'カードの期限',
  visitorName: '代理人の氏名',
  visitorRelation: '続柄',
  visitorReason: '代理の理由',
  serial: '発行番号',
  expiresOn: '満了日',
} as const;
