import type { CaseSummary } from '../../../src-shared/contract/api/case-shapes.ts';
import type { DraftSummary } from '../../../src-shared/contract/api/home-api.ts';
import type { CaseStateName } from '../../components/case-state.ts';
import { stateOfCase } from '../../components/case-state.ts';
import type { HomeTab } from '../../store/home-slice.ts';
import type { Task } from '../../store/task-slice.ts';
import { kindsWord, proceduresWord, visitorWord } from '../../words/counter-words.ts';
import { dayOf, shortMonthDay, timeWord } from '../../words/day-words.ts';

export type HomeGroupName = Exclude<HomeTab, 'all'>;

/** 今日の窓口の一行: a draft or a case, in the words of the list. */
export type HomeRow = {
  readonly id: string;
  readonly group: HomeGroupName;
  readonly number: string;
  /** `11/24` instead of the time where it came in on an earlier day */
  readonly earlierDay: string | null;
  readonly at: string;
  readonly name: string;
  readonly procedure: string;
  readonly kinds: string;
  readonly capacity: string;
  readonly route: CaseSummary['route'];
  readonly state: CaseStateName;
  readonly next: string | null;
  readonly handler: string;
  readonly opens: Task;
};

/** 消された人の名前: the person was erased, the case stays. */
export const erasedName = '(消去済み)';

/** 一覧を作る: drafts and cases, newest first inside each group. */
export function homeRows(
  cases: readonly CaseSummary[],
  drafts: readonly DraftSummary[],
  terminal: string,
  day: string | null = null,
): readonly HomeRow[] {
  const rows = [
    ...drafts.map((draft) => rowOfDraft(draft, terminal)),
    ...cases.map((summary) => rowOfCase(summary, day)),
  ];
  return rows.toSorted((one, other) => other.at.localeCompare(one.at));
}

/** 見出しごとに分ける: 要対応, 投函待ち, 済み. */
export const homeGroups: readonly { readonly group: HomeGroupName; readonly title: string }[] = [
  { group: 'toDo', title: '要対応' },
  { group: 'toPost', title: '投函待ち' },
  { group: 'done', title: '済み' },
];

function rowOfDraft(draft: DraftSummary, terminal: string): HomeRow {
  return {
    id: draft.draft,
    group: 'toDo',
    earlierDay: null,
    number: `${terminal} —`,
    at: draft.savedAt,
    name: draft.title === '' ? '氏名はまだありません' : draft.title,
    procedure: draft.task === 'revoke' ? '失効' : '受付',
    kinds: '',
    capacity: '—',
    route: null,
    state: 'draft',
    next: draft.ownedByMe ? '続きを入力' : `${draft.owner}さんから引き継ぐ`,
    handler: draft.owner,
    opens:
      draft.task === 'revoke'
        ? { kind: 'revoke', draft: draft.draft, holder: null }
        : { kind: 'receive', draft: draft.draft },
  };
}

function rowOfCase(summary: CaseSummary, day: string | null): HomeRow {
  const received = dayOf(summary.receivedAt);
  return {
    id: summary.case,
    group: groupOf(summary),
    number: summary.shortReceipt,
    // One of an earlier day that was answered or went on today bears its day.
    earlierDay: day === null || received === day ? null : shortMonthDay(received),
    at: summary.receivedAt,
    name: summary.name ?? erasedName,
    procedure: proceduresWord(summary.lines),
    kinds: kindsWord(summary.lines),
    capacity: visitorWord(summary.capacity),
    route: summary.route,
    state: stateOfCase(summary),
    next: nextWord(summary),
    handler: summary.handler ?? '—',
    opens: { kind: 'issueRecord', caseId: summary.case },
  };
}

function groupOf(summary: CaseSummary): HomeGroupName {
  // What is out by post is done for today: the letters' own list keeps its due day.
  if (summary.next === 'nothing' || summary.next === 'waitForReply') return 'done';
  return summary.next === 'postLetter' ? 'toPost' : 'toDo';
}

/** 次にすること: a parked case first of all waits for somebody to take it up. */
export function nextWord(summary: Pick<CaseSummary, 'next' | 'parked'>): string | null {
  if (summary.parked && summary.next !== 'nothing') return '引き継いで進める';
  switch (summary.next) {
    case 'recordIssuance':
      return '発行を記録';
    case 'recordRevocation':
      return '失効を記録';
    case 'readDateAgain':
      return '満了日を再確認';
    case 'waitForSystem':
      return '復旧を待つ';
    case 'waitForSecondPerson':
      return '責任者を待つ';
    case 'postLetter':
      return '照会書を投函';
    case 'waitForReply':
      return '回答を待つ';
    case 'postAgain':
      return '住所を確認・再投函';
    case 'nothing':
      return null;
    default:
      return summary.next satisfies never;
  }
}

/** 一行の時刻。 */
export function rowTime(row: Pick<HomeRow, 'at'>): string {
  return timeWord(row.at);
}
