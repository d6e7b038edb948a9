import type { SettingsRecord } from '../../src-shared/contract/api/settings-api.ts';
import { SETTINGS_ACT_NAMES } from '../../src-shared/contract/names-ja.ts';
import type { PrintableList } from '../../src-shared/contract/print-view.ts';
import { OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { formatWareki } from '../../src-shared/kernel/wareki.ts';

const heads = [
  ['いつ', 5],
  ['だれが', 5],
  ['したこと', 4],
  ['決まり', 2],
  ['なにを', 7],
  ['いままで', 4],
  ['これから', 5],
  ['いつから', 4],
  ['理由', 5],
  ['取消し', 4],
] as const;

/** 設定の変更の一覧: as it is printed (F9) and written out (F10). */
export function settingsList(
  history: readonly SettingsRecord[],
  days: 'spoken' | 'iso',
): Pick<PrintableList, 'columns' | 'rows' | 'notes'> & { readonly cases: readonly string[] } {
  const dayWords = (day: string): string => (days === 'iso' ? day : formatWareki(plainDate(day)));
  const instantWords = (at: string): string => `${dayWords(at.slice(0, 10))} ${at.slice(11, 16)}`;
  return {
    columns: heads.map(([label, share]) => ({ label, share, numeric: false })),
    rows: history.map(({ at, who, office, act, code, what, from, to, effectiveFrom, reason, takenBack }) => [
      instantWords(at),
      `${who ?? '不明'}(${OFFICE_NAMES[office]})`,
      SETTINGS_ACT_NAMES[act],
      code ?? '',
      what,
      from ?? '',
      to ?? '',
      effectiveFrom === null ? '' : dayWords(effectiveFrom),
      reason,
      takenBack === null ? '' : `${instantWords(takenBack.at)} ${takenBack.who ?? '不明'} ${takenBack.reason}`,
    ]),
    notes: [],
    cases: [],
  };
}
