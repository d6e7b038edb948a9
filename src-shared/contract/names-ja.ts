/** 画面の言葉: the short Japanese names that every list, print and export uses alike. */

export const PROCEDURE_NAMES = { issue: '新規発行', renew: '更新', revoke: '失効' } as const;

export const CAPACITY_NAMES = { holder: '本人', agent: '任意代理人', statutoryRepresentative: '法定代理人' } as const;

export const ROUTE_NAMES = { sameDay: '即日', inquiry: '照会', none: '経路なし' } as const;

export const ROLE_NAMES = { clerk: '職員', supervisor: '責任者', administrator: '管理者' } as const;

export const DAY_LOG_STATE_NAMES = {
  issued: '発行済',
  revoked: '失効済',
  inquiry: '照会中',
  open: '確認済',
  held: '停止中',
  refused: '受付不可',
  withdrawn: '取下げ',
} as const;
