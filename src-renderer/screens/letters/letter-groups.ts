import type { LetterRow } from '../../../src-shared/contract/api/letters-api.ts';
import { CONTACT_NAMES } from '../../../src-shared/contract/names-ja.ts';
import type { IconName } from '../../components/icon.tsx';
import { visitorWord } from '../../words/counter-words.ts';
import { dayOf, shortMonthDay } from '../../words/day-words.ts';

export type LetterGroup = {
  readonly title: string;
  readonly icon: IconName;
  readonly note?: string;
  readonly rows: readonly LetterRow[];
};

/** 3日以内: from here on a letter is due soon. */
const soon = 3;

const groups: readonly (Omit<LetterGroup, 'rows'> & { readonly holds: (row: LetterRow) => boolean })[] = [
  { title: '投函待ち', icon: 'tray', holds: ({ state }) => state === 'toPost' },
  {
    title: '期限切れ・宛所不明',
    icon: 'hourglass',
    note: '発行できません。新しい申請か、もう一度の投函が要ります',
    holds: ({ state }) => state === 'lapsed' || state === 'returned',
  },
  { title: '3日以内', icon: 'clock', holds: (row) => row.state === 'open' && isSoon(row) },
  { title: '4日以上', icon: 'envelope', holds: (row) => row.state === 'open' && !isSoon(row) },
  { title: '回答受領', icon: 'openEnvelope', note: 'Enterで発行の記録へ', holds: ({ state }) => state === 'replied' },
];

/** 照会を組に分ける: each group keeps the list's own order, which is by the days left; `searched` is a part of name or kana. */
export function letterGroups(rows: readonly LetterRow[], searched: string): readonly LetterGroup[] {
  const found = rows.filter((row) => isFound(row, searched));
  return groups
    .map(({ holds, ...group }) => ({ ...group, rows: found.filter(holds) }))
    .filter((group) => group.rows.length > 0);
}

function isSoon({ daysLeft }: LetterRow): boolean {
  return daysLeft !== null && daysLeft <= soon;
}

function isFound({ summary }: LetterRow, searched: string): boolean {
  const key = fold(searched);
  return key === '' || [summary.name, summary.kana, summary.receipt].some((words) => fold(words ?? '').includes(key));
}

/** Hiragana counts as katakana, half width as full width; blanks say nothing. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[ぁ-ゖ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replaceAll(/\s/gu, '');
}

/** 投函できるか: a case that waits for a second person (L4) is not posted before. */
export function isPostable({ state, summary }: LetterRow): boolean {
  return state === 'toPost' && summary.held === null;
}

export type LeftFace = {
  readonly words: string;
  readonly icon: IconName;
  readonly tone: 'now' | 'due' | 'wait' | 'quiet';
};

type Standing = Pick<LetterRow, 'state' | 'daysLeft'> & { readonly held: string | null };

/** 残りの言葉: 今日まで, あと2日, 5日過ぎ, 宛所不明. */
export function leftFace({ state, daysLeft, held }: Standing): LeftFace {
  switch (state) {
    case 'toPost':
      if (held !== null) return { words: '停止中', icon: 'stopDisc', tone: 'now' };
      return { words: '投函待ち', icon: 'tray', tone: 'quiet' };
    case 'returned':
      return { words: '宛所不明', icon: 'returnedEnvelope', tone: 'due' };
    case 'replied':
      return { words: '回答受領', icon: 'openEnvelope', tone: 'wait' };
    case 'lapsed':
      return { words: daysLeft === null ? '期限切れ' : `${-daysLeft}日過ぎ`, icon: 'hourglass', tone: 'due' };
    case 'open':
      if (daysLeft === 0) return { words: '今日まで', icon: 'warningSolid', tone: 'now' };
      return daysLeft !== null && daysLeft <= soon
        ? { words: `あと${daysLeft}日`, icon: 'clock', tone: 'due' }
        : { words: `あと${daysLeft ?? '—'}日`, icon: 'envelope', tone: 'wait' };
  }
}

/** 代理人の列: 続柄 where it is known. */
export function bringerWord({ summary, visitorRelation }: LetterRow): string {
  return summary.capacity === 'holder' ? '本人' : (visitorRelation ?? visitorWord(summary.capacity));
}

/** 連絡の列: what was tried last, or that nobody has tried although it is time. */
export function contactWord({ contacts, state, daysLeft }: LetterRow): {
  readonly words: string;
  readonly urgent: boolean;
} {
  const last = contacts.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1);
  if (last !== undefined) {
    const how = CONTACT_NAMES[last.how];
    return { words: `${shortMonthDay(dayOf(last.at))} ${how}・${last.reached ? '伝えた' : '不在'}`, urgent: false };
  }
  const urgent =
    state === 'returned' || state === 'lapsed' || (state === 'open' && daysLeft !== null && daysLeft <= soon);
  return { words: urgent ? '連絡まだ' : '', urgent };
}
