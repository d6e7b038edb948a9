import { create } from 'zustand';
import type { ApprovalRow } from '../../src-shared/contract/api/approval-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { call } from '../bridge/client.ts';
import { lostAnswers, newRequestId } from '../bridge/request-id.ts';
import { useHome } from './home-slice.ts';
import { forgetOnSignOut } from './session-end.ts';

/** 承認待ち (B7): what colleagues asked, the one in hand, and its answer that is on its way. */
export type ApprovalsSlice = {
  readonly step: 'idle' | 'loading' | 'sending';
  readonly ready: boolean;
  readonly waiting: readonly ApprovalRow[];
  readonly opened: string | null;
  readonly failure: Failure | null;
  readonly doubtful: boolean;
  /** which answer got none itself: only this one is asked again under its number */
  readonly inDoubt: { readonly act: string; readonly requestId: string } | null;
  /** by request, so that a note is there when the supervisor comes back to it */
  readonly notes: Readonly<Record<string, string>>;
  /** what was answered last, in words */
  readonly answered: { readonly approved: boolean; readonly receipt: string } | null;
  readonly load: () => Promise<void>;
  readonly open: (request: string) => void;
  readonly write: (request: string, note: string) => void;
  readonly answer: (row: ApprovalRow, approve: boolean) => Promise<boolean>;
  readonly close: () => void;
  readonly putAway: () => void;
};

const atStart = {
  step: 'idle',
  ready: false,
  waiting: [],
  opened: null,
  failure: null,
  doubtful: false,
  inDoubt: null,
  notes: {},
  answered: null,
} as const;

export const useApprovals = create<ApprovalsSlice>()((set, get) => {
  async function read(): Promise<Failure | null> {
    const answer = await call('approval.list', {});
    if (!answer.ok) return answer.failure;
    set({ waiting: answer.value.waiting, ready: true });
    return null;
  }

  return {
    ...atStart,
    load: async () => {
      if (get().step !== 'idle') return;
      set({ step: 'loading' });
      try {
        set({ failure: await read(), doubtful: false });
      } finally {
        set({ step: 'idle' });
      }
    },
    open: (opened) => set({ opened, failure: null, answered: null }),
    write: (request, note) => set({ notes: { ...get().notes, [request]: note } }),
    answer: async (row, approve) => {
      if (get().step !== 'idle') return false;
      const act = `${row.request} ${approve}`;
      const { inDoubt } = get();
      const requestId = inDoubt?.act === act ? inDoubt.requestId : newRequestId();
      set({ step: 'sending', failure: null, doubtful: false });
      try {
        const note = (get().notes[row.request] ?? '').trim();
        const answer = await call('approval.answer', { requestId, request: row.request, approve, note });
        if (answer.ok) {
          const { [row.request]: _, ...notes } = get().notes;
          set({
            waiting: answer.value.waiting,
            opened: null,
            inDoubt: null,
            notes,
            answered: { approved: approve, receipt: row.receipt },
          });
          void useHome.getState().load();
          return true;
        }
        const doubtful = lostAnswers.includes(answer.failure.code);
        if (!doubtful) await read();
        set({ failure: answer.failure, doubtful, inDoubt: doubtful ? { act, requestId } : null });
        return false;
      } finally {
        set({ step: 'idle' });
      }
    },
    close: () => set({ opened: null, failure: null, doubtful: false }),
    putAway: () => set({ failure: null, doubtful: false, answered: null }),
  };
});

forgetOnSignOut(() => useApprovals.setState(atStart));
