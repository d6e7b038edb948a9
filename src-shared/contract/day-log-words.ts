import type { DayLogGap, DayLogView } from './day-log-view.ts';
import { CAPACITY_NAMES, PROCEDURE_NAMES, ROUTE_NAMES } from './names-ja.ts';

/** 日報の言葉: the short names that screen, sheet and exports use alike. */

export const RESULT_NAMES = {
  sameDayDone: '即日で済',
  inquiry: '照会',
  refused: '受付不可',
  withdrawn: '取下げ',
  open: '未了',
} as const;

export const ORIGIN_NAMES = {
  reply: '照会の回答',
  reissue: '失効後の再発行',
  carried: '前日まで・他の窓口',
} as const;

export const CERTIFICATE_RESULT_NAMES = { issued: '発行', renewed: '更新', revoked: '失効' } as const;

export const KINDS_NAMES = { signature: '署名用', userAuthentication: '利用者証明用', both: '両方' } as const;

export const OVERRIDE_NAMES = {
  V7: '端末の満了日の受け入れ',
  L4: '紙で受け付けたものの入力',
  X4: '記録の誤りによる失効',
} as const;

const erased = '消去済';

/** 理由の言葉: what was written; said where it was erased, and a dash where none is asked for. */
export function reasonWords(reason: string | null): string {
  if (reason === null) return erased;
  return reason === '' ? '—' : reason;
}

/** 欠番の説明: what the ledger knows, or what a supervisor wrote, or that nobody has yet. */
export function gapWords({ cause, explained }: Pick<DayLogGap, 'cause' | 'explained'>): string {
  if (explained !== null) return reasonWords(explained.reason);
  return cause === 'restored' ? '控えから戻す前に出した番号' : '説明がまだありません';
}

/** 説明のある欠番か (B2) */
export function isExplained({ cause, explained }: Pick<DayLogGap, 'cause' | 'explained'>): boolean {
  return cause !== null || explained !== null;
}

/** 相違の結末 (V7) */
export function differenceWords({ how }: DayLogView['differences'][number]): string {
  if (how === 'readAgain') return '入れ直して一致';
  return how === 'accepted' ? '責任者が受け入れ' : '停止中';
}

/** 照らす欄の名前, as the terminal's daily report lists them. */
export function cellWords({ procedure, kind }: Pick<DayLogView['cells'][number], 'procedure' | 'kind'>): string {
  return procedure === 'revoke' ? `失効 ${KINDS_NAMES[kind]}` : `${KINDS_NAMES[kind]} ${PROCEDURE_NAMES[procedure]}`;
}

type Cross = DayLogView['cross'];

/** 内訳の一行を言葉で: procedure, kinds, capacity, route, result, in the columns' order. */
export function personsCrossWords(row: Cross['persons'][number]): readonly [string, string, string, string, string] {
  return [
    PROCEDURE_NAMES[row.procedure],
    KINDS_NAMES[row.kinds],
    CAPACITY_NAMES[row.capacity],
    ROUTE_NAMES[row.route],
    RESULT_NAMES[row.result],
  ];
}

/** 内訳の一行を言葉で(証明書) */
export function certificatesCrossWords(
  row: Cross['certificates'][number],
): readonly [string, string, string, string, string] {
  return [
    PROCEDURE_NAMES[row.procedure],
    KINDS_NAMES[row.kind],
    CAPACITY_NAMES[row.capacity],
    ROUTE_NAMES[row.route],
    CERTIFICATE_RESULT_NAMES[row.result],
  ];
}

/** 担当の名前 */
export function handlerWords(handler: string | null): string {
  return handler ?? '担当者なし';
}
