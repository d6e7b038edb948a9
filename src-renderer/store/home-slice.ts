import { create } from 'zustand';
import type { CaseSummary } from '../../src-shared/contract/api/case-shapes.ts';
import type { DraftSummary } from '../../src-shared/contract/api/home-api.ts';
import type { Output } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { call } from '../bridge/client.ts';
import { forgetOnSignOut } from './session-end.ts';

/** 一覧の見出し: 1 すべて, 2 要対応, 3 投函待ち, 4 済み. */
export type HomeTab = 'all' | 'toDo' | 'toPost' | 'done';

/** 今日の窓口: today's cases and drafts, and what is left of earlier days. */
export type HomeSlice = {
  readonly step: 'idle' | 'loading';
  readonly day: string | null;
  readonly cases: readonly CaseSummary[];
  readonly drafts: readonly DraftSummary[];
  readonly unfinishedBefore: readonly CaseSummary[];
  /** letters of this office that end within three days, and those that came back */
  readonly lettersDueSoon: number;
  /** requests that wait for a supervisor (B7) */
  readonly approvalsWaiting: number;
  /** 抽出確認 that waits; null for a clerk */
  readonly sampling: Output<'home.today'>['sampling'];
  readonly failure: Failure | null;
  readonly tab: HomeTab;
  /** id of the row that the clerk stands on; kept while the list is read again */
  readonly current: string | null;
  readonly load: () => Promise<void>;
  readonly choose: (tab: HomeTab) => void;
  readonly stand: (row: string | null) => void;
  /** to a row that the list does not hold yet: it counts as unread until it is read again */
  readonly standOnNew: (row: string) => void;
};

const atStart = {
  step: 'idle',
  day: null,
  cases: [],
  drafts: [],
  unfinishedBefore: [],
  lettersDueSoon: 0,
  approvalsWaiting: 0,
  sampling: null,
  failure: null,
  tab: 'all',
  current: null,
} as const;

// Asked for while a list is on its way, it is read once more: that list may be older than what was just recorded.
let askedAgain = false;

export const useHome = create<HomeSlice>()((set, get) => ({
  ...atStart,
  load: async () => {
    if (get().step === 'loading') {
      askedAgain = true;
      return;
    }
    set({ step: 'loading' });
    try {
      do {
        askedAgain = false;
        const answer = await call('home.today', {});
        if (answer.ok) set({ ...answer.value, failure: null });
        else set({ failure: answer.failure });
      } while (askedAgain);
    } finally {
      set({ step: 'idle' });
    }
  },
  choose: (tab) => set({ tab }),
  stand: (current) => set({ current }),
  standOnNew: (current) => set({ current, day: null }),
}));

forgetOnSignOut(() => useHome.setState(atStart));
