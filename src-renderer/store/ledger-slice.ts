import { create } from 'zustand';
import type { PersonPage, SearchResult } from '../../src-shared/contract/api/person-api.ts';
import type { Output } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { call } from '../bridge/client.ts';
import { lostAnswers, newRequestId } from '../bridge/request-id.ts';
import { forgetOnSignOut } from './session-end.ts';
import { useTask } from './task-slice.ts';

export type LedgerView = 'search' | 'endingSoon';
export type TimelineTab = 'procedure' | 'print' | 'view' | 'all';

/** 台帳: what was searched and found, whose page is open, and the list of what ends soon. */
export type LedgerSlice = {
  readonly view: LedgerView;
  readonly typed: string;
  readonly searching: boolean;
  /** what the last search found, and for which words */
  readonly found: (SearchResult & { readonly typed: string }) | null;
  readonly searchFailure: Failure | null;
  /** the row that the clerk stands on */
  readonly standing: string | null;
  readonly opening: string | null;
  readonly page: PersonPage | null;
  readonly pageFailure: Failure | null;
  readonly tab: TimelineTab;
  readonly ending: Output<'list.endingSoon'> | null;
  readonly endingFailure: Failure | null;
  readonly sending: boolean;
  readonly joinFailure: Failure | null;
  readonly show: (view: LedgerView) => Promise<void>;
  readonly type: (typed: string) => void;
  /** `opens`: by Enter, so that the only person found is opened at once */
  readonly search: (opens: boolean) => Promise<void>;
  readonly stand: (row: string) => void;
  readonly open: (caseId: string) => Promise<void>;
  readonly choose: (tab: TimelineTab) => void;
  readonly join: (other: string, reason: string) => Promise<boolean>;
  readonly part: (join: string, reason: string) => Promise<boolean>;
  readonly putAway: () => void;
};

const atStart = {
  view: 'search',
  typed: '',
  searching: false,
  found: null,
  searchFailure: null,
  standing: null,
  opening: null,
  page: null,
  pageFailure: null,
  tab: 'procedure',
  ending: null,
  endingFailure: null,
  sending: false,
  joinFailure: null,
} as const;

export const useLedger = create<LedgerSlice>()((set, get) => {
  let newestSearch = 0;
  // Which act got no answer: only that one is asked again under its number.
  let inDoubt: { readonly about: string; readonly requestId: string } | null = null;

  async function act(
    about: string,
    ask: (requestId: string) => Promise<Awaited<ReturnType<typeof call<'person.join'>>>>,
  ): Promise<boolean> {
    if (get().sending) return false;
    const requestId = inDoubt?.about === about ? inDoubt.requestId : newRequestId();
    set({ sending: true, joinFailure: null });
    try {
      const answer = await ask(requestId);
      inDoubt = !answer.ok && lostAnswers.includes(answer.failure.code) ? { about, requestId } : null;
      if (answer.ok) set({ page: answer.value, standing: answer.value.person.case });
      else set({ joinFailure: answer.failure });
      return answer.ok;
    } finally {
      set({ sending: false });
    }
  }

  return {
    ...atStart,
    show: async (view) => {
      set({ view });
      if (view !== 'endingSoon') return;
      const answer = await call('list.endingSoon', {});
      if (answer.ok) set({ ending: answer.value, endingFailure: null });
      else set({ endingFailure: answer.failure });
    },
    type: (typed) => set({ typed, searchFailure: null }),
    search: async (opens) => {
      const { typed } = get();
      newestSearch += 1;
      const mine = newestSearch;
      set({ searching: true, searchFailure: null });
      const answer = await call('person.search', { typed });
      if (mine !== newestSearch) return;
      if (!answer.ok) {
        set({ searching: false, found: null, searchFailure: answer.failure });
        return;
      }
      const { value } = answer;
      const [first, another] = value.persons;
      set({ searching: false, found: { ...value, typed }, standing: first?.case ?? null });
      if (value.case !== null) useTask.getState().go({ kind: 'issueRecord', caseId: value.case });
      else if (opens && first !== undefined && another === undefined) await get().open(first.case);
    },
    stand: (standing) => set({ standing }),
    open: async (caseId) => {
      const { page } = get();
      set({ opening: caseId, standing: caseId, pageFailure: null, joinFailure: null });
      const answer = await call('person.open', { case: caseId });
      if (get().opening !== caseId) return;
      set({ opening: null });
      if (!answer.ok) {
        set({ page: null, pageFailure: answer.failure });
        return;
      }
      const same = page?.person.case === answer.value.person.case;
      set({ page: answer.value, standing: answer.value.person.case, ...(same ? {} : { tab: 'procedure' }) });
    },
    choose: (tab) => set({ tab }),
    join: (other, reason) => {
      const own = get().page?.person.case;
      if (own === undefined) return Promise.resolve(false);
      return act(`join ${own} ${other} ${reason}`, (requestId) =>
        call('person.join', { requestId, cases: [own, other], reason }),
      );
    },
    part: (join, reason) => {
      const own = get().page?.person.case;
      if (own === undefined) return Promise.resolve(false);
      return act(`part ${join} ${reason}`, (requestId) => call('person.part', { requestId, join, case: own, reason }));
    },
    putAway: () => set({ joinFailure: null }),
  };
});

forgetOnSignOut(() => useLedger.setState(atStart));
