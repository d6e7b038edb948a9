import type { StaffRow } from '../../../src-shared/contract/api/staff-api.ts';
import type { IconName } from '../../components/icon.tsx';
import { officeNames, roleNames } from '../../words/counter-words.ts';
import { monthDayWeekday } from '../../words/day-words.ts';
import type { StaffActKind } from './staff-typed.ts';

/** すること: the words on its button and in its heading, and on F11. */
export const staffActs: Readonly<Record<StaffActKind, { readonly label: string; readonly main: string }>> = {
  add: { label: '職員を加える', main: '職員を加える' },
  rename: { label: '氏名・番号を変える', main: '変更を記録' },
  reassign: { label: '役割・窓口を変える', main: '変更を記録' },
  suspend: { label: '停止する', main: '停止を記録' },
  reinstate: { label: '停止を解く', main: '停止を解く' },
  resetPassword: { label: 'パスワードを設定し直す', main: '設定し直す' },
  handOver: { label: '責任者を引き継ぐ', main: '引き継ぐ' },
};

/** 窓口の言葉: short names for lists; null is every office. */
export function officesWord(offices: StaffRow['offices']): string {
  if (offices === null) return 'すべて';
  return offices.map((office) => officeNames[office].replace('支所', '')).join('・');
}

type Face = { readonly word: string; readonly icon: IconName; readonly tone: string };

/** 職員の状態: always icon and word. */
export function staffFace({ suspended, signsIn, ownPassword }: StaffRow): Face {
  if (suspended) return { word: '停止中', icon: 'stopDisc', tone: 'red-solid' };
  if (!signsIn) return { word: 'ほかの端末', icon: 'returnArrow', tone: 'quiet' };
  if (!ownPassword) return { word: '初回待ち', icon: 'hourglass', tone: 'orange' };
  return { word: '使用中', icon: 'checkDisc', tone: 'green' };
}

/** 予定の言葉: what a hand-over brings on a later day. */
export function plannedWords({ planned }: StaffRow): string | null {
  if (planned === null) return null;
  return `${monthDayWeekday(planned.from)}から${planned.suspended ? '停止' : roleNames[planned.role]}`;
}
