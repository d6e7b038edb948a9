import type { DayLogView } from '../../../src-shared/contract/day-log-view.ts';
import { DAY_LOG_STATE_NAMES, PROCEDURE_NAMES } from '../../../src-shared/contract/names-ja.ts';

export type Procedure = DayLogView['rows'][number]['procedure'];
export type DayState = DayLogView['byState'][number]['state'];

/** 日報の手続の名前。 */
export const dayProcedures: Readonly<Record<Procedure, string>> = PROCEDURE_NAMES;

/** 日報の状態の名前。 */
export const dayStates: Readonly<Record<DayState, string>> = DAY_LOG_STATE_NAMES;

const listWords: Readonly<Record<string, string>> = {
  issue: '新規',
  renew: '更新',
  revoke: '失効',
  signature: '署名用',
  userAuthentication: '利用者用',
  holder: '本人',
  agent: '任意代理人',
  statutoryRepresentative: '法定代理人',
  sameDay: '即日',
  inquiry: '照会',
  none: '—',
  issued: '発行済',
  renewed: '更新済',
  revoked: '失効済',
  refused: '受付不可',
  withdrawn: '取下げ',
  open: '途中',
  held: '停止中',
};

/** 内訳の言葉: codes become words, and long ones the short form of narrow columns. */
export function listWord(text: string): string {
  return text
    .replaceAll(/[A-Za-z]{4,}/gu, (token) => listWords[token] ?? token)
    .replaceAll('利用者証明用', '利用者用')
    .replaceAll('新規発行', '新規');
}

/** 中央値: the middle of the minutes; of an even number the lower one, so that it is one that really happened. */
export function median(minutes: readonly number[]): number | null {
  const ordered = minutes.toSorted((one, other) => one - other);
  return ordered[Math.floor((ordered.length - 1) / 2)] ?? null;
}

/** 半時間ごとの枠: 9:00 to 16:30, and any other slot that was used. */
export function halfHours(used: readonly string[]): readonly string[] {
  const usual = Array.from({ length: 16 }, (_, index) => slotName(9 * 60 + index * 30));
  return [...new Set([...usual, ...used.map(normalSlot)])].toSorted();
}

/** 枠の名前をそろえる: `9:00` and `09:00` are one. */
export function normalSlot(slot: string): string {
  return slot.padStart(5, '0');
}

function slotName(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
